import { expect, test } from 'vitest';
import { alike } from '../../client/lib/alike.ts';
import { SimilarIdeas } from '../../client/lib/similar.ts';
import { cpuTimeOf } from '../support/cpu-time-of.ts';

function find(language: 'de' | 'en', titles: readonly string[], typed: string): readonly string[] {
  const similar = new SimilarIdeas(language);
  similar.add(titles.map((title) => ({ id: title, title, text: '' })));
  return similar.find(typed, 3);
}

const kitchen = [
  'Ein Regal für Gewürze neben dem Herd',
  'Magnetleiste für Messer',
  'Schublade mit Einsatz für Besteck',
  'Licht unter den Hängeschränken',
  'Arbeitsplatte aus Eiche',
  'Ausziehbarer Mülleimer',
  'Haken für Geschirrtücher',
];

test.each([
  ['Gewürzregal', 'Ein Regal für Gewürze neben dem Herd'],
  ['Ich wünsche mir ein Gewürzregal am Herd', 'Ein Regal für Gewürze neben dem Herd'],
  ['Messer an einer magnetischen Leiste', 'Magnetleiste für Messer'],
  ['Schubladen mit Besteckeinsatz', 'Schublade mit Einsatz für Besteck'],
  ['Lichter unter dem Hängeschrank', 'Licht unter den Hängeschränken'],
  ['Arbeitspaltte aus Eichenholz', 'Arbeitsplatte aus Eiche'],
  ['ausziehbare Mülleimer', 'Ausziehbarer Mülleimer'],
  ['HAKEN FÜR GESCHIRRTUCH', 'Haken für Geschirrtücher'],
])('"%s" is said already', (typed, said) => {
  expect(find('de', kitchen, typed)[0]).toBe(said);
});

test.each(['Ein Hocker zum Ausklappen', 'Mehr Farben', 'für', 'Weinregal', 'Fisch', '?!', ''])(
  '"%s" is new: nothing is offered that merely sounds near',
  (typed) => {
    expect(find('de', kitchen, typed)).toEqual([]);
  },
);

test('English words are stemmed as English', () => {
  const titles = ['A drawer for the cutlery', 'Shelves above the window', 'Soft closing doors'];
  expect(find('en', titles, 'Cutlery drawers')).toEqual(['A drawer for the cutlery']);
  expect(find('en', titles, 'doors that close softly')).toEqual(['Soft closing doors']);
  expect(find('en', titles, 'A bench')).toEqual([]);
});

test('what is said in the details counts, but less than the title', () => {
  const similar = new SimilarIdeas('de');
  similar.add([
    { id: 'in-details', title: 'Mehr Ablage am Herd', text: 'Ein Gewürzregal wäre toll.' },
    { id: 'in-title', title: 'Gewürzregal am Herd', text: '' },
  ]);
  expect(similar.find('Gewürzregal am Herd', 3)).toEqual(['in-title', 'in-details']);
});

test('ideas are added as they come, and left out where they cannot be offered', () => {
  const similar = new SimilarIdeas('de');
  similar.add([{ id: 'one', title: 'Magnetleiste für Messer', text: '' }]);
  similar.add([
    { id: 'one', title: 'Magnetleiste für Messer', text: '' },
    { id: 'two', title: 'Magnetische Leiste', text: '' },
  ]);
  expect(similar.find('Magnetleiste', 3)).toEqual(['two', 'one']);
  expect(similar.find('Magnetleiste', 1)).toHaveLength(1);
  expect(similar.find('Magnetleiste', 3, (id) => id !== 'two')).toEqual(['one']);
});

test('two words are alike by a slip or as parts of a compound, not by chance', () => {
  expect(alike('schublad', 'schubald')).toBeGreaterThan(0);
  expect(alike('gewurzregal', 'regal')).toBeGreaterThan(0);
  expect(alike('beleucht', 'belecht')).toBeGreaterThan(0);
  expect(alike('tisch', 'fisch')).toBe(0);
  expect(alike('hand', 'hund')).toBe(0);
  expect(alike('rad', 'radieschen')).toBe(0);
  expect(alike('schrank', 'schranze')).toBe(0);
});

test('2,000 ideas are searched within a few milliseconds', () => {
  const nouns = ['Regal', 'Haken', 'Licht', 'Schublade', 'Platte', 'Leiste', 'Griff', 'Tisch', 'Hocker'];
  const things = ['Küche', 'Flur', 'Keller', 'Garten', 'Werkstatt', 'Bad', 'Balkon', 'Fenster', 'Tür'];
  const ideas = Array.from({ length: 2_000 }, (_, at) => ({
    id: `i${at}`,
    title: `${nouns[at % 9]} ${at} im ${things[Math.floor(at / 9) % 9]}`,
    text: `Wort${at} und noch eins${at * 7}`,
  }));
  const similar = new SimilarIdeas('de');
  const typed = ['Re', 'Regal', 'Regal im', 'Regal im Keller', 'Regal im Keller für Gläser'];
  // Generous: the machine may be slow. Quadratic work would take seconds.
  expect(cpuTimeOf(() => similar.add(ideas))).toBeLessThan(1_500);
  expect(cpuTimeOf(() => typed.map((text) => similar.find(text, 3))) / typed.length).toBeLessThan(150);
});
