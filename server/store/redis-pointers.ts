import { randomUUID } from 'node:crypto';
import type { Board } from '../domain/board.ts';
import type { Redis } from './redis-epoch.ts';
import type { PointerKind } from './redis-keys.ts';
import { CLAIM, RELEASE } from './redis-scripts.ts';

/** What leads to a board: keys in other slots than its own, so that no transaction spans both. */
export type Pointer = readonly [kind: PointerKind, value: string];

/**
 * [S2] Whoever makes a board claims its pointers first, then writes it, and gives them back if that fails. A pointer is
 * believed only when the board agrees; one to a board that does not, left behind by a fault, can be taken over when it is
 * old enough not to belong to a board that is just being made.
 */
export class RedisPointers {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** The board that this leads to; `null` if none bears it. */
  async follow(pointer: Pointer): Promise<string | null> {
    const held = await this.#redis.send(this.#key(pointer), ['GET', this.#key(pointer)]);
    if (typeof held === 'string' && (await this.#isBorne(pointer, held))) return holderOf(held);
    return this.#redis.missing(null);
  }

  /** All of them for this board, or none. Answers the one that belongs to another, or how to give them back. */
  async claim(
    boardId: string,
    pointers: readonly Pointer[],
  ): Promise<{ taken: Pointer } | { release(): Promise<void> }> {
    const value = `${boardId} ${randomUUID()} ${Date.now()}`;
    const claimed: Pointer[] = [];
    const release = async () => {
      for (const pointer of claimed) await this.release(pointer, value);
    };
    for (const pointer of pointers) {
      if (!(await this.#claimOne(pointer, value))) {
        await release();
        return { taken: pointer };
      }
      claimed.push(pointer);
    }
    return { release };
  }

  /** Frees what leads to this board; `by`: of one claim only. */
  async release(pointer: Pointer, by: string): Promise<void> {
    await this.#redis.run(RELEASE, [this.#key(pointer)], [by]);
  }

  async releaseAll(boardId: string, pointers: readonly Pointer[]): Promise<void> {
    for (const pointer of pointers) await this.release(pointer, `${boardId} `);
  }

  async #claimOne(pointer: Pointer, value: string): Promise<boolean> {
    const key = this.#key(pointer);
    const held = await this.#redis.run(CLAIM, [key], [value, '']);
    if (typeof held !== 'string') return true;
    if (ageOf(held) < IN_THE_MAKING_MS || (await this.#isBorne(pointer, held))) return false;
    return typeof (await this.#redis.run(CLAIM, [key], [value, held])) !== 'string';
  }

  async #isBorne([kind, value]: Pointer, held: string): Promise<boolean> {
    const { keys } = this.#redis;
    const id = holderOf(held);
    if (kind === 'round') {
      return (await this.#redis.send(keys.stamps(id), ['HEXISTS', keys.stamps(id), value])) === 1;
    }
    return (await this.#redis.send(keys.board(id), ['HGET', keys.board(id), kind])) === value;
  }

  #key([kind, value]: Pointer): string {
    return this.#redis.keys.pointer(kind, value);
  }
}

export function addressesOf({
  slug,
  joinCode,
  stageToken,
}: Pick<Board, 'slug' | 'joinCode' | 'stageToken'>): Pointer[] {
  return [
    ['slug', slug],
    ['joinCode', joinCode],
    ['stageToken', stageToken],
  ];
}

export function roundsOf({ rounds }: Board): Pointer[] {
  return rounds.map(({ id }) => ['round', id]);
}

/** Longer than making a board can take, and than the clocks of two nodes may differ. */
const IN_THE_MAKING_MS = 60_000;

function holderOf(held: string): string {
  return held.slice(0, held.indexOf(' '));
}

function ageOf(held: string): number {
  return Date.now() - Number(held.slice(held.lastIndexOf(' ')));
}
