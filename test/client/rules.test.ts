import { beforeEach, expect, test } from 'vitest';
import { rulesOf, versionOf } from '../../client/lib/rules.ts';
import { keepSeenRules, newTopics, seenRules } from '../../client/lib/seen-rules.ts';
import type { BallotRule, BoardHead, RoundView, RulesChange } from '../../shared/board-view.ts';
import { rules as de } from '../../shared/messages/de/rules.ts';
import { rules as en } from '../../shared/messages/en/rules.ts';
import { makeRound, makeView, memoryKeep } from './views.ts';

const words = {
  language: 'de' as 'de' | 'en',
  moment: (time: number) => `um ${time}`,
  duration: (seconds: number) => `${seconds / 86_400} Tage`,
  list: (parts: readonly string[]) => parts.join(' und '),
};
const head: BoardHead = makeView().head;
const told = (round: RoundView | null, fields: Partial<BoardHead> = {}, t: typeof de = de) =>
  rulesOf({ ...head, ...fields }, round, t, words)
    .flatMap(({ sentences }) => sentences)
    .join(' ')
    .replaceAll('\u00a0', ' ');

beforeEach(() => {
  words.language = 'de';
});

test.each<[BallotRule, string, string]>([
  [{ kind: 'choose', min: 1, max: 1 }, 'Du wählst einen Entwurf.', 'Jede Wahl zählt eine Stimme'],
  [{ kind: 'choose', min: 2, max: 2 }, 'Du wählst genau 2 Entwürfe.', 'die meisten Stimmen gewinnen'],
  [{ kind: 'choose', min: 1, max: 9 }, 'Du wählst 1 bis 3 Entwürfe.', 'die meisten Stimmen gewinnen'],
  [{ kind: 'approve' }, 'so viele Entwürfe, wie du magst', 'die meisten Stimmen gewinnen'],
  [{ kind: 'rank', max: 2 }, 'bis zu 2 Entwürfe in eine Reihenfolge', 'erster Platz bringt 2 Punkte'],
  [{ kind: 'points', budget: 7 }, 'bis zu 7 Punkte', 'Die Punkte aller werden zusammengezählt'],
  [{ kind: 'duel' }, 'Jedes Paar kommt nur einmal.', 'Wie unsicher das ist, steht dabei.'],
])('a round of %j says what to do and how it is counted', (rule, what, counted) => {
  const text = told(makeRound({ rule }));
  expect(text).toContain(what);
  expect(text).toContain(counted);
});

test('the terms of the board are told: who decides, ties, and until when what is stored', () => {
  const terms = { decides: 'maker', ties: 'runoff', keepDays: 30 } as const;
  const text = told(makeRound(), { terms });
  expect(text).toContain('Tischlerei entscheidet, eure Stimmen sind der Rat dazu.');
  expect(text).toContain('Bei Gleichstand gibt es eine Stichwahl.');
  expect(text).toContain('30 Tage nach dem Ende der letzten Runde wird alles gelöscht.');
  expect(told(null, { endsAt: Date.UTC(2027, 1, 3, 12) })).toContain(
    'Am 3. Februar 2027 wird alles gelöscht.',
  );
  expect(told(makeRound(), { terms: { ...terms, ties: 'all', decides: 'votes' } })).toContain(
    'Was vorn liegt, wird gemacht.',
  );
});

test('a maker without a name is the studio, at the start of a sentence with a capital', () => {
  const text = told(makeRound({ results: 'after-close' }), { makerName: '' });
  expect(text).toContain('Die Werkstatt schließt die Runde von Hand.');
  expect(text).toContain('auch die Werkstatt nicht');
});

test('the end is told as it is set: by hand, at a time, after so long, or over', () => {
  expect(told(makeRound({ closesAt: 7 }))).toContain('Die Runde endet: um 7.');
  expect(told(makeRound({ status: 'draft', seconds: 172_800 }))).toContain('läuft die Runde 2 Tage');
  expect(told(makeRound({ status: 'revealed', closesAt: 7, closedAt: 9 }))).toContain('zu Ende: um 9.');
});

test('a round of ideas tells how they are taken', () => {
  const ideas = { whileVoting: true, review: true, pictures: false, each: 3 };
  const text = told(makeRound({ kind: 'ideas', ideas, rule: { kind: 'rank', max: 9 } }));
  expect(text).toContain('Du kannst 3 Ideen einreichen, auch während abgestimmt wird.');
  expect(text).toContain('sobald Tischlerei sie gelesen hat');
  expect(text).toContain('du kannst einmal widersprechen');
  expect(text).toContain('bis zu 9 Ideen in eine Reihenfolge');
  const before = { ...ideas, whileVoting: false, review: false, each: 1 };
  expect(told(makeRound({ kind: 'ideas', ideas: before }))).toContain(
    'Du kannst eine Idee einreichen, bis die Abstimmung beginnt. Jede ist sofort zu sehen.',
  );
});

test('one vote per device is promised, and nothing more', () => {
  for (const t of [de, en] as (typeof de)[]) {
    const text = told(makeRound(), {}, t);
    expect(text).toMatch(/Eine Stimme pro Gerät|One vote per device/);
    expect(text).not.toMatch(/sicher|manipul|tamper|secure/i);
  }
});

const changes: readonly RulesChange[] = [
  { version: 2, at: 5, topics: ['ties'], whileOpen: true },
  { version: 3, at: 6, topics: ['ties', 'decides'], whileOpen: false },
];

test('[G1] the version of the rules is told with what was changed last', () => {
  expect(versionOf(head, de, words)).toBe('Fassung 1, seit der ersten Runde unverändert');
  expect(versionOf({ rules: { version: 3, changes } }, de, words)).toBe(
    'Fassung 3, zuletzt geändert um 6: was bei Gleichstand gilt und wer entscheidet',
  );
});

test('[G2] a device is told what has changed since it was here, and nothing on its first visit', () => {
  const keep = memoryKeep();
  const rules = { version: 3, changes };
  expect(newTopics(rules, seenRules(keep, 'board'))).toEqual([]);
  keepSeenRules(keep, 'board', 1);
  expect(newTopics(rules, seenRules(keep, 'board'))).toEqual(['ties', 'decides']);
  keepSeenRules(keep, 'board', 3);
  expect(newTopics(rules, seenRules(keep, 'board'))).toEqual([]);
  expect(seenRules(keep, 'another')).toBeNull();
});
