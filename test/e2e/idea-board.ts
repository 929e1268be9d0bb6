import type { BoardView } from '../../shared/board-view.ts';
import { randomIds } from '../../server/ops/ids.ts';
import { ask, type Maker, redeemLink } from '../load/maker.ts';
import type { CommandOf } from '../load/raw-phone.ts';
import { RawPhone } from '../load/raw-phone.ts';
import type { Story } from '../support/story.ts';

const SETTINGS = { whileVoting: true, review: false, pictures: true, each: 5 };
type RoundStep = 'round:collect' | 'round:open' | 'round:close' | 'round:show';

/** A board whose first round takes ideas, the second asks something else; played by a maker without a browser. */
export class IdeaBoard implements AsyncDisposable {
  readonly slug: string;
  readonly roundId: string;
  readonly nextId: string;
  readonly #boardId: string;
  readonly #maker: Maker;
  readonly #desk: RawPhone;

  private constructor(
    maker: Maker,
    desk: RawPhone,
    made: { slug: string; boardId: string; roundId: string; nextId: string },
  ) {
    this.#maker = maker;
    this.#desk = desk;
    this.#boardId = made.boardId;
    this.slug = made.slug;
    this.roundId = made.roundId;
    this.nextId = made.nextId;
  }

  static async begin(story: Story): Promise<IdeaBoard> {
    const maker = await redeemLink(story.server.makerLink ?? '');
    const desk = await RawPhone.connect(maker);
    const { boardId, slug } = await ask(desk, 'board:create', {
      title: 'Hocker',
      reason: '',
      makerName: 'Eva',
      accent: 'schiefer',
      language: 'de',
    });
    const round = { boardId, rule: { kind: 'approve' }, results: 'live', seconds: null } as const;
    const add = (more: Pick<CommandOf<'round:add'>, 'question' | 'ideas'>) =>
      ask(desk, 'round:add', { ...round, ...more });
    const { roundId } = await add({ question: 'Was fehlt dem Hocker?', ideas: SETTINGS });
    const { roundId: nextId } = await add({ question: 'Welches Holz?', ideas: null });
    const board = new IdeaBoard(maker, desk, { slug, boardId, roundId, nextId });
    await board.do('round:collect', roundId, { collect: true });
    return board;
  }

  async do(step: RoundStep, roundId: string, more: object = {}): Promise<void> {
    await ask(this.#desk, step, { boardId: this.#boardId, roundId, ...more } as CommandOf<RoundStep>);
  }

  /** Somebody else hands in an idea. */
  async handIn(title: string): Promise<void> {
    const { boardId, roundId } = this.#place;
    const other = await RawPhone.connect({ origin: this.#maker.origin });
    await other.join({ as: 'follower', slug: this.slug });
    const words = { title, text: '', picture: null, alt: '' };
    await ask(other, 'idea:submit', { boardId, roundId, ideaId: randomIds.id(), ...words });
    other.close();
  }

  async fold(title: string): Promise<void> {
    const idea = (await this.#entries()).find((entry) => entry.title === title);
    if (!idea) throw new Error(`nobody handed in ${title}`);
    const { boardId } = this.#place;
    await ask(this.#desk, 'idea:fold', {
      boardId,
      ideaId: idea.id,
      reason: 'off-topic',
      sentence: 'Passt nicht hierher.',
    });
  }

  async titles(): Promise<readonly string[]> {
    return (await this.#entries()).map(({ title }) => title);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#desk.close();
  }

  get #place() {
    return { boardId: this.#boardId, roundId: this.roundId };
  }

  async #entries(): Promise<BoardView['rounds'][number]['entries']> {
    const reader = await RawPhone.connect(this.#maker);
    const { view } = await reader.join({ slug: this.slug, as: 'maker' });
    reader.close();
    return view?.rounds.find(({ id }) => id === this.roundId)?.entries ?? [];
  }
}
