import type { Rejection } from '../../shared/ack.ts';
import type { OwnBallot } from '../../shared/board-view.ts';
import type { BallotCast } from '../../shared/events.ts';
import type { Keep } from './keep.ts';
import { keepPending, readPending } from './pending.ts';
import type { Wire } from './wire.ts';

/** A store that comes back has its ballots within three seconds, and not all of them at once. */
const RETRY_MS = 1_000;

interface Deps {
  readonly boardId: string;
  readonly wire: Wire;
  readonly keep: Keep;
  now(): number;
  /** A ballot is counted: here or in another window of this device. */
  counted(cast: BallotCast): void;
  /** The server knows better than this page: ask for the view again. */
  outdated(): void;
}

/** This device's ballots of one board: what is counted, and what still has to reach the server. */
export class Ballots {
  readonly #deps: Deps;
  #counted = $state.raw<ReadonlyMap<string, OwnBallot>>(new Map());
  #pending = $state.raw<ReadonlyMap<string, OwnBallot>>(new Map());
  #refused = $state.raw<ReadonlyMap<string, { readonly run: number; readonly no: Rejection }>>(new Map());
  readonly #sending = new Set<string>();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#pending = readPending(deps.keep, deps.boardId);
  }

  counted(roundId: string): OwnBallot | null {
    return this.#counted.get(roundId) ?? null;
  }

  pending(roundId: string): OwnBallot | null {
    return this.#pending.get(roundId) ?? null;
  }

  /** Why the last ballot of this run was not counted, or, while it is pending, not yet. */
  refused(roundId: string, run: number | undefined): Rejection | null {
    const refused = this.#refused.get(roundId);
    // Whoever voted in the run before is asked in this one to vote again.
    return refused && (refused.run === run || refused.no.code === 'run_over') ? refused.no : null;
  }

  /** What the server counts for this device, as it said when the board was joined. */
  replaceCounted(ballots: readonly OwnBallot[]): void {
    this.#counted = new Map(ballots.map((ballot) => [ballot.roundId, ballot]));
  }

  /** Keeps the ballot, then sends it; it stays pending until the server has stored it. */
  cast(roundId: string, run: number, entries: readonly string[], points?: readonly number[]): void {
    const lastRev = Math.max(0, this.counted(roundId)?.rev ?? 0, this.pending(roundId)?.rev ?? 0);
    const rev = Math.max(lastRev + 1, this.#deps.now());
    const ballot = { roundId, run, entries, rev, ...(points && { points }) };
    this.#pending = new Map(this.#pending).set(roundId, ballot);
    this.#refuse(ballot, null);
    keepPending(this.#deps.keep, this.#deps.boardId, this.#pending);
    this.#send(roundId);
  }

  /** Sends everything that is still pending; called whenever the board was joined. */
  sendPending(): void {
    for (const roundId of this.#pending.keys()) this.#send(roundId);
  }

  /** The server counted this ballot; an older one than ours is old news. */
  take(cast: BallotCast): void {
    const { ballot } = cast;
    const own = this.counted(ballot.roundId);
    if (own && own.run === ballot.run && own.rev > ballot.rev) return;
    this.#counted = new Map(this.#counted).set(ballot.roundId, ballot);
    const pending = this.pending(ballot.roundId);
    if (pending && pending.run === ballot.run && pending.rev <= ballot.rev) this.#drop(ballot);
    this.#deps.counted(cast);
  }

  async #send(roundId: string): Promise<void> {
    const { wire, boardId } = this.#deps;
    if (this.#sending.has(roundId)) return;
    this.#sending.add(roundId);
    // A choice changed meanwhile goes out with the next turn of this loop.
    for (
      let ballot = this.pending(roundId);
      ballot && wire.state === 'live';
      ballot = this.pending(roundId)
    ) {
      const ack = await wire.call('ballot:cast', { boardId, ...ballot, entries: [...ballot.entries] });
      if (ack.ok) this.take(ack.value);
      else if (isTemporary(ack.no)) {
        this.#refuse(ballot, ack.no);
        setTimeout(() => this.#send(roundId), RETRY_MS * (1 + Math.random()));
        break;
      } else if (this.pending(roundId)?.rev === ballot.rev) {
        this.#drop(ballot);
        this.#refuse(ballot, ack.no);
        this.#deps.outdated();
      }
    }
    this.#sending.delete(roundId);
  }

  #drop(ballot: OwnBallot): void {
    const pending = new Map(this.#pending);
    pending.delete(ballot.roundId);
    this.#pending = pending;
    this.#refuse(ballot, null);
    keepPending(this.#deps.keep, this.#deps.boardId, pending);
  }

  #refuse({ roundId, run }: OwnBallot, no: Rejection | null): void {
    const refused = new Map(this.#refused);
    if (no) refused.set(roundId, { run, no });
    else refused.delete(roundId);
    this.#refused = refused;
  }
}

function isTemporary(no: Rejection): boolean {
  return no.code === 'unavailable' || no.code === 'too_fast';
}
