import { type Ack, rejected } from '../../shared/ack.ts';
import type { BoardSummary } from '../../shared/board-view.ts';
import type { Done } from '../../shared/events.ts';
import { type Board, newBoard, slugFrom } from '../domain/board.ts';
import type { BoardFields } from '../domain/change.ts';
import type { Decision } from '../domain/decision.ts';
import { viewSummary } from '../domain/view-summary.ts';
import type { Ids } from '../ops/ids.ts';
import type { BoardKey } from '../store/store.ts';
import { Room } from './room.ts';
import type { RoomDeps } from './room-deps.ts';

/** All boards of this server. A room is loaded when somebody asks for it, and kept: boards are small. */
export class Rooms {
  readonly #deps: RoomDeps & { readonly ids: Ids };
  readonly #rooms = new Map<string, Promise<Room | null>>();
  /** Ids of boards by their links. */
  readonly #slugs = new Map<string, string>();

  constructor(deps: RoomDeps & { readonly ids: Ids }) {
    this.#deps = deps;
    deps.peers.hear((mark) => {
      // Whoever has not loaded it will read it as it is then.
      this.#rooms.get(mark.boardId)?.then(
        (room) => room?.hear(mark),
        () => {},
      );
    });
    deps.peers.onLoss(() => {
      for (const loading of this.#rooms.values()) {
        loading.then(
          (room) => room?.doubt(),
          () => {},
        );
      }
    });
  }

  /** Loads every board with an open round, so that rounds whose end time passed while the server was off get closed. */
  async wake(): Promise<void> {
    for (const board of await this.#deps.store.listBoards()) {
      if (board.rounds.some(({ status }) => status === 'open')) await this.open(board.id);
    }
  }

  open(boardId: string): Promise<Room | null> {
    const known = this.#rooms.get(boardId);
    if (known) return this.#deps.peers.exist ? this.#current(known) : known;
    const loading = this.#load(boardId);
    this.#rooms.set(boardId, loading);
    // A board that is not there, or a store that failed, must not be remembered.
    loading.then(
      (room) => room ?? this.#rooms.delete(boardId),
      () => this.#rooms.delete(boardId),
    );
    return loading;
  }

  async find(by: BoardKey): Promise<Room | null> {
    const loaded = 'slug' in by ? await this.#findLoaded(by.slug) : null;
    if (loaded) return loaded;
    const boardId = await this.#deps.store.findBoard(by);
    if (boardId === null) return null;
    if ('slug' in by) this.#slugs.set(by.slug, boardId);
    return this.open(boardId);
  }

  /** [B3] [J4] A link leads to the same board for ever: while it is loaded the store need not be asked. */
  async #findLoaded(slug: string): Promise<Room | null> {
    const boardId = this.#slugs.get(slug);
    if (boardId === undefined) return null;
    const room = this.#rooms.has(boardId) ? await this.open(boardId) : null;
    if (!room) this.#slugs.delete(slug);
    return room;
  }

  /** A new board with a link, a join code and a stage link of its own. */
  async create(fields: BoardFields): Promise<Room> {
    const { ids, clock, store } = this.#deps;
    for (let attempt = 0; attempt < 10; attempt += 1) {
      // The plain title first; then with a bit of chance at its end.
      const suffix = attempt === 0 ? '' : ids.joinCode().slice(0, 4).toLowerCase();
      const board = newBoard(
        fields,
        {
          id: ids.id(),
          slug: slugFrom(fields.title, suffix),
          joinCode: ids.joinCode(),
          stageToken: ids.secret(),
        },
        clock.now(),
      );
      if ((await store.createBoard(board)) === 'created') {
        const room = await this.open(board.id);
        if (room) return room;
      }
    }
    throw new Error('no free link for a new board in ten attempts');
  }

  /** Decides a structural command on a board, see Room.change; `not_found` where there is no such board. */
  async change(
    boardId: string,
    decide: (board: Board, now: number, room: Room) => Decision,
  ): Promise<Ack<Done>> {
    const room = await this.open(boardId);
    return room ? room.change((board, now) => decide(board, now, room)) : rejected('not_found');
  }

  async remove(boardId: string): Promise<void> {
    const room = await this.open(boardId);
    await this.#deps.store.removeBoard(boardId);
    this.#deps.peers.signal({ boardId, seq: null, tally: null, cast: [] });
    // Only now: forgotten earlier, the room would be loaded again by whoever asks meanwhile.
    this.#forget(boardId);
    await room?.close();
  }

  async summaries(): Promise<BoardSummary[]> {
    return (await this.#deps.store.listBoards()).map(viewSummary);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const rooms = await Promise.allSettled(this.#rooms.values());
    this.#rooms.clear();
    await Promise.all(rooms.map((room) => (room.status === 'fulfilled' ? room.value?.close() : undefined)));
  }

  async #load(boardId: string): Promise<Room | null> {
    const board = await this.#deps.store.readBoard(boardId);
    if (!board) return null;
    const room: Room = await Room.load(board, this.#deps, () => {
      this.#forget(boardId);
      void room.close();
    });
    return room;
  }

  /** [N6] Nobody has looked at it for a while: others may have changed or removed it. */
  async #current(known: Promise<Room | null>): Promise<Room | null> {
    const room = await known;
    if (!room || room.isCurrent) return room;
    await room.catchUp();
    return room.isGone ? null : room;
  }

  #forget(boardId: string): void {
    this.#rooms.delete(boardId);
    this.#deps.speaker.tellGone(boardId);
  }
}
