import { isIdea } from '../../shared/entry.ts';
import type { RoundView } from '../../shared/board-view.ts';
import { wordless } from '../lib/entry-name.ts';
import type { Ancestor } from '../lib/family.ts';
import { letter } from '../lib/letter.ts';
import type { OutcomeTexts } from '../lib/outcome-texts.ts';
import type { TreeNode } from '../ui/FamilyMember.svelte';

/** More branches than this become a number: a promotion may join fifty ideas. */
const MOST = 6;

/** The decision as the root of its family: what was chosen, and what that came from. */
export function treeOf(round: RoundView, family: readonly Ancestor[], t: OutcomeTexts): TreeNode {
  const [only] = family.length === 1 ? family : [];
  return {
    id: round.id,
    kind: t.decision,
    title: only ? only.entry.title : t.decidedFor(family.length),
    picture: round.outcome?.picture ?? only?.entry.picture ?? null,
    from: family.map((one) => nodeOf(one, t)),
  };
}

function nodeOf({ entry, index, from }: Ancestor, t: OutcomeTexts): TreeNode {
  const { id, title, picture } = entry;
  if (!isIdea(entry))
    return { id, kind: t.draftNamed(letter(index)), title, picture, from: branches(from, t, id) };
  const kind =
    entry.state === 'merged'
      ? entry.by
        ? t.mergedBy(entry.by)
        : t.merged
      : entry.by
        ? t.ideaBy(entry.by)
        : t.idea;
  const slight = entry.state === 'merged' || !title;
  return {
    id,
    kind: title ? kind : wordless(t, entry.state),
    title,
    picture: slight ? null : picture,
    slight,
    from: branches(from, t, id),
  };
}

function branches(from: readonly Ancestor[], t: OutcomeTexts, id: string): readonly TreeNode[] {
  const shown = from.length > MOST ? from.slice(0, MOST - 1) : from;
  const rest = from.length - shown.length;
  const nodes = shown.map((one) => nodeOf(one, t));
  if (rest === 0) return nodes;
  return [
    ...nodes,
    { id: `${id} rest`, kind: t.moreIdeas(rest), title: '', picture: null, slight: true, from: [] },
  ];
}
