import type { BoardView, RoundView } from '../../shared/board-view.ts';
import type { Accent } from '../../shared/limits.ts';
import { headline, votesText } from './outcome-words.ts';
import { serverTexts } from './texts.ts';
import { chosenEntries, placed, toldRound } from './told-round.ts';

/** What chats expect of a large preview, in pixels. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

/** Everything that stands on a share picture, and nothing that does not: equal contents are equal pictures. */
export interface ShareContent {
  readonly accent: Accent;
  readonly maker: string;
  readonly title: string;
  readonly question: string;
  /** `null`: nothing was revealed yet. */
  readonly result: ShareResult | null;
  /** Hashes of the pictures of what is made, at most PHOTOS; with a tie all of them are shown alike. */
  readonly photos: readonly string[];
}

export interface ShareResult {
  readonly headline: string;
  readonly bars: readonly { title: string; votes: string; share: number; first: boolean }[];
  readonly ballots: string;
}

const BARS = 4;
const PHOTOS = 3;

/** From what followers may see: a hidden tally is in no picture either. */
export function shareContent(view: BoardView): ShareContent {
  const { accent, language, makerName, title } = view.head;
  const round = toldRound(view);
  const shown = round ?? view.rounds.find(({ id }) => id === view.head.currentRoundId) ?? view.rounds.at(-1);
  const common = {
    accent,
    maker: clean(makerName),
    title: clean(title),
    question: clean(shown?.question ?? ''),
  };
  if (!round) return { ...common, result: null, photos: [] };

  const texts = serverTexts(language);
  const { ballots } = round.tally;
  const all = placed(round);
  return {
    ...common,
    result: {
      headline: clean(headline(round, language, false)),
      bars: all.slice(0, BARS).map((one) => ({
        title: clean(one.entry.title),
        votes: votesText(one, round, language),
        share: one.share,
        first: one.first,
      })),
      ballots: `${texts.ballots(ballots, new Intl.NumberFormat(language).format(ballots))}, ${texts.oneEach}`,
    },
    photos: photosOf(round),
  };
}

/** Where none of what is made has a picture: the one of the decision. */
function photosOf(round: RoundView): readonly string[] {
  const made = chosenEntries(round).flatMap(({ picture }) => picture ?? []);
  const told = made.length > 0 ? made : [round.outcome?.picture ?? []].flat();
  return told.slice(0, PHOTOS).map(({ hash }) => hash);
}

/** The fonts at hand write European scripts; what they cannot write is better left out than shown as boxes. */
function clean(text: string): string {
  return text
    .replaceAll(
      /[^\u0020-\u024f\u0370-\u03ff\u0400-\u045f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20ac]/g,
      ' ',
    )
    .replaceAll(/\s+/g, ' ')
    .trim();
}
