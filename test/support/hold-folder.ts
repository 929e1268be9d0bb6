import { openSqliteStore } from '../../server/store/sqlite.ts';

/**
 * Run as a process of its own, with `--expose-gc`: holds the folder and counts one ballot of `ana`, lets go of every
 * reference to the store, tells so, and waits to be killed.
 */
await (async () => {
  const store = await openSqliteStore(process.argv[2] ?? '', { lock: true });
  const ballots = [{ participant: 'ana', rev: 1, entries: ['oak'] }];
  await store.castBallots({ boardId: 'bedside', roundId: 'legs', run: 1, now: 2_500, ballots });
})();
await new Promise(setImmediate);
globalThis.gc?.();
process.stdout.write('counted\n');
setInterval(() => {}, 1_000);
