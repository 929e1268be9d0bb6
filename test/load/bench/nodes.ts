import { findRedis } from '../../support/redis-server.ts';
import { CrowdProcess } from '../crowd/crowd-process.ts';
import { type Nodes, startNodes } from '../nodes.ts';
import { cpuWhile } from './cpu-window.ts';
import { openBoard } from './open-board.ts';
import { type BenchOptions, repeat } from './repetitions.ts';
import { type Row, row, type Section, sectionOf } from './row.ts';

const COUNTS = [1, 2, 3] as const;
/** Full halls at once, as many as neither one server nor two can tell as often as they would. */
const BOARDS = 4;
const PHONES = 18_000;
const VOTERS = 80;
const RATE = 200;
const SECONDS = 5;

interface Told {
  readonly framesPerSecond: number;
  readonly nodes: number;
  readonly redis: number;
  readonly simulator: number;
}

/** So many servers on one Redis, and a process of phones of their own: one alone may not open as many files. */
interface Setup {
  readonly count: number;
  readonly nodes: Nodes;
  readonly crowd: CrowdProcess;
}

/** As many phones on as many boards of one, two and three servers on one Redis, in turn. */
export async function benchNodes(options: BenchOptions): Promise<Section> {
  if (findRedis() === null) throw new Error('no Redis found');
  const setups: Setup[] = [];
  try {
    for (const count of COUNTS) {
      const setup = { count, nodes: await startNodes(count, 'everysec'), crowd: new CrowdProcess() };
      setups.push(setup);
      await bringPhones(setup);
    }
    for (const setup of setups) await tell(setup, setups);
    const { values, ...trouble } = await repeat(options, async () => {
      const told: Told[] = [];
      for (const setup of setups) told.push(await tell(setup, setups));
      return told;
    });
    return sectionOf('Nodes: frames that arrived, from one, two and three servers on one Redis', [
      { rows: rowsOf(values), ...trouble },
    ]);
  } finally {
    for (const { nodes, crowd } of setups) {
      crowd[Symbol.dispose]();
      await nodes[Symbol.asyncDispose]();
    }
  }
}

async function bringPhones({ nodes: { maker, origins }, crowd }: Setup): Promise<void> {
  const boards = [];
  for (let n = 0; n < BOARDS; n += 1) boards.push(await openBoard(maker));
  const group = { origins, boards };
  await crowd.join('phones', { ...group, phones: PHONES, hello: 'board', live: 0 });
  await crowd.join('voters', { ...group, phones: VOTERS, hello: 'socket.io', live: 1 });
  await crowd.drain(true);
}

/** While it counts nobody reads: the phones' share of the processor would be missing in the servers'. */
async function tell({ nodes: { servers, redisPid }, crowd }: Setup, all: readonly Setup[]): Promise<Told> {
  for (const one of all) {
    await one.crowd.receive('phones');
    await one.crowd.drain(false);
  }
  const pids = [redisPid, crowd.pid, ...servers.map(({ child }) => child.pid ?? 0)];
  const { cpu, seconds, value } = await cpuWhile(pids, () =>
    crowd.cast('voters', { votes: RATE * SECONDS, rate: RATE }),
  );
  for (const one of all) await one.crowd.drain(true);
  const { frames, lost } = await crowd.receive('phones');
  if (lost > 0) throw new Error(`${lost} phones were lost`);
  if (value.acknowledged < value.cast) throw new Error(`refused: ${JSON.stringify(value.refused)}`);
  const [redis = 0, simulator = 0, ...nodes] = cpu.map((one) => one / seconds);
  return {
    framesPerSecond: frames / seconds,
    nodes: nodes.reduce((sum, one) => sum + one, 0),
    redis,
    simulator,
  };
}

function rowsOf(values: readonly (readonly Told[])[]): Row[] {
  const of = (count: number, pick: (told: Told) => number) =>
    values.flatMap((told) => told.slice(count - 1, count).map(pick));
  const [one, two, three] = COUNTS.map((count) => of(count, (told) => told.framesPerSecond));
  const times = (some: readonly number[] = []) => some.map((rate, n) => rate / (one?.[n] ?? Number.NaN));
  const share = ({ redis, nodes }: Told) => (100 * redis) / (redis + nodes);
  return [
    row('two nodes, times the frames of one', '×', times(two), { least: 1.7 }),
    row('three nodes, times the frames of one', '×', times(three)),
    row('two nodes: share of Redis in the CPU of all servers', '%', of(2, share), { most: 5 }),
    ...COUNTS.flatMap((count) => [
      row(
        `${count} ${count === 1 ? 'node' : 'nodes'}: frames`,
        '/s',
        of(count, (told) => told.framesPerSecond),
      ),
      row(
        `${count} ${count === 1 ? 'node' : 'nodes'}: CPU of the nodes`,
        'cores',
        of(count, (told) => told.nodes),
      ),
      row(
        `${count} ${count === 1 ? 'node' : 'nodes'}: CPU of Redis`,
        'cores',
        of(count, (told) => told.redis),
      ),
    ]),
    row(
      'two nodes: CPU of the simulated phones',
      'cores',
      of(2, (told) => told.simulator),
    ),
  ];
}
