import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { type Baseline, keyOf, machine } from './report.ts';
import type { Section } from './row.ts';

const FILE = join(import.meta.dirname, '../baseline.json');
const DOCUMENT = join(import.meta.dirname, '../../../docs/performance.md');
const [FROM, TO] = ['<!-- bench: written by npm run bench -- --save -->', '<!-- bench: end -->'];

interface Saved {
  readonly machine: string;
  readonly values: Baseline;
}

/** Null where none was saved. */
export function readBaseline(): Baseline | null {
  if (!existsSync(FILE)) return null;
  return (JSON.parse(readFileSync(FILE, 'utf8')) as Saved).values;
}

export function saveBaseline(sections: readonly Section[]): void {
  const measured = sections.flatMap((section) =>
    section.rows.map((row) => [keyOf(section, row), round(row.value)]),
  );
  const saved: Saved = { machine: machine(), values: Object.fromEntries(measured) };
  writeFileSync(FILE, `${JSON.stringify(saved, null, 2)}\n`);
}

/** The tables go between two marks of the document. */
export async function saveTables(tables: string): Promise<void> {
  const text = withTables(readFileSync(DOCUMENT, 'utf8'), tables);
  writeFileSync(DOCUMENT, await format(text, { parser: 'markdown', printWidth: 110 }));
}

export function withTables(text: string, tables: string): string {
  const [from, to] = [text.indexOf(FROM), text.indexOf(TO)];
  if (from < 0 || to < from) throw new Error('docs/performance.md lacks the marks of its tables.');
  return `${text.slice(0, from + FROM.length)}\n\n${tables}\n${text.slice(to)}`;
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
