import type { Ack } from '../../shared/ack.ts';
import type { TallyFrame } from '../../shared/board-view.ts';
import type { Joined } from '../../shared/events.ts';
import { sharedJson } from './shared-json.ts';

/** What a join answers, with the view as JSON that many share. */
export type PreparedJoin = Omit<Joined, 'view'> & { readonly view: string | null };

/** [J3] [J4] All who join share the JSON of the view and of its tally; the rest is each one's own. */
export function joinedJson(ack: Ack<PreparedJoin>): string {
  if (!ack.ok) return JSON.stringify(ack);
  const { view, frame, ...own } = ack.value;
  return `{"ok":true,"value":{"view":${view},"frame":${frameJson(frame)},${JSON.stringify(own).slice(1)}}`;
}

function frameJson(frame: TallyFrame): string {
  const { tally, ...head } = frame;
  if (!tally?.counts) return JSON.stringify(frame);
  return `${JSON.stringify(head).slice(0, -1)},"tally":${sharedJson(tally)}}`;
}
