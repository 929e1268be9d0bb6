import { expect, test } from 'vitest';
import { startBoard, type TestBoard } from '../support/start-board.ts';
import { ask } from './ask.ts';

const TOKEN = 'scraped-by-nobody-else';

async function figures(board: TestBoard): Promise<Map<string, number>> {
  const response = await ask(board, '/metrics', { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

test('figures tell what the server did', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], metricsToken: TOKEN });
  const [ana, ben] = [await board.phone(), await board.phone()];
  await ana.cast('Eiche');
  await board.tick();
  await ben.cast('Nuss');
  await board.tick();
  const { counters } = board.app;
  counters.framesSkipped += 7;
  const told = await figures(board);
  expect(told.get('mitwerk_ballots_total')).toBe(2);
  expect(told.get('mitwerk_commits_total')).toBe(2);
  expect(told.get('mitwerk_commit_ballots_bucket{le="1"}')).toBe(2);
  expect(told.get('mitwerk_commit_seconds_count')).toBe(2);
  expect(told.get('mitwerk_ticks_total')).toBe(counters.ticks);
  expect(told.get('mitwerk_frames_total')).toBe(counters.frames);
  expect(counters.ticks).toBeGreaterThan(0);
  expect(told.get('mitwerk_frames_skipped_total')).toBe(7);
  // The maker, and two phones.
  expect(told.get('mitwerk_sockets')).toBe(3);
  expect(told.get('mitwerk_ready')).toBe(1);
  expect(told.get('mitwerk_build{version="test"}')).toBe(1);
  expect(told.get('process_cpu_seconds_total')).toBeGreaterThan(0);
  expect(told.get('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  expect(told.get('nodejs_eventloop_lag_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0);
});

test('figures are counted on, not added up, however often they are read', async () => {
  await using board = await startBoard({ drafts: ['Eiche', 'Nuss'], metricsToken: TOKEN });
  await (await board.phone()).cast('Eiche');
  await figures(board);
  const told = await figures(board);
  expect(told.get('mitwerk_ballots_total')).toBe(1);
  board.app.readiness.stop();
  expect((await figures(board)).get('mitwerk_ready')).toBe(0);
});

test.each([{}, { authorization: 'Bearer' }, { authorization: TOKEN }, { authorization: `Bearer ${TOKEN}x` }])(
  'whoever says %j reads no figures',
  async (headers) => {
    await using board = await startBoard({ open: false, metricsToken: TOKEN });
    const response = await ask(board, '/metrics', { headers });
    expect([response.status, response.headers.get('www-authenticate'), await response.text()]).toEqual([
      401,
      'Bearer',
      '',
    ]);
  },
);

test('a server that was not asked to keep figures tells none', async () => {
  await using board = await startBoard({ open: false });
  const response = await ask(board, '/metrics', { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(response.status).toBe(404);
  expect(await response.text()).not.toContain('mitwerk_');
});
