import { describe, expect, test } from 'vitest';
import { draftTitle, freeTitle, isLettered, outOfPlace } from '../../client/studio/round/draft-title.ts';
import { isHeic } from '../../client/studio/round/send-picture.ts';

const named = (letter: string) => `Entwurf ${letter}`;

describe('a title from a file name', () => {
  test.each([
    ['nachttisch_eiche_offen.jpg', 'Nachttisch eiche offen'],
    ['Nussbaum mit Schublade.JPEG', 'Nussbaum mit Schublade'],
    ['Eiche-Nachttisch.png', 'Eiche-Nachttisch'],
    ['kirsche-rund-klein.webp', 'Kirsche rund klein'],
    ['schwarz geo\u0308lt.jpg', 'Schwarz geölt'],
    ['Entwurf 2.jpg', 'Entwurf 2'],
    ['v2.1 final eiche.jpg', 'V2.1 final eiche'],
  ])('%s says %s', (file, title) => {
    expect(draftTitle(file, 'none')).toBe(title);
  });

  test.each([
    'IMG_1234.jpg',
    'IMG_1234 2.HEIC',
    'DSC00012.JPG',
    'PXL_20260401_101010.jpg',
    'IMG-20260401-WA0003.jpg',
    'WhatsApp Image 2026-04-01 at 10.00.00.jpeg',
    'Screenshot 2026-04-01 at 10.20.30 PM.png',
    'Bildschirmfoto 2026-04-01 um 10.20.30.png',
    'image.png',
    '1000012345.jpg',
    '3f2a9c1d-77aa-4b1e-9c1d-0a1b2c3d4e5f.jpg',
    '.jpg',
    '',
  ])('%s says nothing', (file) => {
    expect(draftTitle(file, 'Entwurf A')).toBe('Entwurf A');
  });

  test('is never longer than a title may be', () => {
    expect(draftTitle(`${'eiche'.repeat(60)}.jpg`, '')).toHaveLength(120);
  });
});

describe('lettered titles', () => {
  test('a new draft is called by the letter of its place', () => {
    expect(freeTitle([], named)).toBe('Entwurf A');
    expect(freeTitle(['Entwurf A', 'Eiche'], named)).toBe('Entwurf C');
  });

  test('a lettered draft is known from a named one', () => {
    const lettered = ['Entwurf A', 'Entwurf 27', 'Entwurf Eiche', 'Eiche A'].map((title) =>
      isLettered(title, named),
    );
    expect(lettered).toEqual([true, true, false, false]);
  });

  test('a letter that is taken is skipped', () => {
    expect(freeTitle(['Eiche', 'Entwurf C'], named)).toBe('Entwurf D');
  });

  test('after moving, lettered drafts are called by their new place; named ones keep their name', () => {
    expect(outOfPlace(['Entwurf B', 'Eiche', 'Entwurf C', 'Entwurf Eiche'], named)).toEqual([
      { index: 0, title: 'Entwurf A' },
    ]);
  });
});

test('HEIC is recognised by type or name, before it is sent', () => {
  expect(isHeic({ name: 'a.bin', type: 'image/heic' })).toBe(true);
  expect(isHeic({ name: 'IMG_1.HEIC', type: '' })).toBe(true);
  expect(isHeic({ name: 'heic.jpg', type: 'image/jpeg' })).toBe(false);
});
