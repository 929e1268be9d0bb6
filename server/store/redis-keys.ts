/**
 * Every key there is. All of a board share the hash tag `{boardId}`, so that one script can work on them in a cluster too;
 * the others stand alone.
 */
export interface RedisKeys {
  /** What the keys of a board begin with. */
  readonly of: (boardId: string) => string;
  /** Hash: seq, json (without ideas and names), slug, joinCode, stageToken. A board is there when this is. */
  readonly board: (boardId: string) => string;
  /** Hash: round id → what taking its ballots depends on, as JSON. */
  readonly heads: (boardId: string) => string;
  /** Hash: round id → digest of its head. Ballots are taken only by the head they were judged by. */
  readonly stamps: (boardId: string) => string;
  /** Hash: idea id → place and JSON. */
  readonly ideas: (boardId: string, roundId: string) => string;
  /** Hash: credit id → JSON; and the list of the ids in their order. */
  readonly credits: (boardId: string) => string;
  readonly creditOrder: (boardId: string) => string;
  /** List of logged changes as JSON. */
  readonly log: (boardId: string) => string;
  /** Hash: participant → a stored ballot. */
  readonly ballots: (boardId: string, roundId: string, run: number) => string;
  /** Hash: counter → count, with `#version` and `#ballots` among them. */
  readonly tally: (boardId: string, roundId: string, run: number) => string;
  /** Held while ballots are counted anew. */
  readonly merging: (boardId: string) => string;
  /** Hash: node → phones that look at the board there, and until when (ms) that counts. Ends by itself. */
  readonly present: (boardId: string) => string;
  /** Names the board; a hint, believed only when the board agrees. */
  readonly pointer: (kind: PointerKind, value: string) => string;
  /** Sorted set: board ids by when they were made; a hint too. */
  readonly boards: string;
  readonly maker: (what: 'links' | 'sessions' | 'owned' | 'signing-key') => string;
  readonly epoch: (part: string) => string;
  readonly picture: (name: string) => string;
  /** Sorted set: names of pictures by when they were put. */
  readonly pictures: string;
  /** What the keys of a limit begin with; they end by themselves. */
  readonly limit: (name: string) => string;
}

export type PointerKind = 'slug' | 'joinCode' | 'stageToken' | 'round';

export function redisKeys(prefix: string): RedisKeys {
  const of = (boardId: string) => `${prefix}{${boardId}}:`;
  return {
    of,
    board: (boardId) => `${of(boardId)}board`,
    heads: (boardId) => `${of(boardId)}heads`,
    stamps: (boardId) => `${of(boardId)}stamps`,
    ideas: (boardId, roundId) => `${of(boardId)}ideas:${roundId}`,
    credits: (boardId) => `${of(boardId)}credits`,
    creditOrder: (boardId) => `${of(boardId)}credit-order`,
    log: (boardId) => `${of(boardId)}log`,
    ballots: (boardId, roundId, run) => `${of(boardId)}ballots:${roundId}:${run}`,
    tally: (boardId, roundId, run) => `${of(boardId)}tally:${roundId}:${run}`,
    merging: (boardId) => `${of(boardId)}merging`,
    present: (boardId) => `${of(boardId)}present`,
    pointer: (kind, value) => `${prefix}${kind}:${value}`,
    boards: `${prefix}boards`,
    maker: (what) => `${prefix}{maker}:${what}`,
    epoch: (part) => `${prefix}epoch:{${part}}`,
    picture: (name) => `${prefix}picture:${name}`,
    pictures: `${prefix}pictures`,
    limit: (name) => `${prefix}limit:${name}`,
  };
}
