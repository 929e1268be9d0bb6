import type { Audience, BoardDelta, BoardView, TallyFrame } from '../../shared/board-view.ts';
import { difference } from './delta.ts';
import type { RunOf, Speaker } from './speaker.ts';

const AUDIENCES: readonly Audience[] = ['follower', 'voter', 'stage', 'maker'];

/** What each audience may see now, to be held against what it may see after a change. */
export function viewsOf(view: (audience: Audience) => BoardView): ReadonlyMap<Audience, BoardView> {
  return new Map(AUDIENCES.map((audience) => [audience, view(audience)]));
}

/** Tells every audience how its view has changed. Audiences that are told the same share one encoding. */
export function tellDifference(
  speaker: Speaker,
  of: RunOf | null,
  before: ReadonlyMap<Audience, BoardView>,
  after: ReadonlyMap<Audience, BoardView>,
): void {
  const told = new Map<string, { boardId: string; delta: BoardDelta; audiences: Audience[] }>();
  for (const [audience, view] of after) {
    const old = before.get(audience) ?? view;
    const changes = difference(old, view);
    const key = JSON.stringify(changes);
    const same = told.get(key);
    const delta = { seq: view.seq, ...(old.seq < view.seq - 1 && { since: old.seq }), changes };
    if (same) same.audiences.push(audience);
    else told.set(key, { boardId: view.head.id, delta, audiences: [audience] });
  }
  for (const { boardId, audiences, delta } of told.values()) speaker.tellDelta(boardId, audiences, of, delta);
}

/** One tick: those who may see the counts get one frame, `shorten`ed; those who may not get another. */
export function tellFrames(
  speaker: Speaker,
  boardId: string,
  of: RunOf | null,
  frame: (audience: Audience) => TallyFrame,
  shorten: (frame: TallyFrame) => TallyFrame,
): void {
  const frames = AUDIENCES.map((audience) => ({ audience, frame: frame(audience) }));
  const told = [false, true].flatMap((isHidden) => {
    const group = frames.filter((one) => (one.frame.tally?.counts === null) === isHidden);
    const [first] = group;
    if (!first) return [];
    const audiences = group.map(({ audience }) => audience);
    // [A2] Who may see this run may not see the one that is shown next.
    const whole = () => {
      const now = frame(first.audience);
      return now.roundId === first.frame.roundId && now.run === first.frame.run ? now : first.frame;
    };
    return { audiences, frame: shorten(first.frame), whole };
  });
  speaker.tellTally(boardId, of, told);
}
