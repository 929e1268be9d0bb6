import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import { expect, test } from 'vitest';
import { builtAssets } from '../../server/web/built-assets.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SCRIPT = 'console.log("follower");'.repeat(100);

async function startAssets() {
  const folder = await temporaryFolder();
  const client = join(folder.path, 'client');
  await mkdir(join(client, 'assets'), { recursive: true });
  const manifest = {
    'follower/main.ts': {
      file: 'assets/follower-1.js',
      imports: ['_board-2.js'],
      css: ['assets/follower-3.css'],
    },
    'stage/main.ts': { file: 'assets/stage-4.js', imports: ['_board-2.js'], dynamicImports: ['confetti.js'] },
    'studio/main.ts': { file: 'assets/studio-5.js' },
    'confetti.js': { file: 'assets/confetti-6.js' },
    '_board-2.js': {
      file: 'assets/board-2.js',
      css: ['assets/board-7.css'],
      assets: ['assets/inter-latin-wght-normal-8.woff2', 'assets/inter-latin-ext-wght-normal-9.woff2'],
      imports: ['_board-2.js'],
    },
  };
  await writeFile(join(client, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(client, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(client, 'assets/follower-1.js'), SCRIPT);
  await writeFile(join(client, 'assets/follower-1.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(client, 'assets/confetti-6.js'), SCRIPT.repeat(100));
  await writeFile(join(folder.path, 'secret.txt'), 'secret');

  const assets = builtAssets(client);
  const http = createServer(express().use(assets.serve)).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  return {
    assets,
    port,
    async get(path: string, headers: Record<string, string> = {}) {
      const asking = request({
        host: '127.0.0.1',
        port,
        path,
        headers: { ...headers, connection: 'close' },
      }).end();
      const [response] = await once(asking, 'response');
      const chunks: Buffer[] = await response.toArray();
      return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
    },
    async [Symbol.asyncDispose]() {
      http.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('a surface gets its own scripts, what they import, their styles and the Latin fonts', async () => {
  await using site = await startAssets();
  expect(site.assets.head('follower').split(/\n\s*/)).toEqual([
    '<link rel="preload" href="/assets/inter-latin-wght-normal-8.woff2" as="font" type="font/woff2" crossorigin>',
    '<link rel="stylesheet" href="/assets/board-7.css">',
    '<link rel="stylesheet" href="/assets/follower-3.css">',
    '<script type="module" src="/assets/follower-1.js"></script>',
    '<link rel="modulepreload" href="/assets/board-2.js">',
  ]);
  expect(site.assets.head('stage')).not.toContain('confetti');
  expect(site.assets.head('studio')).toBe('<script type="module" src="/assets/studio-5.js"></script>');
});

test('hashed files are kept for ever, others for an hour', async () => {
  await using site = await startAssets();
  const script = await site.get('/assets/follower-1.js');
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(script.headers['content-type']).toContain('javascript');
  expect((await site.get('/icon.svg')).headers['cache-control']).toBe('public, max-age=3600');
});

test('who takes brotli gets what the build compressed', async () => {
  await using site = await startAssets();
  const small = await site.get('/assets/follower-1.js', { 'accept-encoding': 'gzip, br' });
  expect(small.headers['content-encoding']).toBe('br');
  expect(small.headers.vary).toContain('Accept-Encoding');
  expect(small.body.length).toBeLessThan(SCRIPT.length / 4);
  expect((await site.get('/assets/follower-1.js')).body.toString()).toBe(SCRIPT);
});

test('no path leads out of the folder', async () => {
  await using site = await startAssets();
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2f..%2fsecret.txt',
    '//secret.txt',
    '/',
  ]) {
    expect([path, (await site.get(path)).status]).toEqual([path, 404]);
  }
});

test.skipIf(process.platform === 'win32')(
  'who hangs up while files are sent leaves none of them open',
  async () => {
    await using site = await startAssets();
    const before = (await readdir('/dev/fd')).length;
    for (let i = 0; i < 5; i += 1) {
      const line = connect(site.port, '127.0.0.1');
      line.write('GET /assets/confetti-6.js HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(50));
      await once(line, 'data');
      line.resetAndDestroy();
    }
    await expect.poll(async () => (await readdir('/dev/fd')).length).toBeLessThan(before + 20);
  },
);

test('a range that ends before it begins is answered with the whole file', async () => {
  await using site = await startAssets();
  const { status, body } = await site.get('/assets/follower-1.js', { range: 'bytes=5-2' });
  expect([status, body.toString()]).toEqual([200, SCRIPT]);
});
