import { getContext, setContext } from 'svelte';

type Save = () => Promise<boolean>;

/** Texts of the page that were typed and are not saved yet, by the round they belong to. */
export class Unsaved {
  readonly #texts = new Map<Save, string>();

  /** Until the function it hands back is called. */
  hold(roundId: string, save: Save): () => void {
    this.#texts.set(save, roundId);
    return () => this.#texts.delete(save);
  }

  has(roundId: string): boolean {
    return this.#of(roundId).length > 0;
  }

  /** Tells whether everything of the round is saved now. */
  async save(roundId: string): Promise<boolean> {
    const saved = await Promise.all(this.#of(roundId).map((save) => save()));
    return saved.every(Boolean);
  }

  #of(roundId: string): readonly Save[] {
    return [...this.#texts].filter(([, of]) => of === roundId).map(([save]) => save);
  }
}

type Hold = (save: Save) => () => void;
const KEY = Symbol('unsaved');

/** Where the texts within one part of the page tell that they are not saved yet. */
export function holdTexts(hold: Hold): void {
  setContext(KEY, hold);
}

export function heldTexts(): Hold | undefined {
  return getContext(KEY);
}
