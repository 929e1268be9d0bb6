import type { Server } from 'node:http';
import { join } from 'node:path';
import type { ClientAssets } from './assets.ts';

/** The client straight from its sources with hot reload, on the port of the given server. Needs the development dependencies. */
export async function devAssets(clientFolder: string, http: Server): Promise<ClientAssets> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: join(clientFolder, 'vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: http }, allowedHosts: true },
  });
  return {
    serve: vite.middlewares,
    head: (surface) =>
      `<script type="module" src="/@vite/client"></script>\n` +
      `    <script type="module" src="/${surface}/main.ts"></script>`,
    inlineStyles: true,
    [Symbol.asyncDispose]: () => vite.close(),
  };
}
