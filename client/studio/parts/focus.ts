import { tick } from 'svelte';

/** Somebody writes: what arrives elsewhere must not take the focus from them. */
export function isWriting(): boolean {
  return document.activeElement?.matches('input, textarea, select') ?? false;
}

/** To be called before rows change places: the browser takes the focus from what is moved, and this gives it back. */
export async function keepFocus(rows: HTMLElement | undefined): Promise<void> {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !rows?.contains(focused)) return;
  const cursor =
    focused instanceof HTMLTextAreaElement && ([focused.selectionStart, focused.selectionEnd] as const);
  await tick();
  if (document.activeElement !== document.body) return;
  focused.focus({ preventScroll: true });
  if (cursor) focused.setSelectionRange(...cursor);
}
