import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { closeElection, openElection, redeemLink } from '../load/maker.ts';
import { madeUpElection } from '../load/made-up-election.ts';
import { isFaultless, replay } from '../load/replay-run.ts';
import { MAKE_USER, REDIS_PASSWORD, REDIS_USER } from '../support/redis-acl.ts';
import { startTlsRedis } from '../support/redis-tls.ts';
import { keysWith } from '../support/redis-traces.ts';
import { serve } from '../support/serve.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { describeWithOwnRedis } from '../support/with-redis.ts';

describeWithOwnRedis('rediss://', () => {
  test('a server votes over TLS, as a user with a password, in a database of its own, and trusts no stranger', async () => {
    await using folder = await temporaryFolder();
    await using started = await startTlsRedis();
    if (!started) return leaveOut();
    const { redis, tlsPort, authority } = started;
    await redis.ask(...MAKE_USER);
    const user = `${REDIS_USER}:${encodeURIComponent(REDIS_PASSWORD)}`;
    const options = { folder: folder.path, redis: `rediss://${user}@127.0.0.1:${tlsPort}/3` };

    await expect(serve(options)).rejects.toThrow(/certificate[^)]*\)\. (Check|Prüf) REDIS_URL/);
    await using server = await serve({ ...options, env: { NODE_EXTRA_CA_CERTS: authority } });
    const maker = await redeemLink(server.makerLink ?? '');
    expect(await replay({ election: madeUpElection(3, 20), maker, phones: 5 })).toSatisfy(isFaultless);
    const round = await openElection(maker, madeUpElection(2, 1));
    expect(await closeElection(maker, round)).toMatchObject({ ballots: 0 });
    expect(await keysWith(redis.url, '', 'mitwerk')).toEqual([]);
    expect(await keysWith(`${redis.url}/3`, 'mitwerk:', 'slug:')).toHaveLength(2);
    expect(await readdir(folder.path)).toEqual([]);
  });

  test('a wrong password is told as what it is', async () => {
    await using folder = await temporaryFolder();
    await using started = await startTlsRedis();
    if (!started) return leaveOut();
    const { redis } = started;
    await redis.ask(...MAKE_USER);
    const refused = serve({ folder: folder.path, redis: `redis://mitwerk:wrong@127.0.0.1:${redis.port}` });
    await expect(refused).rejects.toThrow(/\(WRONGPASS [^)]*\)\. (Check|Prüf) REDIS_URL/);
    await expect(refused).rejects.not.toThrow('wrong@');
  });
});

function leaveOut(): void {
  const advice = 'Needs openssl, and a Redis that was built with TLS.';
  if (process.env.REQUIRE_REDIS || process.env.CI) throw new Error(advice);
  process.stderr.write(`\n*** LEFT OUT: rediss://. ${advice}\n`);
}
