import { expect, test } from 'vitest';
import type { Board } from '../../server/domain/board.ts';
import { giveCredit, withdrawCredit } from '../../server/domain/credit.ts';
import type { Decision } from '../../server/domain/decision.ts';
import { updateDraft } from '../../server/domain/draft.ts';
import { evolve } from '../../server/domain/evolve.ts';
import { eraseIdea } from '../../server/domain/idea.ts';
import { forLog, logLine } from '../../server/domain/log.ts';
import {
  answerObjection,
  buryIdea,
  foldIdea,
  mergeIdeas,
  objectTo,
  unfoldIdea,
} from '../../server/domain/moderation.ts';
import { publishOutcome } from '../../server/domain/outcome.ts';
import { promoteIdeas } from '../../server/domain/promotion.ts';
import { addRound, copyRound, showRound } from '../../server/domain/round.ts';
import { closeRound, openRound, revealRound } from '../../server/domain/run.ts';
import type { LogLine } from '../../shared/log-line.ts';
import { CONSENT } from '../../shared/mine.ts';
import { decided, someFields } from '../support/boards.ts';
import { collecting, handIn } from '../support/idea-rounds.ts';

/** The lines, and all that was logged as one text. */
function logged(start: Board, ...decisions: readonly ((board: Board) => Decision)[]) {
  let board = start;
  const changes = decisions.map((decide) => {
    const decision = decide(board);
    if (!decision.ok || !decision.change) throw new Error('nothing was decided');
    board = evolve(board, decision.change);
    return { seq: board.seq, at: 9, change: forLog(decision.change) };
  });
  const lines: Omit<LogLine, 'seq' | 'at'>[] = changes.map((change) => {
    const { seq: _seq, at: _at, ...line } = logLine(change);
    return line;
  });
  return { lines, text: JSON.stringify(changes) };
}

const start = decided(collecting(), (now) => addRound(now, someFields, 'tops'));
const legs = { roundId: 'legs' };

test('[M7] every act on ideas is logged, with category and sentence, without words of participants', () => {
  const { lines, text } = logged(
    start,
    handIn('oak'),
    handIn('ash'),
    handIn('elm'),
    (now) => foldIdea(now, 'oak', 'insult', 'Be kind.'),
    (now) => objectTo(now, 'oak', 'author-oak', 'I was kind.', 1_800),
    (now) => answerObjection(now, 'oak', 'You were not.'),
    (now) => unfoldIdea(now, 'oak'),
    (now) => mergeIdeas(now, ['oak', 'ash'], 'elm'),
    (now) => promoteIdeas(now, ['elm'], 'tops', 'draft'),
    (now) => updateDraft(now, 'tops', 'draft', { title: 'title of elm, oiled' }),
    (now) => copyRound(now, 'tops', 'copy', () => 'again'),
    (now) => eraseIdea(now, 'ash', 'author-ash'),
    (now) => buryIdea(now, 'elm', 'The law forbids it.'),
  );
  expect(lines).toEqual([
    { act: 'idea-added', ...legs, ideaIds: ['oak'] },
    { act: 'idea-added', ...legs, ideaIds: ['ash'] },
    { act: 'idea-added', ...legs, ideaIds: ['elm'] },
    { act: 'folded', ...legs, ideaIds: ['oak'], reason: 'insult', sentence: 'Be kind.' },
    { act: 'objected', ...legs, ideaIds: ['oak'] },
    { act: 'answered', ...legs, ideaIds: ['oak'], sentence: 'You were not.' },
    { act: 'unfolded', ...legs, ideaIds: ['oak'] },
    { act: 'merged', ...legs, ideaIds: ['oak', 'ash'] },
    { act: 'drafts-added', roundId: 'tops', ideaIds: ['elm'] },
    { act: 'draft-updated', roundId: 'tops' },
    { act: 'round-added', roundId: 'copy' },
    { act: 'erased', ...legs, ideaIds: ['ash'] },
    { act: 'buried', ...legs, ideaIds: ['elm'], sentence: 'The law forbids it.' },
  ]);
  expect(text).not.toMatch(/(title|text|alt) of|author-|I was kind/);
});

test('[C2] [M7] names come and go without being logged', () => {
  const fields = { name: 'Anastasia', consent: CONSENT };
  const { lines, text } = logged(
    start,
    (now) => giveCredit(now, { participant: 'ana-device', hasBallot: true }, fields, 'credit-id', 2_000),
    (now) => withdrawCredit(now, 'ana-device'),
  );
  expect(lines).toEqual([{ act: 'credit-given' }, { act: 'credit-withdrawn' }]);
  expect(text).not.toMatch(/Anastasia|ana-device|credit-id/);
});

test('what the maker does is logged as it is', () => {
  const board = decided(start, handIn('oak'), handIn('ash'));
  const outcome = { chosen: ['oak'], reason: '', text: 'Oak.', picture: null, alt: '', promise: null };
  const { lines, text } = logged(
    board,
    (now) => openRound(now, 'legs', 2_000),
    (now) => closeRound(now, 'legs', 3_000),
    (now) => revealRound(now, 'legs'),
    (now) => publishOutcome(now, 'legs', outcome, ['oak'], 4_000),
    (now) => showRound(now, null),
  );
  expect(lines.map(({ act }) => act)).toEqual([
    'round-opened',
    'round-closed',
    'round-revealed',
    'outcome-published',
    'round-shown',
  ]);
  expect(lines.at(-1)).toEqual({ act: 'round-shown' });
  expect(text).toContain('"Oak."');
});
