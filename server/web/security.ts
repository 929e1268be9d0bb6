import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Nothing comes from elsewhere and nothing inline runs. `inlineStyles`: only for hot reload. The headers that browsers
 * honour on https alone are sent on https alone; on plain http they would fill the console with warnings.
 */
export function securityHeaders(inlineStyles: boolean): RequestHandler {
  const onHttp = helmet(policy(inlineStyles, false));
  const onHttps = helmet(policy(inlineStyles, true));
  return (request, response, next) => (request.secure ? onHttps : onHttp)(request, response, next);
}

function policy(inlineStyles: boolean, https: boolean): Parameters<typeof helmet>[0] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: [({ url }) => (inlineStyles || isOverlay(url) ? "'self' 'unsafe-inline'" : "'self'")],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", (request) => socketsOf(request.headers.host)],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https && { maxAge: 15_552_000, includeSubDomains: false },
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  };
}

/** OBS writes the streamer's own CSS into the page as a `<style>`: the overlay lets it, no other page does. */
export function isOverlay(url: string | undefined): boolean {
  return /^\/stage\/[^?]*\?(.*&)?overlay=1(&|$)/.test(url ?? '');
}

/** Older Safaris do not take 'self' for sockets too. A host that could smuggle in a directive is left out. */
function socketsOf(host: string | undefined): string {
  return host !== undefined && /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}
