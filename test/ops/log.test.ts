import { expect, test } from 'vitest';
import { createLog } from '../../server/ops/log.ts';

function written(readable: boolean, write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ write: (line) => lines.push(line) }, readable));
  return lines.join('');
}

test('a person reads short lines', () => {
  const text = written(true, (log) => log.warn({ board: 'b1' }, 'slow reader closed'));
  expect(text).toMatch(/^\d\d:\d\d:\d\d ! slow reader closed board="b1"\n$/);
});

test('a machine reads one object a line, faults with their stack', () => {
  const text = written(false, (log) => log.error({ error: new Error('disk full') }, 'commit failed'));
  const { level, msg, error } = JSON.parse(text);
  expect({ level, msg, text: error.message }).toEqual({ level: 50, msg: 'commit failed', text: 'disk full' });
  expect(error.stack).toContain('log.test.ts');
});

test('what must not be logged is not, even if a caller slips', () => {
  const text = written(false, (log) =>
    log.info({ secret: 's3', cookie: 'c3', token: 't3', ip: '10.0.0.1' }, 'x'),
  );
  for (const part of ['s3', 'c3', 't3', '10.0.0.1']) expect(text).not.toContain(part);
});
