import type { AddRound } from '../../shared/commands.ts';
import type { Language } from '../../shared/limits.ts';
import { ask, type Maker } from '../load/maker.ts';
import { RawPhone } from '../load/raw-phone.ts';
import { type IdeaBoard, seedDecided, seedIdeas, seedScene } from './seeded-loop.ts';
import { photos } from '../support/photos.ts';

type Rule = Pick<AddRound, 'rule' | 'results' | 'seconds'>;

export interface SeededBoard {
  readonly slug: string;
  readonly stageToken: string;
}

/** One board for each thing a screen can show. */
export interface SeededBoards {
  readonly waiting: SeededBoard;
  readonly open: SeededBoard;
  readonly closed: SeededBoard;
  readonly revealed: SeededBoard;
  readonly rank: SeededBoard;
  readonly points: SeededBoard;
  readonly duel: SeededBoard;
  readonly collecting: SeededBoard;
  readonly ideas: IdeaBoard;
  readonly decided: IdeaBoard;
  /** Boards whose stage shows something else than bars. */
  readonly scenes: Readonly<Record<'outcome' | 'credits' | 'idea', IdeaBoard>>;
}

const LIVE = { results: 'live', seconds: null } as const;
const ONE = { kind: 'choose', min: 1, max: 1 } as const;

export async function seedBoards(maker: Maker, language: Language): Promise<SeededBoards> {
  const phone = await RawPhone.connect(maker);
  const picture = await uploadPhoto(maker);
  const seed = async (title: string, steps: readonly Step[], rule: Rule) =>
    seedBoard(phone, title, steps, rule, { picture, language });
  const seeded = {
    waiting: await seed('Noch nichts zu sehen', [], { rule: ONE, results: 'live', seconds: 60 }),
    open: await seed('Der offene Hocker', ['open', 'vote'], { rule: ONE, results: 'live', seconds: 600 }),
    closed: await seed('Der verdeckte Hocker', ['open', 'vote', 'close'], {
      rule: { kind: 'approve' },
      results: 'after-close',
      seconds: null,
    }),
    revealed: await seed('Der fertige Hocker', ['open', 'vote', 'close', 'reveal'], {
      rule: { kind: 'choose', min: 1, max: 2 },
      results: 'after-vote',
      seconds: null,
    }),
    rank: await seed('Der gereihte Hocker', ['open'], { ...LIVE, rule: { kind: 'rank', max: 3 } }),
    points: await seed('Der Punkte-Hocker', ['open'], { ...LIVE, rule: { kind: 'points', budget: 10 } }),
    duel: await seed('Hocker gegen Hocker', ['open'], { ...LIVE, rule: { kind: 'duel' } }),
    collecting: await seedIdeas(maker, 'Der gedachte Hocker', language, true),
    ideas: await seedIdeas(maker, 'Der ideale Hocker', language),
    decided: await seedDecided(maker, 'Der beschlossene Hocker', language),
    scenes: {
      outcome: await seedScene(maker, 'outcome', language),
      credits: await seedScene(maker, 'credits', language),
      idea: await seedScene(maker, 'idea', language),
    },
  };
  phone.close();
  return seeded;
}

type Step = 'open' | 'vote' | 'close' | 'reveal';
type Picture = Awaited<ReturnType<typeof uploadPhoto>>;

async function seedBoard(
  maker: RawPhone,
  title: string,
  steps: readonly Step[],
  rule: Rule,
  { picture, language }: { picture: Picture; language: Language },
): Promise<SeededBoard> {
  const fields = { title, reason: 'Wir bauen zehn davon.', makerName: 'Tischlerei Brandt' };
  const { boardId, slug } = await ask(maker, 'board:create', { ...fields, accent: 'senf', language });
  const round = { boardId, question: 'Welcher soll es werden?', ideas: null, ...rule };
  const { roundId } = await ask(maker, 'round:add', round);
  const { draftIds } = await ask(maker, 'draft:add', {
    boardId,
    roundId,
    drafts: [
      { title: 'Eiche', text: 'Hell und hart', picture, alt: 'Ein Hocker aus Eiche' },
      { title: 'Nussbaum', text: '', picture, alt: '' },
      { title: 'Ohne Bild', text: '', picture: null, alt: '' },
    ],
  });
  const joined = await ask(maker, 'board:join', { slug, as: 'maker' });
  for (const step of steps) {
    if (step === 'open') await ask(maker, 'round:open', { boardId, roundId });
    if (step === 'close') await ask(maker, 'round:close', { boardId, roundId });
    if (step === 'reveal') await ask(maker, 'round:reveal', { boardId, roundId });
    if (step === 'vote') {
      await ask(maker, 'ballot:cast', { boardId, roundId, run: 1, rev: 1, entries: draftIds.slice(0, 1) });
    }
  }
  return { slug, stageToken: joined.maker?.stageToken ?? '' };
}

export async function uploadPhoto({ origin, cookie }: Maker) {
  const response = await fetch(`${origin}/api/pictures`, {
    method: 'PUT',
    headers: { Origin: origin, Cookie: cookie, 'Content-Type': 'image/jpeg' },
    body: new Uint8Array(await photos.jpeg(800, 600)),
  });
  const ack = await response.json();
  if (!ack.ok) throw new Error(`The photo was refused: ${JSON.stringify(ack)}`);
  return ack.value;
}
