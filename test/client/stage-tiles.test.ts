import { expect, test } from 'vitest';
import {
  aspectOf,
  gridOf,
  type Look,
  pictureArea,
  type Place,
  type Size,
} from '../../client/stage/layout/grid.ts';
import type { Standing } from '../../client/stage/scene.ts';
import { tiles } from '../../client/stage/layout/tiles.ts';
import { linesOf, longestWord } from '../../client/stage/layout/title-lines.ts';

const titles = ['Vier Beine, eine Schublade', 'Offenes Fach', 'Hängend, ohne Beine', 'Nussbaum'];
const pictures: readonly Size[] = [
  { w: 1600, h: 1200 },
  { w: 1200, h: 1600 },
  { w: 1200, h: 1200 },
];
/** What question and card leave of 1920 × 1080, 1280 × 800 and 1024 × 768. */
const rooms = [
  { w: 1386, h: 820, unit: 19.2 },
  { w: 924, h: 627, unit: 12.8 },
  { w: 739, h: 629, unit: 10.24 },
] as const;

test('whatever the pictures and the screen, drafts lie inside the room and none on another', () => {
  everyCase((places, n, room) => {
    expect(places).toHaveLength(n);
    for (const [i, a] of places.entries()) {
      expect(Math.min(a.x, a.y, room.w - a.x - a.w, room.h - a.y - a.h)).toBeGreaterThan(-0.01);
      expect(a.frame.w <= a.w + 0.01 && a.frame.h <= a.h + 0.01).toBe(true);
      expect(places.slice(i + 1).some((b) => overlap(a, b))).toBe(false);
    }
  });
});

test('no picture is smaller than with the words beneath it', () => {
  everyCase((places, n, room, picture) => {
    const aspect = aspectOf([{ width: picture.w, height: picture.h }]);
    const size = n <= 4 ? 2.6 : n <= 6 ? 2.3 : 1.75;
    const beneath = gridOf(n, room, plain(room.unit, size, n, aspect));
    expect(area(places, aspect)).toBeGreaterThan(area(beneath, aspect) * 0.999);
  });
});

test('four landscape drafts have their words beside them, and half as much picture again', () => {
  const [room] = rooms;
  const placed = tiles(standings(4, { w: 1600, h: 1200 }), room, room.unit, true, 'even');
  expect(placed.map(({ place }) => place.form)).toEqual(Array(4).fill('beside'));
  const beneath = gridOf(4, room, plain(room.unit, 2.3, 4, 4 / 3));
  expect(
    area(
      placed.map(({ place }) => place),
      4 / 3,
    ),
  ).toBeGreaterThan(area(beneath, 4 / 3) * 1.45);
  expect(Math.min(...placed.map(({ place }) => place.x))).toBe(0);
  expect(placed[0]?.lines).toBeGreaterThanOrEqual(3);
});

test('three landscape drafts lie at the top, in larger letters than a full grid has', () => {
  const [room] = rooms;
  const placed = tiles(standings(3, { w: 1600, h: 1200 }), room, room.unit, true, 'even');
  expect(placed.map(({ place }) => [place.form, place.y])).toEqual(Array(3).fill(['tile', 0]));
  expect(placed[0]?.type).toBeGreaterThan(room.unit * 2.6);
});

test('a winner among others keeps its words beneath it', () => {
  const [room] = rooms;
  const [placed] = tiles(standings(1, { w: 1200, h: 1600 }), room, room.unit, true, 'winner');
  expect(placed?.place.form).toBe('tile');
});

test('a title breaks between words, a longer word within itself', () => {
  expect(linesOf('Eiche', 10)).toBe(1);
  expect(linesOf('Vier Beine, eine Schublade', 6)).toBe(3);
  expect(linesOf('Vier Beine, eine Schublade', 20)).toBe(1);
  expect(linesOf('x'.repeat(25), 5)).toBe(3);
  expect(longestWord(['Offenes Fach', 'Schublade'])).toBe(longestWord(['Schublade']));
});

function everyCase(
  check: (places: readonly Place[], n: number, room: (typeof rooms)[number], picture: Size) => void,
): void {
  for (const room of rooms)
    for (const picture of pictures)
      for (const counted of [true, false])
        for (let n = 1; n <= 12; n++) {
          const placed = tiles(standings(n, picture), room, room.unit, counted, 'even');
          check(
            placed.map(({ place }) => place),
            n,
            room,
            picture,
          );
        }
}

function standings(n: number, { w, h }: Size): Standing[] {
  const picture = { hash: 'a'.repeat(40), width: w, height: h, blur: '' };
  return Array.from({ length: n }, (_, i) => ({
    draft: { id: `d${i}`, title: titles[i % titles.length] ?? '', text: '', picture, alt: '' },
    letter: 'A',
    votes: 3,
    share: 1 / n,
    place: 1,
    leads: false,
    firsts: null,
    chance: null,
    low: null,
    high: null,
  }));
}

/** A grid of tiles with two lines of title and a bar beneath each picture. */
function plain(unit: number, size: number, n: number, aspect: number): Look {
  const type = unit * size;
  const gap = unit * (n <= 6 ? 2.4 : 1.8);
  return {
    gap,
    caption: type * 4.3,
    narrowest: type * 7,
    beside: { words: 0, lowest: 0, bar: 0 },
    aspect,
  };
}

function area(places: readonly Place[], aspect: number): number {
  const frame = places[0]?.frame;
  return frame ? pictureArea(frame, aspect) : 0;
}

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.w - 0.01 && b.x < a.x + a.w - 0.01 && a.y < b.y + b.h - 0.01 && b.y < a.y + a.h - 0.01;
}
