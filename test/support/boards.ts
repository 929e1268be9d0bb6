import type { Draft } from '../../shared/entry.ts';
import { type Board, newBoard } from '../../server/domain/board.ts';
import type { RoundFields } from '../../server/domain/change.ts';
import type { Decision } from '../../server/domain/decision.ts';
import { addDrafts } from '../../server/domain/draft.ts';
import { evolve } from '../../server/domain/evolve.ts';
import { addRound, type Round } from '../../server/domain/round.ts';

export function aBoard(id = 'bedside'): Board {
  return newBoard(
    { title: 'Nachttisch', reason: '', makerName: 'Ida', accent: 'kiefer', language: 'de' },
    { id, slug: `slug-${id}`, joinCode: `code-${id}`, stageToken: `stage-${id}` },
    1_000,
  );
}

/** A board with one draft round of these drafts; ids are their titles. */
export function aBoardWith(
  drafts: readonly string[],
  fields: Partial<RoundFields> = {},
  roundId = 'legs',
): Board {
  const board = decided(aBoard(), (now) => addRound(now, { ...someFields, ...fields }, roundId));
  return drafts.length === 0 ? board : decided(board, (now) => addDrafts(now, roundId, drafts.map(aDraft)));
}

export const someFields: RoundFields = {
  question: 'Which legs?',
  rule: { kind: 'choose', min: 1, max: 1 },
  results: 'live',
  seconds: null,
  ideas: null,
};

export function aDraft(title: string): Draft {
  return { id: title, title, text: '', picture: null, alt: '' };
}

/** The board after these decisions, one after the other; a refusal fails the test. */
export function decided(board: Board, ...decisions: readonly ((board: Board) => Decision)[]): Board {
  return decisions.reduce((now, decide) => {
    const decision = decide(now);
    if (!decision.ok) throw new Error(`refused: ${decision.no.code}`);
    return decision.change ? evolve(now, decision.change) : now;
  }, board);
}

export function theRound(board: Board, roundId = 'legs'): Round {
  const round = board.rounds.find(({ id }) => id === roundId);
  if (!round) throw new Error(`no round ${roundId}`);
  return round;
}

/** The code of a refusal; `null`: it was not refused. */
export function refusal(decision: Decision): string | null {
  return decision.ok ? null : decision.no.code;
}
