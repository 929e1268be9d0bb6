import type { Idea } from '../../../shared/entry.ts';
import { plain } from '../../lib/similar.ts';

/** From so many on, scrolling is no way to find one. */
export const SEARCH_FROM = 30;

const texts = new WeakMap<Idea, string>();

/** Whether an idea has every word that was typed, anywhere in its words. */
export function matches(typed: string): (idea: Idea) => boolean {
  const words = simple(typed).split(/\s+/).filter(Boolean);
  return (idea) => words.every((word) => textOf(idea).includes(word));
}

function textOf(idea: Idea): string {
  const known = texts.get(idea);
  if (known !== undefined) return known;
  const text = simple(`${idea.title} ${idea.text} ${idea.by ?? ''}`);
  texts.set(idea, text);
  return text;
}

function simple(text: string): string {
  return plain(text.toLowerCase());
}
