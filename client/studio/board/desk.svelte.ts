import type { RoundView, StageScene, Terms } from '../../../shared/board-view.ts';
import type { Boot } from '../../../shared/boot.ts';
import { LiveBoard } from '../../lib/board.svelte.ts';
import { browserKeep, type Keep } from '../../lib/keep.ts';
import { ticking } from '../../lib/time.svelte.ts';
import type { Command, Wire } from '../../lib/wire.ts';
import { Commands } from '../commands.svelte.ts';
import type { LiveActions } from '../live/actions.ts';
import { nextStep, type Step } from '../live/next-step.ts';
import { Inbox } from '../moderation/inbox.svelte.ts';
import { Moderation } from '../moderation/moderation.ts';
import { Outcomes } from '../outcome/outcomes.svelte.ts';
import { OneAtATime } from '../sending/one-at-a-time.svelte.ts';
import { Unsaved } from '../parts/unsaved.ts';
import type { RoundActions, RoundChange } from '../round/actions.ts';
import { DraftTable } from '../round/draft-table.svelte.ts';
import { newRound } from '../round/new-round.ts';
import { t } from '../words.ts';

type RoundEvent = 'round:open' | 'round:close' | 'round:reveal' | 'round:remove';

/** One board as its maker works on it: the live view, what comes next, and everything that can be done. */
export class Desk {
  readonly board: LiveBoard;
  readonly commands: Commands;
  readonly drafts: DraftTable;
  readonly moderation: Moderation;
  readonly inbox: Inbox;
  readonly outcomes: Outcomes;
  /** What is written and not sent yet outlives the page here. */
  readonly keep: Keep = browserKeep();
  readonly unsaved = new Unsaved();
  readonly rounds: RoundActions;
  readonly live: Omit<LiveActions, 'share' | 'inbox'>;
  /** The maker is choosing what the next round shall be. */
  adding = $state(false);
  /** Starting or ending to take ideas waits for a yes. */
  asked = $state.raw<{ readonly round: RoundView; readonly collect: boolean } | null>(null);
  readonly #clock: { readonly now: number };
  #arrived = $state<string | null>(null);
  /** The next step takes the place of the last one: a second tap must not take both. */
  readonly #steps = new OneAtATime();
  readonly #laying = new OneAtATime();
  readonly step: Step | null = $derived.by(
    () => this.view && nextStep(this.view, (roundId) => this.drafts.uploads.coming(roundId)),
  );

  constructor(options: { slug: string; link: Wire; boot: Boot }) {
    this.board = new LiveBoard({ as: 'maker', ...options });
    this.commands = new Commands(options.link);
    this.drafts = new DraftTable(this.commands, () => this.view);
    this.moderation = new Moderation(this.commands, () => this.view);
    this.inbox = new Inbox(() => this.view, this.keep);
    this.outcomes = new Outcomes(this.commands, () => this.view, this.keep);
    this.#clock = ticking(() => this.board.serverNow());
    const laying = this.#laying;
    this.rounds = {
      get laying() {
        return laying.underWay;
      },
      update: (round, fields) => this.#update(round, fields),
      settle: (round, fields) => this.commands.runOrAsk('round:update', { ...this.#ref(round), ...fields }),
      move: (round, to) => void this.commands.run('round:move', { ...this.#ref(round), to }),
      copy: (round) => void laying.run(() => this.#copy(round)),
      again: (round) => void this.#tell('round:open', round),
      remove: (round) => void this.#tell('round:remove', round),
    };
    this.live = {
      addRound: () => {
        this.adding = true;
      },
      addFiles: (round, files) => this.drafts.addFiles(round, files),
      show: (round) => void this.#steps.run(() => this.#show(round.id)),
      open: (round) => void this.#steps.run(() => this.#open(round)),
      collect: (round, collect) => void this.#steps.run(() => this.collect(round, collect)),
      scene: (scene: StageScene | null) => void this.moderation.show(scene),
      extend: (round) => void this.#steps.run(() => this.#extend(round)),
      close: (round) => void this.#steps.run(() => this.#tell('round:close', round)),
      reveal: (round) => void this.#steps.run(() => this.#tell('round:reveal', round)),
      decide: (round) => this.outcomes.write(round.id, 'decision'),
      undo: (round) => void this.#steps.run(() => this.#undo(round)),
    };
  }

  get view() {
    return this.board.view;
  }

  get now(): number {
    return this.#clock.now;
  }

  /** A step is under way: until it is answered, no other is taken. */
  get stepping(): boolean {
    return this.#steps.underWay;
  }

  /** Nothing can be sent right now; what is typed stays. */
  get offline(): boolean {
    return this.board.status === 'lost';
  }

  get stageToken(): string | null {
    return this.board.maker?.stageToken ?? null;
  }

  /** The round that was just added, to go there once. */
  get arrived(): string | null {
    return this.#arrived;
  }

  async addRound(kind: RoundView['kind']): Promise<void> {
    const fields = newRound(this.view?.head.language ?? 'de', kind);
    await this.#laying.run(async () => {
      const ack = await this.commands.run('round:add', { boardId: this.#boardId, ...fields });
      if (ack.ok) this.#arrived = ack.value.roundId;
    });
  }

  /** Once is enough: the next ballot must not take the focus from whoever writes. */
  arrive(): void {
    this.#arrived = null;
  }

  /** Somewhere on the run sheet there is something to see. */
  goTo(roundId: string): void {
    this.#arrived = roundId;
  }

  async collect(round: RoundView, collect: boolean, confirmed = false): Promise<void> {
    const command = { ...this.#ref(round), collect, ...(confirmed && { confirmed }) };
    const came = await this.commands.runOrAsk('round:collect', command);
    this.asked = came === 'ask' ? { round, collect } : null;
  }

  async update(fields: Omit<Command<'board:update'>, 'boardId'>): Promise<boolean> {
    return (await this.commands.run('board:update', { boardId: this.#boardId, ...fields })).ok;
  }

  /** What all phones are told while a round is open; without `confirmed` it is asked for first. */
  async settle(terms: Terms, confirmed: boolean): Promise<'done' | 'ask' | 'no'> {
    const command = { boardId: this.#boardId, ...terms, ...(confirmed && { confirmed }) };
    return this.commands.runOrAsk('board:update', command);
  }

  async remove(): Promise<boolean> {
    return (await this.commands.run('board:remove', { boardId: this.#boardId })).ok;
  }

  async renewStage(): Promise<boolean> {
    return (await this.commands.run('stage:renew', { boardId: this.#boardId })).ok;
  }

  dispose(): void {
    this.commands.forgetNo();
    this.board.dispose();
  }

  async #update(round: RoundView, fields: RoundChange): Promise<boolean> {
    return (await this.commands.run('round:update', { ...this.#ref(round), ...fields })).ok;
  }

  async #copy(round: RoundView): Promise<void> {
    const ack = await this.commands.run('round:copy', this.#ref(round));
    if (ack.ok) this.#arrived = ack.value.roundId;
  }

  /** What was typed is saved first: an open round takes no more of it. The tap that opens may be what left the field. */
  async #open(round: RoundView): Promise<void> {
    const coming = this.drafts.uploads.coming(round.id);
    if (coming > 0) return this.commands.tell(t().photosComing(coming));
    if (this.unsaved.has(round.id) && !(await this.unsaved.save(round.id)))
      return this.commands.tell(t().openUnsaved);
    await this.#tell('round:open', round);
  }

  #extend(round: RoundView): Promise<unknown> {
    return this.commands.run('round:extend', { ...this.#ref(round), seconds: 30 });
  }

  #show(roundId: string): Promise<unknown> {
    return this.commands.run('round:show', { boardId: this.#boardId, roundId });
  }

  #tell(event: RoundEvent, round: RoundView): Promise<unknown> {
    return this.commands.run(event, this.#ref(round));
  }

  #undo(round: RoundView): Promise<unknown> {
    const { status, run } = round;
    return this.commands.run('round:undo', { ...this.#ref(round), status, run });
  }

  #ref(round: RoundView): { boardId: string; roundId: string } {
    return { boardId: this.#boardId, roundId: round.id };
  }

  get #boardId(): string {
    return this.view?.head.id ?? '';
  }
}
