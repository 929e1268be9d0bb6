import { replaces } from '../domain/ballot.ts';
import type { BallotAnswer, BallotBatch } from './store.ts';

/** A participant's stored ballot; `entries` is their JSON, so that ballots are compared without parsing them. */
export interface Standing {
  readonly rev: number;
  readonly entries: string;
}

export interface Replacement {
  readonly answers: readonly BallotAnswer[];
  /** What has to be written, by participant: the last one of each that counts. */
  readonly replaced: ReadonlyMap<string, Standing>;
  /** By how much the count of an entry moves; never 0. */
  readonly moved: ReadonlyMap<string, number>;
  /** How many participants had no ballot in this run before. */
  readonly firsts: number;
}

/** [V3] Works through a batch in order, in memory: each participant is read once and written once at most. */
export function replaceAll(
  roundId: string,
  run: number,
  ballots: BallotBatch['ballots'],
  read: (participant: string) => Standing | undefined,
): Replacement {
  const standing = new Map<string, Standing | undefined>();
  const replaced = new Map<string, Standing>();
  const moved = new Map<string, number>();
  let firsts = 0;
  const move = (entries: readonly string[], by: 1 | -1) => {
    for (const entry of entries) moved.set(entry, (moved.get(entry) ?? 0) + by);
  };

  const answers = ballots.map(({ participant, rev, entries }): BallotAnswer => {
    if (!standing.has(participant)) standing.set(participant, read(participant));
    const old = standing.get(participant);
    const json = JSON.stringify(entries);
    if (old && !replaces(rev, old.rev)) {
      const result = old.rev === rev && old.entries === json ? 'repeated' : 'superseded';
      return { result, ballot: { roundId, run, rev: old.rev, entries: JSON.parse(old.entries) as string[] } };
    }
    if (old) move(JSON.parse(old.entries) as string[], -1);
    else firsts++;
    move(entries, 1);
    const next = { rev, entries: json };
    standing.set(participant, next);
    replaced.set(participant, next);
    return { result: 'counted', ballot: { roundId, run, rev, entries } };
  });

  for (const [entry, by] of moved) if (by === 0) moved.delete(entry);
  return { answers, replaced, moved, firsts };
}
