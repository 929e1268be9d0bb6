import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** The server as one file with its dependencies left outside; it finds `../client` beside itself. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
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
