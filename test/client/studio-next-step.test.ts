import { describe, expect, test } from 'vitest';
import { collectingStep, nextStep, stepBack } from '../../client/studio/live/next-step.ts';
import type { BoardView, RoundStatus, RoundView } from '../../shared/board-view.ts';
import { plainHead } from '../support/plain-head.ts';
import { anIdea, ideasRound } from './studio-ideas.ts';

const outcome = {
  chosen: ['a0'],
  reason: '',
  text: '',
  picture: null,
  alt: '',
  promise: null,
  steps: [],
  publishedAt: 1,
  changedAt: 1,
};

describe('the next step', () => {
  test('an empty board wants a round', () => {
    expect(nextStep(board([])).kind).toBe('add-round');
  });

  test('a round without enough drafts wants them, and says how many', () => {
    expect(nextStep(board([round('a', 'draft', 1)]))).toMatchObject({ kind: 'add-drafts', missing: 1 });
  });

  test('open, close, reveal: one after the other', () => {
    const steps = (['draft', 'open', 'closed'] as const).map(
      (status) => nextStep(board([round('a', status)], 'a')).kind,
    );
    expect(steps).toEqual(['open', 'close', 'reveal']);
  });

  test('after the reveal the next planned round is shown', () => {
    const view = board([round('a', 'revealed'), round('b', 'closed'), round('c', 'draft')], 'a');
    expect(nextStep(view)).toMatchObject({ kind: 'show', round: { id: 'a' }, next: { id: 'c' } });
  });

  test('a round skipped earlier comes after those below', () => {
    const view = board([round('a', 'draft'), round('b', 'revealed'), round('c', 'draft')], 'b');
    expect(nextStep(view)).toMatchObject({ kind: 'show', next: { id: 'c' } });
    expect(nextStep(board([round('a', 'draft'), round('b', 'revealed')], 'b'))).toMatchObject({
      kind: 'show',
      next: { id: 'a' },
    });
  });

  test('the open round goes before the one shown', () => {
    const view = board([round('a', 'draft'), round('b', 'open')], 'a');
    expect(nextStep(view)).toMatchObject({ kind: 'close', round: { id: 'b' } });
  });

  test('nothing shown: the first planned round', () => {
    const view = board([round('a', 'revealed'), round('b', 'draft')]);
    expect(nextStep(view)).toMatchObject({ kind: 'open', round: { id: 'b' } });
  });

  test('all revealed: what becomes of it is told, then it is done', () => {
    expect(nextStep(board([round('a', 'revealed')], 'a'))).toMatchObject({
      kind: 'decide',
      round: { id: 'a' },
    });
    const decided = { ...round('a', 'revealed'), outcome };
    expect(nextStep(board([decided], 'a')).kind).toBe('done');
  });
});

describe('the next step of a round of ideas', () => {
  const before = { whileVoting: false, review: true, pictures: false, each: 3 };
  const planned = { status: 'draft', run: 0, collecting: false } as const;
  const ideas = (count: number, state: 'shown' | 'waiting' | 'folded' = 'shown') =>
    Array.from({ length: count }, (_, n) => anIdea(`${state}${n}`, { state }));
  const stepOf = (round: RoundView) => nextStep(board([round], round.id));

  test('collected before the vote: collect, wait, look, open', () => {
    const start = { ...planned, ideas: before };
    expect(stepOf(ideasRound([], start)).kind).toBe('collect');
    const collecting = { ...start, collecting: true };
    expect(stepOf(ideasRound(ideas(1), collecting))).toMatchObject({ kind: 'gather', missing: 1 });
    expect(stepOf(ideasRound(ideas(4, 'waiting'), collecting))).toMatchObject({ kind: 'review', waiting: 4 });
    expect(stepOf(ideasRound([...ideas(2), ...ideas(1, 'waiting')], collecting)).kind).toBe('open');
  });

  test('[I8] it opens with none while new ones may come', () => {
    expect(stepOf(ideasRound([], planned)).kind).toBe('open');
  });

  test('what is folded does not count towards opening', () => {
    const round = ideasRound([...ideas(1), ...ideas(3, 'folded')], {
      ...planned,
      ideas: before,
      collecting: true,
    });
    expect(stepOf(round)).toMatchObject({ kind: 'gather', missing: 1 });
  });

  test('[I1] collecting starts before a round and during it, and not after it', () => {
    const at = (fields: Partial<RoundView>, count = 0) => collectingStep(ideasRound(ideas(count), fields));
    expect(at(planned)).toBe('first');
    expect(at(planned, 2)).toBe('again');
    expect(at({ ...planned, collecting: true })).toBe('end');
    expect(at({ status: 'open', collecting: true })).toBe('pause');
    expect(at({ status: 'open', collecting: false })).toBe('resume');
    expect(at({ status: 'closed', collecting: false })).toBeNull();
    expect(collectingStep(round('a', 'open'))).toBeNull();
  });
});

describe('one step back', () => {
  const MINUTE = 60_000;

  test('[R17] closing can be taken back for a minute', () => {
    const closed = { ...round('a', 'closed'), closedAt: 1_000 };
    expect(stepBack(closed, 60_999, MINUTE)).toEqual({ kind: 'reopen', until: 61_000 });
    expect(stepBack(closed, 61_000, MINUTE)).toBeNull();
  });

  test('[R18] opening only while nobody has voted', () => {
    const open = round('a', 'open');
    expect(stepBack(open, 0, MINUTE)?.kind).toBe('unopen');
    expect(stepBack({ ...open, tally: { version: 1, ballots: 1, counts: null } }, 0, MINUTE)).toBeNull();
  });

  test('[R17] closing that has shown hidden counts has no step back', () => {
    const closed = { ...round('a', 'closed'), closedAt: 0, results: 'after-close' as const };
    expect(stepBack(closed, 1, MINUTE)?.kind).toBe('reopen');
    expect(stepBack({ ...closed, tally: { version: 1, ballots: 1, counts: [1, 0] } }, 1, MINUTE)).toBeNull();
  });

  test('[O1] what was decided on is not hidden again', () => {
    expect(stepBack({ ...round('a', 'revealed'), outcome }, 0, MINUTE)).toBeNull();
  });

  test('[R16] a reveal is hidden again, a planned round has no step back', () => {
    expect(stepBack(round('a', 'revealed'), 0, MINUTE)?.kind).toBe('hide');
    expect(stepBack(round('a', 'draft'), 0, MINUTE)).toBeNull();
  });
});

function round(id: string, status: RoundStatus, drafts = 2): RoundView {
  const entries = Array.from({ length: drafts }, (_, index) => ({
    id: `${id}${index}`,
    title: `Entwurf ${index}`,
    text: '',
    picture: null,
    alt: '',
  }));
  return {
    id,
    kind: 'drafts',
    question: 'Welcher?',
    status,
    run: status === 'draft' ? 0 : 1,
    rule: { kind: 'choose', min: 1, max: 1 },
    results: 'live',
    seconds: null,
    openedAt: null,
    closesAt: null,
    closedAt: null,
    ideas: null,
    collecting: false,
    outcome: null,
    tally: { version: 0, ballots: 0, counts: entries.map(() => 0) },
    entries,
  };
}

function board(rounds: RoundView[], currentRoundId: string | null = null): BoardView {
  return {
    seq: 1,
    present: 0,
    rounds,
    credits: [],
    head: {
      id: 'board',
      slug: 'board',
      joinCode: 'K7PX2M',
      title: 'Nachttisch',
      reason: '',
      makerName: '',
      accent: 'kiefer',
      language: 'de',
      ...plainHead,
      currentRoundId,
    },
  };
}
