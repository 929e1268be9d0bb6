import { CONSENT } from '../../shared/mine.ts';
import { giveCredit } from '../domain/credit.ts';
import type { Decision } from '../domain/decision.ts';
import type { Board } from '../domain/board.ts';
import { collectIdeas, submitIdea } from '../domain/idea.ts';
import { foldIdea, mergeIdeas } from '../domain/moderation.ts';
import { publishOutcome } from '../domain/outcome.ts';
import { addRound } from '../domain/round.ts';
import { closeRound, openRound, revealRound } from '../domain/run.ts';
import type { Room } from '../live/room.ts';
import type { Ids } from '../ops/ids.ts';
import { decision, ideaRound, ideas, thanked } from './story-ideas.ts';

const PHONES = 40;
const DAY = 24 * 60 * 60 * 1000;

/** How the story began: ideas were collected, supported, two of them merged, one folded; then the carpenter decided. */
export async function holdIdeas(room: Room, ids: Pick<Ids, 'id'>): Promise<void> {
  const roundId = ids.id();
  const decide = async (decision: (board: Board, now: number) => Decision) => {
    const ack = await room.change(decision);
    if (!ack.ok) throw new Error(`the story is refused: ${ack.no.code}`);
  };
  await decide((board) => addRound(board, ideaRound, roundId));
  await decide((board, now) => collectIdeas(board, roundId, true, false, now));
  const told = ideas.map((idea, index) => ({ ...idea, id: ids.id(), author: phone(index + 1) }));
  const idOf = (title: string) => told.find((idea) => idea.title === title)?.id ?? '';
  for (const { id, title, text, author } of told) {
    const words = { id, title, text, picture: null, alt: '' };
    await decide((board, now) => submitIdea(board, roundId, words, author, now));
  }
  await decide((board, now) => openRound(board, roundId, now));
  await Promise.all(
    Array.from({ length: PHONES }, async (_, number) => {
      const entries = told.flatMap(({ id, supporters }, index) =>
        supports(number, index, supporters) ? id : [],
      );
      const ballot = { roundId, run: 1, rev: 1, entries };
      if (entries.length > 0) await room.cast(phone(number + 1), ballot);
    }),
  );
  for (const { id, into, folded } of told) {
    if (into) await decide((board) => mergeIdeas(board, [id], idOf(into)));
    if (folded) await decide((board) => foldIdea(board, id, folded.reason, folded.sentence));
  }
  await decide((board, now) => closeRound(board, roundId, now));
  await decide((board) => revealRound(board, roundId));
  for (const [number, name] of thanked) {
    const who = { participant: phone(number), hasBallot: true };
    await decide((board, now) => giveCredit(board, who, { name, consent: CONSENT }, ids.id(), now));
  }
  const [winner = ''] = told.map(({ id }) => id);
  await decide((board, now) => {
    const promise = { text: decision.promise, by: endOfDay(now + decision.days * DAY) };
    const { text } = decision;
    const fields = { chosen: [winner], reason: '', text, picture: null, alt: '', promise };
    return publishOutcome(board, roundId, fields, [winner], now);
  });
}

/** Forty people in a ring; each idea is liked by as many neighbours, from another place on. */
function supports(number: number, index: number, supporters: number): boolean {
  return (number + index * 9) % PHONES < supporters;
}

function phone(number: number): string {
  return `demo-${number}`;
}

function endOfDay(time: number): number {
  const day = new Date(time);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), 23, 59, 59, 999).getTime();
}
