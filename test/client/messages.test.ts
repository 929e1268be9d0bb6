import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REJECTIONS } from '../../shared/ack.ts';
import { rejections as rejectionsDe } from '../../shared/messages/de/rejections.ts';
import { rejections as rejectionsEn } from '../../shared/messages/en/rejections.ts';
import { sentenceFor } from '../../shared/messages/messages.ts';

const folder = new URL('../../shared/messages/', import.meta.url);
const parts = readdirSync(new URL('de/', folder)).filter((name) => name.endsWith('.ts'));

test('both languages have the same parts', () => {
  expect(readdirSync(new URL('en/', folder)).filter((name) => name.endsWith('.ts'))).toEqual(parts);
});

for (const part of parts) {
  test(`${part}: the same keys in both languages, and every text says something`, async () => {
    const [de, en] = await Promise.all(['de', 'en'].map((language) => texts(language, part)));
    expect(Object.keys(en ?? {})).toEqual(Object.keys(de ?? {}));
    for (const [key, text] of [...Object.entries(de ?? {}), ...Object.entries(en ?? {})]) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toMatch(/undefined|\[object|NaN/);
    }
  });
}

test('every no has a sentence in both languages, with and without its limit', () => {
  for (const code of REJECTIONS) {
    for (const rejections of [rejectionsDe, rejectionsEn]) {
      expect(sentenceFor(rejections, { code })).toMatch(/^[A-ZÄÖÜ].+[.!]$/);
      expect(sentenceFor(rejections, { code, limit: 7 })).not.toContain('undefined');
    }
  }
  expect(sentenceFor(rejectionsDe, { code: 'limit_reached', limit: 100 })).toContain('100');
});

for (const language of ['de', 'en']) {
  test(`${language}: a maker without a name is one and the same everywhere`, async () => {
    const named = await Promise.all(
      ['follower', 'outcome', 'rules'].map((part) => texts(language, `${part}.ts`)),
    );
    const names = named.map((all) => Object.entries(all).filter(([key]) => /\/someone$/i.test(key)));
    expect(new Set(names.map((found) => found.map(([, name]) => name).join())).size).toBe(1);
    expect(names[0]).toHaveLength(2);
  });

  test(`${language}: a sentence begins with \`Maker\`, which has a capital, and goes on with \`maker\``, () => {
    for (const part of parts) {
      const source = readFileSync(new URL(`${language}/${part}`, folder), 'utf8');
      expect(source.match(/.*(`|[.!?] )\$\{maker\}.*/g), part).toBe(null);
      expect(source.match(/.*[^`.!? ] ?\$\{Maker\}.*/g), part).toBe(null);
    }
  });
}

/** Every text of a part by its path; functions are called with what fits any parameter. */
async function texts(language: string, part: string): Promise<Record<string, string>> {
  const module: Record<string, unknown> = await import(new URL(`${language}/${part}`, folder).href);
  return flat(module, '');
}

function flat(tree: unknown, path: string): Record<string, string> {
  if (typeof tree === 'string') return { [path]: tree };
  if (typeof tree === 'function') return { [path]: String(tree('2', '2', '2', '2')) };
  if (typeof tree !== 'object' || tree === null) return {};
  return Object.assign({}, ...Object.entries(tree).map(([key, branch]) => flat(branch, `${path}/${key}`)));
}
