/** Rounds of ideas in the studio: how they take ideas, collecting them, and the drafts that come of them. */
export const ideaRounds = {
  change: 'Ideen regeln',
  when: 'Wann kommen Ideen?',
  whenForms: {
    during: { title: 'Auch während der Abstimmung', text: 'Neue Ideen kommen dazu, solange sie läuft.' },
    before: { title: 'Vorher', text: 'Erst sammeln alle, dann stimmen alle über dieselben Ideen ab.' },
  },
  shown: 'Wann sind sie zu sehen?',
  shownForms: {
    'at-once': { title: 'Sofort', text: 'Du kannst jede Idee jederzeit einklappen.' },
    review: { title: 'Erst nach deinem Blick', text: 'Neue Ideen warten im Eingang auf dich.' },
  },
  pictures: 'Ein Foto zu jeder Idee erlauben',
  each: 'Wie viele Ideen für jede Person?',
  line: {
    during: 'Ideen auch während der Abstimmung',
    before: 'Ideen vor der Abstimmung',
    atOnce: 'Sofort zu sehen',
    review: 'Erst nach deinem Blick zu sehen',
    pictures: 'Mit Foto',
    each: (n: number) => (n === 1 ? '1 pro Person' : `Bis zu ${n} pro Person`),
  },
  none: 'Hier landen die Ideen. Mit „Ideen sammeln“ geht es los.',
  awaited: 'Noch keine Idee da. Teile den Link, dann kommen die ersten.',
  inInbox: 'Im Eingang ansehen',
  top: (n: number, total: string) => `${n} von ${total} Ideen`,
  all: (total: string) => `Alle ${total} zeigen`,

  confirmTitle: 'Alle Handys erfahren davon',
  confirmText:
    'Die Runde ist offen. Wer dabei ist, liest die Änderung sofort; in den Regeln bleibt sie stehen.',
  confirmYes: 'Ändern und allen sagen',

  origin: 'Entstanden aus',
  originCount: (n: number) => (n === 1 ? 'Aus 1 Idee' : `Aus ${n} Ideen`),
  originWhy:
    'Kommt der Entwurf von einer Idee? Verknüpfe sie, dann gilt der Dank auch denen, die sie hatten.',
  originAdd: 'Idee verknüpfen',
  originRemove: (title: string) => `Verknüpfung mit „${title}“ lösen`,

  collect: 'Ideen sammeln',
  collectFirst: 'Erst nur sammeln',
  collectAgain: 'Weiter sammeln',
  collectEnd: 'Sammeln beenden',
  collectPause: 'Keine neuen Ideen',
  collectResume: 'Neue Ideen annehmen',
  collecting: 'Sammelt Ideen',
  open: 'Abstimmung öffnen',
  openBoth: 'Ideen und Stimmen kommen dann zugleich.',
  openEnds: 'Mit dem Öffnen endet das Sammeln.',
  missing: (n: number) =>
    n === 1 ? 'Noch 1 Idee bis zur Abstimmung.' : `Noch ${n} Ideen bis zur Abstimmung.`,
  collectHint: 'Dann kann jedes Handy Ideen einreichen.',
  count: (n: number, text: string) => (n === 1 ? '1 Idee' : `${text} Ideen`),
  waiting: (n: number, text: string) => (n === 1 ? '1 wartet' : `${text} warten`),
  folded: (n: number, text: string) => (n === 1 ? '1 eingeklappt' : `${text} eingeklappt`),
  review: (n: number, text: string) => (n === 1 ? '1 Idee ansehen' : `${text} Ideen ansehen`),

  stage: 'Auf der Bühne',
  stageBars: 'Stand',
  stageWall: 'Ideenwand',
};
