import type { Time } from '../../shared/board-view.ts';
import { CONSENT, type OwnCredit } from '../../shared/mine.ts';
import type { Board } from './board.ts';
import { change, type Decision, refuse, UNCHANGED } from './decision.ts';
import { isIdea } from './idea.ts';

/** The name a participant left for the credits. `id` is what audiences get to know of the participant. */
export interface StoredCredit extends OwnCredit {
  readonly id: string;
  readonly participant: string;
}

/** Who leaves a name; `hasBallot`: holds a ballot with entries in any run of a round of this board. */
export interface Contributor {
  readonly participant: string;
  readonly hasBallot: boolean;
}

/** [C1] `creditId` names the credit of somebody who had none. */
export function giveCredit(
  board: Board,
  { participant, hasBallot }: Contributor,
  { name, consent }: Pick<OwnCredit, 'name' | 'consent'>,
  creditId: string,
  now: Time,
): Decision {
  if (consent !== CONSENT) return refuse('consent_outdated');
  if (!hasBallot && !hasIdea(board, participant)) return refuse('nothing_to_credit');
  const old = findCredit(board, participant);
  if (old?.name === name && old.consent === consent) return UNCHANGED;
  const credit = { id: old?.id ?? creditId, participant, name, consent, at: now };
  return change({ kind: 'credit-given', credit, replaces: old !== undefined });
}

/** [C2] */
export function withdrawCredit(board: Board, participant: string): Decision {
  const credit = findCredit(board, participant);
  return credit ? change({ kind: 'credit-withdrawn', creditId: credit.id }) : UNCHANGED;
}

export function findCredit({ credits }: Board, participant: string): StoredCredit | undefined {
  return credits.find((credit) => credit.participant === participant);
}

function hasIdea({ rounds }: Board, participant: string): boolean {
  return rounds.some(({ entries }) => entries.some((entry) => isIdea(entry) && entry.author === participant));
}
