import { expect, test } from 'vitest';
import { type Ancestor, continuedIn, draftsFrom, familyOf, hasAncestors } from '../../client/lib/family.ts';
import { originNames } from '../../client/lib/origin-names.ts';
import { makeDraft, makeFamily, makeIdea, makeOutcome } from './boards-with-outcomes.ts';
import { makeRound, makeView } from './views.ts';

type Names = { [id: string]: Names };
const names = (family: readonly Ancestor[]): Names =>
  Object.fromEntries(family.map(({ entry, from }) => [entry.id, names(from)]));

test('a decision comes from drafts, these from ideas, and those from what was merged into them', () => {
  const { view, wood } = makeFamily({ outcome: makeOutcome() });
  const family = familyOf(view, wood);
  expect(names(family)).toEqual({ walnut: { shelf: {}, cable: { trunk: {} } } });
  expect(family[0]?.index).toBe(1);
  expect(hasAncestors(family)).toBe(true);
});

test('several ideas may feed one draft, and one idea several', () => {
  const { ideas } = makeFamily();
  const wood = makeRound({
    entries: [makeDraft('oak', ['shelf']), makeDraft('walnut', ['shelf', 'cable'])],
    outcome: makeOutcome({ chosen: ['oak', 'walnut'] }),
  });
  const view = { ...makeView(wood), rounds: [ideas, wood] };
  expect(names(familyOf(view, wood))).toEqual({
    oak: { shelf: {} },
    walnut: { shelf: {}, cable: { trunk: {} } },
  });
  expect(draftsFrom(view, 'shelf').map(({ entry }) => entry.id)).toEqual(['oak', 'walnut']);
});

test('an idea that was merged lives on in the drafts of the one it went into', () => {
  const { view } = makeFamily();
  expect(draftsFrom(view, 'trunk').map(({ entry }) => entry.id)).toEqual(['walnut']);
  expect(draftsFrom(view, 'junk')).toEqual([]);
});

test('merged ideas that point at each other end somewhere', () => {
  const ring = makeRound({
    id: 'ring',
    kind: 'ideas',
    entries: [makeIdea('a', { state: 'merged', into: 'b' }), makeIdea('b', { state: 'merged', into: 'a' })],
    outcome: makeOutcome({ chosen: ['a'] }),
  });
  const view = makeView(ring);
  expect(names(familyOf(view, ring))).toEqual({ a: { b: {} } });
  expect(draftsFrom(view, 'a')).toEqual([]);
});

test('a draft out of the blue has no family worth drawing', () => {
  const { view, wood } = makeFamily({ outcome: makeOutcome({ chosen: ['ash'] }) });
  expect(hasAncestors(familyOf(view, wood))).toBe(false);
});

test('the ideas of a round go on in the rounds of their drafts', () => {
  const { view, ideas, wood } = makeFamily();
  expect(continuedIn(view, ideas)).toEqual([wood]);
  expect(continuedIn(view, wood)).toEqual([]);
});

test('a draft names who had its ideas, where they left a name', () => {
  const { view } = makeFamily();
  expect(originNames(view, makeDraft('x', ['shelf', 'cable', 'unknown']))).toEqual(['Ana', null]);
  expect(originNames(view, makeDraft('x'))).toEqual([]);
});
