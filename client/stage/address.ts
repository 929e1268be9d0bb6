/** `K7PX2M` → `K7P-X2M`: read aloud and typed in two halves. */
export function codeText(joinCode: string): string {
  return `${joinCode.slice(0, 3)}-${joinCode.slice(3)}`;
}

/** What a latecomer types: the address without its protocol. */
export function shortAddress(publicUrl: string): string {
  return publicUrl.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
