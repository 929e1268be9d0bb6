import { z } from 'zod';
import { id, outcomeFields, plainLine, stepFields } from './command-fields.ts';
import { LIMITS } from './limits.ts';

/** What comes after the vote: decision, promise, credits, my data. As in `commands.ts`, clients import types only. */
export const publishOutcomeSchema = z.strictObject({ boardId: id, roundId: id, ...outcomeFields });
export type PublishOutcome = z.infer<typeof publishOutcomeSchema>;

export const addStepSchema = z.strictObject({ boardId: id, roundId: id, ...stepFields });
export type AddStep = z.infer<typeof addStepSchema>;

export const showSceneSchema = z.strictObject({
  boardId: id,
  scene: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('wall'), roundId: id }),
      z.strictObject({ kind: z.literal('idea'), roundId: id, ideaId: id }),
      z.strictObject({ kind: z.literal('outcome'), roundId: id }),
      z.strictObject({ kind: z.literal('credits') }),
    ])
    .nullable(),
});
export type ShowScene = z.infer<typeof showSceneSchema>;

export const giveCreditSchema = z.strictObject({
  boardId: id,
  name: plainLine(LIMITS.creditName),
  /** The wording that was agreed to. */
  consent: z.int().min(1),
});
export type GiveCredit = z.infer<typeof giveCreditSchema>;

export const eraseMineSchema = z.strictObject({
  boardId: id,
  /** `ballots`: of open rounds. */
  what: z
    .array(z.enum(['ballots', 'ideas', 'name']))
    .min(1)
    .max(3),
});
export type EraseMine = z.infer<typeof eraseMineSchema>;
