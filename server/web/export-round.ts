import { rank, share, winners } from '../../shared/ranking.ts';
import type { Board } from '../domain/board.ts';
import type { Round } from '../domain/round.ts';
import type { StoredTally } from '../store/store.ts';
import type { ExportedRound } from './export-schema.ts';

/** A round and its tally as they are exported. */
export function exportRound(board: Board, round: Round, tally: StoredTally, now: number): ExportedRound {
  const counts = round.entries.map(({ id }) => tally.counts.get(id) ?? 0);
  const ranks = rank(counts);
  const winning = winners(counts);
  const entries = round.entries.map(({ id, title, text }, index) => {
    const votes = counts[index] ?? 0;
    const place = ranks[index] ?? 1;
    return {
      id,
      title,
      text,
      rank: place,
      votes,
      share: share(votes, tally.ballots),
      winner: winning.includes(index),
      tied: ranks.filter((other) => other === place).length > 1,
    };
  });
  return {
    format: 'mitwerk-round',
    version: 1,
    exportedAt: iso(now),
    board: { title: board.title, slug: board.slug, language: board.language },
    round: {
      id: round.id,
      question: round.question,
      status: round.status,
      run: round.run,
      rule: round.rule,
      openedAt: round.openedAt === null ? null : iso(round.openedAt),
      closedAt: round.closedAt === null ? null : iso(round.closedAt),
    },
    ballots: tally.ballots,
    tie: winning.length > 1,
    entries: entries.toSorted((a, b) => a.rank - b.rank),
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
