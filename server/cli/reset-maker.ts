import { LINK_MINUTES, type MakerAccess } from '../access/maker.ts';
import { terminalQr } from './terminal-qr.ts';
import type { ServerTexts } from '../web/texts.ts';
import { makerLink } from './welcome.ts';

/** A new one-time link, to print; `base` is the address at which the maker reaches the running server. */
export async function resetMaker(
  makers: MakerAccess,
  base: string,
  texts: ServerTexts,
  coloured: boolean,
): Promise<string> {
  const link = makerLink(base, await makers.newLink());
  const code = terminalQr(link, coloured).map((line) => `  ${line}`);
  return ['', `  ${texts.newLink(LINK_MINUTES)}`, `  ${link}`, '', ...code, ''].join('\n');
}
