/** The order with one entry at another place; beyond the ends means the end. */
export function moved(order: readonly string[], entry: string, to: number): readonly string[] {
  const rest = order.filter((other) => other !== entry);
  const at = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, at), entry, ...rest.slice(at)];
}

export function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, place) => entry === b[place]);
}
