import { expect, test } from 'vitest';
import { Pace } from '../../server/live/pace.ts';

test('[F7] the pace is that of the ballots between the last two ticks', () => {
  const pace = new Pace();
  pace.tick(10_000);
  pace.cast(30);
  pace.cast(30);
  pace.tick(10_060);
  expect(pace.perMs).toBe(1);
  pace.tick(10_160);
  expect(pace.perMs).toBe(0);
});
