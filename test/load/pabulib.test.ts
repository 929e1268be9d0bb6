import { expect, test } from 'vitest';
import { shorten, expectedCounts, ruleFor } from './election-round.ts';
import { readElection } from './pabulib.ts';
import { splitRows } from './pabulib-rows.ts';

const village = (meta: string, votes: string) =>
  `META\nkey;value\nunit;Village\ninstance;2025\n${meta}\nPROJECTS\nproject_id;cost;votes;name\n` +
  `oak;100;2;An oak\nash;50;1;"Ash; ""tall"""\nelm;70;0;Elm\nVOTES\nvoter_id;vote;age\n${votes}`;

test('a file with BOM, CRLF, quoted cells and a missing last line break is read', () => {
  const text = `\uFEFF${village('vote_type;approval', '1;oak,ash;30\n2;"oak";')}`.replaceAll('\n', '\r\n');
  const election = readElection(text);
  expect(election.name).toBe('Village 2025');
  expect(election.projects[1]).toEqual({ id: 'ash', name: 'Ash; "tall"', published: 1 });
  expect(election.ballots).toEqual([
    { voter: '1', entries: ['oak', 'ash'] },
    { voter: '2', entries: ['oak'] },
  ]);
});

test('a quoted cell may hold line breaks, a quote within a cell is a quote', () => {
  expect(splitRows('a;"b\nc";\n5" pipe;"x"y')).toEqual([
    ['a', 'b\nc', ''],
    ['5" pipe', 'xy'],
  ]);
});

test('columns come in any order and most are optional', () => {
  const election = readElection(
    'META\nkey;value\nvote_type;choose-1\nPROJECTS\nname;project_id\nOak;1\n;2\nVOTES\nvote;voter_id\n2;x\n',
  );
  expect(election.projects).toEqual([
    { id: '1', name: 'Oak', published: null },
    { id: '2', name: '2', published: null },
  ]);
  expect(expectedCounts(election)).toEqual({
    counts: new Map([
      ['1', 0],
      ['2', 1],
    ]),
    published: false,
  });
});

test.each([
  ['vote_type;choose-1', '1;oak', { kind: 'choose', min: 1, max: 1 }],
  ['vote_type;approval', '1;oak', { kind: 'approve' }],
  ['vote_type;approval\nmin_length;2', '1;oak,ash', { kind: 'choose', min: 2, max: 3 }],
  ['vote_type;approval\nmin_length;1\nmax_length;2', '1;oak', { kind: 'choose', min: 1, max: 2 }],
  ['vote_type;approval\nmin_length;2\nmax_length;2', '1;oak', { kind: 'choose', min: 1, max: 2 }],
  ['vote_type;approval\nmax_length;9', '1;', { kind: 'approve' }],
])('the rule of %s', (meta, votes, rule) => {
  expect(ruleFor(readElection(village(meta, votes)))).toEqual(rule);
});

test.each(['ordinal', 'cumulative', 'scoring'])(
  '%s ballots are read, and named as not to be cast',
  (type) => {
    const election = readElection(village(`vote_type;${type}`, '1;ash,oak'));
    expect(election.ballots[0]?.entries).toEqual(['ash', 'oak']);
    expect(() => ruleFor(election)).toThrow(`vote_type ${type} cannot be cast yet`);
  },
);

test.each([
  ['unit;x', 'starts with a line META'],
  ['META\nkey;value\nvote_type;approval\nVOTES\nvoter_id;vote', 'PROJECTS is missing'],
  [village('vote_type;show of hands', '1;oak'), 'vote_type "show of hands"'],
  [village('vote_type;approval', '1;pine'), 'Voter 1 chose pine'],
  [village('vote_type;approval', '1;oak,oak'), 'twice'],
  [village('vote_type;approval\nmin_length;two', '1;oak'), '"two" should be a number'],
  [village('vote_type;approval', '1;"oak'), 'never closed'],
])('a broken file is refused with a sentence', (text, sentence) => {
  expect(() => readElection(text)).toThrow(sentence);
});

test('a long name becomes a title that fits, without half a character', () => {
  const title = shorten('🌲'.repeat(100), 120);
  expect(title).toBe(`${'🌲'.repeat(59)}…`);
});
