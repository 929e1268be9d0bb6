/** The finalizer of mulberry32, 32 bits, unsigned: hashes of ids that differ in one letter come apart. */
export function mixed(hash: number): number {
  let bits = (hash + 0x6d2b79f5) | 0;
  bits = Math.imul(bits ^ (bits >>> 15), 1 | bits);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return (bits ^ (bits >>> 14)) >>> 0;
}
