import type { RuleTopic, Terms, Time } from '../../shared/board-view.ts';
import type { Board } from './board.ts';
import type { Change, Some } from './change.ts';
import { change, type Decision, refuse } from './decision.ts';
import type { Round } from './round.ts';
import { isInSight } from './sight.ts';

/** Whether the maker has said yes to changing the rules of an open round, and when. */
export interface Confirmation {
  readonly confirmed?: boolean | undefined;
  readonly now: Time;
}

type Announced = Extract<Change, { kind: 'board-updated' | 'round-updated' | 'collecting-changed' }>;

/** [G1] [G2] The change with the next version of the rules, where it moves something that they tell. */
export function announce(
  board: Board,
  topics: readonly RuleTopic[],
  { confirmed, now }: Confirmation,
  changed: Announced,
): Decision {
  if (topics.length === 0 || board.rounds.every(({ runs }) => runs === 0)) return change(changed);
  const whileOpen = board.rounds.some(({ status }) => status === 'open');
  if (whileOpen && !confirmed) return refuse('needs_confirmation');
  return change({ ...changed, rules: { version: board.rules.version + 1, at: now, topics, whileOpen } });
}

/** [G1] Which of the board's terms the update moves. */
export function topicsOfTerms(board: Terms, update: Some<Terms>): readonly RuleTopic[] {
  return TERMS.filter((term) => update[term] !== undefined && update[term] !== board[term]);
}

/** [G1] How a round takes ideas is told where its rules can be read. */
export function topicsOfIdeas(
  board: Board,
  round: Round,
  update: Some<Pick<Round, 'ideas'>>,
): readonly RuleTopic[] {
  const { ideas } = update;
  if (!ideas || !round.ideas || !isInSight(board, round)) return [];
  const { whileVoting, review, pictures, each } = round.ideas;
  const stays =
    ideas.whileVoting === whileVoting &&
    ideas.review === review &&
    ideas.pictures === pictures &&
    ideas.each === each;
  return stays ? [] : ['ideas'];
}

const TERMS = ['decides', 'ties', 'keepDays'] as const;
