import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TellOrder } from './rival-child.ts';

/** A server to be measured beside the product, in a process of its own. */
export class Rival implements Disposable {
  readonly origin: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.origin = `http://127.0.0.1:${port}`;
  }

  static async start(name: 'bare' | 'stock' | 'naive'): Promise<Rival> {
    const child = fork(join(import.meta.dirname, `${name}.ts`), { execArgv: ['--import', 'tsx'] });
    const [said] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error(`${name} did not start`))),
    ]);
    return new Rival(child, said as number);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Resolves when it was told the last time. */
  async tell(order: TellOrder): Promise<void> {
    const told = once(this.#child, 'message');
    this.#child.send(order);
    await told;
  }

  [Symbol.dispose](): void {
    this.#child.kill('SIGKILL');
  }
}
