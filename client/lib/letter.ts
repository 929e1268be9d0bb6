/** What an entry is called on every screen, by its place in the maker's order: A … Z, then 27, 28 … */
export function letter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

/** The title names its own letter ("Entwurf B"): saying it twice would read like a mistake. */
export function saysLetter(title: string, index: number): boolean {
  return title.endsWith(` ${letter(index)}`);
}
