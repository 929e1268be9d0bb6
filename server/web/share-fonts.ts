import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Font } from 'satori';

/** Copied from Fontsource as `.woff`: the drawing library reads no `.woff2`, which is all that the pages need. */
const FILES = {
  'display-1': 'bricolage-grotesque-latin-700-normal',
  'display-2': 'bricolage-grotesque-latin-ext-700-normal',
  'text-1': 'inter-latin-500-normal',
  'text-2': 'inter-latin-ext-500-normal',
  'text-3': 'inter-cyrillic-500-normal',
  'text-4': 'inter-greek-500-normal',
} as const;

/** Each file is a family of its own: of two files in one family only the last is looked into. */
export const DISPLAY = 'display-1, display-2, text-3, text-4';
export const TEXT = 'text-1, text-2, text-3, text-4';

export function shareFonts(): Promise<Font[]> {
  const fonts = Object.entries(FILES).map(async ([name, file]): Promise<Font> => {
    // Beside this file in the sources, and beside the bundle once built.
    const bytes = await readFile(join(import.meta.dirname, 'fonts', `${file}.woff`));
    return { name, data: bytes, weight: name.startsWith('display') ? 700 : 500, style: 'normal' };
  });
  return Promise.all(fonts);
}
