import type { BoardView, RoundView, StageScene } from '../../../shared/board-view.ts';
import { type FoldReason, type Idea, isIdea } from '../../../shared/entry.ts';
import { words } from '../../lib/words.ts';
import type { Command } from '../../lib/wire.ts';
import type { Commands } from '../commands.svelte.ts';
import { newRound } from '../round/new-round.ts';
import { t } from '../words.ts';

/** A round that a promoted idea goes to: one of the board, or a new one with this question. */
export type Target = { readonly roundId: string } | { readonly question: string };

export interface Promoted {
  readonly roundId: string;
  readonly draftId: string;
}

/** Everything the maker does with ideas. What can be taken back is offered for a while. */
export class Moderation {
  readonly #commands: Commands;
  readonly #view: () => BoardView | null;
  /** Ideas that something is being done with: nothing else is until it is answered. */
  readonly #underWay = new Set<string>();

  constructor(commands: Commands, view: () => BoardView | null) {
    this.#commands = commands;
    this.#view = view;
  }

  /**
   * Answers which were published. What was cannot wait again, yet it can be folded: `refold` asks for the reason.
   */
  async publish(ideas: readonly Idea[], refold: (idea: Idea) => void): Promise<readonly Idea[]> {
    const published: Idea[] = [];
    for (const idea of ideas) {
      if (this.#underWay.has(idea.id)) continue;
      if (!(await this.#alone(idea, () => this.#run('idea:publish', { ideaId: idea.id })))) break;
      published.push(idea);
    }
    const [only] = published;
    if (published.length > 1) this.#commands.tell(t().inbox.publishedMany(published.length));
    else if (only)
      this.#commands.offerUndo(t().inbox.published(only.title), () => refold(only), t().inbox.foldAfterAll);
    return published;
  }

  async fold(idea: Idea, reason: FoldReason, sentence: string): Promise<boolean> {
    if (!(await this.#run('idea:fold', { ideaId: idea.id, reason, sentence }))) return false;
    // Unfolding shows an idea, also one that nobody has seen yet.
    const label = idea.state === 'waiting' ? t().inbox.publishAfterAll : t().undo;
    this.#commands.offerUndo(t().inbox.folded(idea.title), () => void this.#unfold(idea), label);
    return true;
  }

  /** A folded one is folded again as it was; an objection that was settled by this does not come back. */
  async unfold(idea: Idea): Promise<void> {
    if (!(await this.#alone(idea, () => this.#unfold(idea)))) return;
    const { reason, sentence = '' } = idea;
    const text = t().inbox.unfolded(idea.title);
    if (idea.objection || !isFoldReason(reason) || sentence === '') this.#commands.tell(text);
    else
      this.#commands.offerUndo(
        text,
        () => void this.#run('idea:fold', { ideaId: idea.id, reason, sentence }),
      );
  }

  async answer(idea: Idea, sentence: string): Promise<boolean> {
    const done = await this.#run('idea:answer', { ideaId: idea.id, sentence });
    if (done) this.#commands.tell(t().inbox.answeredNow);
    return done;
  }

  async bury(idea: Idea, sentence: string): Promise<boolean> {
    const done = await this.#run('idea:bury', { ideaId: idea.id, sentence });
    if (done) this.#commands.tell(t().inbox.buried);
    return done;
  }

  async merge(ideas: readonly Idea[], into: Idea): Promise<boolean> {
    const moved = ideas.filter(({ id }) => id !== into.id);
    if (!(await this.#run('idea:merge', { ideaIds: moved.map(({ id }) => id), into: into.id }))) return false;
    const [only] = moved;
    const text =
      moved.length === 1 && only
        ? t().inbox.mergedOne(only.title, into.title)
        : t().inbox.merged(moved.length, into.title);
    this.#commands.offerUndo(text, () => void this.#takeApart(moved));
    return true;
  }

  async split(idea: Idea, into: Idea | undefined): Promise<void> {
    if (!(await this.#alone(idea, () => this.#run('idea:split', { ideaId: idea.id })))) return;
    const text = t().inbox.splitNow(idea.title);
    if (into)
      this.#commands.offerUndo(
        text,
        () => void this.#run('idea:merge', { ideaIds: [idea.id], into: into.id }),
      );
    else this.#commands.tell(text);
  }

  /** One draft of all of them, with the words and the picture of the first. `null`: refused. */
  async promote(ideas: readonly Idea[], target: Target): Promise<Promoted | null> {
    this.#commands.forgetUndo();
    const roundId = 'roundId' in target ? target.roundId : await this.#addRound(target.question);
    if (roundId === null) return null;
    const ack = await this.#commands.run('idea:promote', {
      boardId: this.#boardId,
      ideaIds: ideas.map(({ id }) => id),
      toRoundId: roundId,
    });
    if (!ack.ok) return null;
    const { draftId } = ack.value;
    const number = (this.#view()?.rounds.findIndex(({ id }) => id === roundId) ?? 0) + 1;
    const text = t().inbox.promoted(ideas[0]?.title ?? '', words.common.round(number));
    // A round that was made for this draft goes with it.
    this.#commands.offerUndo(text, () => {
      const ref = { boardId: this.#boardId, roundId };
      if ('roundId' in target) void this.#commands.run('draft:remove', { ...ref, draftId });
      else void this.#commands.run('round:remove', ref);
    });
    return { roundId, draftId };
  }

  async show(scene: StageScene | null): Promise<void> {
    await this.#commands.run('stage:show', { boardId: this.#boardId, scene });
  }

  /** The board's ideas by their ids, as they stand now. */
  find(ideaId: string): { readonly idea: Idea; readonly round: RoundView } | undefined {
    for (const round of this.#view()?.rounds ?? []) {
      const idea = round.kind === 'ideas' && round.entries.find(({ id }) => id === ideaId);
      if (idea && isIdea(idea)) return { idea, round };
    }
    return undefined;
  }

  async #alone({ id }: Idea, act: () => Promise<boolean>): Promise<boolean> {
    if (this.#underWay.has(id)) return false;
    this.#underWay.add(id);
    const done = await act();
    this.#underWay.delete(id);
    return done;
  }

  #unfold(idea: Idea): Promise<boolean> {
    return this.#run('idea:unfold', { ideaId: idea.id });
  }

  async #takeApart(moved: readonly Idea[]): Promise<void> {
    for (const { id } of moved) await this.#run('idea:split', { ideaId: id });
  }

  async #addRound(question: string): Promise<string | null> {
    const fields = { ...newRound(this.#view()?.head.language ?? 'de'), question };
    const ack = await this.#commands.run('round:add', { boardId: this.#boardId, ...fields });
    return ack.ok ? ack.value.roundId : null;
  }

  async #run<E extends IdeaEvent>(event: E, command: Omit<Command<E>, 'boardId'>): Promise<boolean> {
    // "Undo" takes back what was done last, or nothing: not what was done before that.
    this.#commands.forgetUndo();
    const whole = { boardId: this.#boardId, ...command } as Command<E>;
    return (await this.#commands.run(event, whole)).ok;
  }

  get #boardId(): string {
    return this.#view()?.head.id ?? '';
  }
}

type IdeaEvent =
  'idea:publish' | 'idea:fold' | 'idea:unfold' | 'idea:answer' | 'idea:bury' | 'idea:merge' | 'idea:split';

function isFoldReason(reason: Idea['reason']): reason is FoldReason {
  return reason !== undefined && reason !== 'illegal' && reason !== 'author';
}
