import type { Rules, StageScene, Terms, Time } from '../../shared/board-view.ts';
import { type BoardFields, given, type Some } from './change.ts';
import { change, type Decision } from './decision.ts';
import type { StoredCredit } from './credit.ts';
import type { Round } from './round.ts';
import { announce, type Confirmation, topicsOfTerms } from './rules.ts';

/** One co-creation topic with its link, as the maker's side knows it. Ballots and tallies live in the store. */
export interface Board extends BoardFields, Terms {
  readonly id: string;
  readonly slug: string;
  readonly joinCode: string;
  readonly stageToken: string;
  readonly createdAt: Time;
  /** When this server got the board: made, restored, or brought up to date. What is kept is counted from then at the earliest. */
  readonly keptFrom: Time;
  /** Structural version: grows by one with every committed change. */
  readonly seq: number;
  readonly currentRoundId: string | null;
  readonly rounds: readonly Round[];
  readonly rules: Rules;
  readonly scene: StageScene | null;
  /** Oldest first; one per participant. */
  readonly credits: readonly StoredCredit[];
}

export type BoardAddress = Pick<Board, 'id' | 'slug' | 'joinCode' | 'stageToken'>;

const SLUG_LENGTH = 40;
const SPELLED: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
};
const FIELDS = ['title', 'reason', 'makerName', 'accent', 'language', 'decides', 'ties', 'keepDays'] as const;

export const DEFAULT_TERMS: Terms = { decides: 'votes', ties: 'maker', keepDays: 90 };

/** What a board has before anything was done with it. */
export const UNUSED: Pick<Board, 'currentRoundId' | 'rounds' | 'rules' | 'scene' | 'credits'> = {
  currentRoundId: null,
  rounds: [],
  rules: { version: 1, changes: [] },
  scene: null,
  credits: [],
};

/** [B1] A new board shows nothing yet and has seq 1. */
export function newBoard(fields: BoardFields, address: BoardAddress, now: Time): Board {
  return { ...DEFAULT_TERMS, ...fields, ...address, createdAt: now, keptFrom: now, seq: 1, ...UNUSED };
}

/** [B3] The link outlives every change of the title. [G1] [G2] */
export function updateBoard(
  board: Board,
  update: Some<BoardFields & Terms>,
  confirmation: Confirmation,
): Decision {
  const fields = given<BoardFields & Terms>(update, FIELDS);
  return announce(board, topicsOfTerms(board, fields), confirmation, { kind: 'board-updated', fields });
}

/** [B4] */
export function renewStage(_board: Board, stageToken: string): Decision {
  return change({ kind: 'stage-renewed', stageToken });
}

/** [B2] The title as it stands in a link: `Café für Ümit!` → `cafe-fuer-uemit`. */
export function slugFrom(title: string, suffix = ''): string {
  const words = title
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüßæœøł]/g, (letter) => SPELLED[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, SLUG_LENGTH)
    .replace(/-$/, '');
  return [words || 'mitmachen', suffix].filter(Boolean).join('-');
}
