import { expect, test } from 'vitest';
import { choiceText, readChoice, WITHDRAWN } from '../../server/store/stored-choice.ts';

test('a ballot without points stays the list of ids that files have always held', () => {
  expect(choiceText({ entries: ['oak', 'ash'] })).toBe('["oak","ash"]');
  expect(readChoice('["oak","ash"]')).toEqual({ entries: ['oak', 'ash'] });
});

test('[V5] points stand beside the ids', () => {
  const choice = { entries: ['oak', 'ash'], points: [3, 1] };
  expect(choiceText(choice)).toBe('[["oak",3],["ash",1]]');
  expect(readChoice(choiceText(choice))).toEqual(choice);
});

test('[V6] withdrawn is withdrawn, with points or without', () => {
  expect([choiceText({ entries: [] }), choiceText({ entries: [], points: [] })]).toEqual([
    WITHDRAWN,
    WITHDRAWN,
  ]);
  expect(readChoice(WITHDRAWN)).toEqual({ entries: [] });
});
