import fc from 'fast-check';
import type { Board } from '../../server/domain/board.ts';
import { giveCredit, withdrawCredit } from '../../server/domain/credit.ts';
import type { Decision } from '../../server/domain/decision.ts';
import { collectIdeas, eraseIdea, submitIdea } from '../../server/domain/idea.ts';
import * as moderation from '../../server/domain/moderation.ts';
import { publishOutcome, removeOutcome } from '../../server/domain/outcome.ts';
import { promoteIdeas } from '../../server/domain/promotion.ts';
import { addRound, copyRound, removeRound, updateRound } from '../../server/domain/round.ts';
import { closeRound, openRound, revealRound, undoRound } from '../../server/domain/run.ts';
import { showScene } from '../../server/domain/scene.ts';
import { CONSENT } from '../../shared/mine.ts';
import { aBoard, decided, someFields } from './boards.ts';
import { settings, words } from './idea-rounds.ts';

export interface IdeaStep {
  readonly verb: keyof typeof verbs;
  readonly idea: string;
  readonly other: string;
  readonly flag: boolean;
  readonly at: number;
}

const ids = fc.constantFrom('oak', 'ash', 'elm', 'fir');
const outcome = { reason: 'Because.', text: '', picture: null, alt: '', promise: null };

/** What people do with the round of ideas `legs` and the round of drafts `tops`; each participant has one idea. */
const verbs = {
  collect: (board, { flag, at }) => collectIdeas(board, 'legs', flag, true, at),
  submit: (board, { idea, at }) => submitIdea(board, 'legs', words(idea), `author-${idea}`, at),
  resubmit: (board, { idea, other, at }) =>
    submitIdea(board, 'legs', words(`${idea}-2`), `author-${other}`, at),
  erase: (board, { idea }) => eraseIdea(board, idea, `author-${idea}`),
  publish: (board, { idea }) => moderation.publishIdea(board, idea),
  fold: (board, { idea }) => moderation.foldIdea(board, idea, 'spam', 'No.'),
  unfold: (board, { idea }) => moderation.unfoldIdea(board, idea),
  object: (board, { idea, at }) => moderation.objectTo(board, idea, `author-${idea}`, 'But.', at),
  answer: (board, { idea }) => moderation.answerObjection(board, idea, 'So it is.'),
  bury: (board, { idea }) => moderation.buryIdea(board, idea, 'Forbidden.'),
  merge: (board, { idea, other }) => moderation.mergeIdeas(board, [idea], other),
  split: (board, { idea }) => moderation.splitIdea(board, idea),
  promote: (board, { idea, other, at }) => promoteIdeas(board, [idea, other], 'tops', `draft-${at}`),
  review: (board, { flag, at }) =>
    updateRound(board, 'legs', { ideas: { ...settings, review: flag } }, { confirmed: true, now: at }),
  copy: (board, { flag, at }) => {
    let made = 0;
    return copyRound(board, flag ? 'legs' : 'tops', `copy-${at}`, () => `new-${at}-${made++}`);
  },
  open: (board, { at }) => openRound(board, 'legs', at),
  close: (board, { at }) => closeRound(board, 'legs', at),
  reveal: (board) => revealRound(board, 'legs'),
  undo: (board, { at }) => undoRound(board, 'legs', 0, at),
  choose: (board, { idea, at }) => publishOutcome(board, 'legs', { ...outcome, chosen: [idea] }, [], at),
  unchoose: (board) => removeOutcome(board, 'legs'),
  spotlight: (board, { idea, flag }) =>
    showScene(
      board,
      flag ? { kind: 'idea', roundId: 'legs', ideaId: idea } : { kind: 'wall', roundId: 'legs' },
    ),
  name: (board, { idea, at }) =>
    giveCredit(
      board,
      { participant: `author-${idea}`, hasBallot: true },
      { name: `Name of ${idea}, ${at}`, consent: CONSENT },
      `credit-${at}`,
      at,
    ),
  unname: (board, { idea }) => withdrawCredit(board, `author-${idea}`),
  remove: (board, { flag }) => removeRound(board, flag ? 'legs' : 'copy-0'),
} satisfies Record<string, (board: Board, step: IdeaStep) => Decision>;

export const ideaSteps: fc.Arbitrary<readonly IdeaStep[]> = fc
  .array(
    fc.record({
      verb: fc.constantFrom(...(Object.keys(verbs) as (keyof typeof verbs)[]), 'submit', 'submit', 'merge'),
      idea: ids,
      other: ids,
      flag: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((steps) => steps.map((step, at) => ({ ...step, at: 2_000 + at * 100 })));

export function decideStep(board: Board, step: IdeaStep): Decision {
  return verbs[step.verb](board, step);
}

/** Ideas are collected, and a name has been left. */
export function boardForSteps(): Board {
  return decided(
    aBoard(),
    (now) => addRound(now, { ...someFields, rule: { kind: 'approve' }, ideas: settings }, 'legs'),
    (now) => addRound(now, someFields, 'tops'),
    (now) => collectIdeas(now, 'legs', true, undefined, 1_500),
    (now) => submitIdea(now, 'legs', words('oak'), 'author-oak', 1_600),
    (now) => submitIdea(now, 'legs', words('ash'), 'author-ash', 1_700),
  );
}
