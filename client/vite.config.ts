import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** One entry per surface: a phone never loads the studio. The server writes the HTML shells from the manifest. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [svelte()],
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
