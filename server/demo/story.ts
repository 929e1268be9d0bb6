import type { BoardFields, RoundFields } from '../domain/change.ts';
import type { PictureName } from './pictures/pictures.ts';
import { BOOKS, CABLES, FLOOR, QUIET } from './story-ideas.ts';

export interface StoryDraft {
  readonly title: string;
  readonly text: string;
  readonly alt: string;
  readonly picture: PictureName;
  /** The ideas it was made from, by their titles. */
  readonly origin?: readonly string[];
  /** How many like it, against the others of its round. */
  readonly liking: number;
}

export interface StoryRound {
  readonly fields: RoundFields;
  readonly drafts: readonly StoryDraft[];
}

/** A carpenter lets her followers decide how a bedside table will be built. */
export const board: BoardFields = {
  title: 'Der neue Nachttisch',
  reason:
    'Im Frühjahr baue ich zwölf Nachttische. Ihr entscheidet, wie sie werden: erst die Form, dann das Holz, dann der ' +
    'Griff. Was vorne liegt, wird gebaut, und ihr seht jeden Schritt in der Werkstatt.',
  makerName: 'Tischlerei Lindholm',
  accent: 'kiefer',
  language: 'de',
};

const one = { kind: 'choose', min: 1, max: 1 } as const;

export const rounds: readonly StoryRound[] = [
  {
    fields: {
      question: 'Welche Form soll der Nachttisch haben?',
      rule: one,
      results: 'live',
      seconds: null,
      ideas: null,
    },
    drafts: [
      {
        title: 'Vier Beine, eine Schublade',
        text: 'Eiche, geölt. 48 cm breit, die Schublade läuft auf Holz.',
        alt: 'Nachttisch aus Eiche mit vier schlanken Beinen und einer Schublade, darauf Lampe und Bücher',
        picture: 'fourLegs',
        origin: [QUIET, CABLES],
        liking: 5,
      },
      {
        title: 'Offenes Fach',
        text: 'Nussbaum. Platz für Bücher und einen Korb, unten eine flache Lade.',
        alt: 'Kastenförmiger Nachttisch aus Nussbaum mit offenem Fach und Lade, darauf Tasse und Vase',
        picture: 'openShelf',
        origin: [BOOKS],
        liking: 4.4,
      },
      {
        title: 'Rund, drei Beine',
        text: 'Esche, hell. Der Rand ist ein wenig erhöht, nichts rollt herunter.',
        alt: 'Runder Nachttisch aus heller Esche auf drei Beinen unter einer Hängelampe',
        picture: 'threeLegs',
        liking: 3,
      },
      {
        title: 'An der Wand',
        text: 'Kirschbaum mit Zinken. Der Boden darunter bleibt frei zum Wischen.',
        alt: 'Hängender Nachttisch aus Kirschbaum mit Schwalbenschwanzzinken und Lederschlaufe',
        picture: 'wallHung',
        origin: [FLOOR],
        liking: 3.4,
      },
    ],
  },
  {
    fields: { question: 'Aus welchem Holz?', rule: one, results: 'after-vote', seconds: 180, ideas: null },
    drafts: [
      {
        title: 'Eiche',
        text: 'Hart und warm im Ton, wird mit den Jahren honigfarben.',
        picture: 'inOak',
        liking: 4,
      },
      {
        title: 'Nussbaum',
        text: 'Dunkel und lebhaft. Kostet etwa ein Drittel mehr.',
        picture: 'inWalnut',
        liking: 4.6,
      },
      { title: 'Kirschbaum', text: 'Rötlich, dunkelt im Licht nach.', picture: 'inCherry', liking: 2 },
      { title: 'Esche', text: 'Sehr hell, mit kräftiger Zeichnung.', picture: 'inAsh', liking: 3 },
    ].map(
      (draft) => ({ ...draft, alt: `Derselbe Nachttisch aus Holz der Art ${draft.title}` }) as StoryDraft,
    ),
  },
  {
    fields: {
      question: 'Welche Griffe kommen in Frage?',
      rule: { kind: 'approve' },
      results: 'after-close',
      seconds: 120,
      ideas: null,
    },
    drafts: [
      {
        title: 'Gedrechselter Knopf',
        text: 'Nussbaum, auf der Drehbank gemacht.',
        alt: 'Schubladenfront aus Eiche mit rundem Knopf aus Nussbaum',
        picture: 'turnedKnob',
        liking: 3,
      },
      {
        title: 'Lederschlaufe',
        text: 'Pflanzlich gegerbt, von Hand genäht.',
        alt: 'Schubladenfront aus Eiche mit genähter Lederschlaufe',
        picture: 'leatherLoop',
        liking: 4,
      },
      {
        title: 'Stange aus Messing',
        text: 'Unlackiert, bekommt Patina.',
        alt: 'Schubladenfront aus Eiche mit schmaler Messingstange',
        picture: 'brassBar',
        liking: 2.4,
      },
    ],
  },
];
