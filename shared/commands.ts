import { z } from 'zod';
import { ROUND_STATUSES } from './board-view.ts';
import { boardFields, boardTerms, draftFields, id, roundFields, version } from './command-fields.ts';
import { LIMITS } from './limits.ts';

/**
 * What a client may ask about boards, rounds, drafts and ballots, as strict schemas; the types are inferred from them.
 * Only the server imports the values: zod would cost a phone 23 KB.
 */
export const joinBoardSchema = z.strictObject({
  /** Slug of the link; join codes are turned into slugs by `/`. With a stage token the slug is not needed. */
  slug: z.string().min(1).max(80).optional(),
  stageToken: z.string().min(1).max(80).optional(),
  as: z.enum(['follower', 'stage', 'maker']),
  /** The structural version this client holds; the same number on the server: no view is sent. */
  seq: version.optional(),
});
export type JoinBoard = z.infer<typeof joinBoardSchema>;

/** The rules may change while a round is open: all phones are told. */
const confirmed = z.boolean().optional();

export const castBallotSchema = z.strictObject({
  boardId: id,
  roundId: id,
  run: z.int().min(1),
  /** The device's number for this ballot, see OwnBallot. */
  rev: z
    .int()
    .min(1)
    // Withdrawing takes the next one, and no number is stored that could not be read again.
    .max(Number.MAX_SAFE_INTEGER - 1),
  /** None: the ballot is withdrawn. */
  entries: z.array(id).max(LIMITS.entriesPerBallot),
  /** Of `points`, one for each entry. */
  points: z
    .array(z.int().min(1).max(LIMITS.pointsPerBallot))
    .max(LIMITS.entriesPerBallot)
    .readonly()
    .exactOptional(),
});
export type CastBallot = z.infer<typeof castBallotSchema>;

export const createBoardSchema = z.strictObject(boardFields);
export type CreateBoard = z.infer<typeof createBoardSchema>;

export const updateBoardSchema = z.strictObject({
  boardId: id,
  ...z.strictObject({ ...boardFields, ...boardTerms }).partial().shape,
  confirmed,
});
export type UpdateBoard = z.infer<typeof updateBoardSchema>;

export const boardRefSchema = z.strictObject({ boardId: id });
export type BoardRef = z.infer<typeof boardRefSchema>;

export const addRoundSchema = z.strictObject({ boardId: id, ...roundFields });
export type AddRound = z.infer<typeof addRoundSchema>;

export const updateRoundSchema = z.strictObject({
  boardId: id,
  roundId: id,
  ...z.strictObject(roundFields).partial().shape,
  confirmed,
});
export type UpdateRound = z.infer<typeof updateRoundSchema>;

export const roundRefSchema = z.strictObject({ boardId: id, roundId: id });
export type RoundRef = z.infer<typeof roundRefSchema>;

/** One step back. `status` and `run`: the round as the maker saw it. */
export const undoRoundSchema = z.strictObject({
  boardId: id,
  roundId: id,
  status: z.enum(ROUND_STATUSES),
  run: z.int().min(0),
});
export type UndoRound = z.infer<typeof undoRoundSchema>;

export const moveRoundSchema = z.strictObject({ boardId: id, roundId: id, to: z.int().min(0) });
export type MoveRound = z.infer<typeof moveRoundSchema>;

export const extendRoundSchema = z.strictObject({
  boardId: id,
  roundId: id,
  /** Seconds to add to the end time; without an end time: counted from now. Negative shortens. */
  seconds: z.int().min(-3600).max(LIMITS.roundSeconds),
});
export type ExtendRound = z.infer<typeof extendRoundSchema>;

/** Starts or ends the collecting of ideas; starting makes the round the current one. */
export const collectIdeasSchema = z.strictObject({
  boardId: id,
  roundId: id,
  collect: z.boolean(),
  confirmed,
});
export type CollectIdeas = z.infer<typeof collectIdeasSchema>;

/** `null` shows nothing: the stage and the phones wait. */
export const showRoundSchema = z.strictObject({ boardId: id, roundId: id.nullable() });
export type ShowRound = z.infer<typeof showRoundSchema>;

export const addDraftsSchema = z.strictObject({
  boardId: id,
  roundId: id,
  /** In the order in which they were dropped. */
  drafts: z.array(z.strictObject(draftFields)).min(1).max(LIMITS.draftsPerCommand),
});
export type AddDrafts = z.infer<typeof addDraftsSchema>;

export const updateDraftSchema = z.strictObject({
  boardId: id,
  roundId: id,
  draftId: id,
  ...z.strictObject(draftFields).partial().shape,
});
export type UpdateDraft = z.infer<typeof updateDraftSchema>;

export const draftRefSchema = z.strictObject({ boardId: id, roundId: id, draftId: id });
export type DraftRef = z.infer<typeof draftRefSchema>;

export const moveDraftSchema = z.strictObject({ boardId: id, roundId: id, draftId: id, to: z.int().min(0) });
export type MoveDraft = z.infer<typeof moveDraftSchema>;
