import type { Picture } from '../../shared/entry.ts';
import { aBoard, someFields } from './boards.ts';
import type { Board } from '../../server/domain/board.ts';
import type { Decision } from '../../server/domain/decision.ts';
import { addDrafts } from '../../server/domain/draft.ts';
import { giveCredit, withdrawCredit } from '../../server/domain/credit.ts';
import { collectIdeas, eraseIdea, submitIdea } from '../../server/domain/idea.ts';
import { buryIdea, foldIdea, mergeIdeas, objectTo, publishIdea } from '../../server/domain/moderation.ts';
import { addStep, publishOutcome } from '../../server/domain/outcome.ts';
import { promoteIdeas } from '../../server/domain/promotion.ts';
import { addRound } from '../../server/domain/round.ts';
import { closeRound, openRound, revealRound } from '../../server/domain/run.ts';
import type { Store } from '../../server/store/store.ts';
import { committed } from './stored-boards.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 4, 1, 9);

/**
 * A stored board after the whole loop: ideas in every state, merged ones with supporters of both, a round of drafts in two
 * runs with a withdrawn ballot, an outcome with a kept promise, a name that is thanked and one that was withdrawn.
 */
export async function storeWholeBoard(store: Store, picture: Picture | null = null): Promise<Board> {
  let board = aBoard();
  await store.createBoard(board);
  let now = START;
  const decide = async (decision: (board: Board, now: number) => Decision) => {
    now += 1_000;
    board = await committed(store, board, (before) => decision(before, now), now);
  };
  const cast = async (roundId: string, who: string, rev: number, entries: string[], points?: number[]) => {
    const run = board.rounds.find(({ id }) => id === roundId)?.run ?? 0;
    const ballot = { participant: who, rev, entries, ...(points && { points }) };
    const result = await store.castBallots({ boardId: board.id, roundId, run, now, ballots: [ballot] });
    if (!result.ok) throw new Error(result.code);
  };

  const ideas = { whileVoting: true, review: true, pictures: true, each: 20 };
  await decide((b) => addRound(b, { ...someFields, rule: { kind: 'points', budget: 5 }, ideas }, 'ideas'));
  await decide((b) => addRound(b, { ...someFields, rule: { kind: 'rank', max: 3 } }, 'drafts'));
  await decide((b, at) => collectIdeas(b, 'ideas', true, false, at));
  for (const [id, author] of Object.entries(IDEAS)) {
    const words = { id, title: `Idea ${id}`, text: `Words of ${id}`, picture, alt: '' };
    await decide((b, at) => submitIdea(b, 'ideas', words, author, at));
    if (id !== 'waiting') await decide((b) => publishIdea(b, id));
  }
  await decide((b, at) => openRound(b, 'ideas', at));
  await cast('ideas', 'ana', 1, ['drawer', 'drawers'], [2, 1]);
  await cast('ideas', 'ben', 1, ['drawers'], [5]);
  await cast('ideas', 'cem', 1, ['folded', 'lamp'], [1, 4]);
  await decide((b) => foldIdea(b, 'folded', 'off-topic', 'Not a table.'));
  await decide((b, at) => objectTo(b, 'folded', 'author-folded', 'But it is!', at));
  await decide((b) => mergeIdeas(b, ['drawers'], 'drawer'));
  await decide((b) => buryIdea(b, 'illegal', 'Against the law.'));
  await decide((b) => eraseIdea(b, 'erased', 'author-erased'));
  await decide((b, at) => closeRound(b, 'ideas', at));
  await decide((b) => revealRound(b, 'ideas'));

  await decide((b) => promoteIdeas(b, ['drawer'], 'drafts', 'promoted'));
  const oak = { id: 'oak', title: '=Oak "1"', text: 'Line\nbreak ', picture: null, alt: '' };
  await decide((b) => addDrafts(b, 'drafts', [oak]));
  await decide((b, at) => openRound(b, 'drafts', at));
  await cast('drafts', 'ana', 1, ['oak']);
  await decide((b, at) => closeRound(b, 'drafts', at));
  await decide((b, at) => openRound(b, 'drafts', at));
  await cast('drafts', 'ana', 1, ['promoted', 'oak']);
  await cast('drafts', 'ben', 1, ['promoted']);
  await cast('drafts', 'cem', 1, ['oak']);
  await cast('drafts', 'cem', 2, []);
  const thanks = { hasBallot: true, participant: 'ana' };
  await decide((b, at) => giveCredit(b, thanks, { name: 'Ana Lind', consent: 1 }, 'credit-ana', at));
  const secret = { hasBallot: true, participant: 'ben' };
  await decide((b, at) => giveCredit(b, secret, { name: 'Benedikt', consent: 1 }, 'credit-ben', at));
  await decide((b) => withdrawCredit(b, 'ben'));
  await decide((b, at) => closeRound(b, 'drafts', at));
  await decide((b) => revealRound(b, 'drafts'));
  const promise = { text: 'Twelve of them', by: START + 30 * DAY };
  const made = { chosen: ['promoted'], reason: '', text: 'So it is.', picture, alt: '', promise };
  await decide((b, at) => publishOutcome(b, 'drafts', made, ['promoted'], at));
  const kept = { kind: 'kept', text: 'All twelve are done.', by: null, picture: null, alt: '' } as const;
  await decide((b, at) => addStep(b, 'drafts', kept, at));
  return board;
}

/** Id → author. */
const IDEAS = {
  drawer: 'ana',
  drawers: 'dora',
  lamp: 'ben',
  folded: 'author-folded',
  illegal: 'author-illegal',
  erased: 'author-erased',
  waiting: 'dora',
};
