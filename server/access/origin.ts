/**
 * Where a request comes from. `own`: a page of this server. `none`: no browser page (tools, plain navigation).
 * `foreign`: another site's page, or one that hides its origin.
 */
export type OriginKind = 'own' | 'none' | 'foreign';

export function originKind(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string,
): OriginKind {
  if (origin === undefined) return 'none';
  const from = parse(origin);
  if (from === null || from.origin !== origin.toLowerCase()) return 'foreign';
  const own = from.host === host?.toLowerCase() || from.origin === parse(publicUrl)?.origin;
  return own ? 'own' : 'foreign';
}

/**
 * For reading and for sockets: everyone but foreign pages. Browsers always name the origin of a WebSocket, so
 * what comes without one is no page that abuses somebody's cookies. Requests that change something ask for
 * `originKind(…) === 'own'` instead.
 */
export function originAllowed(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string,
): boolean {
  return originKind(origin, host, publicUrl) !== 'foreign';
}

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
