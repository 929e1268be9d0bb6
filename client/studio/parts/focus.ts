/** Somebody writes: what arrives elsewhere must not take the focus from them. */
export function isWriting(): boolean {
  return document.activeElement?.matches('input, textarea, select') ?? false;
}
