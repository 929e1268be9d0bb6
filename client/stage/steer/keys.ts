/** Everything a key does on the stage; the figures put the idea of that place forward. */
export type StageAction = Exclude<ListedAction, 'spotlight'> | `spotlight-${number}`;

/** As the help lists them: one line for all figures. */
export type ListedAction =
  | 'next'
  | 'back'
  | 'open-close'
  | 'reveal-hide'
  | 'undo'
  | 'wall'
  | 'spotlight'
  | 'outcome'
  | 'credits'
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
  readonly action: ListedAction;
  readonly keys: readonly string[];
  readonly also?: string;
}[] = [
  { action: 'next', keys: ['ArrowRight', ' '], also: 'PageDown' },
  { action: 'back', keys: ['ArrowLeft'], also: 'PageUp' },
  { action: 'open-close', keys: ['o'] },
  { action: 'reveal-hide', keys: ['r'] },
  { action: 'undo', keys: ['z'] },
  { action: 'wall', keys: ['i'] },
  { action: 'spotlight', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  { action: 'outcome', keys: ['d'] },
  { action: 'credits', keys: ['c'] },
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
  const action = KEYS.find(({ keys, also }) => keys.includes(key) || also === key)?.action ?? null;
  return action === 'spotlight' ? `spotlight-${Number(key)}` : action;
}
