import { openTemporarySqlite } from '../support/sqlite-store.ts';
import { describeStore } from '../support/store-contract.ts';

describeStore('sqlite', openTemporarySqlite);
