import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BallotRule, IdeaSettings, ResultsShown } from '../../shared/board-view.ts';
import { type App, createApp } from '../../server/app.ts';
import { randomIds } from '../../server/ops/ids.ts';
import { silentLog } from '../../server/ops/log.ts';
import { MediaFiles } from '../../server/store/media-files.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { ManualClock } from './manual-clock.ts';
import { noAssets } from './no-assets.ts';
import { Phone } from './phone.ts';

export interface BoardSetup {
  readonly drafts?: readonly string[];
  readonly rule?: BallotRule;
  readonly results?: ResultsShown;
  readonly seconds?: number | null;
  /** Makes it a round of ideas. */
  readonly ideas?: IdeaSettings;
  /** `false` leaves the round a draft. */
  readonly open?: boolean;
  /** Stands between the app and SQLite, to slow it down or make it fail. */
  readonly wrapStore?: (store: Store) => Store;
  readonly trustProxy?: boolean;
  /** Keeps figures, to be read at `/metrics` by whoever names it. */
  readonly metricsToken?: string;
}

/** A real server on a free port, with a clock that the test turns, and a maker who has opened a round. */
export class TestBoard implements AsyncDisposable {
  readonly clock: ManualClock;
  readonly app: App;
  readonly store: Store;
  readonly url: string;
  readonly maker: Phone;
  readonly makerCookie: string;
  boardId = '';
  slug = '';
  roundId = '';
  readonly #phones: Phone[] = [];
  readonly #end: () => Promise<void>;

  constructor(parts: {
    clock: ManualClock;
    app: App;
    store: Store;
    url: string;
    makerCookie: string;
    end: () => Promise<void>;
  }) {
    this.clock = parts.clock;
    this.app = parts.app;
    this.store = parts.store;
    this.url = parts.url;
    this.makerCookie = parts.makerCookie;
    this.maker = this.connect({ headers: { cookie: parts.makerCookie } });
    this.#end = parts.end;
  }

  /** A phone that is connected but has not joined; `url` may lead over a line that the test cuts. */
  connect(as: ConstructorParameters<typeof Phone>[1] = {}, url = this.url): Phone {
    const phone = new Phone(url, as);
    this.#phones.push(phone);
    return phone;
  }

  /** A phone that has the board open. */
  async phone(as: ConstructorParameters<typeof Phone>[1] = {}): Promise<Phone> {
    const phone = this.connect(as);
    await phone.join({ slug: this.slug, as: 'follower' });
    return phone;
  }

  async stage(): Promise<Phone> {
    const { stageToken } = this.room().board;
    const stage = this.connect();
    await stage.join({ stageToken, as: 'stage' });
    return stage;
  }

  room() {
    const room = this.#room;
    if (!room) throw new Error('no board was made');
    return room;
  }

  /** The round as a maker sees it who asks for one step back. */
  asItStands() {
    const { boardId, roundId } = this;
    const round = this.room().board.rounds.find(({ id }) => id === roundId);
    return { boardId, roundId, status: round?.status ?? 'draft', run: round?.run ?? 0 };
  }

  #room: Awaited<ReturnType<App['rooms']['open']>> = null;

  async makeBoard(setup: BoardSetup): Promise<void> {
    const created = await this.maker.must('board:create', {
      title: 'Nachttisch',
      reason: '',
      makerName: 'Tischlerei',
      accent: 'kiefer',
      language: 'de',
    });
    this.boardId = created.boardId;
    this.slug = created.slug;
    this.#room = await this.app.rooms.open(created.boardId);
    const { boardId } = created;
    const { roundId } = await this.maker.must('round:add', {
      boardId,
      question: 'Welches Holz?',
      rule: setup.rule ?? { kind: 'choose', min: 1, max: 1 },
      results: setup.results ?? 'live',
      seconds: setup.seconds ?? null,
      ideas: setup.ideas ?? null,
    });
    this.roundId = roundId;
    for (const title of setup.drafts ?? []) {
      await this.maker.must('draft:add', {
        boardId,
        roundId,
        drafts: [{ title, text: '', picture: null, alt: '' }],
      });
    }
    await this.maker.join({ slug: this.slug, as: 'maker' });
    if (setup.open !== false) await this.maker.must('round:open', { boardId, roundId });
  }

  /** Turns the clock to the next tick, and waits until all that was told has reached every phone. */
  async tick(ms = 2_000): Promise<void> {
    this.clock.turn(ms);
    await this.delivered();
  }

  /** Packets of one connection keep their order: an answer to a question asked now comes after all that was told. */
  async delivered(): Promise<void> {
    const here = this.#phones.filter(({ socket }) => socket.connected);
    await Promise.all(here.map((phone) => phone.ask('board:join', UNANSWERABLE as never)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const phone of this.#phones) phone.socket.disconnect();
    await this.#end();
  }
}

/** Refused by its schema, so it changes nothing. */
const UNANSWERABLE = {};

export async function startBoard(setup: BoardSetup = {}): Promise<TestBoard> {
  const folder = await mkdtemp(join(tmpdir(), 'mitwerk-'));
  const clock = new ManualClock();
  const sqlite = await openSqliteStore(folder, { lock: true });
  const store = setup.wrapStore?.(sqlite) ?? sqlite;
  const app: App = await createApp({
    store,
    media: new MediaFiles(join(folder, 'media')),
    clock,
    ids: randomIds,
    log: silentLog,
    config: {
      publicUrl: () => `http://127.0.0.1:${portOf(app)}`,
      demo: false,
      version: 'test',
      trustProxy: setup.trustProxy ?? false,
    },
    ...(setup.metricsToken !== undefined && { metrics: { token: setup.metricsToken } }),
    client: async () => noAssets,
  });
  await new Promise<void>((resolve) => app.http.listen(0, '127.0.0.1', resolve));
  const session = await app.makers.redeem(await app.makers.newLink());
  const board = new TestBoard({
    clock,
    app,
    store,
    url: `http://127.0.0.1:${portOf(app)}`,
    makerCookie: app.makers.cookie(session, false).split(';')[0] ?? '',
    end: async () => {
      await app[Symbol.asyncDispose]();
      await sqlite[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  });
  await board.makeBoard(setup);
  return board;
}

function portOf(app: App): number {
  return (app.http.address() as AddressInfo).port;
}
