import { expect, test } from 'vitest';
import { choiceOf, ruleFor, shorten } from './election-round.ts';
import { readElection } from './pabulib.ts';
import { splitRows } from './pabulib-rows.ts';
import { compare } from './published-result.ts';

const village = (meta: string, votes: string) =>
  `META\nkey;value\nunit;Village\ninstance;2025\n${meta}\nPROJECTS\nproject_id;cost;votes;name\n` +
  `oak;100;2;An oak\nash;50;1;"Ash; ""tall"""\nelm;70;0;Elm\nVOTES\nvoter_id;vote;age\n${votes}`;

test('a file with BOM, CRLF, quoted cells and a missing last line break is read', () => {
  const text = `\uFEFF${village('vote_type;approval', '1;oak,ash;30\n2;"oak";')}`.replaceAll('\n', '\r\n');
  const election = readElection(text);
  expect(election.name).toBe('Village 2025');
  expect(election.projects[1]).toEqual({ id: 'ash', name: 'Ash; "tall"', votes: 1, score: null });
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
    { id: '1', name: 'Oak', votes: null, score: null },
    { id: '2', name: '2', votes: null, score: null },
  ]);
  expect(compare(election, new Map([['2', 1]]), [])).toEqual([
    { of: 'tally', to: 'recount', differences: [] },
  ]);
});

test.each([
  ['vote_type;choose-1', '1;oak', { kind: 'choose', min: 1, max: 1 }],
  ['vote_type;approval', '1;oak', { kind: 'approve' }],
  ['vote_type;approval\nmin_length;2', '1;oak,ash', { kind: 'choose', min: 2, max: 3 }],
  ['vote_type;approval\nmin_length;1\nmax_length;2', '1;oak', { kind: 'choose', min: 1, max: 2 }],
  ['vote_type;approval\nmin_length;2\nmax_length;2', '1;oak', { kind: 'choose', min: 1, max: 2 }],
  ['vote_type;approval\nmax_length;9', '1;', { kind: 'approve' }],
  ['vote_type;ordinal\nmax_length;2', '1;ash,oak', { kind: 'rank', max: 2 }],
  ['vote_type;ordinal\nmax_length;2', '1;ash,oak,elm', { kind: 'rank', max: 3 }],
  ['vote_type;ordinal', '1;ash', { kind: 'rank', max: 3 }],
])('the rule of %s', (meta, votes, rule) => {
  expect(ruleFor(readElection(village(meta, votes)))).toEqual(rule);
});

const pointed = (meta: string, votes: string, columns = 'votes;score', rows = ['1;5', '2;4', '0;0']) =>
  `META\nkey;value\nunit;Village\n${meta}\nPROJECTS\nproject_id;${columns}\n` +
  `${['oak', 'ash', 'elm'].map((id, at) => `${id};${rows[at]}`).join('\n')}\n` +
  `VOTES\nvoter_id;vote;points\n${votes}`;

test.each([
  ['vote_type;cumulative\nmax_sum_points;10', '1;ash,oak;6,4', { kind: 'points', budget: 10 }],
  ['vote_type;cumulative\nmax_sum_points;5', '1;ash,oak;6,4', { kind: 'points', budget: 10 }],
  ['vote_type;scoring', '1;ash,oak;5,3', { kind: 'points', budget: 8 }],
])('the rule of %s', (meta, votes, rule) => {
  expect(ruleFor(readElection(pointed(meta, votes)))).toEqual(rule);
});

test('the best is first on an ordinal ballot, and points stand beside the projects of a cumulative one', () => {
  const ordinal = readElection(village('vote_type;ordinal', '1;ash,oak'));
  expect(ordinal.ballots).toEqual([{ voter: '1', entries: ['ash', 'oak'] }]);
  const cumulative = readElection(
    pointed('vote_type;cumulative\nmax_sum_points;9', '1;"ash,oak,elm";"5,4,0"'),
  );
  expect(cumulative.ballots).toEqual([{ voter: '1', entries: ['ash', 'oak', 'elm'], points: [5, 4, 0] }]);
  expect(cumulative.ballots.map(choiceOf)).toEqual([{ entries: ['ash', 'oak'], points: [5, 4] }]);
  expect(choiceOf({ voter: '2', entries: ['oak'], points: [0] })).toBeNull();
  expect(choiceOf({ voter: '2', entries: [] })).toBeNull();
});

test.each([
  ['vote_type;scoring\ndefault_score;1', '1;oak;5', 'not listed have points'],
  ['vote_type;scoring', '1;oak;-5', 'Voter 1 gives points that are no whole numbers'],
  ['vote_type;cumulative', '1;oak;0.5', 'Voter 1 gives points that are no whole numbers'],
  ['vote_type;cumulative\nmax_sum_points;1000', '1;oak;5', 'spreads 100 points at most, here it is 1000'],
])('ballots that cannot be cast are named: %s', (meta, votes, sentence) => {
  expect(() => ruleFor(readElection(pointed(meta, votes)))).toThrow(sentence);
});

test('points are compared with the column score, and those who gave any with the column votes', () => {
  const election = readElection(pointed('vote_type;cumulative\nmax_sum_points;9', '1;oak,ash;5,1\n2;ash;3'));
  const acknowledged = [{ entries: ['oak', 'ash'] }, { entries: ['ash'] }];
  const sound = new Map([
    ['oak', 5],
    ['ash', 4],
  ]);
  expect(compare(election, sound, acknowledged)).toEqual([
    { of: 'tally', to: 'score', differences: [] },
    { of: 'ballots', to: 'votes', differences: [] },
  ]);
  const [tally, ballots] = compare(election, new Map([['oak', 6]]), acknowledged.slice(1));
  expect(tally?.differences.map(({ project, expected, counted }) => [project, expected, counted])).toEqual([
    ['oak', 5, 6],
    ['ash', 4, 0],
  ]);
  expect(ballots?.differences.map(({ project, expected, counted }) => [project, expected, counted])).toEqual([
    ['oak', 1, 0],
    ['ash', 2, 1],
  ]);
});

test('[T5] ranked ballots are no column votes: their points are compared with a recount, or with a Borda score', () => {
  const plain = readElection(village('vote_type;ordinal\nmax_length;2', '1;oak,ash\n2;oak'));
  const counts = new Map([
    ['oak', 4],
    ['ash', 1],
  ]);
  expect(compare(plain, counts, plain.ballots)).toEqual([
    { of: 'tally', to: 'recount', differences: [] },
    { of: 'ballots', to: 'votes', differences: [] },
  ]);
  const meta = 'vote_type;ordinal\nmax_length;3';
  const scored = readElection(pointed(meta, '1;oak,ash;', 'score', ['3', '2', '0']));
  expect(
    compare(
      scored,
      new Map([
        ['oak', 3],
        ['ash', 2],
      ]),
      [],
    ),
  ).toEqual([{ of: 'tally', to: 'score', differences: [] }]);
  const other = readElection(
    pointed(`${meta}\nscoring_fn;plurality`, '1;oak,ash;\n2;oak;', 'score', ['2', '0', '0']),
  );
  expect(
    compare(
      other,
      new Map([
        ['oak', 6],
        ['ash', 2],
      ]),
      [],
    ),
  ).toEqual([{ of: 'tally', to: 'recount', differences: [] }]);
});

test('[T6] projects listed without points are on nobody’s ballot: the column votes is left aside', () => {
  const election = readElection(
    pointed('vote_type;cumulative', '1;oak,elm;5,0\n2;ash;4', 'votes;score', ['1;5', '1;4', '1;0']),
  );
  const counts = new Map([
    ['oak', 5],
    ['ash', 4],
  ]);
  expect(compare(election, counts, []).map(({ to }) => to)).toEqual(['score']);
});

test.each([
  ['unit;x', 'starts with a line META'],
  ['META\nkey;value\nvote_type;approval\nVOTES\nvoter_id;vote', 'PROJECTS is missing'],
  [village('vote_type;show of hands', '1;oak'), 'vote_type "show of hands"'],
  [village('vote_type;approval', '1;pine'), 'Voter 1 chose pine'],
  [village('vote_type;approval', '1;oak,oak'), 'twice'],
  [village('vote_type;approval\nmin_length;two', '1;oak'), '"two" should be a number'],
  [village('vote_type;approval', '1;"oak'), 'never closed'],
  [village('vote_type;cumulative', '1;oak'), 'lists 1 projects and 0 numbers of points'],
])('a broken file is refused with a sentence', (text, sentence) => {
  expect(() => readElection(text)).toThrow(sentence);
});

test('a long name becomes a title that fits, without half a character', () => {
  const title = shorten('🌲'.repeat(100), 120);
  expect(title).toBe(`${'🌲'.repeat(59)}…`);
});
