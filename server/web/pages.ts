import { type Request, type Response, Router } from 'express';
import type { BoardView } from '../../shared/board-view.ts';
import type { Boot } from '../../shared/boot.ts';
import type { Language } from '../../shared/limits.ts';
import { isThisMachine } from '../access/source.ts';
import { viewCredits } from '../domain/view-credits.ts';
import type { Room } from '../live/room.ts';
import { shuffleSeed } from '../net/shuffle-seed.ts';
import type { Surface } from './assets.ts';
import { sendLater } from './faults.ts';
import { paced } from './gates.ts';
import { chosenLanguage, readersLanguage } from './language.ts';
import { outcomePreview, previewOf } from './preview.ts';
import { sendPage } from './send-page.ts';
import { Unsent } from './unsent.ts';
import { type Shell, shell } from './shell.ts';
import { serverTexts } from './texts.ts';
import type { WebParts } from './parts.ts';

/** Of one address: a full hall in one Wi-Fi gets in; a page with 2,000 ideas costs 14 ms, and a script would take them all. */
const PAGES = 1_200;
const PER_SECONDS = 60;

/** The HTML shells. Whatever is not known gets the follower's page too, which says so. */
export function pages(parts: WebParts): Router {
  const { rooms, config, clock } = parts;
  const write = pageWriter(parts);
  const pace = paced(PAGES, PER_SECONDS, sendLater);

  return Router()
    .get('/', async (request, response) => {
      const language = readersLanguage(request);
      const description = serverTexts(language).welcome;
      await write(request, response, 'follower', language, {
        preview: { url: `${config.publicUrl()}/`, description, picture: null },
      });
    })
    .get(['/b/:slug', '/b/:slug/ergebnis'], (request, response, next) => {
      // Without a proxy, what comes from this machine is not the one to keep out.
      if (!config.trustProxy && isThisMachine(request.ip)) next();
      else pace(request, response, next);
    })
    .get('/b/:slug', async (request, response, next) => {
      const room = await rooms.find({ slug: request.params.slug });
      if (room === null) return next();
      const view = room.view('follower');
      const participant = await keepParticipant(request, response);
      await write(request, response, 'follower', readersLanguage(request, view.head.language), {
        room,
        preview: previewOf(view, config.publicUrl()),
        board: boot(view, participant),
      });
    })
    .get('/b/:slug/ergebnis', async (request, response, next) => {
      const room = await rooms.find({ slug: request.params.slug });
      if (room === null) return next();
      const view = { ...room.view('follower'), credits: viewCredits(room.board) };
      const participant = await keepParticipant(request, response);
      await write(request, response, 'outcome', readersLanguage(request, view.head.language), {
        room,
        title: serverTexts(view.head.language).outcome(view.head.title),
        preview: outcomePreview(view, config.publicUrl()),
        board: boot(view, participant),
      });
    })
    .get('/stage/:token', async (request, response) => {
      const room = await rooms.find({ stageToken: request.params.token });
      // A stage speaks to the room, so the board's language counts, not that of the machine it runs on.
      const language = chosenLanguage(request) ?? room?.board.language ?? 'de';
      if (room === null) response.status(404);
      await write(request, response, 'stage', language, { room });
    })
    .get(['/studio', '/studio/*path'], async (request, response) => {
      await write(request, response, 'studio', readersLanguage(request), {});
    })
    .get('/*path', async (request, response) => {
      await write(request, response.status(404), 'follower', readersLanguage(request), {});
    });

  function boot(view: BoardView, participant: string | undefined): NonNullable<Boot['board']> {
    return { view, now: clock.now(), ...(participant && { shuffle: shuffleSeed(participant) }) };
  }

  /** The page brings the participant's cookie, so that the first ballot already has an owner. Answers who that is. */
  async function keepParticipant(request: Request, response: Response): Promise<string | undefined> {
    const { participants, newcomers } = parts;
    let known = participants.read(participants.token(request.headers.cookie));
    if (!known && (await newcomers.admit(request))) known = participants.read(participants.mint(clock.now()));
    if (!known) return undefined;
    response.append('Set-Cookie', participants.cookie(known.token, request.secure));
    return known.id;
  }
}

interface Page {
  readonly room?: Room | null;
  /** Instead of the board's. */
  readonly title?: string;
  readonly preview?: Shell['preview'];
  readonly board?: NonNullable<Boot['board']>;
}

function pageWriter({ client, config }: WebParts) {
  const unsent = new Unsent();
  return async (
    request: Request,
    response: Response,
    surface: Surface,
    language: Language,
    page: Page,
  ): Promise<void> => {
    const texts = serverTexts(language);
    const board = page.room?.board;
    const name =
      surface === 'studio'
        ? texts.studio
        : response.statusCode === 404
          ? texts.notFound
          : (page.title ?? board?.title);
    const boot: Boot = {
      language,
      publicUrl: config.publicUrl(),
      version: config.version,
      ...(page.board && { board: page.board }),
      ...(config.demo && { demo: true }),
    };
    const html = shell({
      title: name === undefined ? 'Mitwerk' : `${name} · Mitwerk`,
      accent: board?.accent ?? 'kiefer',
      boot,
      assets: client.head(surface),
      scriptNeeded: texts.scriptNeeded,
      preview: page.preview ?? null,
    });
    await sendPage(request, response, html, unsent);
  };
}
