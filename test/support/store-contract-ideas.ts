import fc from 'fast-check';
import { expect, test } from 'vitest';
import { giveCredit } from '../../server/domain/credit.ts';
import { evolve } from '../../server/domain/evolve.ts';
import { removeRound } from '../../server/domain/round.ts';
import { CONSENT } from '../../shared/mine.ts';
import { decided } from './boards.ts';
import { withIdeas } from './idea-rounds.ts';
import { boardForSteps, decideStep, ideaSteps } from './idea-steps.ts';
import type { OpenStore } from './store-contract.ts';
import { committed } from './stored-boards.ts';

export function ideaContract(open: OpenStore): void {
  const named = () =>
    decided(
      withIdeas('oak', 'ash', 'elm'),
      ...['ana', 'ben'].map(
        (who) => (now: ReturnType<typeof withIdeas>) =>
          giveCredit(now, { participant: who, hasBallot: true }, { name: who, consent: CONSENT }, who, 2_000),
      ),
    );

  test('a board with ideas and names is read and listed as it was written, also after reopening', async () => {
    await using opened = await open();
    const board = named();
    await opened.store.createBoard(board);
    expect(await opened.store.readBoard(board.id)).toEqual(board);
    const again = await opened.reopen();
    expect(await again.readBoard(board.id)).toEqual(board);
    expect(await again.listBoards()).toEqual([board]);
  });

  test('[B5] [I7] [C1] whatever is done with ideas, the stored board is the evolved one', async () => {
    await fc.assert(
      fc.asyncProperty(ideaSteps, async (steps) => {
        await using opened = await open();
        let board = boardForSteps();
        await opened.store.createBoard(board);
        for (const step of steps) {
          const decision = decideStep(board, step);
          if (!decision.ok || !decision.change) continue;
          board = evolve(board, decision.change);
          expect(await opened.store.commit(board, decision.change, step.at)).toBe(true);
        }
        expect(await opened.store.readBoard(board.id)).toEqual(board);
        expect(await (await opened.reopen()).listBoards()).toEqual([board]);
      }),
      { numRuns: 15 },
    );
  });

  test('[S3] a removed round or board leaves no idea and no name behind', async () => {
    await using opened = await open();
    const { store } = opened;
    const board = named();
    await store.createBoard(board);
    await committed(store, board, (now) => removeRound(now, 'legs'));
    await store.removeBoard(board.id);
    expect(await store.createBoard(board)).toBe('created');
    expect(await store.readBoard(board.id)).toEqual(board);
  });
}
