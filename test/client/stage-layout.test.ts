import { expect, test } from 'vitest';
import {
  aspectOf,
  fitOf,
  gridOf,
  listOf,
  type Look,
  type Place,
  type Size,
  unitOf,
} from '../../client/stage/layout/grid.ts';

const box: Size = { w: 1450, h: 800 };
const look: Look = {
  gap: 30,
  caption: 110,
  narrowest: 200,
  beside: { words: 240, lowest: 200, bar: 60 },
  aspect: 4 / 3,
};
const columnsOf = (places: readonly Place[]) => new Set(places.map(({ x }) => Math.round(x))).size;
const inside = (place: Place) =>
  place.x >= -0.01 &&
  place.y >= -0.01 &&
  place.x + place.w <= box.w + 0.01 &&
  place.y + place.h <= box.h + 0.01;

test('every number of drafts gets its places inside the box, none on top of another', () => {
  for (let n = 0; n <= 12; n++) {
    for (const [aspect, form] of [0.75, 1, 4 / 3, 1.6].flatMap(
      (a) =>
        [
          [a, 'tile'],
          [a, 'beside'],
        ] as const,
    )) {
      const places = gridOf(n, box, { ...look, aspect }, form);
      expect(places.length === n || form === 'beside').toBe(true);
      expect(places.every(inside)).toBe(true);
      for (const [i, a] of places.entries())
        expect(places.slice(i + 1).some((b) => overlap(a, b))).toBe(false);
    }
  }
});

test('the columns are those that make the pictures largest', () => {
  expect(columnsOf(gridOf(2, box, look))).toBe(2);
  expect(columnsOf(gridOf(3, box, look))).toBe(3);
  expect(columnsOf(gridOf(12, box, look))).toBe(6);
  expect(columnsOf(gridOf(4, box, { ...look, aspect: 0.75 }))).toBe(4);
  expect(columnsOf(gridOf(4, { w: 800, h: 1400 }, look))).toBe(2);
});

test('words beside a picture get all the width it leaves, its bar the whole place', () => {
  const [first, second] = gridOf(4, box, look, 'beside');
  expect(first).toMatchObject({ x: 0, y: 0, form: 'beside' });
  expect(first?.w).toBeCloseTo((box.w - look.gap) / 2);
  expect((first?.w ?? 0) - (first?.frame.w ?? 0)).toBeGreaterThanOrEqual(look.beside.words - 0.01);
  expect((first?.h ?? 0) - (first?.frame.h ?? 0)).toBeCloseTo(look.beside.bar);
  expect((second?.x ?? 0) + (second?.w ?? 0)).toBeCloseTo(box.w);
  expect(gridOf(12, box, look, 'beside')).toEqual([]);
});

test('a grid nearly as wide as its box begins where the question begins', () => {
  const places = gridOf(6, { w: 1450, h: 780 }, look);
  expect(Math.min(...places.map(({ x }) => x))).toBe(0);
});

test('a shorter last row lies in the middle of the one above it', () => {
  const places = gridOf(5, box, look);
  const middle = (row: readonly Place[]) =>
    (Math.min(...row.map(({ x }) => x)) + Math.max(...row.map(({ x, w }) => x + w))) / 2;
  expect(middle(places.slice(3))).toBeCloseTo(middle(places.slice(0, 3)));
});

test('a box without room for words and pictures gets nothing', () => {
  expect(gridOf(3, { w: 400, h: 50 }, look)).toEqual([]);
  expect(gridOf(3, { w: 0, h: 0 }, look)).toEqual([]);
});

test('a list fills its first column before the second', () => {
  const places = listOf(12, box, { ...look, columns: 2, tallest: 150 });
  expect(places.every(inside)).toBe(true);
  expect(places.filter(({ x }) => x === 0)).toHaveLength(6);
  expect(places[5]?.x).toBe(0);
  expect(places[6]?.y).toBe(0);
});

test('the measure follows the smaller side and stays readable', () => {
  expect(unitOf({ w: 1920, h: 1080 })).toBeCloseTo(19.2);
  expect(unitOf({ w: 1024, h: 768 })).toBeCloseTo(10.24);
  expect(unitOf({ w: 3000, h: 1080 })).toBeCloseTo(19.2);
  expect(unitOf({ w: 768, h: 1024 })).toBeCloseTo(10.24);
  expect(unitOf({ w: 320, h: 240 })).toBe(8);
});

test('one aspect serves portrait and landscape pictures', () => {
  expect(aspectOf([])).toBeCloseTo(4 / 3);
  expect(aspectOf([null, { width: 1600, height: 1200 }])).toBeCloseTo(4 / 3);
  expect(
    aspectOf([
      { width: 1600, height: 1200 },
      { width: 1200, height: 1600 },
    ]),
  ).toBeCloseTo(1);
  expect(aspectOf([{ width: 1600, height: 300 }])).toBe(16 / 9);
});

test('a picture is cropped a little at most, otherwise it is shown whole', () => {
  const frame = { w: 400, h: 300 };
  expect(fitOf({ width: 1600, height: 1200 }, frame)).toBe('cover');
  expect(fitOf({ width: 1500, height: 1200 }, frame)).toBe('cover');
  expect(fitOf({ width: 1200, height: 1600 }, frame)).toBe('contain');
  expect(fitOf({ width: 1600, height: 600 }, frame)).toBe('contain');
});

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.w - 0.01 && b.x < a.x + a.w - 0.01 && a.y < b.y + b.h - 0.01 && b.y < a.y + a.h - 0.01;
}
