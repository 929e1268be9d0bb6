import { randomUUID } from 'node:crypto';
import type { Log } from '../ops/log.ts';
import type { RedisKeys } from './redis-keys.ts';
import type { Reply, RedisLink, Script } from './redis-link.ts';

/** Redis lost what it held: what is missing now is not known to be gone, so nothing is told and nothing written. */
export class RedisEmptied extends Error {
  override readonly name = 'RedisEmptied';

  constructor() {
    super('Redis does not hold any more what this server has seen in it');
  }
}

/**
 * [S6] Redis as the adapters use it: the same one as when it was opened. A mark in every part of it tells; it is looked for
 * after each loss of a connection, and whenever something is missing: had Redis been emptied before that was read, the mark
 * would be gone too.
 */
export interface Redis extends Pick<RedisLink, 'send' | 'readBytes' | 'run'> {
  readonly keys: RedisKeys;
  /** Rejects with RedisEmptied unless all marks are there. */
  confirm(): Promise<void>;
  /** The answer for what is not there, once that can be believed. */
  missing<T>(answer: T): Promise<T>;
}

/** One key for each sixteenth of a cluster's slots: whichever node is emptied, a mark is gone. */
const PARTS = [
  '18',
  '3',
  '65',
  '140',
  '19',
  '2',
  '60',
  '141',
  '106',
  '1',
  '67',
  '49',
  '107',
  '0',
  '66',
  '48',
];

const EMPTIED = -1;

/** The first mark is whole only when the others are written. */
const HALF = 'half ';

export async function markedRedis(link: RedisLink, keys: RedisKeys, log: Log): Promise<Redis> {
  const [first, ...others] = (link.isCluster ? PARTS : PARTS.slice(0, 1)).map(keys.epoch) as [
    string,
    ...string[],
  ];
  const read = (key: string) => link.send(key, ['GET', key]);
  const epoch = await readOrMake();
  let losses = 0;
  /** How many losses there were when all marks were last seen. */
  let confirmed = 0;
  link.onLoss(() => {
    losses += 1;
  });

  async function readOrMake(): Promise<Reply> {
    const marks = await Promise.all(others.map(read));
    await link.send(first, ['SET', first, `${HALF}${randomUUID()}`, 'NX']);
    const mark = String(await read(first));
    const whole = mark.replace(HALF, '');
    if (mark === whole) {
      if ((await Promise.all(others.map(read))).some((other) => other !== whole)) throw new RedisEmptied();
      return whole;
    }
    // The marks of an earlier life, while the first one is new: the node that held it was emptied.
    if (marks.some((other) => other !== null && other !== whole)) throw new RedisEmptied();
    await Promise.all(others.map((key) => link.send(key, ['SET', key, whole])));
    await link.send(first, ['SET', first, whole]);
    return whole;
  }

  const look = async (): Promise<PromiseRejectedResult | null> => {
    const before = losses;
    const marks = await Promise.allSettled([first, ...others].map(read));
    if (marks.some((mark) => mark.status === 'fulfilled' && mark.value !== epoch)) {
      if (confirmed !== EMPTIED) {
        const until = 'until what it held is restored, or every server starts anew';
        log.error({}, `Redis was emptied: nothing is told or taken ${until}`);
      }
      confirmed = EMPTIED;
      throw new RedisEmptied();
    }
    const unread = marks.find((mark) => mark.status === 'rejected');
    if (unread) return unread;
    if (confirmed === EMPTIED) log.info({}, 'Redis holds again what it held');
    confirmed = before;
    return null;
  };
  const confirm = async () => {
    const unread = await look();
    if (unread) throw unread.reason;
  };
  /** While a node of a cluster is away, boards on the others go on: what it held itself cannot be asked for anyway. */
  const sure = () => (confirmed === losses ? undefined : link.isCluster ? look() : confirm());

  return {
    keys,
    confirm,
    async missing(answer) {
      await confirm();
      return answer;
    },
    async send(key, args, ms) {
      await sure();
      return link.send(key, args, ms);
    },
    async readBytes(key, args) {
      await sure();
      return link.readBytes(key, args);
    },
    async run(script: Script, names, args, ms) {
      await sure();
      return link.run(script, names, args, ms);
    },
  };
}
