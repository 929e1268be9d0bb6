import type { Mine, OwnIdea } from '../../shared/mine.ts';
import type { Board } from './board.ts';
import { findCredit } from './credit.ts';
import { isIdea, type StoredIdea } from './idea.ts';

/** [P4] What is stored about a participant on the board itself; ballots are in the store. */
export function mineOf(board: Board, participant: string): Mine {
  const ideas: OwnIdea[] = [];
  const erased: string[] = [];
  for (const { id, entries, spent } of board.rounds) {
    for (const entry of entries) {
      if (isIdea(entry) && entry.author === participant) ideas.push(ownIdea(id, entry));
    }
    for (const author of spent) if (author === participant) erased.push(id);
  }
  const credit = findCredit(board, participant);
  return {
    ideas,
    ...(erased.length > 0 && { erased }),
    credit: credit ? { name: credit.name, consent: credit.consent, at: credit.at } : null,
  };
}

function ownIdea(roundId: string, idea: StoredIdea): OwnIdea {
  const { id, title, text, picture, alt, at, state, reason, sentence, objection, objected, into } = idea;
  return {
    id,
    roundId,
    title,
    text,
    picture,
    alt,
    at,
    state,
    ...(reason && { reason }),
    ...(sentence && { sentence }),
    ...(objection && { objection }),
    ...(objected && { objected }),
    ...(into && { into }),
  };
}
