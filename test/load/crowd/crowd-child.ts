import { Crowd } from './crowd.ts';

/** The crowd in a process of its own: each message is one call, answered by one. */
const crowd = new Crowd();

process.on('message', ({ id, call, args }: { id: number; call: keyof Crowd; args: unknown[] }) => {
  const act = crowd[call] as (...args: unknown[]) => unknown;
  Promise.resolve()
    .then(() => act.apply(crowd, args))
    .then(
      (value) => process.send?.({ id, value }),
      (error: unknown) => process.send?.({ id, error: String(error) }),
    );
});
process.on('disconnect', () => process.exit());
