import type { Boot } from '../../shared/boot.ts';
import type { TestBoard } from '../support/start-board.ts';
import { ask } from './ask.ts';

/** A page as a browser gets it, and what the server wrote into it. */
export async function page(board: TestBoard, path: string, headers: Record<string, string> = {}) {
  const response = await ask(board, path, { headers, origin: null });
  const html = await response.text();
  const [, json = '{}'] = /<script type="application\/json" id="boot">(.*?)<\/script>/s.exec(html) ?? [];
  return { status: response.status, headers: response.headers, html, boot: JSON.parse(json) as Boot };
}
