import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Picture } from '../../shared/entry.ts';
import { photos } from '../support/photos.ts';
import { startBoard, type TestBoard } from '../support/start-board.ts';
import { ask, askForAck } from './ask.ts';

const upload = (board: TestBoard, body: Uint8Array) =>
  askForAck<Picture>(board, '/api/pictures', { method: 'PUT', asMaker: true, body });

async function uploaded(board: TestBoard, body: Uint8Array): Promise<Picture> {
  const ack = await upload(board, body);
  if (!ack.ok) throw new Error(ack.no.code);
  return ack.value;
}

async function rendition(board: TestBoard, { hash }: Picture, size: number): Promise<Buffer> {
  const response = await ask(board, `/media/${hash}-${size}.webp`);
  return Buffer.from(await response.arrayBuffer());
}

test('a photo loses its place and camera and stands upright', async () => {
  await using board = await startBoard({ open: false });
  const original = await photos.upright();
  expect((await sharp(original).metadata()).exif).toBeDefined();

  const picture = await uploaded(board, original);
  expect(picture).toMatchObject({ width: 300, height: 400 });
  const large = await rendition(board, picture, 1600);
  const { format, exif, orientation, icc, xmp } = await sharp(large).metadata();
  expect({ format, exif, orientation, icc, xmp }).toEqual({ format: 'webp' });
  expect(large.includes('GPS')).toBe(false);
  expect(large.includes('Testkamera')).toBe(false);

  const pixels = await sharp(large).raw().toBuffer();
  const at = (x: number, y: number) => [...pixels.subarray((y * 300 + x) * 3, (y * 300 + x) * 3 + 3)];
  const [red = 0, , blue = 0] = at(150, 50);
  const [redBelow = 0, , blueBelow = 0] = at(150, 350);
  expect(red).toBeGreaterThan(blue);
  expect(blueBelow).toBeGreaterThan(redBelow);
});

test.each([
  ['JPEG', photos.jpeg],
  ['PNG', photos.png],
  ['WebP', photos.webp],
] as const)('a %s becomes 1600, 480 and a blur', async (_name, make) => {
  await using board = await startBoard({ open: false });
  const picture = await uploaded(board, await make(2400, 1200));
  expect(picture).toMatchObject({ width: 1600, height: 800 });
  expect(picture.hash).toMatch(/^[a-f0-9]{32}$/);
  expect(picture.blur).toMatch(/^data:image\/webp;base64,[A-Za-z0-9+/=]{1,2000}$/);
  const small = await sharp(await rendition(board, picture, 480)).metadata();
  expect([small.width, small.height]).toEqual([480, 240]);
});

test('a small picture is not blown up, a transparent one gets a white ground', async () => {
  await using board = await startBoard({ open: false });
  const clear = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer();
  const picture = await uploaded(board, clear);
  expect(picture).toMatchObject({ width: 60, height: 40 });
  const { dominant } = await sharp(await rendition(board, picture, 480)).stats();
  expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
});

test('the same picture twice is kept once, under the same name', async () => {
  await using board = await startBoard({ open: false });
  const photo = await photos.jpeg(300, 200);
  expect(await uploaded(board, photo)).toEqual(await uploaded(board, photo));
});

test.each([
  ['an SVG', photos.svg],
  ['a text', photos.text],
  ['a GIF', photos.gif],
  ['a TIFF', photos.tiff],
  ['a bomb of pixels', photos.bomb],
  ['a torn photo', photos.torn],
  ['nothing', () => Buffer.alloc(0)],
  ['an SVG that starts like a WebP', () => Buffer.concat([Buffer.from('RIFF0000WEBP'), photos.svg()])],
] as const)('%s is not readable', async (_name, make) => {
  await using board = await startBoard({ open: false });
  const response = await ask(board, '/api/pictures', { method: 'PUT', asMaker: true, body: await make() });
  expect(response.status).toBe(415);
  expect(await response.json()).toEqual({ ok: false, no: { code: 'picture_not_readable' } });
});

test('a file of 40 MB is too large, with and without its length told', async () => {
  await using board = await startBoard({ open: false });
  const body = photos.huge(40 * 1024 * 1024);
  const told = await ask(board, '/api/pictures', { method: 'PUT', asMaker: true, body });
  expect(told.status).toBe(413);
  expect(await told.json()).toEqual({ ok: false, no: { code: 'picture_too_large' } });

  const untold = await fetch(`${board.url}/api/pictures`, {
    method: 'PUT',
    headers: { origin: board.url, cookie: board.makerCookie },
    body: new Blob([body]).stream(),
    duplex: 'half',
  } as RequestInit);
  expect(untold.status).toBe(413);
});

test('only the maker puts pictures up, and only from an own page', async () => {
  await using board = await startBoard({ open: false });
  const body = await photos.jpeg(20, 20);
  const put = { method: 'PUT', body };
  const stranger = await ask(board, '/api/pictures', put);
  const foreign = await ask(board, '/api/pictures', {
    ...put,
    asMaker: true,
    origin: 'https://evil.example',
  });
  const nowhere = await ask(board, '/api/pictures', { ...put, asMaker: true, origin: null });
  expect([stranger.status, foreign.status, nowhere.status]).toEqual([403, 403, 403]);
});

test('a dozen at once all arrive', async () => {
  await using board = await startBoard({ open: false });
  const bodies = await Promise.all(Array.from({ length: 12 }, (_, n) => photos.jpeg(200 + n, 100)));
  const pictures = await Promise.all(bodies.map((body) => uploaded(board, body)));
  expect(new Set(pictures.map(({ width }) => width)).size).toBe(12);
});
