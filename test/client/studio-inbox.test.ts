import { describe, expect, test } from 'vitest';
import { Inbox } from '../../client/studio/moderation/inbox.svelte.ts';
import { countFilters, findIdeas, ideaRows, matches } from '../../client/studio/moderation/idea-rows.ts';
import type { BoardView } from '../../shared/board-view.ts';
import type { Objection } from '../../shared/entry.ts';
import { anIdea, ideasRound, ideasView } from './studio-ideas.ts';
import { ChangingBoard } from './changing-board.svelte.ts';
import { memoryKeep } from './views.ts';

const objection: Objection = { text: 'Doch!', at: 9_000, answer: null };
const board = ideasView(
  [
    anIdea('shown', { at: 1_000 }),
    anIdea('late', { at: 5_000, state: 'waiting' }),
    anIdea('early', { at: 2_000, state: 'waiting' }),
    anIdea('spam', { at: 3_000, state: 'folded', reason: 'spam' }),
    anIdea('objects', { at: 4_000, state: 'folded', reason: 'spam', objection }),
    anIdea('settled', { state: 'folded', reason: 'spam', objection: { ...objection, answer: 'Nein.' } }),
    anIdea('twin', { state: 'merged', into: 'shown' }),
    anIdea('gone', { state: 'gone', reason: 'author', title: '' }),
  ],
  { tally: { version: 1, ballots: 3, counts: [3, 0, 0, 0, 0, 0, 1, 0] } },
);

function inboxOf(view: BoardView, keep = memoryKeep()) {
  const inbox = new Inbox(() => view, keep);
  inbox.enter();
  return { inbox, keep, ids: () => inbox.rows.map(({ idea }) => idea.id) };
}

describe('what is to be done', () => {
  test('objections come first, then what waits, each in the order in which people wait', () => {
    const { inbox, ids } = inboxOf(board);
    expect(ids()).toEqual(['objects', 'early', 'late']);
    expect(inbox.toDo).toBe(3);
  });

  test('the first of it is at hand', () => {
    expect(inboxOf(board).inbox.current?.idea.id).toBe('objects');
  });

  test('with nothing to do the inbox opens with all there is', () => {
    const { inbox, ids } = inboxOf(ideasView([anIdea('a', { at: 1 }), anIdea('b', { at: 2 })]));
    expect(inbox.looking.filter).toBe('all');
    expect(ids()).toEqual(['b', 'a']);
  });
});

describe('finding ideas', () => {
  test('each state has its count', () => {
    expect(countFilters(ideaRows(board, 0))).toMatchObject({
      todo: 3,
      all: 8,
      shown: 1,
      folded: 3,
      merged: 1,
      gone: 1,
    });
  });

  test('every word counts, accents and case do not', () => {
    const idea = anIdea('a', { title: 'Ablage für Bücher', text: 'am Kopfende' });
    expect(matches(idea, 'BUCHER kopf')).toBe(true);
    expect(matches(idea, 'bücher füße')).toBe(false);
    expect(matches(idea, '  ')).toBe(true);
  });

  test('a picker offers six at most', () => {
    const many = Array.from({ length: 20 }, (_, n) => anIdea(`n${n}`));
    expect(findIdeas(many, 'titel')).toHaveLength(6);
  });

  test('the most supported come first when asked for', () => {
    const view = ideasView([anIdea('few'), anIdea('many'), anIdea('some')], {
      tally: { version: 1, ballots: 9, counts: [1, 9, 4] },
    });
    const { inbox, ids } = inboxOf(view);
    inbox.look({ sort: 'top' });
    expect(ids()).toEqual(['many', 'some', 'few']);
  });

  test('one round of several can be looked at alone', () => {
    const other = { ...ideasRound([anIdea('other')]), id: 'second' };
    const { inbox, ids } = inboxOf({ ...board, rounds: [...board.rounds, other] });
    inbox.look({ filter: 'all', roundId: 'second' });
    expect(ids()).toEqual(['other']);
    expect(inbox.toDo).toBe(3);
  });
});

test('a list that is no queue keeps its order until asked: new ideas are told, and wait', () => {
  const [a, b, c] = [anIdea('a', { at: 1 }), anIdea('b', { at: 2 }), anIdea('c', { at: 3 })];
  let view = ideasView([a, b]);
  const inbox = new Inbox(() => view, memoryKeep());
  const ids = () => inbox.rows.map(({ idea }) => idea.id);
  inbox.enter();
  view = ideasView([a, b, c]);
  expect(ids()).toEqual(['b', 'a']);
  expect(inbox.held).toBe(1);
  inbox.look({});
  expect(ids()).toEqual(['c', 'b', 'a']);
  expect(inbox.held).toBe(0);
});

test('what came since the inbox was last left is new', () => {
  const keep = memoryKeep();
  const { inbox } = inboxOf(board, keep);
  expect(inbox.someFresh).toBe(false);
  inbox.leave(3_500);
  const { inbox: next } = inboxOf(board, keep);
  expect(next.counts.fresh).toBe(2);
  expect(next.someFresh).toBe(true);
});

test('the keyboard goes from one to the next, and stays at the ends', () => {
  const { inbox } = inboxOf(board);
  expect(inbox.step(1)).toBe(1);
  expect(inbox.step(1)).toBe(2);
  expect(inbox.step(1)).toBe(2);
  expect(inbox.current?.idea.id).toBe('late');
  expect(inbox.step(-1)).toBe(1);
});

test('after an idea that is done the next one is at hand, after the last one the one before it: once', () => {
  const { inbox } = inboxOf(board);
  inbox.passOn('objects');
  inbox.passOn('objects');
  expect(inbox.current?.idea.id).toBe('early');
  inbox.step(1);
  inbox.passOn('late');
  expect(inbox.current?.idea.id).toBe('early');
});

describe('what comes in or leaves meanwhile does not move what is at hand', () => {
  const waiting = (id: string, at: number) => anIdea(id, { at, state: 'waiting' });
  const [one, two, three, four] = [waiting('1', 1), waiting('2', 2), waiting('3', 3), waiting('4', 4)];
  const objects = anIdea('objects', { at: 5, state: 'folded', reason: 'spam', objection });

  function changing(...ideas: Parameters<typeof ideasView>[0]) {
    const board = new ChangingBoard(ideasView(ideas));
    const inbox = new Inbox(() => board.view, memoryKeep());
    inbox.enter();
    return {
      inbox,
      now: (...then: Parameters<typeof ideasView>[0]) => {
        board.view = ideasView(then);
        return { at: inbox.current?.idea.id, ids: inbox.rows.map(({ idea }) => idea.id) };
      },
    };
  }

  test('an objection stands last, until the maker looks anew', () => {
    const { inbox, now } = changing(one, two);
    expect(now(one, two, objects)).toEqual({ at: '1', ids: ['1', '2', 'objects'] });
    inbox.look({});
    expect(inbox.rows.map(({ idea }) => idea.id)).toEqual(['objects', '1', '2']);
    expect(inbox.current?.idea.id).toBe('1');
  });

  test('what another device takes away leaves its neighbour at hand', () => {
    const { inbox, now } = changing(one, two, three, four);
    inbox.step(1);
    inbox.step(1);
    expect(now(one, two, four).at).toBe('4');
    expect(now(one, two, objects).at).toBe('2');
  });

  test('what comes back is not at hand again', () => {
    const { now } = changing(one, two);
    expect(now(two).at).toBe('2');
    expect(now(one, two)).toEqual({ at: '2', ids: ['2', '1'] });
  });

  test('where nothing else stood, nothing is at hand', () => {
    const { inbox, now } = changing(one);
    expect(now(objects).at).toBeUndefined();
    inbox.step(1);
    expect(inbox.current?.idea.id).toBe('objects');
  });

  test('it is known that something left, and what came moves nothing', () => {
    const { inbox, now } = changing(one, two);
    now(one, two, three);
    inbox.step(1);
    expect(inbox.left).toBe(0);
    now(two, three);
    inbox.step(1);
    now(three);
    expect(inbox.left).toBe(2);
  });

  test('the one at hand is let go of with a second tap, also the first', () => {
    const { inbox } = changing(one, two);
    inbox.takeUp('1');
    expect(inbox.current).toBeNull();
  });
});
