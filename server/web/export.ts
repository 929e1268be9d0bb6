import { type Request, type Response, Router } from 'express';
import type { Board } from '../domain/board.ts';
import { findRound, type Round } from '../domain/round.ts';
import { refuse } from './answers.ts';
import { exportCsv } from './export-csv.ts';
import { exportRound } from './export-round.ts';
import type { ExportedRound } from './export-schema.ts';
import { makerOnly } from './gates.ts';
import { readersLanguage } from './language.ts';
import type { WebParts } from './parts.ts';

type RoundRequest = Request<{ boardId: string; roundId: string }>;

/** `/:boardId/rounds/:roundId/export.csv` and `.json`: the result of a round, once it is no secret any more. */
export function exportApi(parts: Pick<WebParts, 'rooms' | 'makers' | 'clock'>): Router {
  const own = makerOnly(parts.makers);
  return Router()
    .get('/:boardId/rounds/:roundId/export.csv', own, async (request: RoundRequest, response) => {
      const found = await find(parts, request, response);
      if (found === null) return;
      const csv = exportCsv(found.result, readersLanguage(request, found.board.language));
      response
        .attachment(`${fileName(found)}.csv`)
        .type('text/csv; charset=utf-8')
        .send(csv);
    })
    .get('/:boardId/rounds/:roundId/export.json', own, async (request: RoundRequest, response) => {
      const found = await find(parts, request, response);
      if (found === null) return;
      response
        .attachment(`${fileName(found)}.json`)
        .type('json')
        .send(JSON.stringify(found.result, null, 2));
    });
}

interface Found {
  readonly board: Board;
  readonly round: Round;
  readonly result: ExportedRound;
}

/** `null`: the refusal is already sent. */
async function find(
  { rooms, clock }: Pick<WebParts, 'rooms' | 'clock'>,
  { params: { boardId, roundId } }: RoundRequest,
  response: Response,
): Promise<Found | null> {
  const room = await rooms.open(boardId);
  const round = room && findRound(room.board, roundId);
  if (!room || !round) {
    refuse(response, 'not_found');
    return null;
  }
  const known = round.results === 'live' || round.status === 'closed' || round.status === 'revealed';
  if (!known) {
    refuse(response, 'results_hidden');
    return null;
  }
  response.set('Cache-Control', 'no-store');
  const result = exportRound(room.board, round, room.tally(round.id), clock.now());
  return { board: room.board, round, result };
}

function fileName({ board, round }: Found): string {
  const place = board.rounds.indexOf(round) + 1;
  return `${board.slug}-${place}`;
}
