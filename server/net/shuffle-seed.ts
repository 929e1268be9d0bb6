/** FNV-1a of a participant's id: tells nobody the id, and is the same on every visit. 32 bits, unsigned. */
export function shuffleSeed(participant: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < participant.length; i += 1) {
    hash = Math.imul(hash ^ participant.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
