import type { IncomingMessage } from 'node:http';
import type { Time } from '../../shared/board-view.ts';
import type { Clock } from '../ops/clock.ts';
import type { Counters } from '../ops/counters.ts';

/** A handshake costs about half a millisecond: as many as these are half a second of work, and a tenth. */
const MOST = 1_000;
const MOST_WHEN_BUSY = 250;

/** A turn of the event loop that took longer kept votes waiting. */
const LONG_TURN_MS = 250;

/** A handshake that is not through after this long waits for its phone, and costs nothing meanwhile. */
const UNDER_WAY_MS = 1_000;

interface Deps {
  readonly clock: Pick<Clock, 'now'>;
  readonly counters: Counters;
  /** Milliseconds that a turn of the event loop took lately. */
  readonly turn: () => number;
}

/**
 * [J2] The gate before the handshake. When thousands come back at once, those who are in go on voting, and those whom
 * the gate turns away come again after a while that grows with each try, and has chance in it.
 */
export class Admission {
  readonly #deps: Deps;
  /** Oldest first. */
  readonly #underWay = new Map<IncomingMessage, Time>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** `false`: turned away; its line is closed with an answer that says when to come again. */
  admit(request: IncomingMessage): boolean {
    const { clock, counters, turn } = this.#deps;
    const now = clock.now();
    for (const [one, since] of this.#underWay) {
      // Also where the clock was set back: else those would be in the way until it has caught up.
      if (Math.abs(now - since) < UNDER_WAY_MS) break;
      this.#underWay.delete(one);
    }
    const most = turn() > LONG_TURN_MS ? MOST_WHEN_BUSY : MOST;
    if (this.#underWay.size < most) {
      this.#underWay.set(request, now);
      return true;
    }
    counters.turnedAway += 1;
    turnAway(request);
    return false;
  }

  /** It is in. */
  through(request: IncomingMessage): void {
    this.#underWay.delete(request);
  }
}

function turnAway({ socket }: IncomingMessage): void {
  // HTTP has let go of the line: nobody else listens, and an error that nobody hears would end the process.
  socket.on('error', () => {});
  socket.write(
    'HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
  );
  socket.destroySoon();
}
