import { expect, test } from 'vitest';
import { codeFace } from '../../client/lib/join-code.ts';
import { codeWidth } from '../../client/stage/layout/code-width.ts';

/** Measured in Chromium with the card's own face at 100 px. */
const MEASURED = { WWWWWW: 6.494, MMMMMM: 6.126, K7PX2M: 4.654 };

test('a code is never wider than the card counts on, and hardly narrower where its letters are wide', () => {
  for (const [code, width] of Object.entries(MEASURED)) {
    const wide = codeWidth(codeFace(code));
    expect(wide).toBeGreaterThanOrEqual(width);
    expect(wide).toBeLessThan(width * 1.12);
  }
});
