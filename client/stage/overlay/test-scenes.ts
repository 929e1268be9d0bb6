import type { BoardView, RoundView, StageScene } from '../../../shared/board-view.ts';
import type { Duels } from '../../../shared/tally.ts';
import type { TestScene } from './options.ts';

export interface TestWords {
  readonly text: string;
  readonly promise: string;
  readonly names: readonly string[];
}

const DAYS_14 = 14 * 86_400_000;

/** The made-up board with what the maker can put forward. */
export function testScene(view: BoardView, show: TestScene, words: TestWords, now: number): BoardView {
  const round = view.rounds[0];
  if (!round || show === 'bars') return view;
  const credits = words.names.map((name, i) => ({ id: `test-${i}`, name, ideas: [] }));
  const shown = show === 'idea' ? asIdeas(round, words) : decided(round, words, now);
  return { ...view, credits, rounds: [shown], head: { ...view.head, scene: sceneOf(show, round) } };
}

/** The made-up votes as pairs: the more of them, the narrower the intervals. */
export function asDuel(view: BoardView): BoardView {
  const rounds = view.rounds.map((round): RoundView => {
    const counts = round.tally.counts ?? [];
    return { ...round, rule: { kind: 'duel' }, tally: { ...round.tally, duels: duelsOf(counts) } };
  });
  return { ...view, rounds };
}

function duelsOf(counts: readonly number[]): Duels {
  const pairs = counts.reduce((sum, n) => sum + n, 0);
  const even = 1 / Math.max(1, counts.length);
  const chance = counts.map((n) => 0.5 + ((pairs > 0 ? n / pairs : even) - even) * 0.9);
  const reach = 0.45 / Math.sqrt(1 + pairs / 12);
  return {
    pairs,
    chance,
    low: chance.map((one) => Math.max(0.02, one - reach)),
    high: chance.map((one) => Math.min(0.98, one + reach)),
  };
}

function sceneOf(show: TestScene, round: RoundView): StageScene | null {
  if (show === 'credits') return { kind: 'credits' };
  if (show === 'outcome') return { kind: 'outcome', roundId: round.id };
  return { kind: 'idea', roundId: round.id, ideaId: round.entries[0]?.id ?? '' };
}

function asIdeas(round: RoundView, { text, names }: TestWords): RoundView {
  const at = round.openedAt ?? 0;
  const entries = round.entries.map(({ id, title, picture, alt }, i) => {
    const by = names[i];
    return {
      id,
      title,
      picture,
      alt,
      text: i === 0 ? text : '',
      at,
      state: 'shown' as const,
      ...(by && { by }),
    };
  });
  return { ...round, kind: 'ideas', entries };
}

function decided(round: RoundView, { text, promise }: TestWords, now: number): RoundView {
  const outcome = {
    chosen: round.entries.slice(0, 1).map(({ id }) => id),
    reason: '',
    text,
    picture: null,
    alt: '',
    promise: { text: promise, by: now - (now % 86_400_000) + DAYS_14 },
    steps: [],
    publishedAt: 0,
    changedAt: 0,
  };
  return { ...round, status: 'revealed', closesAt: null, outcome };
}
