import { expect, test } from 'vitest';
import { openRound } from '../../server/domain/run.ts';
import { RoundAlarm } from '../../server/live/alarm.ts';
import { silentLog } from '../../server/ops/log.ts';
import { aBoardWith, decided } from '../support/boards.ts';
import { ManualClock } from '../support/manual-clock.ts';

test('[R14] an alarm that rings before the end, because the clock was set back, rings again at the end', () => {
  const timers = new ManualClock();
  let setBack = 0;
  const clock = {
    now: () => timers.now() - setBack,
    after: (ms: number, ring: () => void) => timers.after(ms, ring),
  };
  const opened = decided(aBoardWith(['oak', 'walnut'], { seconds: 60 }), (board) =>
    openRound(board, 'legs', clock.now()),
  );
  const rung: number[] = [];
  const alarm = new RoundAlarm({ clock, log: silentLog }, async () => rung.push(clock.now()));
  alarm.set(opened);
  setBack = 5;
  timers.turn(60_000);
  expect(rung).toEqual([]);
  timers.turn(5);
  expect(rung).toEqual([opened.rounds[0]?.closesAt]);
  timers.turn(60_000);
  expect(rung).toHaveLength(1);
});
