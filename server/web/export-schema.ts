import { z } from 'zod';
import { LANGUAGES } from '../../shared/limits.ts';

const time = z.iso.datetime().nullable();

/** An exported round. A new field may come, none goes or changes its sense without a new `version`. */
export const exportSchema = z
  .strictObject({
    format: z.literal('mitwerk-round'),
    version: z.literal(1),
    exportedAt: z.iso.datetime(),
    board: z.strictObject({
      title: z.string(),
      slug: z.string(),
      language: z.enum(LANGUAGES),
    }),
    round: z.strictObject({
      id: z.string(),
      question: z.string(),
      status: z.enum(['draft', 'open', 'closed', 'revealed']),
      run: z.int().min(0).describe('Which opening of the round this is; 0: never opened.'),
      rule: z.union([
        z.strictObject({ kind: z.literal('choose'), min: z.int(), max: z.int() }),
        z.strictObject({ kind: z.literal('approve') }),
        z.strictObject({ kind: z.literal('rank'), max: z.int() }),
        z.strictObject({ kind: z.literal('points'), budget: z.int() }),
        z.strictObject({ kind: z.literal('duel') }),
      ]),
      openedAt: time,
      closedAt: time,
    }),
    ballots: z.int().min(0).describe('Ballots counted, one per device.'),
    tie: z.boolean().describe('Several entries share the first place.'),
    entries: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          text: z.string(),
          rank: z.int().min(1).describe('Competition ranking: 1, 2, 2, 4.'),
          votes: z.int().min(0),
          share: z.number().min(0).max(1).describe('Part of the ballots that hold this entry.'),
          winner: z.boolean().describe('Holds the first place, alone or shared; nobody does without votes.'),
          tied: z.boolean().describe('Another entry has the same rank.'),
        }),
      )
      .describe('By rank; entries of the same rank in the order of the round.'),
  })
  .meta({ title: 'Mitwerk round', description: 'The result of one round of a board.' });

export type ExportedRound = z.infer<typeof exportSchema>;
