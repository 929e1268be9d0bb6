import type { Ack, Rejection } from '../../../shared/ack.ts';
import type { BoardView } from '../../../shared/board-view.ts';
import type { Done } from '../../../shared/events.ts';
import { closingShowsCounts } from '../../../shared/round-rules.ts';
import type { LiveBoard } from '../../lib/board.svelte.ts';
import type { StageAction } from './keys.ts';
import { type Step, stepFor } from './steering.ts';

const NOTE_MS = 6_000;
/** A key that takes longer says so: else it looks as if it were dead. */
const SLOW_MS = 1_500;
/** What was done is in the view by then, or on another line: no key waits longer for it. */
const ARRIVAL_MS = 3_000;

export type Note =
  Extract<Step, { say: string }>['say'] | 'only-shows' | 'undo-hint' | 'under-way' | 'too-many' | Rejection;

/** What the keys of this window do: to the window itself, or to the board with the maker's session. */
export class Desk {
  readonly #board: Pick<LiveBoard, 'view' | 'link'>;
  readonly #sheet: { read(slug: string): Promise<Ack<BoardView>> };
  #blank = $state(false);
  #bigCode = $state(false);
  #help = $state(false);
  #note = $state.raw<Note | null>(null);
  #noteTimer: ReturnType<typeof setTimeout> | undefined;
  #doing: StageAction | null = null;
  #waiting: StageAction | null = null;
  /** Whether the server lets this window steer: as its last answer said, unknown before the first. */
  #steers: boolean | null = null;

  constructor(
    board: Pick<LiveBoard, 'view' | 'link'>,
    sheet: { read(slug: string): Promise<Ack<BoardView>> },
  ) {
    this.#board = board;
    this.#sheet = sheet;
  }

  get blank(): boolean {
    return this.#blank;
  }
  get bigCode(): boolean {
    return this.#bigCode;
  }
  get help(): boolean {
    return this.#help;
  }
  get note(): Note | null {
    return this.#note;
  }

  async act(action: StageAction): Promise<void> {
    if (action === 'blank') this.#blank = !this.#blank;
    else if (action === 'big-code') this.#bigCode = !this.#bigCode;
    else if (action === 'help') this.#help = true;
    else if (action === 'full-screen') await toggleFullScreen();
    else if (action === 'leave' && (this.#blank || this.#bigCode)) this.#leave();
    else await this.#steer(action);
  }

  closeHelp(): void {
    this.#help = false;
  }

  #leave(): void {
    this.#blank = false;
    this.#bigCode = false;
  }

  /** One command at a time. What is pressed meanwhile waits, and is done on the view as it is then. */
  async #steer(action: StageAction): Promise<void> {
    if (this.#doing !== null) {
      this.#wait(action);
      return;
    }
    if (this.#note === 'too-many') this.#say(null);
    for (let next: StageAction | null = action; next; next = this.#takeWaiting()) {
      this.#doing = next;
      const slow = setTimeout(() => this.#say('under-way'), SLOW_MS);
      const note = await this.#ask(next);
      clearTimeout(slow);
      // What was dropped can still be read when the key before it is through.
      if (note !== null || this.#note !== 'too-many') this.#say(note);
      // Whoever pressed on believed that the first key was done.
      if (note === 'only-shows' || (note && typeof note !== 'string' && note.code === 'unavailable'))
        this.#waiting = null;
    }
    this.#doing = null;
  }

  /** The same switch pressed twice would take back what it just did: only steps from round to round add up. */
  #wait(action: StageAction): void {
    if (this.#waiting === null && (walks(action) || action !== this.#doing)) this.#waiting = action;
    else this.#say('too-many');
  }

  #takeWaiting(): StageAction | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }

  async #ask(action: StageAction): Promise<Note | null> {
    const { view } = this.#board;
    if (!view) return null;
    const sheet = walks(action) ? this.#heed(await this.#sheet.read(view.head.slug)) : null;
    if (sheet && !sheet.ok) return noteOf(sheet.no);
    const step = stepFor(action, sheet?.value ?? view);
    if (!step) return null;
    if ('say' in step) return (await this.#onlyShows(view.head.slug)) ? 'only-shows' : step.say;
    const ack = this.#heed(await this.#send(step, view.head.id));
    if (!ack.ok) return noteOf(ack.no);
    if (this.#waiting) await this.#arrival(ack.value.seq);
    const closed = step.ask === 'round:close' ? view.rounds.find(({ id }) => id === step.roundId) : undefined;
    return closed && !closingShowsCounts(closed.results, closed.tally.ballots) ? 'undo-hint' : null;
  }

  /** Lets the view catch up: where many look on, the answer may be here before the step itself. */
  async #arrival(seq: number): Promise<void> {
    let stop = () => {};
    let giveUp: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((go) => {
      giveUp = setTimeout(go, ARRIVAL_MS);
      stop = $effect.root(() => {
        $effect(() => {
          if ((this.#board.view?.seq ?? seq) >= seq) go();
        });
      });
    });
    clearTimeout(giveUp);
    stop();
  }

  /** Where a key would ask nothing of the server, it is asked once whether this window may steer at all. */
  async #onlyShows(slug: string): Promise<boolean> {
    if (this.#steers === null) this.#heed(await this.#sheet.read(slug));
    return this.#steers === false;
  }

  #heed<T>(ack: Ack<T>): Ack<T> {
    if (ack.ok) this.#steers = true;
    else if (ack.no.code === 'not_allowed') this.#steers = false;
    return ack;
  }

  #send(step: Extract<Step, { ask: string }>, boardId: string): Promise<Ack<Done>> {
    const { link } = this.#board;
    if (step.ask === 'stage:show') return link.call(step.ask, { boardId, scene: step.scene });
    if (step.ask === 'round:show') return link.call(step.ask, { boardId, roundId: step.roundId });
    if (step.ask === 'round:undo')
      return link.call(step.ask, { boardId, roundId: step.roundId, status: step.status, run: step.run });
    return link.call(step.ask, { boardId, roundId: step.roundId });
  }

  #say(note: Note | null): void {
    clearTimeout(this.#noteTimer);
    this.#note = note;
    if (note) this.#noteTimer = setTimeout(() => this.#say(null), NOTE_MS);
  }
}

function walks(action: StageAction): boolean {
  return action === 'next' || action === 'back';
}

function noteOf(no: Rejection): Note {
  return no.code === 'not_allowed' ? 'only-shows' : no;
}

/** A browser may refuse, e.g. inside a frame: then nothing happens. */
async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // Refused.
  }
}
