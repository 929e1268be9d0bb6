import type { RoundView } from '../../shared/board-view.ts';
import type { Board } from '../domain/board.ts';
import type { Room } from '../live/room.ts';

/**
 * [J4] The followers' view as JSON, with the rounds in `earned` as voters see them: encoded once for each version of the
 * board, however many join. The tally that moves, and who is there, stand in it as they were then: the frame that goes
 * with every view brings them. All other tallies are those of now.
 */
export function viewJson(room: Room, earned: ReadonlySet<string>): string {
  const view = room.view('follower');
  const shared = views.get(room.board) ?? new SharedView(view);
  views.set(room.board, shared);
  const voters = earned.size > 0 ? room.view('voter').rounds : [];
  const focus = room.focus?.id;
  const rounds = view.rounds.map((round) => {
    const opened = earned.has(round.id) && voters.find(({ id }) => id === round.id);
    const texts = opened ? shared.voter : shared.follower;
    return textOf(texts, opened || round, round.id === focus);
  });
  return `${shared.start}"rounds":[${rounds.join()}]${shared.end}`;
}

const views = new WeakMap<Board, SharedView>();

type RoundTexts = Map<string, { readonly round: RoundView; readonly text: string }>;

class SharedView {
  readonly start: string;
  readonly end: string;
  readonly follower: RoundTexts = new Map();
  readonly voter: RoundTexts = new Map();

  constructor(view: object) {
    // Within a text of JSON a quotation mark is never bare: the first one that reads so is the key.
    [this.start = '', this.end = ''] = JSON.stringify({ ...view, rounds: [] }).split('"rounds":[]');
  }
}

function textOf(texts: RoundTexts, round: RoundView, hasFrame: boolean): string {
  const known = texts.get(round.id);
  if (known && (hasFrame || known.round === round)) return known.text;
  const text = JSON.stringify(round);
  texts.set(round.id, { round, text });
  return text;
}
