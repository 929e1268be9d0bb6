import { isVotable } from '../../shared/entry.ts';
import { places, share } from '../../shared/ranking.ts';
import { mostPerBallot, type Tally } from '../../shared/tally.ts';
import type { Board } from '../domain/board.ts';
import type { Entry } from '../domain/entry.ts';
import { isIdea } from '../domain/idea.ts';
import type { Round } from '../domain/round.ts';
import { wholeTally } from '../domain/tally.ts';
import type { StoredTally } from '../store/store.ts';
import type { ExportedRound } from './export-schema.ts';

type ExportedEntry = ExportedRound['entries'][number];

/** A round and its tally as they are exported. */
export function exportRound(board: Board, round: Round, stored: StoredTally, now: number): ExportedRound {
  const tally = wholeTally(round, stored);
  const { ranks, winners } = places(tally, round.entries.map(isVotable));
  const winning = new Set(winners);
  const ties = shared(ranks);
  const entries = round.entries.map((entry, index): ExportedEntry => ({
    ...wordsOf(entry),
    ...numbersOf(round, tally, index),
    rank: ranks[index] ?? null,
    winner: winning.has(index),
    tied: ties.has(ranks[index] ?? null),
  }));
  return {
    format: 'mitwerk-round',
    version: 1,
    exportedAt: iso(now),
    board: { title: board.title, slug: board.slug, language: board.language },
    round: {
      id: round.id,
      kind: round.ideas ? 'ideas' : 'drafts',
      question: round.question,
      status: round.status,
      run: round.run,
      rule: round.rule,
      openedAt: round.openedAt === null ? null : iso(round.openedAt),
      closedAt: round.closedAt === null ? null : iso(round.closedAt),
    },
    ballots: tally.ballots,
    ...(tally.duels && { pairs: tally.duels.pairs }),
    tie: winners.length > 1,
    entries: entries.toSorted((a, b) => (a.rank ?? Number.MAX_VALUE) - (b.rank ?? Number.MAX_VALUE)),
  };
}

function wordsOf(entry: Entry): Pick<ExportedEntry, 'id' | 'title' | 'text' | 'state' | 'into'> {
  const { id, title, text } = entry;
  if (!isIdea(entry)) return { id, title, text };
  const { state, into } = entry;
  return into === null ? { id, title, text, state } : { id, title, text, state, into };
}

function numbersOf(
  { rule }: Round,
  { counts, ballots, firsts, duels }: Tally,
  index: number,
): Pick<ExportedEntry, 'votes' | 'share' | 'firsts' | 'chance' | 'low' | 'high'> {
  const at = (list: readonly number[] | null | undefined) => list?.[index] ?? 0;
  const votes = at(counts);
  if (duels) {
    const chance = at(duels.chance);
    return { votes, share: chance, chance, low: at(duels.low), high: at(duels.high) };
  }
  const numbers = { votes, share: share(votes, ballots, mostPerBallot(rule)) };
  return firsts ? { ...numbers, firsts: at(firsts) } : numbers;
}

/** The ranks that several entries have. */
function shared(ranks: readonly (number | null)[]): ReadonlySet<number | null> {
  const seen = new Set<number | null>([null]);
  return new Set(ranks.filter((rank) => rank !== null && seen.size === seen.add(rank).size));
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
