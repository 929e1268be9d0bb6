import { request } from 'node:http';
import type { Ack } from '../../shared/ack.ts';
import type { TestBoard } from '../support/start-board.ts';

export interface Asked {
  readonly method?: string;
  /** Sends the maker's cookie. */
  readonly asMaker?: boolean;
  /** `null`: without Origin; left out: from an own page. */
  readonly origin?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export function ask(board: TestBoard, path: string, asked: Asked = {}): Promise<Response> {
  const { method = 'GET', asMaker = false, origin = board.url, headers, body } = asked;
  return fetch(`${board.url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(origin !== null && { origin }),
      ...(asMaker && { cookie: board.makerCookie }),
      ...headers,
    },
    ...(body !== undefined && { body: body as BodyInit }),
  });
}

export async function askForAck<T>(board: TestBoard, path: string, asked?: Asked): Promise<Ack<T>> {
  const response = await ask(board, path, asked);
  return (await response.json()) as Ack<T>;
}

/** Sends the path as it stands; `fetch` would tidy up `..` and odd signs before. Answers the status. */
export function askRaw(
  board: TestBoard,
  path: string,
  headers: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request(board.url, { path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asking.once('error', reject);
    asking.end();
  });
}
