import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as german } from '@orama/stemmers/german';
import type { Language } from '../../shared/limits.ts';
import { alike } from './alike.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Of what both say, this part has to be the same. */
const LEAST = 0.45;
/** A word in the details tells less than one in the title. */
const IN_DETAILS = 0.5;

interface Words {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

interface Known {
  readonly id: string;
  /** Stems of the title. */
  readonly title: ReadonlySet<string>;
}

/** How an idea answers the words that were asked for. */
interface Hit {
  /** Per asked word, 0..1. */
  readonly asked: number[];
  /** Per stem of its title, 0..1. */
  readonly title: Map<string, number>;
}

/** Finds ideas that say the same in other words. An idea never changes its words, so each is read once. */
export class SimilarIdeas {
  readonly #language: Language;
  readonly #known: Known[] = [];
  readonly #ids = new Set<string>();
  /** stem → place of each idea that holds it, with how much that tells. */
  readonly #holders = new Map<string, Map<number, number>>();
  readonly #stems = new Map<string, string>();

  constructor(language: Language) {
    this.#language = language;
  }

  /** Reads those it does not know yet. */
  add(ideas: readonly Words[]): void {
    for (const idea of ideas) if (!this.#ids.has(idea.id)) this.#read(idea);
  }

  /** Ids of the ideas that say nearly the same, the nearest first. */
  find(text: string, limit: number, offered: (id: string) => boolean = () => true): readonly string[] {
    const asked = [...this.#stemsOf(text)];
    if (asked.length === 0) return [];
    const weights = asked.map((stem) => this.#weight(stem));
    return [...this.#hits(asked)]
      .map(([place, hit]) => ({ id: this.#known[place]?.id ?? '', score: this.#score(place, hit, weights) }))
      .filter(({ id, score }) => score >= LEAST && offered(id))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ id }) => id);
  }

  #read({ id, title, text }: Words): void {
    const place = this.#known.length;
    const inTitle = this.#stemsOf(title);
    this.#ids.add(id);
    this.#known.push({ id, title: inTitle });
    for (const stem of this.#stemsOf(text)) this.#hold(stem, place, IN_DETAILS);
    for (const stem of inTitle) this.#hold(stem, place, 1);
  }

  #hold(stem: string, place: number, tells: number): void {
    const holders = this.#holders.get(stem);
    if (holders) holders.set(place, tells);
    else this.#holders.set(stem, new Map([[place, tells]]));
  }

  #hits(asked: readonly string[]): Map<number, Hit> {
    const hits = new Map<number, Hit>();
    asked.forEach((word, at) => {
      for (const [stem, holders] of this.#holders) {
        const likeness = alike(word, stem);
        if (likeness === 0) continue;
        for (const [place, tells] of holders) {
          const hit = hits.get(place) ?? { asked: asked.map(() => 0), title: new Map() };
          hits.set(place, hit);
          hit.asked[at] = Math.max(hit.asked[at] ?? 0, likeness * tells);
          if (tells === 1) hit.title.set(stem, Math.max(hit.title.get(stem) ?? 0, likeness));
        }
      }
    });
    return hits;
  }

  /** How much of the question the idea says, and how much of the idea the question: 0..1, low if either is low. */
  #score(place: number, hit: Hit, weights: readonly number[]): number {
    const said = part(weights.map((weight, at) => [weight, hit.asked[at] ?? 0]));
    const title = this.#known[place]?.title ?? new Set();
    const covered = part([...title].map((stem) => [this.#weight(stem), hit.title.get(stem) ?? 0]));
    return said + covered === 0 ? 0 : (2 * said * covered) / (said + covered);
  }

  /** A rare word tells more than a common one. */
  #weight(stem: string): number {
    return Math.log(2 + this.#known.length / (1 + (this.#holders.get(stem)?.size ?? 0)));
  }

  #stemsOf(text: string): ReadonlySet<string> {
    const found =
      text
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    const stems = found.filter((word) => !STOP_WORDS[this.#language].has(word));
    return new Set(stems.map((word) => this.#stem(word)));
  }

  #stem(word: string): string {
    const known = this.#stems.get(word);
    if (known !== undefined) return known;
    const stem = plain(this.#language === 'de' ? german(word) : english(word));
    this.#stems.set(word, stem);
    return stem;
  }
}

/** Without accents: ä and a are the same here, as are ß and ss. */
export function plain(text: string): string {
  return text.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}

function part(weighed: readonly (readonly [weight: number, share: number])[]): number {
  const all = weighed.reduce((sum, [weight]) => sum + weight, 0);
  return all === 0 ? 0 : weighed.reduce((sum, [weight, share]) => sum + weight * share, 0) / all;
}
