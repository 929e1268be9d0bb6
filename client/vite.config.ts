import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

/** One entry per surface: a phone never loads the studio. The server writes the HTML shells from the manifest. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [svelte({ configFile: false }), compressed()],
  publicDir: 'public',
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: ['es2022', 'safari15', 'chrome100', 'firefox104'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      // Svelte does not say so of its reactive Map, Set, Date and URL: unused, they would cost a phone 2 KB.
      treeshake: {
        moduleSideEffects: [
          { test: /node_modules[\\/]svelte[\\/]src[\\/]reactivity[\\/]/, sideEffects: false },
        ],
      },
      // A slow machine is no news to whoever starts the board.
      checks: { pluginTimings: false },
      input: {
        follower: `${import.meta.dirname}/follower/main.ts`,
        outcome: `${import.meta.dirname}/outcome/main.ts`,
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
      const texts = files.filter((name) => /\.(js|css|svg|json)$/.test(name)).map((name) => join(dir, name));
      await Promise.all(texts.map(compress));
    },
  };
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < 1024) return;
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes));
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
