import { z } from 'zod';
import { LANGUAGES } from '../../shared/limits.ts';

const time = z.iso.datetime().nullable();
const part = z.number().min(0).max(1);

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
      kind: z.enum(['drafts', 'ideas']),
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
    pairs: z.int().min(0).optional().describe('Of a duel: how many pairs were decided.'),
    tie: z.boolean().describe('Several entries share the first place.'),
    entries: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          text: z.string(),
          state: z
            .enum(['waiting', 'shown', 'folded', 'merged', 'gone'])
            .optional()
            .describe('Of an idea. Only shown ones are on the ballot.'),
          into: z.string().optional().describe('Of a merged idea: the id of the one it is counted as.'),
          rank: z
            .int()
            .min(1)
            .nullable()
            .describe(
              'Competition ranking: 1, 2, 2, 4. By chance in a duel, else by votes. null: not on the ballot.',
            ),
          votes: z
            .int()
            .min(0)
            .describe(
              'Ballots that hold the entry; Borda points where the rule is rank, points where it is points, pairs won in a duel.',
            ),
          firsts: z
            .int()
            .min(0)
            .optional()
            .describe('Where the rule is rank: ballots with this entry first.'),
          share: part.describe(
            'Part of what one entry can have: of the ballots, or of the points all ballots could give it. In a duel the chance.',
          ),
          chance: part
            .optional()
            .describe('In a duel: how likely the entry wins against an average one, by Bradley and Terry.'),
          low: part.optional().describe('The lower end of the 95 % interval of the chance.'),
          high: part.optional().describe('The upper end.'),
          winner: z.boolean().describe('Holds the first place, alone or shared; nobody does without votes.'),
          tied: z.boolean().describe('Another entry has the same rank.'),
        }),
      )
      .describe('By rank; entries of the same rank, and those without one, in the order of the round.'),
  })
  .meta({ title: 'Mitwerk round', description: 'The result of one round of a board.' });

export type ExportedRound = z.infer<typeof exportSchema>;
