import type { Ack } from '../../shared/ack.ts';
import { linkSecret } from '../../shared/maker-link.ts';

/** `in`: this device holds the maker's session. `expired`: it came with a link that no longer works. */
export type SessionState = 'checking' | 'in' | 'none' | 'expired' | 'unreachable';

/** Whether this device may work in the studio. The cookie is HttpOnly: only the server knows. */
export class Session {
  #state = $state<SessionState>('checking');
  #secret: string | null;

  /** The secret leaves the address bar at once: the screen may be in a stream. */
  constructor() {
    this.#secret = linkSecret(location.hash);
    if (this.#secret !== null) history.replaceState(null, '', location.pathname);
  }

  /** A link opened in a tab that is here already changes the hash alone: the page begins anew with it. */
  listen(): () => void {
    const begin = () => linkSecret(location.hash) !== null && location.reload();
    addEventListener('hashchange', begin);
    return () => removeEventListener('hashchange', begin);
  }

  get state(): SessionState {
    return this.#state;
  }

  async start(): Promise<void> {
    this.#state = 'checking';
    const secret = this.#secret;
    const ack = secret === null ? await ask('GET') : await ask('POST', { secret });
    if (ack === null || (!ack.ok && ack.no.code === 'unavailable')) {
      this.#state = 'unreachable';
      return;
    }
    this.#secret = null;
    if (ack.ok) this.#state = 'in';
    // A used link opened once more on the maker's own device is no reason to stop.
    else if (secret !== null && (await ask('GET'))?.ok) this.#state = 'in';
    else this.#state = secret === null ? 'none' : 'expired';
  }

  async end(): Promise<void> {
    if ((await ask('DELETE'))?.ok) this.#state = 'none';
  }
}

/** The secret of a one-time link for another device of this maker; `null`: not now. */
export async function secretForAnotherDevice(): Promise<string | null> {
  const ack = await ask<{ secret: string }>('POST', undefined, 'link');
  return ack?.ok ? ack.value.secret : null;
}

/** `null`: no answer, or none that is an Ack. */
async function ask<T>(
  method: 'GET' | 'POST' | 'DELETE',
  body?: { secret: string },
  what: 'session' | 'link' = 'session',
): Promise<Ack<T> | null> {
  try {
    const response = await fetch(`/api/maker/${what}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return (await response.json()) as Ack<T>;
  } catch {
    return null;
  }
}
