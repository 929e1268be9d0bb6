import { CrowdProcess } from '../crowd/crowd-process.ts';
import { cpuWhile } from './cpu-window.ts';
import { startProduct } from './product.ts';
import { type BenchOptions, repeat } from './repetitions.ts';
import { row, type Section, sectionOf } from './row.ts';

const VIEWERS = 500;
/** A device may vote four times a second: it takes so many for this rate. */
const VOTERS = 4_000;
const RATE = 10_500;
const SECONDS = 4;

/** How many ballots get through sockets to the disk and back, while some look on. */
export async function benchBallots(options: BenchOptions): Promise<Section> {
  await using product = await startProduct();
  using crowd = new CrowdProcess();
  const { origin, board } = product;
  const group = { origins: [origin], boards: [board] };
  await crowd.join('viewers', { ...group, phones: VIEWERS, hello: 'board', live: 0.1, watched: 0.1 });
  await crowd.join('voters', { ...group, phones: VOTERS, hello: 'socket.io', live: 1 });
  await crowd.drain(true);
  const cast = (seconds: number) =>
    crowd.cast('voters', { votes: RATE * seconds, rate: RATE, shownBy: 'viewers' });
  await cast(2);
  const { values, ...trouble } = await repeat(options, async () => {
    const { cpu, seconds, value } = await cpuWhile([product.pid, crowd.pid], () => cast(SECONDS));
    if (value.acknowledged < value.cast) throw new Error(`refused: ${JSON.stringify(value.refused)}`);
    const [server = 0, simulator = 0] = cpu;
    return { ...value, server, cores: server / seconds, simulator: simulator / seconds };
  });
  const name = (what: string) =>
    `${VIEWERS} look on, ${RATE.toLocaleString('en')} ballots/s are cast: ${what}`;
  const rows = [
    row(
      name('durable and acknowledged'),
      '/s',
      values.map((one) => one.acknowledged / one.answeredSeconds),
      { least: 10_000 },
    ),
    row(
      name('vote to its own acknowledgement, p50'),
      'ms',
      values.map((one) => one.acknowledgements.p50),
    ),
    row(
      name('vote to its own acknowledgement, p99'),
      'ms',
      values.map((one) => one.acknowledgements.p99),
      {
        most: 60,
      },
    ),
    row(
      name('vote to screen, p99'),
      'ms',
      values.map((one) => one.screens.p99),
    ),
    row(
      name('ticks'),
      '/s',
      values.map((one) => one.ticksPerSecond),
    ),
    row(
      name('server CPU per ballot, all included'),
      'µs',
      values.map((one) => (one.server * 1e6) / one.cast),
    ),
    row(
      name('CPU of the server'),
      'cores',
      values.map((one) => one.cores),
    ),
    row(
      name('CPU of the simulated phones'),
      'cores',
      values.map((one) => one.simulator),
    ),
  ];
  return sectionOf('Ballots: through sockets to the disk', [{ rows, ...trouble }]);
}
