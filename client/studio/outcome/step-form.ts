import type { Time } from '../../../shared/board-view.ts';
import type { Picture } from '../../../shared/entry.ts';
import type { PromiseStep } from '../../../shared/outcome.ts';
import { endOfDay } from './day-value.ts';
import type { StepFields } from './outcomes.svelte.ts';

/** What became of a promise, while it is being written. */
export interface StepForm {
  readonly text: string;
  /** Of a postponement, as `<input type=date>` has it. */
  readonly day: string;
  readonly picture: Picture | null;
  readonly alt: string;
}

export const EMPTY_STEP: StepForm = { text: '', day: '', picture: null, alt: '' };

/** [O4] `null`: something is still missing. `due`: the day that counts now. */
export function stepOf(form: StepForm, kind: PromiseStep['kind'], due: Time, now: Time): StepFields | null {
  const { text, picture } = form;
  const alt = picture ? form.alt : '';
  if (kind === 'kept') return { kind, text, by: null, picture, alt };
  const by = endOfDay(form.day);
  if (text.trim() === '' || by === null || by <= due || by < now) return null;
  return { kind, text, by, picture: null, alt: '' };
}
