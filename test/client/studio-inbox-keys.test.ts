// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { actOf } from '../../client/studio/moderation/keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

function pressed(key: string, target: Element | null = document.body) {
  return actOf({ ...plain, key, target });
}

test('keys act on the idea at hand', () => {
  expect(['j', 'k', 'p', 'f', 'm', 'u', '?'].map((key) => pressed(key))).toEqual([
    'next',
    'previous',
    'publish',
    'fold',
    'merge',
    'undo',
    'help',
  ]);
  expect(pressed('q')).toBeNull();
  expect(pressed('constructor')).toBeNull();
});

test('whoever writes, or answers a dialog, writes', () => {
  document.body.innerHTML =
    '<textarea></textarea><dialog><button></button></dialog><input type="checkbox" />';
  expect(pressed('p', document.querySelector('textarea'))).toBeNull();
  expect(pressed('p', document.querySelector('dialog button'))).toBeNull();
  expect(pressed('x', document.querySelector('input'))).toBe('choose');
});

test("the browser's own keys stay its own", () => {
  expect(actOf({ ...plain, ctrlKey: true, key: 'f', target: document.body })).toBeNull();
});
