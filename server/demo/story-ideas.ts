import type { FoldReason } from '../../shared/entry.ts';
import type { RoundFields } from '../domain/change.ts';

export interface StoryIdea {
  readonly title: string;
  readonly text: string;
  /** How many of the forty support it. */
  readonly supporters: number;
  /** The idea it is merged into, by its title. */
  readonly into?: string;
  readonly folded?: { readonly reason: FoldReason; readonly sentence: string };
}

/** What was asked before there was anything to see; the drafts were made from it. */
export const ideaRound: RoundFields = {
  question: 'Was soll dein Nachttisch können?',
  rule: { kind: 'approve' },
  results: 'live',
  seconds: null,
  ideas: { whileVoting: false, review: false, pictures: true, each: 3 },
};

export const CABLES = 'Ein Fach fürs Ladekabel';
export const QUIET = 'Eine leise Schublade';
export const FLOOR = 'Der Boden soll frei bleiben';
export const BOOKS = 'Platz für fünf Bücher';

export const ideas: readonly StoryIdea[] = [
  {
    title: CABLES,
    text: 'Hinten ein Loch und innen eine Rinne, damit nichts über die Kante hängt.',
    supporters: 24,
  },
  { title: QUIET, text: 'Damit niemand aufwacht, wenn ich die Brille suche.', supporters: 21 },
  { title: 'Kabel sollen verschwinden', text: '', supporters: 11, into: CABLES },
  { title: FLOOR, text: 'Ich möchte darunter wischen können, ohne ihn zu rücken.', supporters: 17 },
  { title: BOOKS, text: 'Und die Brille obendrauf.', supporters: 15 },
  { title: 'Kein Ring vom Wasserglas', text: 'Öl oder Wachs, das auch nachts um drei hält.', supporters: 13 },
  { title: 'Ein Haken für die Tasche', text: '', supporters: 6 },
  {
    title: 'Nachttische aus Plastik, jetzt 50 % billiger',
    text: '',
    supporters: 1,
    folded: { reason: 'spam', sentence: 'Werbung für etwas anderes.' },
  },
];

export const decision = {
  text:
    'Das Kabelfach kommt in jeden Nachttisch, welche Form auch vorne liegt. Die leise Schublade und der freie Boden ' +
    'stecken schon in zwei der Entwürfe.',
  promise: 'Ein Muster vom Kabelfach, im Stream zum Anschauen.',
  /** Until then. */
  days: 30,
};

/** Who leaves a name, by their number among the forty; the first has handed in the idea that won. */
export const thanked: readonly (readonly [number, string])[] = [
  [1, 'Jutta aus Kiel'],
  [4, 'Mehmet Aydın'],
  [17, 'Familie Brandt'],
];
