import { flushSync } from 'svelte';
import { Desk } from '../../client/studio/board/desk.svelte.ts';
import RunSheet from '../../client/studio/board/RunSheet.svelte';
import type { RoundView, ViewChange } from '../../shared/board-view.ts';
import { FakeWire } from './fake-wire.ts';
import { settled, show } from './shown.ts';
import { makeBoot, makeJoined, makeRound, makeView } from './views.ts';

/** A round that was not opened yet, on the run sheet of its maker. */
export async function sheetOf(round: RoundView = makeRound({ status: 'draft', run: 0 })) {
  const wire = new FakeWire();
  const view = makeView(round);
  const desk = new Desk({ slug: 'nachttisch', link: wire, boot: makeBoot(view) });
  wire.happen('live');
  await wire.accept('board:join', makeJoined({ view, maker: { stageToken: 'stage', createdAt: 1 } }));
  const shown = show(RunSheet, {
    get view() {
      return desk.view ?? view;
    },
    get step() {
      return desk.step ?? ({ kind: 'add-round' } as const);
    },
    desk,
    dragging: null,
    oninbox: () => {},
  });
  const fields = (label: string) =>
    [...shown.target.querySelectorAll('label')]
      .filter((one) => one.textContent?.includes(label))
      .map((one) => one.querySelector('textarea'))
      .filter((area) => area !== null);
  let seq = view.seq;
  return {
    ...shown,
    wire,
    desk,
    round,
    view,
    /** The nth field of that name. */
    field: (label: string, at = 0) => {
      const area = fields(label)[at];
      if (!area) throw new Error(`no field ${label}`);
      return area;
    },
    /** Events nobody has answered yet. */
    called: () => wire.calls.map(({ event }) => event),
    /** The server tells what has changed. */
    change: async (change: ViewChange) => {
      seq += 1;
      wire.tell('delta', { seq, changes: [change] });
      await settled();
    },
    /** All drafts of the round in order. */
    lie: (titles: Record<string, string>): ViewChange => ({
      kind: 'entries',
      roundId: round.id,
      entries: Object.entries(titles).map(([id, title]) => ({ id, title, text: '', picture: null, alt: '' })),
      tally: { version: 0, ballots: 0, counts: Object.keys(titles).map(() => 0) },
    }),
  };
}

export function type(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  area.value = text;
  area.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
}
