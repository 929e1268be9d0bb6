import type { report as german } from '../de/report.ts';
import type { Messages } from '../messages.ts';

export const report: Messages<typeof german> = {
  by: (maker) => `By ${maker}`,
  ballots: (n, text) => (n === 1 ? '1 ballot' : `${text} ballots`),
  closed: (day) => `closed on ${day}`,
  run: (n) => `run ${n}`,
  notOpened: 'Not voted on yet.',
  place: 'Rank',
  entry: 'Entry',
  votes: 'Votes',
  idea: 'Idea',
  folded: (n) => `${n} folded`,
  merged: (n) => `${n} merged`,
  gone: (n) => `${n} deleted`,
  decision: 'Decision',
  why: (reason) => `Why: ${reason}`,
  kept: (text) => (text ? `Kept: ${text}` : 'Kept.'),
  postponed: (day, why) => `Postponed to ${day}: ${why}`,
  credits: 'Made with',
};
