import { replaces } from '../domain/ballot.ts';
import type { Choice } from '../domain/count.ts';
import type { BallotAnswer, BallotBatch } from './store.ts';
import { choiceText, readChoice, WITHDRAWN } from './stored-choice.ts';

/** A participant's stored ballot; `choice` is its text, so that ballots are compared without parsing them. */
export interface Standing {
  readonly rev: number;
  readonly choice: string;
}

export interface Replacement {
  readonly answers: readonly BallotAnswer[];
  /** What has to be written, by participant: the last one of each that counts. */
  readonly replaced: ReadonlyMap<string, Standing>;
  /** By how much a counter moves; never 0. */
  readonly moved: ReadonlyMap<string, number>;
  /** By how much the number of ballots moves; withdrawn ones are none. */
  readonly ballots: number;
}

/** [V3] [V6] Works through a batch in order, in memory: each participant is read once and written once at most. */
export function replaceAll(
  { roundId, run, ballots: batch }: Pick<BallotBatch, 'roundId' | 'run' | 'ballots'>,
  count: (choice: Choice) => ReadonlyMap<string, number>,
  read: (participant: string) => Standing | undefined,
): Replacement {
  const standing = new Map<string, Standing | undefined>();
  const replaced = new Map<string, Standing>();
  const moved = new Map<string, number>();
  let ballots = 0;
  const move = (text: string, choice: Choice, by: 1 | -1) => {
    if (text === WITHDRAWN) return;
    ballots += by;
    for (const [key, part] of count(choice)) moved.set(key, (moved.get(key) ?? 0) + by * part);
  };

  const answers = batch.map(({ participant, rev, entries, points }): BallotAnswer => {
    if (!standing.has(participant)) standing.set(participant, read(participant));
    const old = standing.get(participant);
    const choice = points ? { entries, points } : { entries };
    const text = choiceText(choice);
    if (old && !replaces(rev, old.rev)) {
      const result = old.rev === rev && old.choice === text ? 'repeated' : 'superseded';
      return { result, ballot: { roundId, run, rev: old.rev, ...readChoice(old.choice) } };
    }
    if (old) move(old.choice, readChoice(old.choice), -1);
    move(text, choice, 1);
    const next = { rev, choice: text };
    standing.set(participant, next);
    replaced.set(participant, next);
    return { result: 'counted', ballot: { roundId, run, rev, ...choice } };
  });

  for (const [key, by] of moved) if (by === 0) moved.delete(key);
  return { answers, replaced, moved, ballots };
}
