/** What a latecomer types: the address without its protocol. */
export function shortAddress(publicUrl: string): string {
  return publicUrl.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
