import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import { evolve } from '../../server/domain/evolve.ts';
import { isIdea, type StoredIdea } from '../../server/domain/idea.ts';
import { boardForSteps, decideStep, ideaSteps } from '../support/idea-steps.ts';

test('[B5] [I7] [M4] [M6] [W1] whatever is done with ideas, the board stays sound', () => {
  fc.assert(
    fc.property(ideaSteps, (steps) => {
      let board = boardForSteps();
      for (const step of steps) {
        const decision = decideStep(board, step);
        if (!decision.ok || !decision.change) continue;
        const before = board;
        board = evolve(before, decision.change);
        expect(evolve(before, JSON.parse(JSON.stringify(decision.change)))).toEqual(board);
        expectPlacesKept(before, board);
        expectFlatMerges(board);
        expectNothingOfTheGone(board);
        expectSceneIsThere(board);
      }
    }),
    { numRuns: 400 },
  );
});

function ideasOf(board: Board): readonly StoredIdea[] {
  return board.rounds.find(({ id }) => id === 'legs')?.entries.filter(isIdea) ?? [];
}

function expectPlacesKept(before: Board, after: Board): void {
  if (!after.rounds.some(({ id }) => id === 'legs')) return;
  const old = ideasOf(before).map(({ id }) => id);
  expect(
    ideasOf(after)
      .slice(0, old.length)
      .map(({ id }) => id),
  ).toEqual(old);
}

/** What castBallots reads of merged ideas leads to one that is counted itself. */
function expectFlatMerges(board: Board): void {
  const ideas = new Map(ideasOf(board).map((idea) => [idea.id, idea]));
  for (const { state, into } of ideas.values()) {
    if (state === 'merged') expect(into).not.toBeNull();
    if (into !== null) expect(ideas.get(into)?.into).toBeNull();
    if (into !== null) expect(['merged', 'gone']).toContain(state);
  }
}

function expectNothingOfTheGone(board: Board): void {
  for (const idea of ideasOf(board)) {
    if (idea.state !== 'gone') continue;
    expect(idea).toMatchObject({
      title: '',
      text: '',
      picture: null,
      alt: '',
      author: null,
      objection: null,
    });
  }
}

function expectSceneIsThere({ scene, rounds }: Board): void {
  if (!scene || scene.kind === 'credits') return;
  const round = rounds.find(({ id }) => id === scene.roundId);
  expect(round).toBeDefined();
  if (scene.kind !== 'idea') return;
  const idea = round?.entries.find(({ id }) => id === scene.ideaId);
  expect(idea && isIdea(idea) && idea.state).toBe('shown');
}
