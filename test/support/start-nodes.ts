import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type App, createApp } from '../../server/app.ts';
import { connectedPeers } from '../../server/nodes/connected-peers.ts';
import type { Mark } from '../../server/live/peers.ts';
import type { Bus } from '../../server/nodes/signals.ts';
import { nodeBus } from '../../server/nodes/node-bus.ts';
import { redisAdapter } from '../../server/nodes/redis-adapter.ts';
import { randomIds } from '../../server/ops/ids.ts';
import { silentLog } from '../../server/ops/log.ts';
import { openRedis, type RedisStores } from '../../server/store/redis.ts';
import { ManualClock } from './manual-clock.ts';
import { noAssets } from './no-assets.ts';
import { addressesIn } from './redis-store.ts';
import { type BoardSetup, TestBoard } from './start-board.ts';

/** A server in this process that shares its Redis with others. */
export interface TestNode {
  readonly app: App;
  readonly url: string;
  readonly store: RedisStores['store'];
  readonly isOver: boolean;
  end(): Promise<void>;
}

export interface NodesSetup extends BoardSetup {
  /** `false`: as on a Redis before 7. */
  readonly isSharded?: boolean;
  /** `true`: this signal never arrives. */
  readonly isLost?: (mark: Mark) => boolean;
}

/** What comes through when all that was signalled before has. */
const FLUSH = 'flush';

/** Several servers on one Redis, by one clock that the test turns; the board is made on the first. */
export class TestNodes implements AsyncDisposable {
  readonly board: TestBoard;
  readonly nodes: readonly TestNode[];
  readonly clock: ManualClock;
  readonly #buses: readonly FlushedBus[];

  constructor(
    board: TestBoard,
    nodes: readonly TestNode[],
    clock: ManualClock,
    buses: readonly FlushedBus[],
  ) {
    this.board = board;
    this.nodes = nodes;
    this.clock = clock;
    this.#buses = buses;
  }

  node(at: number): TestNode {
    const node = this.nodes[at];
    if (!node) throw new Error(`there is no node ${at}`);
    return node;
  }

  /** A phone that has the board open at one of the nodes. */
  async phone(at: number, as: Parameters<TestBoard['connect']>[0] = {}) {
    const phone = this.board.connect(as, this.node(at).url);
    await phone.join({ slug: this.board.slug, as: 'follower' });
    return phone;
  }

  /** Turns the clock, and waits until every node has heard, read and told what there was before. */
  async tick(ms: number): Promise<void> {
    await this.settled();
    this.clock.turn(ms);
    await this.settled();
  }

  /** Without turning the clock. */
  async settled(): Promise<void> {
    const buses = this.#buses.filter((_, at) => !this.node(at).isOver);
    const here = this.nodes.filter(({ isOver }) => !isOver);
    for (const bus of buses) await bus.flush(buses);
    // A reading may lead to another one, and each connection answers in order: in a cluster that to where the board is.
    const { boardId } = this.board;
    const read = ({ store }: TestNode) => store.readBallots(boardId, 'nobody');
    for (let i = 0; i < READINGS; i += 1) await Promise.all(here.map(read));
    await this.board.delivered();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.board[Symbol.asyncDispose]();
  }
}

/** Standing, board, tallies, and one to be sure. */
const READINGS = 6;

export async function startNodes(url: string, count: number, setup: NodesSetup = {}): Promise<TestNodes> {
  const clock = new ManualClock();
  const prefix = `mitwerk:${randomIds.id()}:`;
  const buses: FlushedBus[] = [];
  const nodes: TestNode[] = [];
  for (let i = 0; i < count; i += 1) {
    nodes.push(await startNode(url, prefix, clock, buses, setup));
  }
  const [first] = nodes;
  if (!first) throw new Error('no node was asked for');
  const { app, store } = first;
  const session = await app.makers.redeem(await app.makers.newLink());
  const board = new TestBoard({
    clock,
    app,
    store,
    url: first.url,
    makerCookie: app.makers.cookie(session, false).split(';')[0] ?? '',
    end: async () => {
      for (const node of nodes) await node.end();
    },
  });
  await board.makeBoard(setup);
  return new TestNodes(board, nodes, clock, buses);
}

async function startNode(
  url: string,
  prefix: string,
  clock: ManualClock,
  buses: FlushedBus[],
  { isLost = () => false, wrapStore = (store) => store, isSharded }: NodesSetup,
): Promise<TestNode> {
  const stores = await openRedis(addressesIn(url), { log: silentLog, prefix });
  const pubSub = await stores.pubSub();
  const channels = { ...pubSub, isSharded: isSharded ?? pubSub.isSharded };
  const bus = new FlushedBus(nodeBus(redisAdapter(channels, prefix)), isLost);
  buses.push(bus);
  const { media } = stores;
  const store = wrapStore(stores.store);
  const app = await createApp({
    store,
    media,
    peers: connectedPeers(bus, stores.standings(randomIds.id()), clock),
    clock,
    ids: randomIds,
    log: silentLog,
    config: { publicUrl: () => here, demo: false, version: 'test', trustProxy: false },
    client: async () => noAssets,
  });
  app.http.listen(0, '127.0.0.1');
  await once(app.http, 'listening');
  const here = `http://127.0.0.1:${(app.http.address() as AddressInfo).port}`;
  let isOver = false;
  return {
    app,
    store,
    url: here,
    get isOver() {
      return isOver;
    },
    async end() {
      if (isOver) return;
      isOver = true;
      await app[Symbol.asyncDispose]();
      pubSub.close();
      await stores.store[Symbol.asyncDispose]();
    },
  };
}

/** A bus that loses what the test wants lost, and says when all before has arrived. */
class FlushedBus implements Bus {
  readonly #bus: Bus;
  readonly #isLost: (mark: Mark) => boolean;
  #flushes = 0;
  #heardFlush: (seq: number) => void = () => {};

  constructor(bus: Bus, isLost: (mark: Mark) => boolean) {
    this.#bus = bus;
    this.#isLost = isLost;
    bus.hear(({ boardId, seq }) => {
      if (boardId === FLUSH && seq !== null) this.#heardFlush(seq);
    });
  }

  send(mark: Mark): void {
    if (!this.#isLost(mark)) this.#bus.send(mark);
  }

  hear(listen: (mark: Mark) => void): void {
    this.#bus.hear(listen);
  }

  /** Signals of one node arrive in order. */
  async flush(all: readonly FlushedBus[]): Promise<void> {
    this.#flushes += 1;
    const seq = this.#flushes;
    const heard = all.filter((bus) => bus !== this).map((bus) => bus.#hears(seq));
    this.#bus.send({ boardId: FLUSH, seq, tally: null, cast: [] });
    await Promise.all(heard);
  }

  #hears(seq: number): Promise<void> {
    return new Promise((resolve) => {
      this.#heardFlush = (heard) => {
        if (heard === seq) resolve();
      };
    });
  }
}
