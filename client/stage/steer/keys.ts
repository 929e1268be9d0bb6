/** Everything a key does on the stage. */
export type StageAction =
  | 'next'
  | 'back'
  | 'open-close'
  | 'reveal-hide'
  | 'undo'
  | 'big-code'
  | 'blank'
  | 'full-screen'
  | 'help'
  | 'leave';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

/** The keys as the help lists them, in its order; `also`: what remote presenters send. */
export const KEYS: readonly {
  readonly action: StageAction;
  readonly keys: readonly string[];
  readonly also?: string;
}[] = [
  { action: 'next', keys: ['ArrowRight', ' '], also: 'PageDown' },
  { action: 'back', keys: ['ArrowLeft'], also: 'PageUp' },
  { action: 'open-close', keys: ['o'] },
  { action: 'reveal-hide', keys: ['r'] },
  { action: 'undo', keys: ['z'] },
  { action: 'big-code', keys: ['q'] },
  { action: 'blank', keys: ['b'] },
  { action: 'full-screen', keys: ['f'] },
  { action: 'help', keys: ['?'] },
  { action: 'leave', keys: ['Escape'] },
];

/** A held key counts once; browser shortcuts stay the browser's. */
export function actionFor(press: KeyPress): StageAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return KEYS.find(({ keys, also }) => keys.includes(key) || also === key)?.action ?? null;
}
