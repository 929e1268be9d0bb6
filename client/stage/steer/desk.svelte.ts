import type { Ack, Rejection } from '../../../shared/ack.ts';
import type { BoardView } from '../../../shared/board-view.ts';
import type { Done } from '../../../shared/events.ts';
import { closingShowsCounts } from '../../../shared/round-rules.ts';
import type { LiveBoard } from '../../lib/board.svelte.ts';
import type { StageAction } from './keys.ts';
import { type Step, stepFor } from './steering.ts';

const NOTE_MS = 6_000;

export type Note = Extract<Step, { say: string }>['say'] | 'only-shows' | 'undo-hint' | Rejection;

/** What the keys of this window do: to the window itself, or to the board with the maker's session. */
export class Desk {
  readonly #board: Pick<LiveBoard, 'view' | 'link'>;
  readonly #sheet: { read(slug: string): Promise<Ack<BoardView>> };
  #blank = $state(false);
  #bigCode = $state(false);
  #help = $state(false);
  #note = $state.raw<Note | null>(null);
  #noteTimer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
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

  async #steer(action: StageAction): Promise<void> {
    const view = this.#board.view;
    if (!view || this.#busy) return;
    this.#busy = true;
    this.#say(await this.#ask(action, view));
    this.#busy = false;
  }

  /** One command at a time: a second press waits for nobody and is dropped. */
  async #ask(action: StageAction, view: BoardView): Promise<Note | null> {
    const walks = action === 'next' || action === 'back';
    const sheet = walks ? this.#heed(await this.#sheet.read(view.head.slug)) : null;
    if (sheet && !sheet.ok) return noteOf(sheet.no);
    const step = stepFor(action, sheet?.value ?? view);
    if (!step) return null;
    if ('say' in step) return (await this.#onlyShows(view.head.slug)) ? 'only-shows' : step.say;
    const ack = this.#heed(await this.#send(step, view.head.id));
    if (!ack.ok) return noteOf(ack.no);
    const closed = step.ask === 'round:close' ? view.rounds.find(({ id }) => id === step.roundId) : undefined;
    return closed && !closingShowsCounts(closed.results, closed.tally.ballots) ? 'undo-hint' : null;
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
    return link.call(step.ask, { boardId, roundId: step.roundId });
  }

  #say(note: Note | null): void {
    clearTimeout(this.#noteTimer);
    this.#note = note;
    if (note) this.#noteTimer = setTimeout(() => this.#say(null), NOTE_MS);
  }
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
