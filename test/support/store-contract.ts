import { describe } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { ballotContract } from './store-contract-ballots.ts';
import { boardContract } from './store-contract-boards.ts';
import { countingContract } from './store-contract-counting.ts';
import { ideaContract } from './store-contract-ideas.ts';
import { makerContract } from './store-contract-makers.ts';
import { tallyContract } from './store-contract-tallies.ts';
import { wholeContract } from './store-contract-wholes.ts';

export interface OpenedStore extends AsyncDisposable {
  readonly store: Store;
  /** Ends the store and opens what it left behind. */
  reopen(): Promise<Store>;
}

export type OpenStore = () => Promise<OpenedStore>;

/** Every adapter keeps every sentence of `server/store/store.ts`. */
export function describeStore(name: string, open: OpenStore): void {
  describe(`${name}: boards`, () => boardContract(open));
  describe(`${name}: ideas`, () => ideaContract(open));
  describe(`${name}: ballots`, () => ballotContract(open));
  describe(`${name}: tallies`, () => tallyContract(open));
  describe(`${name}: counting`, () => countingContract(open));
  describe(`${name}: makers`, () => makerContract(open));
  describe(`${name}: whole boards`, () => wholeContract(open));
}
