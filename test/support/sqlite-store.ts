import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { OpenedStore } from './store-contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

export async function openTemporarySqlite(): Promise<OpenedStore> {
  const folder = await temporaryFolder();
  let store = await openSqliteStore(folder.path, { lock: true });
  return {
    store,
    async reopen() {
      await store[Symbol.asyncDispose]();
      store = await openSqliteStore(folder.path, { lock: true });
      return store;
    },
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
