import { z } from 'zod';
import { ACCENTS, LANGUAGES, LIMITS } from './limits.ts';

/**
 * Everything a client may ask, as strict schemas; the types are inferred from them. Only the server imports the
 * values: zod would cost a phone 23 KB.
 */
const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const line = (max: number) => z.string().trim().min(1).max(max);
const lineOrEmpty = (max: number) => z.string().trim().max(max);
const version = z.int().min(0);

export const joinBoardSchema = z.strictObject({
  /** Slug of the link; join codes are turned into slugs by `/`. With a stage token the slug is not needed. */
  slug: z.string().min(1).max(80).optional(),
  stageToken: z.string().min(1).max(80).optional(),
  as: z.enum(['follower', 'stage', 'maker']),
  /** The structural version this client holds; the same number on the server: no view is sent. */
  seq: version.optional(),
});
export type JoinBoard = z.infer<typeof joinBoardSchema>;

export const castBallotSchema = z.strictObject({
  boardId: id,
  roundId: id,
  run: z.int().min(1),
  /** The device's number for this ballot, see OwnBallot. */
  rev: z.int().min(1),
  entries: z.array(id).min(1).max(LIMITS.entriesPerRound),
});
export type CastBallot = z.infer<typeof castBallotSchema>;

const ballotRuleSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('choose'),
      min: z.int().min(1),
      max: z.int().min(1).max(LIMITS.entriesPerRound),
    })
    .refine((rule) => rule.min <= rule.max),
  z.strictObject({ kind: z.literal('approve') }),
]);

const pictureSchema = z.strictObject({
  hash: z.string().regex(/^[a-f0-9]{32,64}$/),
  width: z.int().min(1).max(1600),
  height: z.int().min(1).max(1600),
  blur: z.string().regex(/^data:image\/webp;base64,[A-Za-z0-9+/=]{1,2000}$/),
});

const boardFields = {
  title: line(LIMITS.boardTitle),
  reason: lineOrEmpty(LIMITS.boardReason),
  makerName: lineOrEmpty(LIMITS.makerName),
  accent: z.enum(ACCENTS),
  language: z.enum(LANGUAGES),
};
export const createBoardSchema = z.strictObject(boardFields);
export type CreateBoard = z.infer<typeof createBoardSchema>;

export const updateBoardSchema = z.strictObject({
  boardId: id,
  ...z.strictObject(boardFields).partial().shape,
});
export type UpdateBoard = z.infer<typeof updateBoardSchema>;

export const boardRefSchema = z.strictObject({ boardId: id });
export type BoardRef = z.infer<typeof boardRefSchema>;

const roundFields = {
  question: line(LIMITS.roundQuestion),
  rule: ballotRuleSchema,
  results: z.enum(['live', 'after-vote', 'after-close']),
  seconds: z.int().min(5).max(LIMITS.roundSeconds).nullable(),
};
export const addRoundSchema = z.strictObject({ boardId: id, ...roundFields });
export type AddRound = z.infer<typeof addRoundSchema>;

export const updateRoundSchema = z.strictObject({
  boardId: id,
  roundId: id,
  ...z.strictObject(roundFields).partial().shape,
});
export type UpdateRound = z.infer<typeof updateRoundSchema>;

export const roundRefSchema = z.strictObject({ boardId: id, roundId: id });
export type RoundRef = z.infer<typeof roundRefSchema>;

export const moveRoundSchema = z.strictObject({ boardId: id, roundId: id, to: z.int().min(0) });
export type MoveRound = z.infer<typeof moveRoundSchema>;

export const extendRoundSchema = z.strictObject({
  boardId: id,
  roundId: id,
  /** Seconds to add to the end time; without an end time: counted from now. Negative shortens. */
  seconds: z.int().min(-3600).max(LIMITS.roundSeconds),
});
export type ExtendRound = z.infer<typeof extendRoundSchema>;

/** `null` shows nothing: the stage and the phones wait. */
export const showRoundSchema = z.strictObject({ boardId: id, roundId: id.nullable() });
export type ShowRound = z.infer<typeof showRoundSchema>;

const draftFields = {
  title: line(LIMITS.draftTitle),
  text: lineOrEmpty(LIMITS.draftText),
  picture: pictureSchema.nullable(),
  alt: lineOrEmpty(LIMITS.pictureAlt),
};
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
