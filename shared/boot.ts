import type { Joined } from './events.ts';
import type { Language } from './limits.ts';

/** What the server writes into a page as `<script type="application/json" id="boot">`, so that the first paint needs no wait. */
export interface Boot {
  /** Chosen language, else the browser's if it is German or English, else the board's. */
  readonly language: Language;
  /** Address phones use, without a trailing slash, e.g. `http://192.168.0.12:4400`. */
  readonly publicUrl: string;
  readonly version: string;
  /** Follower page: the public part of the board (never a hidden tally, never anybody's ballot). */
  readonly board?: Pick<Joined, 'view' | 'now'> & {
    /** As in Joined, so that nothing moves under the thumb once the connection is there. */
    readonly shuffle?: number;
  };
  /** The demo is running: the stage and the studio say "Testdaten". */
  readonly demo?: boolean;
}
