import { z } from 'zod';
import { ACCENTS, LANGUAGES, LIMITS } from './limits.ts';

/** What several commands have in common. Values of zod: only the server imports them. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
export const line = (max: number) => z.string().trim().min(1).max(max);
export const lineOrEmpty = (max: number) => z.string().trim().max(max);
/** Of participants: without signs that break the line or turn the text around it, and with one that shows. */
export const plainLine = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replaceAll(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, ' '))
    .trim()
    .regex(/[\p{L}\p{N}\p{P}\p{S}]/u)
    .max(max);
export const version = z.int().min(0);

/** Milliseconds since 1970, up to the year 2200. */
export const time = z.int().min(0).max(7_258_118_400_000);

const pictureSchema = z.strictObject({
  hash: z.string().regex(/^[a-f0-9]{32,64}$/),
  width: z.int().min(1).max(1600),
  height: z.int().min(1).max(1600),
  blur: z.string().regex(/^data:image\/webp;base64,[A-Za-z0-9+/=]{1,2000}$/),
});

const ballotRuleSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('choose'),
      min: z.int().min(1),
      max: z.int().min(1).max(LIMITS.entriesPerBallot),
    })
    .refine((rule) => rule.min <= rule.max),
  z.strictObject({ kind: z.literal('approve') }),
  z.strictObject({ kind: z.literal('rank'), max: z.int().min(2).max(LIMITS.entriesPerBallot) }),
  z.strictObject({ kind: z.literal('points'), budget: z.int().min(2).max(LIMITS.pointsPerBallot) }),
  z.strictObject({ kind: z.literal('duel') }),
]);

const ideaSettingsSchema = z.strictObject({
  whileVoting: z.boolean(),
  review: z.boolean(),
  pictures: z.boolean(),
  each: z.int().min(1).max(LIMITS.ideasEach),
});

export const boardFields = {
  title: line(LIMITS.boardTitle),
  reason: lineOrEmpty(LIMITS.boardReason),
  makerName: lineOrEmpty(LIMITS.makerName),
  accent: z.enum(ACCENTS),
  language: z.enum(LANGUAGES),
};

export const boardTerms = {
  decides: z.enum(['votes', 'maker']),
  ties: z.enum(['maker', 'runoff', 'all']),
  keepDays: z.int().min(LIMITS.keepDaysLeast).max(LIMITS.keepDaysMost),
};

export const roundFields = {
  question: line(LIMITS.roundQuestion),
  rule: ballotRuleSchema,
  results: z.enum(['live', 'after-vote', 'after-close']),
  seconds: z.int().min(5).max(LIMITS.roundSeconds).nullable(),
  /** `null`: a round of drafts. Which of both a round is stays as it was made. */
  ideas: ideaSettingsSchema.nullable(),
};

const picture = {
  picture: pictureSchema.nullable(),
  alt: lineOrEmpty(LIMITS.pictureAlt),
};

export const draftFields = {
  title: line(LIMITS.draftTitle),
  text: lineOrEmpty(LIMITS.draftText),
  ...picture,
  origin: z.array(id).max(50).readonly().exactOptional(),
};

export const ideaFields = {
  title: plainLine(LIMITS.ideaTitle),
  text: lineOrEmpty(LIMITS.ideaText),
  ...picture,
};

export const outcomeFields = {
  chosen: z.array(id).max(LIMITS.entriesPerRound),
  reason: lineOrEmpty(LIMITS.outcomeText),
  text: lineOrEmpty(LIMITS.outcomeText),
  ...picture,
  promise: z.strictObject({ text: lineOrEmpty(LIMITS.sentence), by: time }).nullable(),
};

export const stepFields = {
  kind: z.enum(['kept', 'postponed']),
  text: lineOrEmpty(LIMITS.outcomeText),
  by: time.nullable(),
  ...picture,
};
