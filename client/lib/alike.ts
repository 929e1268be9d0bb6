/** Shorter parts begin or end too many words that have nothing to do with them. */
const LEAST_PART = 4;

/** How alike two stems are, 0..1: the same, one a part of the other's compound, or a slip of the finger apart. */
export function alike(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= LEAST_PART && (long.startsWith(short) || long.endsWith(short))) return 0.8;
  const slips = slipsAllowed(short.length);
  if (slips === 0 || long.length - short.length > slips) return 0;
  // The first letter of a short word is hardly ever the wrong one: Tisch and Fisch are two things.
  if (short.length < 7 && a[0] !== b[0]) return 0;
  return distance(a, b, slips) <= slips ? 0.75 : 0;
}

function slipsAllowed(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/** Letters to add, drop, change or swap; more than `most` is told as `most + 1`. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      row.push(steps);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
