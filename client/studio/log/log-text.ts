import type { BoardView } from '../../../shared/board-view.ts';
import type { LogLine } from '../../../shared/log-line.ts';
import { words } from '../../lib/words.ts';
import { t } from '../words.ts';

/** What the maker did with ideas, and what their authors did. */
const MODERATION = new Set([
  'published',
  'folded',
  'unfolded',
  'objected',
  'answered',
  'buried',
  'merged',
  'split',
  'erased',
]);

export function isModeration({ act }: Pick<LogLine, 'act'>): boolean {
  return MODERATION.has(act);
}

export interface LogText {
  readonly text: string;
  /** The round it was about, where there still is one. */
  readonly round: string | null;
  /** Of a folding. */
  readonly reason: string | null;
  readonly sentence: string | null;
}

/** A line in words. An act that this page does not know yet is told as what it is: some change. */
export function logText(line: LogLine, { rounds }: Pick<BoardView, 'rounds'>): LogText {
  const at = rounds.findIndex(({ id }) => id === line.roundId);
  const { reason = null, sentence = null } = line;
  return {
    text: sentenceOf(line),
    round: at === -1 ? null : words.common.round(at + 1),
    reason: reason && t().inbox.reasons[reason],
    sentence,
  };
}

function sentenceOf({ act, ideaIds = [] }: LogLine): string {
  const acts: Readonly<Record<string, string | ((n: number) => string)>> = t().log.acts;
  const known = Object.hasOwn(acts, act) ? acts[act] : t().log.unknown;
  return typeof known === 'function' ? known(ideaIds.length) : (known ?? t().log.unknown);
}
