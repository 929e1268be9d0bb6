import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Told by whoever measures: the same text so many times, at this pace. */
export interface TellOrder {
  readonly text: string;
  readonly times: number;
  readonly everyMs: number;
}

/** Listens on a free port of this machine, says which, and tells what it is told to. */
export function beRival(http: Server, tell: (text: string) => void = () => {}): void {
  process.on('message', ({ text, times, everyMs }: TellOrder) => {
    let left = times;
    const timer = setInterval(() => {
      tell(text);
      left -= 1;
      if (left > 0) return;
      clearInterval(timer);
      process.send?.('told');
    }, everyMs);
  });
  process.on('disconnect', () => process.exit());
  http.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () =>
    process.send?.((http.address() as AddressInfo).port),
  );
}
