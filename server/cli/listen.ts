import { once } from 'node:events';
import type { Server } from 'node:http';

/**
 * Listens and answers the port. If the port is taken: the next free one of the following 20, unless the operator
 * asked for this very port (`fixed`); then, and for every other fault, it throws.
 */
export async function listen(http: Server, host: string, port: number, fixed: boolean): Promise<number> {
  const last = fixed || port === 0 ? port : Math.min(port + 20, 65_535);
  for (let tried = port; ; tried += 1) {
    try {
      http.listen(tried, host);
      await once(http, 'listening');
      const address = http.address();
      return typeof address === 'object' && address !== null ? address.port : tried;
    } catch (error) {
      if (!isPortTaken(error) || tried >= last) throw error;
    }
  }
}

export function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
