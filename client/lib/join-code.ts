import { type Ack, rejected } from '../../shared/ack.ts';
import { JOIN_CODE_LENGTH } from '../../shared/limits.ts';

/** What people type, or the whole code → `K7P-X2M`, as far as it goes. */
export function codeFace(typed: string): string {
  const code = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, JOIN_CODE_LENGTH);
  return code.length > 3 ? `${code.slice(0, 3)}-${code.slice(3)}` : code;
}

export function isWholeCode(face: string): boolean {
  return face.replace('-', '').length === JOIN_CODE_LENGTH;
}

/** A browser alone would wait for minutes on a dead line. */
const ANSWER_MS = 8_000;

/** Asks which board the code belongs to. */
export async function findByCode(face: string): Promise<Ack<{ slug: string }>> {
  // `AbortSignal.timeout` is younger than some phones.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ANSWER_MS);
  try {
    const path = `/api/code/${encodeURIComponent(face.replace('-', ''))}`;
    const answer = await fetch(path, { signal: late.signal });
    return (await answer.json()) as Ack<{ slug: string }>;
  } catch {
    return rejected('unavailable');
  } finally {
    clearTimeout(timer);
  }
}
