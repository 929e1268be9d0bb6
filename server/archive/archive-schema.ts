import { z } from 'zod';
import { RULE_TOPICS } from '../../shared/board-view.ts';
import {
  boardFields,
  boardTerms,
  draftFields,
  id,
  ideaFields,
  lineOrEmpty,
  outcomeFields,
  roundFields,
  stepFields,
  time,
  version,
} from '../../shared/command-fields.ts';
import { FOLD_REASONS } from '../../shared/entry.ts';
import { LIMITS } from '../../shared/limits.ts';
import { showSceneSchema } from '../../shared/outcome-commands.ts';

/** [X2] A participant under the name that stands in exports: `~` and 22 characters, never one of a device. */
const pseudonym = z.string().regex(/^~[A-Za-z0-9_-]{22}$/);
const number = z.int().min(1);
const moment = time.nullable();

const objection = z.strictObject({
  text: lineOrEmpty(LIMITS.sentence),
  at: time,
  answer: lineOrEmpty(LIMITS.sentence).nullable(),
});

const idea = z.strictObject({
  ...ideaFields,
  id,
  title: lineOrEmpty(LIMITS.ideaTitle).describe('Empty where the idea is gone.'),
  state: z.enum(['waiting', 'shown', 'folded', 'merged', 'gone']),
  at: time,
  author: pseudonym.nullable(),
  reason: z.enum([...FOLD_REASONS, 'illegal', 'author']).nullable(),
  sentence: lineOrEmpty(LIMITS.sentence),
  objection: objection.nullable(),
  objected: z.boolean(),
  into: id.nullable().describe('The idea its ballots count for.'),
});

const outcome = z.strictObject({
  ...outcomeFields,
  steps: z.array(z.strictObject({ ...stepFields, at: time })).max(1_000),
  publishedAt: time,
  changedAt: time,
});

const standing = {
  status: z.enum(['draft', 'closed', 'revealed']),
  run: version.describe('Which opening is shown; 0: none yet.'),
  openedAt: moment,
  closesAt: moment,
  closedAt: moment,
  collecting: z.boolean(),
};

const round = z.strictObject({
  id,
  ...roundFields,
  ...standing,
  runs: version.describe('How often the round was opened.'),
  before: z.strictObject(standing).nullable(),
  entries: z.array(z.union([idea, z.strictObject({ id, ...draftFields })])).max(LIMITS.ideasPerRound),
  spent: z.array(pseudonym).max(LIMITS.ideasPerRound),
  outcome: outcome.nullable(),
});

const credit = z.strictObject({
  id,
  participant: pseudonym,
  name: z.string().min(1).max(LIMITS.creditName),
  consent: number,
  at: time,
});

const rules = z.strictObject({
  version: number,
  changes: z.array(
    z.strictObject({
      version: number,
      at: time,
      topics: z.array(z.enum(RULE_TOPICS)),
      whileOpen: z.boolean(),
    }),
  ),
});

const board = z.strictObject({
  id,
  slug: z.string().regex(/^[a-z0-9-]{1,80}$/),
  joinCode: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  stageToken: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/),
  createdAt: time,
  seq: number,
  ...boardFields,
  ...boardTerms,
  currentRoundId: id.nullable(),
  rules,
  scene: showSceneSchema.shape.scene,
  credits: z.array(credit),
  rounds: z.array(round).max(LIMITS.roundsPerBoard),
});

/** Of a change, what is read from the log; the rest is kept as it is. */
const change = z.looseObject({
  kind: z.string().regex(/^[a-z-]{1,40}$/),
  act: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  roundId: id.nullable().optional(),
  ideaIds: z.array(id).optional(),
  reason: z.enum(FOLD_REASONS).optional(),
  sentence: z.string().max(LIMITS.sentence).optional(),
});

const run = z.strictObject({
  roundId: id,
  run: number,
  version: number,
  ballots: version.describe('How many were counted.'),
  counts: z.record(z.string(), z.int().min(0)),
  cast: z
    .array(
      z.strictObject({
        participant: pseudonym,
        entries: z.array(id).min(1).max(LIMITS.entriesPerBallot),
        points: z.array(number).max(LIMITS.entriesPerBallot).exactOptional(),
      }),
    )
    .describe('Under other names than ideas and credits, and without times: nobody’s ballot can be told.'),
});

/** `board.json` of an exported board. Another `version` comes with whatever an older server could not read. */
export const archiveSchema = z
  .strictObject({
    format: z.literal('mitwerk-board'),
    version: z.literal(1),
    board,
    log: z.array(z.strictObject({ seq: number, at: time, change })),
    runs: z.array(run),
  })
  .meta({ title: 'Mitwerk board', description: 'A whole board, to be restored on this or another server.' });

export type ArchivedBoard = z.infer<typeof archiveSchema>;
