import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../shared/limits.ts';
import { exported as german } from '../../shared/messages/de/export.ts';
import { exported as english } from '../../shared/messages/en/export.ts';
import type { ExportedRound } from './export-schema.ts';

/** A table that a German (or English) Excel opens by double click: its separator, its decimal sign, UTF-8 with a mark. */
export function exportCsv(round: ExportedRound, language: Language): string {
  const texts = language === 'de' ? german : english;
  const percent = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false });
  const rows = round.entries.map((entry) => [
    entry.rank,
    disarm(entry.title),
    entry.votes,
    round.ballots,
    percent.format(entry.share * 100),
    entry.tied ? texts.yes : texts.no,
    disarm(entry.text),
  ]);
  const { rank, draft, votes, ballots, share, tie, text } = texts;
  return stringify([[rank, draft, votes, ballots, share, tie, text], ...rows], {
    bom: true,
    delimiter: language === 'de' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

/** The library disarms formulas at the start of a cell; spreadsheets also run them after white space and signs without width. */
function disarm(text: string): string {
  return /^[\s\u00ad\u200b-\u200f\u2060]+[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}
