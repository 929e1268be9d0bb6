/** Names in so many columns that a glance takes in a row. */
export function columnsFor(names: number, width: number, unit: number): number {
  const most = Math.max(1, Math.floor(width / (unit * 20)));
  const wanted = names <= 8 ? 1 : names <= 40 ? 2 : 3;
  return Math.min(most, wanted);
}

export interface RollRow {
  readonly key: string;
  readonly names: readonly { readonly id: string; readonly name: string }[];
}

/** Empty rows between the last name and the first. */
const APART = 2;

/** Rows that are on the screen when so many have rolled by, and the one that comes next. Only those are drawn. */
export function rollAt(
  credits: RollRow['names'],
  { columns, rows }: { readonly columns: number; readonly rows: number },
  by: number,
): readonly RollRow[] {
  const all = Math.ceil(credits.length / columns);
  const lap = all + APART;
  return Array.from({ length: rows + 1 }, (_, i) => {
    const at = (by + i) % lap;
    return {
      key: String(by + i),
      names: at < all ? credits.slice(at * columns, (at + 1) * columns) : [],
    };
  });
}

/** One page of names after another, for whoever asked for less motion. */
export function pageAt(
  credits: RollRow['names'],
  { columns, rows }: { readonly columns: number; readonly rows: number },
  page: number,
): readonly RollRow[] {
  const each = columns * rows;
  const pages = Math.max(1, Math.ceil(credits.length / each));
  const names = credits.slice((page % pages) * each, ((page % pages) + 1) * each);
  return Array.from({ length: Math.ceil(names.length / columns) }, (_, i) => ({
    key: String(i),
    names: names.slice(i * columns, (i + 1) * columns),
  }));
}
