import { type Request, Router } from 'express';
import { refuse } from './answers.ts';
import { fromOwnPage, paced } from './gates.ts';
import type { WebParts } from './parts.ts';
import type { PictureIntake } from './picture-intake.ts';

/** Pictures of one participant: for a few ideas, and for having second thoughts. */
const PICTURES = 6;
const PER_SECONDS = 600;

/**
 * `PUT /api/boards/:boardId/idea-pictures` with the bytes of the file as body, by a participant, while the board takes
 * ideas with pictures.
 */
export function ideaPictureApi(
  { rooms, participants, limits, config }: Pick<WebParts, 'rooms' | 'participants' | 'limits' | 'config'>,
  take: PictureIntake,
): Router {
  const allowance = limits.window('pictures', PICTURES, PER_SECONDS);
  return Router().put(
    '/:boardId/idea-pictures',
    fromOwnPage(config.publicUrl),
    paced(300, 60),
    async (request: Request<{ boardId: string }>, response) => {
      const participant = participants.recognise(request.headers.cookie, request.get('X-Device'));
      if (participant === null) return refuse(response, 'not_allowed');
      const room = await rooms.open(request.params.boardId);
      if (room === null) return refuse(response, 'not_found');
      const takes = room.board.rounds.some(({ collecting, ideas }) => collecting && ideas?.pictures);
      if (!takes) return refuse(response, 'ideas_closed');
      if (!(await allowance.take(participant.id))) return refuse(response, 'too_fast');
      await take(request, response);
    },
  );
}
