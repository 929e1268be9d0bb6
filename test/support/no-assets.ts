import type { ClientAssets } from '../../server/web/assets.ts';

/** Pages without scripts, for tests that look at the server only. */
export const noAssets: ClientAssets = {
  serve: (_request, _response, next) => next(),
  head: () => '',
  inlineStyles: false,
  async [Symbol.asyncDispose]() {},
};
