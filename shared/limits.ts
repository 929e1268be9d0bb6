/** Numbers both sides need. No zod here: the phone's bundle imports this file. Lengths are in UTF-16 units. */
export const LIMITS = {
  boardTitle: 80,
  boardReason: 1_200,
  makerName: 60,
  roundQuestion: 140,
  draftTitle: 120,
  draftText: 600,
  pictureAlt: 200,
  roundsPerBoard: 100,
  entriesPerRound: 500,
  ideasPerRound: 2_000,
  /** All pairs of more would take nobody to the end, and the counting too long. */
  entriesPerDuel: 100,
  /** Ids on one ballot; of a duel two per pair. */
  entriesPerBallot: 500,
  pointsPerBallot: 100,
  ideaTitle: 120,
  ideaText: 600,
  ideasEach: 20,
  /** The maker's sentence at folding, the author's objection, the maker's answer. */
  sentence: 300,
  outcomeText: 1_200,
  /** Of one promise. */
  postponements: 50,
  creditName: 40,
  keepDaysLeast: 7,
  keepDaysMost: 730,
  /** One command stays below 16 KiB; a larger packet ends the connection. */
  draftsPerCommand: 4,
  /** Bytes of one uploaded picture before it is re-encoded. */
  pictureBytes: 25 * 1024 * 1024,
  /** Pixels of one uploaded picture; a phone's 50 megapixels fit, a bomb does not. */
  picturePixels: 80_000_000,
  /** Seconds a round may be set to run. */
  roundSeconds: 60 * 60 * 24 * 30,
  /** Milliseconds in which closing a round can be taken back. */
  undoCloseMs: 60_000,
} as const;

/** Join codes leave out 0/O, 1/I/L: they are read aloud and typed from across a room. */
export const JOIN_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const JOIN_CODE_LENGTH = 6;

/** One accent per board; each has a tested pair of colours for paper and for ink in `client/styles/tokens.css`. */
export const ACCENTS = ['kiefer', 'ziegel', 'petrol', 'senf', 'kirsche', 'schiefer'] as const;
export type Accent = (typeof ACCENTS)[number];

export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
