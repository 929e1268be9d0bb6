import type { BoardView, RoundView } from '../../shared/board-view.ts';
import type { Boot } from '../../shared/boot.ts';
import type { Joined } from '../../shared/events.ts';
import type { Keep } from '../../client/lib/keep.ts';
import { plainHead } from '../support/plain-head.ts';

export function makeRound(fields: Partial<RoundView> = {}, drafts = ['oak', 'walnut', 'ash']): RoundView {
  return {
    id: 'wood',
    kind: 'drafts',
    question: 'Welches Holz?',
    status: 'open',
    run: 1,
    rule: { kind: 'choose', min: 1, max: 1 },
    results: 'live',
    seconds: null,
    openedAt: 1_000,
    closesAt: null,
    closedAt: null,
    ideas: null,
    collecting: false,
    outcome: null,
    tally: { version: 0, ballots: 0, counts: drafts.map(() => 0) },
    entries: drafts.map((id) => ({ id, title: `Titel ${id}`, text: '', picture: null, alt: '' })),
    ...fields,
  };
}

export function makeView(round: RoundView = makeRound(), seq = 3): BoardView {
  return {
    seq,
    head: {
      id: 'board',
      slug: 'nachttisch',
      joinCode: 'K7PX2M',
      title: 'Nachttisch',
      reason: '',
      makerName: 'Tischlerei',
      accent: 'kiefer',
      language: 'de',
      ...plainHead,
      currentRoundId: round.id,
    },
    rounds: [round],
    credits: [],
    present: 2,
  };
}

export function makeBoot(view: BoardView = makeView(), now = 50_000): Boot {
  return { language: 'de', publicUrl: 'http://localhost', version: '0', board: { view, now } };
}

export function makeJoined(fields: Partial<Joined> = {}): Joined {
  return { view: null, frame: { seq: 3, present: 2 }, ballots: [], now: 50_000, shuffle: 7, ...fields };
}

/** Storage that outlives a page: hand the same one to the next board. */
export function memoryKeep(): Keep & { readonly kept: ReadonlyMap<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    read: (key) => kept.get(key) ?? null,
    write: (key, text) => {
      if (text === null) kept.delete(key);
      else kept.set(key, text);
    },
  };
}
