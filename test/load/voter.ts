import { setTimeout as pause } from 'node:timers/promises';
import type { Choice } from '../../server/domain/count.ts';
import type { RejectionCode } from '../../shared/ack.ts';
import type { OwnBallot } from '../../shared/board-view.ts';
import type { OpenRound } from './maker.ts';
import { RawPhone } from './raw-phone.ts';

/** Refusals that ask for another try; every other "no" is final. */
const PASSING: readonly RejectionCode[] = ['unavailable', 'too_fast', 'too_many_devices'];

export interface Vote {
  /** Servers of the same boards; who does not get through to one goes to the next. */
  readonly origins: readonly string[];
  /** The one to begin with. */
  readonly first?: number;
  readonly round: OpenRound;
  /** Of draft ids. */
  readonly choice: Choice;
  /** Milliseconds after which a phone that got no answer gives up, and the replay with it. */
  readonly patience: number;
  readonly signal: AbortSignal;
}

export interface Voted {
  /** Still connected, as somebody who goes on watching. */
  readonly phone: RawPhone;
  readonly refusal: RejectionCode | null;
  /** The ballot that counts, as the server answered it; `null`: refused. */
  readonly counted: OwnBallot | null;
  /** Performance time of the try that was answered, and the milliseconds its answer took. */
  readonly sentAt: number;
  readonly took: number;
  readonly tries: number;
}

/** A person who votes once: comes, casts, and casts the same again under the same identity until it is answered. */
export async function vote({ origins, first = 0, round, choice, patience, signal }: Vote): Promise<Voted> {
  const { boardId, roundId, run, slug, seq } = round;
  const deadline = performance.now() + patience;
  let device: string | null = null;
  for (let tries = 1; ; tries += 1) {
    signal.throwIfAborted();
    let phone: RawPhone | null = null;
    let trouble: string;
    try {
      const origin = origins[(first + tries - 1) % origins.length] ?? '';
      phone = await RawPhone.connect({ origin, device });
      await phone.join({ slug, as: 'follower', seq });
      device = phone.device;
      const sentAt = performance.now();
      const ack = await phone.cast({
        boardId,
        roundId,
        run,
        rev: 1,
        ...choice,
        entries: [...choice.entries],
      });
      const refusal = ack.ok ? null : ack.no.code;
      if (refusal === null || !PASSING.includes(refusal)) {
        const counted = ack.ok ? ack.value.ballot : null;
        return { phone, refusal, counted, sentAt, took: performance.now() - sentAt, tries };
      }
      trouble = refusal;
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error);
    }
    phone?.cut();
    if (performance.now() > deadline) throw new Error(`No answer within ${patience} ms: ${trouble}`);
    // With a bit of chance, so that those who were cut off together do not come back together.
    await pause(Math.min(2_000, 50 * 2 ** tries) * (0.5 + Math.random()), undefined, { signal });
  }
}
