import { type Served, serve } from '../../support/serve.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { CrowdBoard } from '../crowd/crowd-phone.ts';
import { type Maker, redeemLink } from '../maker.ts';
import { openBoard } from './open-board.ts';

/** The built server with boards whose rounds are open. */
interface Product extends AsyncDisposable {
  readonly origin: string;
  readonly pid: number;
  readonly maker: Maker;
  readonly board: CrowdBoard;
  readonly server: Served;
}

/** In a folder of its own, or on a Redis. */
export async function startProduct(redis = ''): Promise<Product> {
  const folder = await temporaryFolder();
  const server = await serve({ folder: folder.path, redis });
  const maker = await redeemLink(server.makerLink ?? '');
  const board = await openBoard(maker);
  return {
    origin: server.origin,
    pid: server.child.pid ?? 0,
    maker,
    board,
    server,
    async [Symbol.asyncDispose]() {
      await server.kill();
      await folder[Symbol.asyncDispose]();
    },
  };
}
