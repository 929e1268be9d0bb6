import { createClient } from 'redis';

/** The keys that begin so and that hold, or are called by, these words. A prefix is random: it may hold any few letters. */
export async function keysWith(url: string, prefix: string, words: string): Promise<string[]> {
  const found = await eachKey(url, prefix, async (key, client) => {
    const name = key.slice(prefix.length);
    return name.includes(words) || (await held(client, key)).includes(words) ? [name] : [];
  });
  return found.flat().toSorted();
}

/** How long the keys that begin so will stay, by their names; -1: for ever. */
export async function millisecondsLeft(url: string, prefix: string): Promise<number[]> {
  return eachKey(url, prefix, async (key, client) => Number(await client.sendCommand(['PTTL', key])));
}

export async function removeKeys(url: string, prefix: string): Promise<void> {
  await eachKey(url, prefix, (key, client) => client.sendCommand(['UNLINK', key]));
}

interface Client {
  sendCommand(words: string[]): Promise<unknown>;
  type(key: string): Promise<unknown>;
}

async function eachKey<T>(
  url: string,
  prefix: string,
  look: (key: string, client: Client) => Promise<T>,
): Promise<T[]> {
  const seen: T[] = [];
  for (const address of url.split(',')) {
    const client = createClient({ url: address, RESP: 2 });
    client.on('error', () => {});
    await client.connect();
    const keys = new Set<string>();
    for await (const some of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1_000 })) {
      for (const key of some) keys.add(key);
    }
    seen.push(...(await Promise.all([...keys].map((key) => look(key, client)))));
    client.destroy();
  }
  return seen;
}

const READ: Readonly<Record<string, readonly string[]>> = {
  string: ['GET'],
  hash: ['HGETALL'],
  list: ['LRANGE', '0', '-1'],
  zset: ['ZRANGE', '0', '-1'],
};

async function held(client: Client, key: string): Promise<string> {
  const [command = '', ...range] = READ[String(await client.type(key))] ?? [];
  return String(await client.sendCommand([command, key, ...range]));
}
