import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACCENTS } from '../../shared/limits.ts';
import { ACCENT_COLOURS, drawShare } from '../../server/web/share-drawing.ts';
import { shareFonts } from '../../server/web/share-fonts.ts';

const TOKENS = readFileSync(join(import.meta.dirname, '../../client/styles/tokens.css'), 'utf8');

test.each(ACCENTS)('%s is drawn in the colour it has on paper', (accent) => {
  const [, colour] = new RegExp(`data-accent='${accent}'[^}]*light-dark\\((#[0-9a-f]{6})`).exec(TOKENS) ?? [];
  expect(ACCENT_COLOURS[accent]).toBe(colour);
});

test('the letters of European languages have a glyph', async () => {
  const fonts = await shareFonts();
  const shape = async (maker: string) => {
    const content = { accent: 'senf', maker, title: '', question: '', result: null, photos: [] } as const;
    const [, path = ''] = / d="([^"]*)"/.exec(await drawShare(content, false, fonts)) ?? [];
    return path.replaceAll(/[\d.]+/g, '');
  };
  const box = await shape('你');
  for (const letter of 'ÄßŽłģőåñĳПіжΓά„€…') expect([letter, await shape(letter)]).not.toEqual([letter, box]);
});
