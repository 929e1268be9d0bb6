import type { CrowdBoard } from '../crowd/crowd-phone.ts';
import { type Maker, openElection } from '../maker.ts';

/** A board with three drafts, of which each phone chooses one. */
export async function openBoard(maker: Maker): Promise<CrowdBoard> {
  const { boardId, slug, roundId, run, drafts, seq } = await openElection(maker, {
    name: 'Bench',
    voteType: 'choose-1',
    minLength: 1,
    maxLength: 1,
    maxSumPoints: null,
    scoringFn: 'borda',
    defaultScore: 0,
    projects: ['1', '2', '3'].map((id) => ({ id, name: `Draft ${id}`, votes: null, score: null })),
    ballots: [],
  });
  return { boardId, slug, roundId, run, entries: [...drafts.values()], seq };
}
