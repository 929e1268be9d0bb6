import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/**
 * The server as one file with its dependencies left outside; it finds `../client` beside itself. Of zod only what is used is
 * taken in: whole, it costs an idle server 7 MB and its start 60 ms, most of it for sentences in fifty languages.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { noExternal: ['zod'] },
  plugins: [fonts()],
  build: {
    ssr: 'main.ts',
    outDir: '../dist/server',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
});

/** The fonts of the share pictures lie beside whoever reads them. */
function fonts(): Plugin {
  const folder = join(import.meta.dirname, 'web/fonts');
  return {
    name: 'fonts',
    writeBundle: ({ dir = '' }) => cp(folder, join(dir, 'fonts'), { recursive: true }),
  };
}
