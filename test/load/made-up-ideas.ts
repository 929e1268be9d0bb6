import type { Board } from '../../server/domain/board.ts';
import { collectIdeas, submitIdea } from '../../server/domain/idea.ts';
import { addRound, showRound } from '../../server/domain/round.ts';
import { openRound } from '../../server/domain/run.ts';
import { randomIds } from '../../server/ops/ids.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { aBoard, decided } from '../support/boards.ts';
import type { Chance } from './chance.ts';

/** A round of ideas that is open, as phones need to know it. */
export interface IdeasBoard {
  readonly boardId: string;
  readonly slug: string;
  readonly roundId: string;
  readonly run: number;
  readonly seq: number;
  readonly ideaIds: readonly string[];
}

const EACH = 3;
const WORDS =
  'Bank Brunnen Baum Platz Schatten Fahrrad Ständer Spielplatz Rutsche Wasser Licht Laterne Markt Bühne Hochbeet Tisch Schach Wiese Hecke Weg Rampe Geländer Dach Sitzstufen Blumen Kräuter Bücherschrank Trinkwasser Nachbarschaft Abend Sommer Kinder Ältere Hunde Musik Werkstatt für mit ohne neben unter mehr weniger'.split(
    ' ',
  );

/**
 * Writes a board with `ideas` ideas into the store of a server that does not run yet. Each idea is decided by the
 * domain; only the pace of the sockets is left out, which would make 2,000 of them take hours.
 */
export async function storeIdeas(folder: string, ideas: number, chance: Chance): Promise<IdeasBoard> {
  const roundId = randomIds.id();
  const board = decided(boardOfIdeas(roundId, ideas, chance), (now) => openRound(now, roundId, Date.now()));
  await using store = await openSqliteStore(folder, { lock: true });
  if ((await store.createBoard(board)) !== 'created') throw new Error('The board is there already.');
  const entries = board.rounds[0]?.entries ?? [];
  return {
    boardId: board.id,
    slug: board.slug,
    roundId,
    run: 1,
    seq: board.seq,
    ideaIds: entries.map(({ id }) => id),
  };
}

function boardOfIdeas(roundId: string, ideas: number, chance: Chance): Board {
  const settings = { whileVoting: true, review: false, pictures: true, each: EACH };
  const fields = { rule: { kind: 'approve' }, results: 'live', seconds: null, ideas: settings } as const;
  const question = 'Was soll auf den Platz?';
  const at = Date.now();
  const begun = decided(
    aBoard(randomIds.id()),
    (now) => addRound(now, { ...fields, question }, roundId),
    (now) => showRound(now, roundId),
    (now) => collectIdeas(now, roundId, true, true, at),
  );
  let author = '';
  const hands = Array.from({ length: ideas }, (_, n) => (now: Board) => {
    if (n % EACH === 0) author = randomIds.id();
    const title = sentence(4 + Math.floor(chance() * 6), 120, chance);
    // Every second one says more than its title.
    const text = n % 2 === 0 ? '' : sentence(8 + Math.floor(chance() * 30), 600, chance);
    return submitIdea(now, roundId, { id: randomIds.id(), title, text, picture: null, alt: '' }, author, at);
  });
  return decided(begun, ...hands);
}

function sentence(words: number, longest: number, chance: Chance): string {
  const said = Array.from({ length: words }, () => WORDS[Math.floor(chance() * WORDS.length)] ?? '');
  return said.join(' ').slice(0, longest).trimEnd();
}
