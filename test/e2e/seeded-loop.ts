import { CONSENT } from '../../shared/mine.ts';
import type { Language } from '../../shared/limits.ts';
import { ask, type Maker } from '../load/maker.ts';
import { RawPhone } from '../load/raw-phone.ts';

export interface IdeaBoard {
  readonly slug: string;
  readonly stageToken: string;
  readonly boardId: string;
  readonly roundId: string;
  /** The first idea. */
  readonly ideaId: string;
}

const SETTINGS = { whileVoting: true, review: false, pictures: true, each: 5 };
const TITLES = ['Ein Griff zum Tragen', 'Füße aus Filz', 'Griff, damit man ihn tragen kann', 'Kauft bei mir'];
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** A round of four ideas from one device with a name; the third is merged into the first, the fourth folded and objected to. */
export async function seedIdeas(
  maker: Maker,
  title: string,
  language: Language,
  collectOnly = false,
): Promise<IdeaBoard> {
  const studio = await RawPhone.connect(maker);
  const { boardId, slug } = await ask(studio, 'board:create', {
    title,
    reason: 'Wir bauen zehn davon.',
    makerName: 'Tischlerei Brandt',
    accent: 'petrol',
    language,
  });
  const { roundId } = await ask(studio, 'round:add', {
    boardId,
    question: 'Was soll er können?',
    rule: { kind: 'approve' },
    results: 'live',
    seconds: null,
    ideas: SETTINGS,
  });
  const round = { boardId, roundId };
  if (collectOnly) await ask(studio, 'round:collect', { ...round, collect: true });
  else await ask(studio, 'round:open', round);
  const ideas = await Promise.all(
    TITLES.map((title, at) => handIn(maker, { boardId, roundId, slug, title, at })),
  );
  const [first, , third, fourth] = ideas;
  if (!first || !third || !fourth) throw new Error('four ideas were handed in');
  await ask(first.author, 'credit:give', { boardId, name: 'Ana', consent: CONSENT });
  await ask(studio, 'idea:merge', { boardId, ideaIds: [third.ideaId], into: first.ideaId });
  const folded = { boardId, ideaId: fourth.ideaId };
  await ask(studio, 'idea:fold', { ...folded, reason: 'spam', sentence: 'Das ist Werbung.' });
  await ask(fourth.author, 'idea:object', { ...folded, sentence: 'Ist es nicht.' });
  if (!collectOnly) {
    for (const { author } of [first, third, fourth]) {
      await ask(author, 'ballot:cast', { ...round, run: 1, rev: 1, entries: [first.ideaId] });
    }
  }
  const joined = await ask(studio, 'board:join', { slug, as: 'maker' });
  for (const phone of [studio, ...ideas.map(({ author }) => author)]) phone.close();
  return { slug, stageToken: joined.maker?.stageToken ?? '', boardId, roundId, ideaId: first.ideaId };
}

/** The same, voted on as a draft, decided and promised. */
export async function seedDecided(maker: Maker, title: string, language: Language): Promise<IdeaBoard> {
  const board = await seedIdeas(maker, title, language);
  const { boardId, ideaId } = board;
  const studio = await RawPhone.connect(maker);
  const on = (roundId: string) => ({ boardId, roundId });
  await ask(studio, 'round:close', on(board.roundId));
  await ask(studio, 'round:reveal', on(board.roundId));
  const { roundId } = await ask(studio, 'round:add', {
    boardId,
    question: 'Welcher soll es werden?',
    rule: { kind: 'choose', min: 1, max: 1 },
    results: 'live',
    seconds: null,
    ideas: null,
  });
  const { draftId } = await ask(studio, 'idea:promote', {
    boardId,
    ideaIds: [ideaId],
    toRoundId: roundId,
  });
  await ask(studio, 'draft:add', {
    ...on(roundId),
    drafts: [{ title: 'Ohne alles', text: '', picture: null, alt: '' }],
  });
  await ask(studio, 'round:open', on(roundId));
  await ask(studio, 'ballot:cast', { ...on(roundId), run: 1, rev: 1, entries: [draftId] });
  await ask(studio, 'round:close', on(roundId));
  await ask(studio, 'round:reveal', on(roundId));
  await ask(studio, 'outcome:publish', {
    ...on(roundId),
    chosen: [draftId],
    reason: '',
    text: 'Wir bauen zwanzig Stück in Eiche.',
    picture: null,
    alt: '',
    promise: { text: 'Der erste steht im Schaufenster', by: Date.now() + WEEK },
  });
  studio.close();
  return { ...board, roundId };
}

/** A decided board whose maker shows the decision, the thanks or one idea. */
export async function seedScene(
  maker: Maker,
  kind: 'outcome' | 'credits' | 'idea',
  language: Language,
): Promise<IdeaBoard> {
  const ideas = kind === 'idea' ? await seedIdeas(maker, 'Eine Idee', language) : null;
  const board = ideas ?? (await seedDecided(maker, 'Was daraus wurde', language));
  const { boardId, roundId, ideaId } = board;
  const scene =
    kind === 'credits' ? { kind } : kind === 'outcome' ? { kind, roundId } : { kind, roundId, ideaId };
  const studio = await RawPhone.connect(maker);
  await ask(studio, 'stage:show', { boardId, scene });
  studio.close();
  return board;
}

/** Each idea comes from a device of its own. */
async function handIn(
  { origin }: Maker,
  {
    boardId,
    roundId,
    slug,
    title,
    at,
  }: { boardId: string; roundId: string; slug: string; title: string; at: number },
): Promise<{ author: RawPhone; ideaId: string }> {
  const author = await RawPhone.connect({ origin });
  await author.join({ slug, as: 'follower' });
  const ideaId = `idea-${at}-${roundId}`.slice(0, 40);
  const words = { title, text: at === 1 ? 'Damit der Boden heil bleibt.' : '', picture: null, alt: '' };
  await ask(author, 'idea:submit', { boardId, roundId, ideaId, ...words });
  return { author, ideaId };
}
