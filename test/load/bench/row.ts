import { median } from '../median.ts';

export type Limit = { readonly least: number } | { readonly most: number };

export type Unit = '×' | 'µs' | 'ms' | 's' | '/s' | 'KiB' | 'MiB' | '%' | 'cores' | '';

/** One line of the table: what was measured, in words that stand alone. */
export interface Row {
  readonly name: string;
  readonly unit: Unit;
  /** Median of the repetitions. */
  readonly value: number;
  /** Lowest and highest of them. */
  readonly from: number;
  readonly to: number;
  /** What the project promises. */
  readonly limit: Limit | null;
}

/** What one bench tells. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Cores that other processes used while it was measured: the most of all repetitions. */
  readonly foreign: number;
}

export function row(name: string, unit: Unit, values: readonly number[], limit: Limit | null = null): Row {
  return {
    name,
    unit,
    value: median(values),
    from: Math.min(...values),
    to: Math.max(...values),
    limit,
  };
}

/** `null`: nothing was promised. What could not be measured is not met. */
export function isMet({ value, limit }: Row): boolean | null {
  if (limit === null) return null;
  return 'least' in limit ? value >= limit.least : value <= limit.most;
}

export function sectionOf(
  title: string,
  parts: readonly { readonly rows: readonly Row[]; readonly foreign: number }[],
): Section {
  return {
    title,
    rows: parts.flatMap(({ rows }) => rows),
    foreign: Math.max(...parts.map(({ foreign }) => foreign)),
  };
}
