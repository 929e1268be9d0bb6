import type { BoardView, RoundView } from '../../../shared/board-view.ts';
import type { Outcome, PromiseStep } from '../../../shared/outcome.ts';
import type { Keep } from '../../lib/keep.ts';
import type { Commands } from '../commands.svelte.ts';
import { OneAtATime } from '../sending/one-at-a-time.svelte.ts';
import { t } from '../words.ts';
import type { OutcomeFields } from './outcome-form.ts';

export type StepFields = Pick<PromiseStep, 'kind' | 'text' | 'by' | 'picture' | 'alt'>;

/** What is being written or asked about a decision right now. */
export type Writing =
  | { readonly what: 'decision' | 'removal'; readonly roundId: string }
  | { readonly what: PromiseStep['kind']; readonly roundId: string };

/** Everything the maker does with decisions and promises. What can be taken back is offered for a while. */
export class Outcomes {
  writing = $state.raw<Writing | null>(null);
  readonly #sending = new OneAtATime();
  readonly #commands: Commands;
  readonly #view: () => BoardView | null;
  readonly #keep: Keep;

  constructor(commands: Commands, view: () => BoardView | null, keep: Keep) {
    this.#commands = commands;
    this.#view = view;
    this.#keep = keep;
  }

  /** Something is being sent: nothing else is until it is answered. */
  get sending(): boolean {
    return this.#sending.underWay;
  }

  /** Where what is being written is kept. */
  keyOf(roundId: string, what: Writing['what']): string {
    return `mitwerk.${what}.${this.#boardId}.${roundId}`;
  }

  /** A decision was begun and not published yet. */
  hasBegun(roundId: string): boolean {
    return this.#keep.read(this.keyOf(roundId, 'decision')) !== null;
  }

  write(roundId: string, what: Writing['what']): void {
    this.#commands.forgetNo();
    this.writing = { roundId, what };
  }

  publish(round: RoundView, fields: OutcomeFields): Promise<void> {
    return this.#sending.run(() => this.#publishAndTell(round, fields));
  }

  /** Asks first where what was told about the promise would be lost for good. */
  remove(round: RoundView, sure = false): Promise<void> {
    return this.#sending.run(() => this.#removeAndTell(round, sure));
  }

  step(round: RoundView, fields: StepFields): Promise<void> {
    return this.#sending.run(() => this.#stepAndTell(round, fields));
  }

  /** Takes the last step back: one, however often it is asked before the answer. */
  unstep(round: RoundView): Promise<void> {
    return this.#sending.run(() => this.#unstepAndTell(round));
  }

  async #publishAndTell(round: RoundView, fields: OutcomeFields): Promise<void> {
    const { outcome: before } = round;
    if (!(await this.#publish(round, fields))) return;
    this.#sent(round, 'decision');
    // What was told about a promise that is gone does not come back by itself.
    const lossy = before !== null && before.steps.length > 0 && fields.promise === null;
    if (lossy) this.#commands.tell(t().decisions.corrected);
    else if (before)
      this.#commands.offerUndo(t().decisions.corrected, () => void this.#publish(round, publishable(before)));
    else this.#commands.offerUndo(t().decisions.published, () => void this.#remove(round));
  }

  async #removeAndTell(round: RoundView, sure: boolean): Promise<void> {
    const { outcome } = round;
    if (outcome === null) return;
    if (outcome.steps.length > 0 && !sure) return this.write(round.id, 'removal');
    if (!(await this.#remove(round))) return;
    this.writing = null;
    if (outcome.steps.length > 0) this.#commands.tell(t().decisions.removed);
    else
      this.#commands.offerUndo(t().decisions.removed, () => void this.#publish(round, publishable(outcome)));
  }

  async #stepAndTell(round: RoundView, fields: StepFields): Promise<void> {
    this.#commands.forgetUndo();
    const ack = await this.#commands.run('outcome:step', { ...this.#ref(round), ...fields });
    if (!ack.ok) return;
    this.#sent(round, fields.kind);
    const { keptNow, postponedNow } = t().decisions;
    this.#commands.offerUndo(
      fields.kind === 'kept' ? keptNow : postponedNow,
      () => void this.#commands.run('outcome:unstep', this.#ref(round)),
    );
  }

  async #unstepAndTell(round: RoundView): Promise<void> {
    this.#commands.forgetUndo();
    const ack = await this.#commands.run('outcome:unstep', this.#ref(round));
    if (ack.ok) this.#commands.tell(t().decisions.unstepped);
  }

  /** What was kept while it was being written is no longer needed. */
  #sent({ id }: RoundView, what: Writing['what']): void {
    this.#keep.write(this.keyOf(id, what), null);
    if (this.writing?.roundId === id && this.writing.what === what) this.writing = null;
  }

  async #publish(round: RoundView, fields: OutcomeFields): Promise<boolean> {
    this.#commands.forgetUndo();
    return (await this.#commands.run('outcome:publish', { ...this.#ref(round), ...fields })).ok;
  }

  async #remove(round: RoundView): Promise<boolean> {
    this.#commands.forgetUndo();
    return (await this.#commands.run('outcome:remove', this.#ref(round))).ok;
  }

  #ref({ id }: RoundView): { boardId: string; roundId: string } {
    return { boardId: this.#boardId, roundId: id };
  }

  get #boardId(): string {
    return this.#view()?.head.id ?? '';
  }
}

function publishable({ chosen, reason, text, picture, alt, promise }: Outcome): OutcomeFields {
  return { chosen: [...chosen], reason, text, picture, alt, promise };
}
