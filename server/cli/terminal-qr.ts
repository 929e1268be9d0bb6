import { renderUnicodeCompact } from 'uqr';

/** Lines that show a QR code. `coloured` paints it white on black whatever the terminal's own colours are. */
export function terminalQr(text: string, coloured: boolean): string[] {
  const lines = renderUnicodeCompact(text, { border: 2, ecc: 'L' }).split('\n');
  return coloured ? lines.map((line) => `\u001b[38;5;231;48;5;16m${line}\u001b[0m`) : lines;
}
