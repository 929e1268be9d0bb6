import type { BoardHead, BoardView, RoundView } from '../../../shared/board-view.ts';
import type { Draft } from '../../../shared/entry.ts';

/** Votes per second each made-up draft gains; they overtake each other now and then. */
const PACE = [1.9, 1.4, 2.3] as const;
const ROUND_MS = 60_000;

/** A made-up board for placing the overlay: one minute of votes, over and over. `titles` come from the catalogue. */
export function testView(
  head: BoardHead,
  words: { readonly question: string; readonly titles: readonly string[] },
  now: number,
): BoardView {
  const startedAt = now - (now % ROUND_MS);
  const seconds = (now - startedAt) / 1000;
  const counts = words.titles.map((_, i) => votesAfter(seconds, i));
  const round: RoundView = {
    id: 'test',
    kind: 'drafts',
    question: words.question,
    status: 'open',
    run: 1,
    rule: { kind: 'choose', min: 1, max: 1 },
    results: 'live',
    seconds: ROUND_MS / 1000,
    openedAt: startedAt,
    closesAt: startedAt + ROUND_MS,
    closedAt: null,
    ideas: null,
    collecting: false,
    outcome: null,
    entries: words.titles.map(draftNamed),
    tally: { version: Math.floor(seconds), ballots: counts.reduce((sum, n) => sum + n, 0), counts },
  };
  return {
    seq: 1,
    head: { ...head, currentRoundId: round.id },
    rounds: [round],
    credits: [],
    present: 140 + Math.floor(seconds / 3),
  };
}

/** Grows with the seconds; the wave lets the order change. */
function votesAfter(seconds: number, i: number): number {
  const pace = PACE[i % PACE.length] ?? 1;
  const wave = Math.sin(seconds / 9 + i * 2) + 1;
  return Math.max(0, Math.floor(pace * (seconds + wave * 4) * Math.min(1, seconds / 3)));
}

function draftNamed(title: string, i: number): Draft {
  return { id: `test-${i}`, title, text: '', picture: null, alt: '' };
}
