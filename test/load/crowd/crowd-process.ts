import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Crowd } from './crowd.ts';

type Calls = {
  [Call in keyof Crowd]: (...args: Parameters<Crowd[Call]>) => Promise<Awaited<ReturnType<Crowd[Call]>>>;
};

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A crowd that does not share its processor time with whoever measures; see `Crowd` for the calls. */
export class CrowdProcess implements Calls, Disposable {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 0;

  constructor() {
    this.#child = fork(join(import.meta.dirname, 'crowd-child.ts'), { execArgv: ['--import', 'tsx'] });
    this.#child.on('message', ({ id, value, error }: { id: number; value?: unknown; error?: string }) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(value);
      else waiting?.reject(new Error(error));
    });
    this.#child.on('exit', (code, signal) => {
      for (const { reject } of this.#waiting.values())
        reject(new Error(`the crowd ended: ${signal ?? code}`));
      this.#waiting.clear();
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  readonly join: Calls['join'] = (...args) => this.#call('join', args);
  readonly leave: Calls['leave'] = (...args) => this.#call('leave', args);
  readonly drain: Calls['drain'] = (...args) => this.#call('drain', args);
  readonly receive: Calls['receive'] = (...args) => this.#call('receive', args);
  readonly lastFrame: Calls['lastFrame'] = (...args) => this.#call('lastFrame', args);
  readonly cast: Calls['cast'] = (...args) => this.#call('cast', args);

  [Symbol.dispose](): void {
    this.#child.kill('SIGKILL');
  }

  #call<T>(call: keyof Crowd, args: readonly unknown[]): Promise<T> {
    if (this.#child.exitCode !== null || !this.#child.connected) {
      return Promise.reject(new Error('the crowd has ended'));
    }
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#child.send({ id, call, args });
    });
  }
}
