import type { Component } from 'svelte';
import type { Rejection } from '../../../shared/ack.ts';
import type { BallotRule, OwnBallot, RoundView } from '../../../shared/board-view.ts';
import type { Entry } from '../../../shared/entry.ts';
import type { Language } from '../../../shared/limits.ts';
import type { Standing } from '../../lib/standing.ts';

/** What the forms of `rank`, `points` and `duel` need, for drafts and ideas alike. */
export interface BallotFormProps {
  round: RoundView;
  /** The entries on the ballot, in this participant's order. */
  standings: readonly Standing[];
  /** Language the entries are written in. */
  lang: Language;
  /** Id of the question; `<id>-how` is the sentence that says what to do. */
  id: string;
  own: OwnBallot | null;
  pending: OwnBallot | null;
  refused: Rejection | null;
  online: boolean;
  /** The server has told which ballot of this device counts, or a newer one is kept here. */
  known: boolean;
  /** The end time has passed. */
  late: boolean;
  originOf?: OriginOf | undefined;
  oncast: (entries: readonly string[], points?: readonly number[]) => void;
  onwithdraw?: (() => void) | undefined;
  onenlarge: (entryId: string) => void;
}

/** Who handed in the ideas that an entry was made from; `null`: somebody who left no name. */
export type OriginOf = (entry: Entry) => readonly (string | null)[];

type Form = Component<BallotFormProps>;

/** One choice or several need no form of their own: they are on the cards. */
export function loadForm(kind: BallotRule['kind']): Promise<{ default: Form }> | null {
  switch (kind) {
    case 'rank':
      return import('./rank/RankForm.svelte');
    case 'points':
      return import('./points/PointsForm.svelte');
    case 'duel':
      return import('./duel/DuelForm.svelte');
    default:
      return null;
  }
}
