/** What a key does in the inbox. */
export const KEYS = {
  j: 'next',
  k: 'previous',
  x: 'choose',
  p: 'publish',
  f: 'fold',
  a: 'answer',
  m: 'merge',
  d: 'promote',
  s: 'stage',
  u: 'undo',
  '/': 'search',
  '?': 'help',
} as const;
export type InboxAct = (typeof KEYS)[keyof typeof KEYS];

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>;

/** `null`: the key is not for the inbox, or somebody is writing. */
export function actOf({ key, ctrlKey, metaKey, altKey, target }: Pressed): InboxAct | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, dialog'))
    return null;
  return isKey(key) ? KEYS[key] : null;
}

function isKey(key: string): key is keyof typeof KEYS {
  return Object.hasOwn(KEYS, key);
}
