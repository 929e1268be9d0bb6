import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

/** One entry per surface: a phone never loads the studio. The server writes the HTML shells from the manifest. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [svelte(), compressed()],
  publicDir: 'public',
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: ['es2022', 'safari15', 'chrome100', 'firefox104'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        follower: `${import.meta.dirname}/follower/main.ts`,
        stage: `${import.meta.dirname}/stage/main.ts`,
        studio: `${import.meta.dirname}/studio/main.ts`,
      },
    },
  },
});

/** Writes a `.br` and a `.gz` beside every file that shrinks, so that the server never compresses anything. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const files = await readdir(dir, { recursive: true });
      for (const file of files.filter((name) => /\.(js|css|svg|json)$/.test(name))) {
        const path = join(dir, file);
        const bytes = await readFile(path);
        if (bytes.length < 1024) continue;
        await writeFile(`${path}.br`, brotliCompressSync(bytes));
        await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
