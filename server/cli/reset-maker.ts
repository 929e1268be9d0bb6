import { makerLink } from '../../shared/maker-link.ts';
import { LINK_MINUTES, type MakerAccess } from '../access/maker.ts';
import type { ServerTexts } from '../web/texts.ts';
import type { ReachedAt } from './reached-at.ts';
import { terminalQr } from './terminal-qr.ts';

interface Printing {
  readonly texts: ServerTexts;
  readonly coloured: boolean;
  /** Servers may run elsewhere, and nobody told where. */
  readonly isGuessed?: boolean;
}

/** Ends all access, and makes a new one-time link, to print: to click on this machine, to scan with a phone. */
export async function resetMaker(
  makers: MakerAccess,
  { here, forPhones }: ReachedAt,
  { texts, coloured, isGuessed = false }: Printing,
): Promise<string> {
  const secret = await makers.reset();
  const code = forPhones === null ? [] : terminalQr(makerLink(forPhones, secret), coloured);
  const lines = [
    texts.newLink(LINK_MINUTES),
    makerLink(here, secret),
    ...(isGuessed ? [texts.linkGuessed] : []),
    '',
    ...code,
  ];
  return `\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}
