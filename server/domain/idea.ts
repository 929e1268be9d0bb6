import type { FoldReason, GoneReason, Idea, IdeaState, Objection } from '../../shared/entry.ts';
import type { Time } from '../../shared/board-view.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { Board } from './board.ts';
import type { ChangedIdea } from './change.ts';
import type { Merged } from './count.ts';
import { change, type Decision, refuse, UNCHANGED } from './decision.ts';
import type { Entry } from './entry.ts';
import { findRound, type Round } from './round.ts';
import { announce } from './rules.ts';
import { isOverdue } from './run.ts';

/** A participant's entry with everything that must not leave the server. */
export interface StoredIdea extends Omit<Idea, 'by' | 'sentence' | 'objection' | 'reason' | 'into'> {
  readonly state: IdeaState;
  readonly at: Time;
  /** The participant; `null`: erased, with words and picture. */
  readonly author: string | null;
  readonly reason: FoldReason | GoneReason | null;
  readonly sentence: string;
  readonly objection: Objection | null;
  /** The author's one objection was made, also where it led to unfolding and was settled with that. */
  readonly objected: boolean;
  /** The idea its ballots count for; stays when the idea is gone. */
  readonly into: string | null;
}

export type IdeaFields = Pick<StoredIdea, 'id' | 'title' | 'text' | 'picture' | 'alt'>;

/** [I1] [I2] [I3] [I4] The id is made by the device: handing in again after a lost answer adds nothing. */
export function submitIdea(
  board: Board,
  roundId: string,
  fields: IdeaFields,
  author: string,
  now: Time,
): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  if (!round.ideas) return refuse('round_wrong_status');
  const same = round.entries.find(({ id }) => id === fields.id);
  if (same && isIdea(same) && same.author === author) return UNCHANGED;
  if (isTaken(board, fields.id)) return refuse('idea_wrong_state');
  if (!round.collecting || isOverdue(round, now)) return refuse('ideas_closed');
  const most = round.rule.kind === 'duel' ? LIMITS.entriesPerDuel : LIMITS.ideasPerRound;
  if (round.entries.length >= most) return refuse('limit_reached', most);
  const { each, review, pictures } = round.ideas;
  if (fields.picture && !pictures) return refuse('command_invalid');
  if (handedIn(round, author) >= each) return refuse('limit_reached', each);
  const { id, title, text, picture, alt } = fields;
  const state = review ? 'waiting' : 'shown';
  const idea = { ...UNTOUCHED, id, title, text, picture, alt, state, at: now, author } as const;
  return change({ kind: 'idea-added', roundId, idea });
}

/** [I6] Erasing what is gone changes nothing. */
export function eraseIdea(board: Board, ideaId: string, author: string): Decision {
  const found = findIdea(board, ideaId);
  if (!found) return refuse('not_found');
  const { round, idea } = found;
  if (idea.state === 'gone') return UNCHANGED;
  if (idea.author !== author) return refuse('not_allowed');
  return change({
    kind: 'ideas-changed',
    roundId: round.id,
    act: 'erased',
    ideas: erased(round, idea, 'author', ''),
  });
}

/** [I1] [G1] [G2] Starts or ends the collecting by hand. */
export function collectIdeas(
  board: Board,
  roundId: string,
  collect: boolean,
  confirmed: boolean | undefined,
  now: Time,
): Decision {
  const round = findRound(board, roundId);
  if (!round) return refuse('not_found');
  if (!round.ideas) return refuse('round_wrong_status');
  if (round.collecting === collect) return UNCHANGED;
  if (round.status !== 'open' && round.run > 0) return refuse('round_wrong_status');
  const topics = round.status === 'open' ? (['ideas'] as const) : [];
  const changed = { kind: 'collecting-changed', roundId, collecting: collect } as const;
  return announce(board, topics, { confirmed, now }, changed);
}

export function findIdea(
  board: Board,
  ideaId: string,
): { readonly round: Round; readonly idea: StoredIdea } | undefined {
  for (const round of board.rounds) {
    const idea = round.ideas && round.entries.find(({ id }) => id === ideaId);
    if (idea && isIdea(idea)) return { round, idea };
  }
  return undefined;
}

export function isIdea(entry: Entry): entry is StoredIdea {
  return 'state' in entry;
}

/** [I6] [M5] What erasing leaves of an idea: its place. Those that were merged into it stand for themselves again. */
export function erased(
  round: Round,
  idea: StoredIdea,
  reason: GoneReason,
  sentence: string,
): readonly ChangedIdea[] {
  return [
    { ideaId: idea.id, fields: { ...WORDLESS, state: 'gone', author: null, reason, sentence } },
    ...mergedInto(round, idea).map(({ id, state }) => ({
      ideaId: id,
      fields: state === 'merged' ? SHOWN_AGAIN : { into: null },
    })),
  ];
}

export function mergedInto({ entries }: Round, { id }: StoredIdea): readonly StoredIdea[] {
  return entries.filter(isIdea).filter(({ into }) => into === id);
}

/** [M4] By id, as ballots are counted: also what is gone goes on counting for the idea it was merged into. */
export function mergedOf({ entries }: Pick<Round, 'entries'>): Merged {
  return new Map(
    entries.flatMap((entry) => (isIdea(entry) && entry.into !== null ? [[entry.id, entry.into]] : [])),
  );
}

/** [M4] An idea that is merged no longer. */
export const SHOWN_AGAIN = { state: 'shown', into: null } as const;

const WORDLESS = { title: '', text: '', picture: null, alt: '', objection: null } as const;

const UNTOUCHED = { reason: null, sentence: '', objection: null, objected: false, into: null } as const;

/** Also by a round or a draft: whoever reads an id finds one thing. */
function isTaken({ rounds }: Board, entryId: string): boolean {
  return rounds.some(({ id, entries }) => id === entryId || entries.some((entry) => entry.id === entryId));
}

/** [I2] */
function handedIn({ entries, spent }: Round, author: string): number {
  const ideas = entries.filter((entry) => isIdea(entry) && entry.author === author);
  return ideas.length + spent.filter((participant) => participant === author).length;
}
