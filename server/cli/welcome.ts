import { stripVTControlCharacters } from 'node:util';
import { makerLink } from '../../shared/maker-link.ts';
import { LINK_MINUTES } from '../access/maker.ts';
import { terminalQr } from './terminal-qr.ts';
import type { ServerTexts } from '../web/texts.ts';

export interface WelcomeParts {
  readonly texts: ServerTexts;
  readonly port: number;
  /** The address of this machine in the Wi-Fi; `null`: other devices cannot reach the server. */
  readonly lanAddress: string | null;
  /** Set by the operator; then it is the only address worth telling phones. */
  readonly publicUrl: string | null;
  readonly folder: string;
  /** Where Redis is, if everything is kept there instead. */
  readonly redis?: string;
  /** Of a one-time link, as long as nobody owns the studio. */
  readonly makerSecret: string | null;
  /** A terminal that understands colours. */
  readonly coloured: boolean;
}

/** What the operator reads when the server listens. */
export function welcome(parts: WelcomeParts): string {
  const { texts, makerSecret } = parts;
  const here = `http://localhost:${parts.port}`;
  const lan = parts.lanAddress === null ? null : `http://${parts.lanAddress}:${parts.port}`;
  const forPhones = parts.publicUrl ?? lan;
  const studio = (base: string) => (makerSecret === null ? `${base}/studio` : makerLink(base, makerSecret));
  const rows: [string, string][] = [[texts.here, here]];
  if (forPhones !== null) rows.push([parts.publicUrl === null ? texts.inWifi : texts.onTheWeb, forPhones]);
  rows.push(parts.redis === undefined ? [texts.folder, parts.folder] : ['Redis', parts.redis]);
  return [
    '',
    `  ${texts.running}`,
    '',
    ...table(rows),
    '',
    `  ${makerSecret === null ? texts.studio : texts.makerLink(LINK_MINUTES)}:`,
    `  ${studio(parts.publicUrl ?? here)}`,
    '',
    ...(forPhones === null
      ? [`  ${texts.onlyHere}`]
      : sideBySide([
          { heading: texts.joinCode, lines: terminalQr(forPhones, parts.coloured) },
          ...(makerSecret === null
            ? []
            : [{ heading: texts.studio, lines: terminalQr(studio(forPhones), parts.coloured) }]),
        ])),
    '',
    `  ${texts.stop}`,
    '',
  ].join('\n');
}

function table(rows: readonly [string, string][]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}

interface Block {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Blocks of even lines next to each other, each under its heading. */
function sideBySide(blocks: readonly Block[]): string[] {
  const widths = blocks.map(({ lines }) => visibleLength(lines[0] ?? ''));
  const cell = (text: string, column: number) =>
    text + ' '.repeat(Math.max((widths[column] ?? 0) - visibleLength(text), 0));
  const height = Math.max(...blocks.map(({ lines }) => lines.length));
  const rows = Array.from({ length: height }, (_, row) => blocks.map(({ lines }) => lines[row] ?? ''));
  return [blocks.map(({ heading }) => heading), ...rows].map((row) =>
    `  ${row.map(cell).join('   ')}`.trimEnd(),
  );
}

function visibleLength(text: string): number {
  return stripVTControlCharacters(text).length;
}
