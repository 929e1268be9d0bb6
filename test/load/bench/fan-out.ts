import { CrowdProcess } from '../crowd/crowd-process.ts';
import { Rival } from '../rival.ts';
import { cpuWhile } from './cpu-window.ts';
import { openBoard } from './open-board.ts';
import { startProduct } from './product.ts';
import { type BenchOptions, repeat } from './repetitions.ts';
import { type Measured, row, type Section, sectionOf } from './row.ts';

type Name = 'product' | 'bare' | 'stock';
/** `votes`: the product takes as many votes as before, but nobody looks at what they are for. */
type Step = Name | 'votes';
const STEPS = ['product', 'votes', 'bare', 'stock'] as const;

/** A pace that all three keep, and enough deliveries that the CPU's clock sees them. */
const SIZES = [
  { phones: 1_000, ticks: 40, perSecond: 10 },
  { phones: 5_000, ticks: 16, perSecond: 5 },
] as const;

const VOTERS = 20;

/** What one delivery costs: the product, a bare `ws` server and stock Socket.IO tell the same bytes, in turn. */
export async function benchFanOut(options: BenchOptions): Promise<Section> {
  const parts: Measured[] = [];
  for (const size of SIZES) parts.push(await measureFanOut(size, options));
  return sectionOf('Fan-out: server CPU per frame that arrived on a phone', parts);
}

interface Size {
  readonly phones: number;
  readonly ticks: number;
  readonly perSecond: number;
}

async function measureFanOut(size: Size, options: BenchOptions): Promise<Measured> {
  const { phones, ticks, perSecond } = size;
  await using product = await startProduct();
  using bare = await Rival.start('bare');
  using stock = await Rival.start('stock');
  using crowd = new CrowdProcess();
  const group = { phones, live: 0.1 };
  await crowd.join('product', {
    ...group,
    origins: [product.origin],
    hello: 'board',
    boards: [product.board],
    watched: 0.01,
  });
  await crowd.join('bare', { ...group, origins: [bare.origin], hello: 'websocket' });
  await crowd.join('stock', { ...group, origins: [stock.origin], hello: 'socket.io' });
  const unseen = { hello: 'socket.io', boards: [await openBoard(product.maker)] } as const;
  await crowd.join('unseen', { ...unseen, origins: [product.origin], phones: VOTERS, live: 1 });
  await crowd.drain(true);
  const voteEvery = { votes: ticks, rate: perSecond, voters: VOTERS };
  // Code is loaded and compiled before anything counts, and the frame that all tell is one of the product's.
  await crowd.cast('product', voteEvery);
  const order = { text: await crowd.lastFrame('product'), times: ticks, everyMs: 1_000 / perSecond };
  await bare.tell(order);
  await stock.tell(order);

  const perDelivery = async (name: Name, pid: number, act: () => Promise<unknown>) => {
    await crowd.receive(name);
    const {
      cpu: [cpu = 0],
    } = await cpuWhile([pid], act);
    const { frames, lost } = await crowd.receive(name);
    if (lost > 0) throw new Error(`${lost} phones of ${name} were lost`);
    if (Math.abs(frames / phones - ticks) > ticks / 10)
      throw new Error(`${name} told ${(frames / phones).toFixed(1)} frames instead of ${ticks}`);
    return (cpu * 1e6) / frames;
  };
  const measure: Record<Step, () => Promise<number>> = {
    product: () => perDelivery('product', product.pid, () => crowd.cast('product', voteEvery)),
    votes: async () => {
      const { cpu } = await cpuWhile([product.pid], () => crowd.cast('unseen', voteEvery));
      return ((cpu[0] ?? 0) * 1e6) / (phones * ticks);
    },
    bare: () => perDelivery('bare', bare.pid, () => bare.tell(order)),
    stock: () => perDelivery('stock', stock.pid, () => stock.tell(order)),
  };
  const { values, ...trouble } = await repeat(options, async (n) => {
    const one = { product: 0, votes: 0, bare: 0, stock: 0 };
    // Each begins as often as the others.
    for (const at of STEPS.keys()) {
      const step = STEPS[(n + at) % STEPS.length] ?? 'product';
      one[step] = await measure[step]();
    }
    return one;
  });
  const of = (pick: (one: Record<Step, number>) => number) => values.map(pick);
  const where = `${phones.toLocaleString('en')} phones`;
  return {
    ...trouble,
    rows: [
      row(
        `${where}: telling by the product, times the bare \`ws\` server`,
        '×',
        of((one) => (one.product - one.votes) / one.bare),
        { most: 1.15 },
      ),
      row(
        `${where}: stock \`io.to().emit\`, times telling by the product`,
        '×',
        of((one) => one.stock / (one.product - one.votes)),
        { least: 1.4 },
      ),
      row(
        `${where}: all that the product did, votes included, times the bare \`ws\` server`,
        '×',
        of((one) => one.product / one.bare),
        { most: 1.15 },
      ),
      row(
        `${where}: stock, times all that the product did, votes included`,
        '×',
        of((one) => one.stock / one.product),
        { least: 1.4 },
      ),
      row(
        `${where}: the product`,
        'µs',
        of((one) => one.product),
      ),
      row(
        `${where}: of that its votes and heartbeats`,
        'µs',
        of((one) => one.votes),
      ),
      row(
        `${where}: bare \`ws\`, one prepared frame`,
        'µs',
        of((one) => one.bare),
      ),
      row(
        `${where}: stock Socket.IO`,
        'µs',
        of((one) => one.stock),
      ),
    ],
  };
}
