export function stageAddress(origin: string, stageToken: string, overlay = false): string {
  return `${origin}/stage/${stageToken}${overlay ? '?overlay=1' : ''}`;
}

/** Behind `#`: browsers send that part to no server. */
export function makerAddress(publicUrl: string, secret: string): string {
  return `${publicUrl}/studio#link=${secret}`;
}

/** A link that only works on the machine that runs Mitwerk. */
export function isLocalOnly(publicUrl: string): boolean {
  return /^(localhost|127\..*|\[::1\])$/.test(new URL(publicUrl).hostname);
}
