import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { terminalQr } from '../../server/cli/terminal-qr.ts';
import { welcome, type WelcomeParts } from '../../server/cli/welcome.ts';
import { serverTexts } from '../../server/web/texts.ts';

const LAN = 'http://192.168.0.12:4400';
const parts: WelcomeParts = {
  texts: serverTexts('de'),
  port: 4400,
  lanAddress: '192.168.0.12',
  publicUrl: null,
  folder: '/d',
  makerSecret: 'one-time-secret-of-32-characters',
  coloured: false,
};

test('the first start shows both addresses, a link to the studio and both codes', () => {
  const text = welcome(parts);
  expect(text).toContain('http://localhost:4400\n');
  expect(text).toContain(`${LAN}\n`);
  expect(text).toContain(
    'Werkstatt (gilt 30 Minuten, einmal):\n  http://localhost:4400/studio#link=one-time',
  );
  const [left, right] = codesOf(text);
  expect(left).toBe(LAN);
  expect(right).toBe(`${LAN}/studio#link=${parts.makerSecret}`);
});

test('once the studio has an owner, no secret is shown', () => {
  const text = welcome({ ...parts, makerSecret: null });
  expect(text).toContain('  http://localhost:4400/studio\n');
  expect(text).not.toContain('link=');
  expect(codesOf(text)).toEqual([LAN]);
});

test('a public address is the one phones get', () => {
  const text = welcome({ ...parts, publicUrl: 'https://board.example' });
  expect(text).toContain('https://board.example/studio#link=');
  expect(codesOf(text)[0]).toBe('https://board.example');
});

test('a server that phones cannot reach says so and shows no code', () => {
  const text = welcome({ ...parts, lanAddress: null });
  expect(text).toContain('Handys erreichen diesen Server nicht');
  expect(text).not.toContain('█');
});

test('no line is wider than a terminal of 80 columns', () => {
  const longest = welcome({ ...parts, lanAddress: '192.168.178.123', port: 44_000 }).split('\n');
  expect(Math.max(...longest.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('in colour a code is white on black whatever the terminal looks like', () => {
  expect(terminalQr(LAN, true).every((line) => line.startsWith('\u001b[38;5;231;48;5;16m'))).toBe(true);
});

/** What a camera reads from the codes in a text, from left to right. */
function codesOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => /[█▀▄]/.test(line));
  const starts = [...(lines[0] ?? '').matchAll(/█+/g)].map(
    (match) => [match.index, match[0].length] as const,
  );
  return starts.map(([from, width]) => {
    const code = lines.map((line) => line.slice(from, from + width)).filter((line) => /[█▀▄]/.test(line));
    return decode(code, width);
  });
}

/** Half blocks to pixels, four to a module: the upper half is lit in █ and ▀, the lower in █ and ▄. */
function decode(lines: readonly string[], width: number): string {
  const scale = 4;
  const size = width * scale;
  const height = lines.length * 2 * scale;
  const bytes = new Uint8Array(size * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const row = Math.floor(y / scale);
      const sign = lines[row >> 1]?.[Math.floor(x / scale)] ?? ' ';
      const isLit = (row % 2 === 0 ? '█▀' : '█▄').includes(sign);
      bytes.set([...Array<number>(3).fill(isLit ? 255 : 0), 255], (y * size + x) * 4);
    }
  }
  return decodeQR({ width: size, height, data: bytes });
}
