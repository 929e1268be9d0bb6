import express, { Router } from 'express';
import { z } from 'zod';
import { accepted } from '../../shared/ack.ts';
import { answer, refuse } from './answers.ts';
import { fromOwnPage, makerOnly, paced } from './gates.ts';
import type { WebParts } from './parts.ts';

const redeemSchema = z.strictObject({ secret: z.string().min(1).max(80) });

/** The maker's session: look, log in with a link's secret, log out; and a link for another device of the maker. */
export function makerApi({ makers, config }: Pick<WebParts, 'makers' | 'config'>): Router {
  const own = fromOwnPage(config.publicUrl);
  return Router()
    .get('/session', makerOnly(makers), (_request, response) => answer(response, accepted({})))
    .post('/session', own, paced(60, 60), express.json({ limit: '2kb' }), async (request, response) => {
      const command = redeemSchema.safeParse(request.body);
      if (!command.success) return refuse(response, 'command_invalid');
      const session = await makers.redeem(command.data.secret);
      if (session === null) return refuse(response, 'link_expired');
      response.append('Set-Cookie', makers.cookie(session, request.secure));
      answer(response, accepted({}));
    })
    .post('/link', own, makerOnly(makers), paced(20, 60), async (_request, response) => {
      answer(response, accepted({ secret: await makers.newLink() }));
    })
    .delete('/session', own, async (request, response) => {
      await makers.end(request.headers.cookie);
      response.append('Set-Cookie', makers.cookie(null, request.secure));
      answer(response, accepted({}));
    });
}
