export function stageAddress(origin: string, stageToken: string, overlay = false): string {
  return `${origin}/stage/${stageToken}${overlay ? '?overlay=1' : ''}`;
}

/** A link that only works on the machine that runs Mitwerk. */
export function isLocalOnly(publicUrl: string): boolean {
  return /^(localhost|127\..*|\[::1\])$/.test(new URL(publicUrl).hostname);
}
