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

/** What went wrong while something was measured. */
export interface Trouble {
  /** Cores that other processes used meanwhile: the most of all repetitions that count. */
  readonly foreign: number;
  /** Repetitions that failed, and were done again. */
  readonly failed: number;
}

export interface Measured extends Trouble {
  readonly rows: readonly Row[];
}

/** What one bench tells. */
export interface Section extends Measured {
  readonly title: string;
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

export function sectionOf(title: string, parts: readonly Measured[]): Section {
  return { title, rows: parts.flatMap(({ rows }) => rows), ...troubleOf(parts) };
}

/** Of several parts together. */
export function troubleOf(parts: readonly Trouble[]): Trouble {
  return {
    foreign: Math.max(...parts.map(({ foreign }) => foreign)),
    failed: parts.reduce((sum, { failed }) => sum + failed, 0),
  };
}
