/** FNV-1a of a text, 32 bits; from `start` on it is the hash of what came before and the text. */
export function fnv1a(text: string, start = 0x811c9dc5): number {
  let hash = start | 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** The finalizer of mulberry32, 32 bits, unsigned: hashes of ids that differ in one letter come apart. */
export function mixed(hash: number): number {
  let bits = (hash + 0x6d2b79f5) | 0;
  bits = Math.imul(bits ^ (bits >>> 15), 1 | bits);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return (bits ^ (bits >>> 14)) >>> 0;
}
