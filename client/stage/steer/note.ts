import type { Rejection } from '../../../shared/ack.ts';
import type { stage as de } from '../../../shared/messages/de/stage.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import type { Note } from './desk.svelte.ts';

/** The one small sentence after a key. */
export function noteSentence(
  note: Note,
  t: Messages<typeof de>,
  sentence: (no: Rejection) => string,
): string {
  if (typeof note !== 'string') return sentence(note);
  return {
    'only-shows': t.onlyShows,
    'undo-hint': t.undoHint,
    'under-way': t.underWay,
    'too-many': t.tooMany,
    'no-round': t.nothingShown,
    'empty-sheet': t.noRound,
    'last-round': t.lastRound,
    'first-round': t.firstRound,
    'close-first': t.closeFirst,
    'already-closed': t.alreadyClosed,
    'no-ideas': t.noIdeas,
    'no-ranking': t.noRanking,
    'no-outcome': t.noOutcome,
  }[note];
}
