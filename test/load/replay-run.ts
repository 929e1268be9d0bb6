import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Choice } from '../../server/domain/count.ts';
import type { RejectionCode } from '../../shared/ack.ts';
import { choiceOf } from './election-round.ts';
import { closeElection, openElection } from './maker.ts';
import type { Maker, OpenRound } from './maker.ts';
import type { Election } from './pabulib.ts';
import { type Comparison, compare } from './published-result.ts';
import type { RawPhone } from './raw-phone.ts';
import { vote } from './voter.ts';
import type { Voted } from './voter.ts';
import { Watcher } from './watcher.ts';

export interface ReplayOptions {
  readonly election: Election;
  readonly maker: Maker;
  /** Servers of the same boards, to which the phones go in turn; left out: only the maker's. */
  readonly origins?: readonly string[];
  /** Phones connected at once: who has voted stays and watches until others need the place. */
  readonly phones?: number;
  /** Ballots per second at most. */
  readonly rate?: number;
  /** Milliseconds a phone keeps trying while the server does not answer. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (acknowledged: number) => void;
}

export interface Replayed {
  readonly ballots: number;
  /** Ballots in which nothing was chosen; they cannot be cast. */
  readonly empty: number;
  readonly acknowledged: number;
  readonly refused: ReadonlyMap<RejectionCode, number>;
  readonly resent: number;
  readonly seconds: number;
  /** Milliseconds each answered ballot waited for its acknowledgement, ascending. */
  readonly latencies: Float64Array;
  /** Milliseconds from the last ballot sent until each server's watching screen shows all; `null`: one never did. */
  readonly lastFrame: number | null;
  /** Ballots the server counted. */
  readonly counted: number;
  readonly comparisons: readonly Comparison[];
}

/** How many are on their way from connecting to the acknowledgement at the same time. */
const IN_THE_DOOR = 64;

/** Casts every ballot of an election as its own participant and compares the tally with the published result. */
export async function replay(options: ReplayOptions): Promise<Replayed> {
  const { election, maker, origins = [maker.origin] } = options;
  const cast = election.ballots.flatMap((ballot) => choiceOf(ballot) ?? []);
  const round = await openElection(maker, election);
  const watchers = origins.map((origin) => new Watcher(origin, round));
  try {
    const { votes, seconds } = await castAll(cast, round, options);
    const acknowledged = votes.filter(({ refusal }) => refusal === null);
    const lastSent = acknowledged.reduce((last, { sentAt }) => Math.max(last, sentAt), 0);
    const shown = await Promise.all(watchers.map((watcher) => watcher.sees(acknowledged.length, 10_000)));
    const { ballots: counted, counts } = await closeElection(maker, round);
    const projects = new Map([...round.drafts].map(([project, draft]) => [draft, project]));
    const projectOf = (draft: string) => projects.get(draft) ?? draft;
    return {
      ballots: cast.length,
      empty: election.ballots.length - cast.length,
      acknowledged: acknowledged.length,
      refused: countRefusals(votes),
      resent: votes.reduce((sum, { tries }) => sum + tries - 1, 0),
      seconds,
      latencies: Float64Array.from(acknowledged, ({ took }) => took).sort(),
      lastFrame: shown.includes(null) ? null : Math.max(...shown.map(Number)) - lastSent,
      counted,
      comparisons: compare(
        election,
        new Map([...counts].map(([draft, count]) => [projectOf(draft), count])),
        acknowledged.map(({ counted }) => ({ entries: (counted?.entries ?? []).map(projectOf) })),
      ),
    };
  } finally {
    for (const watcher of watchers) watcher[Symbol.dispose]();
  }
}

/** Everything was acknowledged, counted once, shown, and equals what it is compared to. */
export function isFaultless(replayed: Replayed): boolean {
  const { ballots, acknowledged, counted, lastFrame, comparisons } = replayed;
  const isShown = acknowledged === ballots && counted === ballots && lastFrame !== null;
  return isShown && comparisons.every(({ differences }) => differences.length === 0);
}

type VotedBallot = Omit<Voted, 'phone'>;

async function castAll(
  choices: readonly Choice[],
  round: OpenRound,
  {
    maker,
    origins = [maker.origin],
    phones = 500,
    rate,
    patience = 30_000,
    signal,
    onProgress,
  }: ReplayOptions,
): Promise<{ votes: VotedBallot[]; seconds: number }> {
  const stop = new AbortController();
  const either = signal === undefined ? stop.signal : AbortSignal.any([stop.signal, signal]);
  const door = Math.min(IN_THE_DOOR, phones);
  setMaxListeners(door, either);
  const watching: RawPhone[] = [];
  const votes: VotedBallot[] = [];
  const start = performance.now();
  let next = 0;

  const lane = async (): Promise<void> => {
    for (;;) {
      const at = next++;
      const choice = choices[at];
      if (choice === undefined) return;
      const early = rate === undefined ? 0 : start + (at * 1_000) / rate - performance.now();
      if (early > 0) await pause(early, undefined, { signal: either });
      const entries = choice.entries.map((entry) => round.drafts.get(entry) ?? '');
      const { phone, ...voted } = await vote({
        origins,
        first: at,
        round,
        choice: { ...choice, entries },
        patience,
        signal: either,
      });
      votes.push(voted);
      watching.push(phone);
      if (watching.length > phones - door) watching.shift()?.close();
      onProgress?.(votes.length);
    }
  };

  try {
    await Promise.all(Array.from({ length: door }, lane));
    return { votes, seconds: (performance.now() - start) / 1_000 };
  } finally {
    stop.abort(new Error('Another phone gave up.'));
    for (const phone of watching) phone.close();
  }
}

function countRefusals(votes: readonly VotedBallot[]): Map<RejectionCode, number> {
  const refused = new Map<RejectionCode, number>();
  for (const { refusal } of votes) {
    if (refusal !== null) refused.set(refusal, (refused.get(refusal) ?? 0) + 1);
  }
  return refused;
}
