import type { Time } from '../../shared/board-view.ts';
import type { FoldReason } from '../../shared/entry.ts';
import type { LogLine } from '../../shared/log-line.ts';
import type { Change, IdeaAct } from './change.ts';
import type { StoredIdea } from './idea.ts';

/** [M7] [C2] A change as the log keeps it: of ideas and credits only that something was done, and the maker's sentence. */
export type Logged = Exclude<Change, { kind: Wordy['kind'] }> | Skeleton;

export interface LoggedChange {
  readonly seq: number;
  readonly at: Time;
  readonly change: Logged;
}

/** What changes hold words or names of participants; a draft may have an idea's words, a copied round such drafts. */
type Wordy = Extract<
  Change,
  { kind: 'idea-added' | 'ideas-changed' | 'drafts-added' | 'draft-updated' | 'round-added' | CreditKind }
>;
type CreditKind = 'credit-given' | 'credit-withdrawn';

type Skeleton =
  | { readonly kind: 'idea-added'; readonly roundId: string; readonly ideaIds: readonly string[] }
  | {
      readonly kind: 'ideas-changed';
      readonly roundId: string;
      readonly act: IdeaAct;
      readonly ideaIds: readonly string[];
      readonly reason?: FoldReason;
      readonly sentence?: string;
    }
  | { readonly kind: 'drafts-added'; readonly roundId: string; readonly ideaIds: readonly string[] }
  | { readonly kind: 'draft-updated'; readonly roundId: string; readonly draftId: string }
  | { readonly kind: 'round-added'; readonly at: number; readonly roundId: string }
  | { readonly kind: CreditKind };

export function forLog(change: Change): Logged {
  switch (change.kind) {
    case 'idea-added':
      return { kind: change.kind, roundId: change.roundId, ideaIds: [change.idea.id] };
    case 'ideas-changed': {
      const { kind, roundId, act, ideas } = change;
      // What was merged into an erased idea comes out by itself; nobody acted on it.
      const gone = ideas.filter(({ fields }) => fields.state === 'gone');
      const ideaIds = (gone.length > 0 ? gone : ideas).map(({ ideaId }) => ideaId);
      return { kind, roundId, act, ideaIds, ...told(ideas[0]?.fields) };
    }
    case 'drafts-added': {
      const { kind, roundId, drafts } = change;
      return { kind, roundId, ideaIds: drafts.flatMap(({ origin }) => origin ?? []) };
    }
    case 'draft-updated':
      return { kind: change.kind, roundId: change.roundId, draftId: change.draftId };
    case 'round-added':
      return { kind: change.kind, at: change.at, roundId: change.round.id };
    case 'credit-given':
    case 'credit-withdrawn':
      return { kind: change.kind };
    default:
      return change;
  }
}

/** Acts on ideas bear their own name, those on an outcome too: `folded`, `outcome-kept`. */
export function logLine({ seq, at, change }: LoggedChange): LogLine {
  const { kind } = change;
  const roundId = 'roundId' in change ? change.roundId : null;
  const ideaIds = 'ideaIds' in change ? change.ideaIds : [];
  return {
    seq,
    at,
    act: kind === 'ideas-changed' ? change.act : kind === 'outcome-changed' ? `outcome-${change.act}` : kind,
    ...(roundId !== null && { roundId }),
    ...(ideaIds.length > 0 && { ideaIds }),
    ...('reason' in change && change.reason && { reason: change.reason }),
    ...('sentence' in change && change.sentence && { sentence: change.sentence }),
  };
}

/** The maker's words in an act on an idea; an objection's text is its author's. */
function told(fields: Partial<StoredIdea> = {}): { reason?: FoldReason; sentence?: string } {
  const { reason, objection } = fields;
  const sentence = fields.sentence || objection?.answer;
  return {
    ...(reason && reason !== 'illegal' && reason !== 'author' && { reason }),
    ...(sentence && { sentence }),
  };
}
