import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../shared/limits.ts';
import { exported as german } from '../../shared/messages/de/export.ts';
import { exported as english } from '../../shared/messages/en/export.ts';
import type { ExportedRound } from './export-schema.ts';

type Column = readonly [heading: string, cell: (entry: ExportedRound['entries'][number]) => string | number];

/** A table that a German (or English) Excel opens by double click: its separator, its decimal sign, UTF-8 with a mark. */
export function exportCsv(round: ExportedRound, language: Language): string {
  const columns = columnsOf(round, language);
  const rows = round.entries.map((entry) => columns.map(([, cell]) => cell(entry)));
  return stringify([columns.map(([heading]) => heading), ...rows], {
    bom: true,
    delimiter: language === 'de' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

function columnsOf({ round, ballots }: ExportedRound, language: Language): readonly Column[] {
  const texts = language === 'de' ? german : english;
  const { format } = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false });
  const percent = (part = 0) => format(part * 100);
  const { kind } = round.rule;
  const isIdeas = round.kind === 'ideas';
  const { votes, points, wins } = texts;
  const count = { choose: votes, approve: votes, rank: points, points, duel: wins }[kind];
  const all: readonly (Column | false)[] = [
    [texts.rank, ({ rank }) => rank ?? ''],
    [isIdeas ? texts.idea : texts.draft, ({ title }) => disarm(title)],
    isIdeas && [texts.state, ({ state = 'shown' }) => texts.states[state]],
    [count, (entry) => entry.votes],
    kind === 'rank' && [texts.firsts, ({ firsts = 0 }) => firsts],
    [texts.ballots, () => ballots],
    [kind === 'duel' ? texts.chance : texts.share, ({ share }) => percent(share)],
    kind === 'duel' && [texts.low, ({ low }) => percent(low)],
    kind === 'duel' && [texts.high, ({ high }) => percent(high)],
    [texts.tie, ({ tied }) => (tied ? texts.yes : texts.no)],
    [texts.text, ({ text }) => disarm(text)],
  ];
  return all.filter((column) => column !== false);
}

/** The library disarms formulas at the start of a cell; spreadsheets also run them after white space and signs that do not show. */
function disarm(text: string): string {
  return /^[\s\p{C}\p{M}]+[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text;
}
