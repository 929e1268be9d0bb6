import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACCENTS } from '../../shared/limits.ts';

const css = readFileSync(new URL('../../client/styles/tokens.css', import.meta.url), 'utf8');

const PAPERS = ['paper', 'paper-raised', 'paper-sunk'];
const TEXTS = ['ink', 'ink-soft', 'danger', 'good'];

for (const theme of ['light', 'dark'] as const) {
  test(`text on every paper holds 4.5:1 in the ${theme} theme`, () => {
    for (const paper of PAPERS)
      for (const text of TEXTS) expectContrast(token(text, theme), token(paper, theme), 4.5);
  });

  test(`every accent is readable on paper and carries its own text in the ${theme} theme`, () => {
    for (const accent of ACCENTS) {
      const colour = accentOf(accent, theme);
      for (const paper of PAPERS) expectContrast(colour, token(paper, theme), 4.5);
      expectContrast(token('on-accent', theme), colour, 4.5);
    }
    expectContrast(token('on-accent', theme), token('danger', theme), 4.5);
    expectContrast(token('on-accent', theme), token('good', theme), 4.5);
  });

  test(`borders of fields and the focus ring hold 3:1 in the ${theme} theme`, () => {
    for (const paper of PAPERS.slice(0, 2)) {
      expectContrast(token('line-strong', theme), token(paper, theme), 3);
      expectContrast(token('focus', theme), token(paper, theme), 3);
    }
    expectContrast(token('paper-raised', theme), token('ink', theme), 4.5);
  });
}

function token(name: string, theme: 'light' | 'dark'): string {
  return colourIn(new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\);`), theme);
}

function accentOf(accent: string, theme: 'light' | 'dark'): string {
  return colourIn(
    new RegExp(`\\[data-accent='${accent}'\\] \\{\\s+--accent: light-dark\\((#\\w+), (#\\w+)\\);`),
    theme,
  );
}

function colourIn(pattern: RegExp, theme: 'light' | 'dark'): string {
  const found = pattern.exec(css)?.[theme === 'light' ? 1 : 2];
  if (found === undefined) throw new Error(`no colour for ${pattern}`);
  return found;
}

function expectContrast(front: string, back: string, least: number): void {
  const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a) as [number, number];
  expect((light + 0.05) / (dark + 0.05), `${front} on ${back}`).toBeGreaterThanOrEqual(least);
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
