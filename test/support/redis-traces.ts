import { createClient } from 'redis';

/** The keys that begin so and that hold, or are called by, these words. */
export async function keysWith(url: string, prefix: string, words: string): Promise<string[]> {
  const client = createClient({ url, RESP: 2 });
  client.on('error', () => {});
  await client.connect();
  const found: string[] = [];
  for await (const keys of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1_000 })) {
    for (const key of keys) {
      if (key.includes(words) || (await held(client, key)).includes(words)) found.push(key);
    }
  }
  client.destroy();
  return found.map((key) => key.slice(prefix.length)).toSorted();
}

const READ: Readonly<Record<string, readonly string[]>> = {
  string: ['GET'],
  hash: ['HGETALL'],
  list: ['LRANGE', '0', '-1'],
  zset: ['ZRANGE', '0', '-1'],
};

async function held(
  client: { sendCommand(words: string[]): Promise<unknown>; type(key: string): Promise<unknown> },
  key: string,
): Promise<string> {
  const [command = '', ...range] = READ[String(await client.type(key))] ?? [];
  return String(await client.sendCommand([command, key, ...range]));
}
