import { cpus, totalmem } from 'node:os';
import { isMet, type Limit, type Row, type Section, type Unit } from './row.ts';

/** Values of an earlier run by section and name, to compare with. */
export type Baseline = Readonly<Record<string, number>>;

export const keyOf = ({ title }: Section, { name }: Row) => `${title} · ${name}`;

/** All sections as Markdown; with a baseline, what was saved before stands beside each value. */
export function reportOf(sections: readonly Section[], baseline: Baseline | null): string {
  return sections.map((section) => sectionReport(section, baseline)).join('\n');
}

/** Which limits were met, in a sentence. */
export function verdictOf(sections: readonly Section[]): string {
  const rows = sections.flatMap((section) => section.rows.filter(({ limit }) => limit !== null));
  const missed = rows.filter((one) => isMet(one) === false);
  // One digit more than in the tables: a limit may be missed by less than they show.
  const names = missed.map(
    ({ name, value, unit, limit }) => `- ${name}: ${told(value, unit, 1)}, limit ${toldLimit(limit, unit)}`,
  );
  return [`${rows.length - missed.length} of ${rows.length} limits met.`, ...names].join('\n');
}

/** What it was measured on: values belong to a machine, ratios less so. */
export function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1_024 ** 3);
  return `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${memory} GiB, Node ${process.versions.node}`;
}

function sectionReport(section: Section, baseline: Baseline | null): string {
  const { title, rows, foreign, failed } = section;
  const before = (cell: string) => (baseline === null ? [] : [cell]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = rows.map((one) => {
    const { name, unit, value, from, to, limit } = one;
    const saved = baseline?.[keyOf(section, one)];
    return line([
      name,
      told(value, unit),
      from === to ? '' : `${told(from, unit)} to ${told(to, unit)}`,
      limit === null ? '' : toldLimit(limit, unit),
      { true: 'met', false: '**missed**', null: '' }[String(isMet(one)) as 'true' | 'false' | 'null'],
      ...before(saved === undefined ? '' : told(saved, unit)),
    ]);
  });
  return [
    `### ${title}`,
    '',
    line(['', 'median', 'of repetitions', 'limit', '', ...before('saved before')]),
    line(['---', '---:', '---:', '---:', '---', ...before('---:')]),
    ...lines,
    '',
    `Others used ${foreign.toFixed(2)} cores at most meanwhile.${toldFailed(failed)}`,
    '',
  ].join('\n');
}

function toldFailed(failed: number): string {
  if (failed === 0) return '';
  return failed === 1
    ? ' One repetition failed and was done again.'
    : ` ${failed} repetitions failed and were done again.`;
}

const HUNDREDTHS: ReadonlySet<Unit> = new Set(['×', 'cores', 's']);

function toldLimit(limit: Limit | null, unit: Unit): string {
  if (limit === null) return '';
  return 'least' in limit ? `≥ ${told(limit.least, unit)}` : `≤ ${told(limit.most, unit)}`;
}

function told(value: number, unit: Unit, more = 0): string {
  if (Number.isNaN(value)) return 'not measured';
  const usual = HUNDREDTHS.has(unit) ? 2 : Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0;
  const digits = usual + more;
  const number = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '' ? number : unit === '/s' ? `${number}/s` : `${number} ${unit}`;
}
