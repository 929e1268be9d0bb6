/** Opens the studio once. The secret stands behind `#`: browsers send that part to no server, and no log sees it. */
export function makerLink(base: string, secret: string): string {
  return `${base}/studio#link=${secret}`;
}

/** The secret in the fragment of a maker link, with or without its `#`; `null`: there is none. */
export function linkSecret(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('link') || null;
}
