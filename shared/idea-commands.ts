import { z } from 'zod';
import { id, ideaFields, line } from './command-fields.ts';
import { FOLD_REASONS } from './entry.ts';
import { LIMITS } from './limits.ts';

/** What participants ask about ideas, and what makers do with them. As in `commands.ts`, clients import types only. */
export const submitIdeaSchema = z.strictObject({
  boardId: id,
  roundId: id,
  /** Made by the device, so that handing in again after a lost answer adds nothing. */
  ideaId: id.min(16),
  ...ideaFields,
});
export type SubmitIdea = z.infer<typeof submitIdeaSchema>;

export const ideaRefSchema = z.strictObject({ boardId: id, ideaId: id });
export type IdeaRef = z.infer<typeof ideaRefSchema>;

/** Also for the maker's answer to it, and for the sentence of a tombstone. */
export const ideaSentenceSchema = z.strictObject({
  boardId: id,
  ideaId: id,
  sentence: line(LIMITS.sentence),
});
export type IdeaSentence = z.infer<typeof ideaSentenceSchema>;

export const foldIdeaSchema = z.strictObject({
  boardId: id,
  ideaId: id,
  reason: z.enum(FOLD_REASONS),
  sentence: line(LIMITS.sentence),
});
export type FoldIdea = z.infer<typeof foldIdeaSchema>;

/** The supporters of all go to `into`. */
export const mergeIdeasSchema = z.strictObject({
  boardId: id,
  ideaIds: z.array(id).min(1).max(50),
  into: id,
});
export type MergeIdeas = z.infer<typeof mergeIdeasSchema>;

/** Makes one draft of these ideas, with the words and the picture of the first. */
export const promoteIdeasSchema = z.strictObject({
  boardId: id,
  ideaIds: z.array(id).min(1).max(50),
  /** A round of drafts that was not opened yet. */
  toRoundId: id,
});
export type PromoteIdeas = z.infer<typeof promoteIdeasSchema>;

/** Which ideas were on this screen long enough to be read. */
export const seenIdeasSchema = z.strictObject({
  boardId: id,
  roundId: id,
  ideaIds: z.array(id).min(1).max(100),
});
export type SeenIdeas = z.infer<typeof seenIdeasSchema>;
