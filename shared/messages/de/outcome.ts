/** What became of a vote: the page of the outcome, and the cards that lead to it. */
export const outcome = {
  title: 'Was daraus wurde',
  by: (maker: string) => `von ${maker}`,
  someone: 'die Werkstatt',
  Someone: 'Die Werkstatt',
  toBoard: 'Zur Abstimmung',
  share: 'Link teilen',
  copied: 'Link kopiert',
  print: 'Drucken',
  openNow: (question: string) => `Gerade offen: ${question}`,
  voteNow: 'Jetzt abstimmen',
  gone: 'Dieses Ergebnis gibt es nicht mehr. Es wurde mit seiner Abstimmung gelöscht.',
  toStart: 'Zur Startseite',

  nothingYet: 'Noch ist nichts entschieden.',
  nothingYetNext: (maker: string) =>
    `Sobald ${maker} eine Runde aufdeckt, steht hier, was daraus wird. Bis dahin zählt deine Stimme.`,
  undecided: (Maker: string) => `Noch keine Entscheidung. ${Maker} ist sie dir noch schuldig.`,
  continued: (questions: string) => `Aus diesen Ideen wurden Entwürfe für: ${questions}`,

  quoted: (title: string) => `„${title}“`,
  named: (letter: string, title: string) => `„${title}“ (${letter})`,
  won: 'Gewonnen',
  tied: 'Gleichstand',
  notInFront: 'Lag nicht vorn',
  nothingChosen: 'Nichts davon',
  decidedOn: (day: string) => `Entschieden am ${day}`,
  correctedOn: (day: string) => `berichtigt am ${day}`,
  whyNot: (winners: string) => `Warum nicht ${winners}?`,
  why: 'Warum so?',

  promised: 'Versprochen',
  promisedFor: (day: string) => `Versprochen bis ${day}`,
  kept: (day: string) => `Eingelöst am ${day}`,
  postponed: (day: string) => `Verschoben auf ${day}`,
  because: (reason: string) => `weil: ${reason}`,
  overdue: (day: string) => `Überfällig seit ${day}`,

  numbers: 'So wurde gezählt',
  ranking: 'Alle Ergebnisse',
  allOf: (text: string) => `Alle ${text} zeigen`,
  wonBy: (what: string) => `${what} hat gewonnen.`,
  tiedAt: (what: string) => `Gleichstand zwischen ${what}.`,
  closeCall: (what: string) => `Knapp: ${what} fehlte nur eine Stimme.`,
  unsure: 'Sicher ist das nicht: Mehr Vergleiche hätten es drehen können.',
  noVotes: 'Niemand hat abgestimmt.',
  smallSample: (n: number, text: string) =>
    `${n === 1 ? 'Nur ein Gerät' : `Nur ${text} Geräte`}: ein Stimmungsbild, mehr nicht.`,
  voted: (n: number, text: string) =>
    n === 1 ? 'Ein Gerät hat abgestimmt.' : `${text} Geräte haben abgestimmt.`,
  oneEach: 'Eine Stimme pro Gerät: gezählt werden Geräte, nicht Menschen.',
  ruleOne: 'Jedes Gerät hat eins gewählt.',
  ruleExactly: (n: number) => `Jedes Gerät hat genau ${n} gewählt.`,
  ruleUpTo: (min: number, max: number) => `Jedes Gerät konnte ${min} bis ${max} wählen.`,
  ruleAny: 'Jedes Gerät konnte alle wählen, die ihm gefielen.',
  ruleRank: (max: number) =>
    `Jedes Gerät konnte bis zu ${max} in eine Reihenfolge bringen: ${max} Punkte für Platz 1, für jeden weiteren einen weniger.`,
  rulePoints: (budget: number) => `Jedes Gerät hatte ${budget} Punkte zu verteilen.`,
  ruleDuel: (n: number, pairs: string) =>
    n === 1
      ? 'Zwei traten gegeneinander an, ein einziges Mal.'
      : `Immer zwei traten gegeneinander an, ${pairs}-mal. Die Prozente schätzen die Chance gegen einen mittleren Beitrag; in Klammern steht, wie ungenau das ist.`,
  noneYet: 'keine Stimme',
  tally: (votes: string, percent: string) => `${votes} · ${percent}`,
  points: (n: number, text: string) => (n === 1 ? '1 Punkt' : `${text} Punkte`),
  firsts: (n: number, text: string) => (n === 0 ? 'nie auf Platz 1' : `${text}‑mal auf Platz 1`),
  chance: (percent: string, low: string, high: string) => `${percent} (${low} bis ${high})`,
  chosen: 'ausgewählt',

  folded: (n: number, reasons: string) => `${n} eingeklappt: ${reasons}`,
  foldedAs: {
    spam: (n: number) => `${n} Spam`,
    insult: (n: number) => `${n} beleidigend`,
    'off-topic': (n: number) => `${n} nicht zum Thema`,
    private: (n: number) => `${n} mit privaten Angaben`,
  },
  buried: (n: number) =>
    n === 1 ? '1 entfernt, weil sie rechtswidrig war' : `${n} entfernt, weil sie rechtswidrig waren`,
  takenBack: (n: number) => `${n} vom Absender zurückgenommen`,

  family: 'So kam es dazu',
  idea: 'Idee',
  ideaBy: (name: string) => `Idee von ${name}`,
  draftNamed: (letter: string) => `Entwurf ${letter}`,
  decision: 'Entscheidung',
  decidedFor: (n: number) => (n === 0 ? 'Nichts davon' : `Alle ${n}`),
  merged: 'dazugelegt',
  mergedBy: (name: string) => `dazugelegt, von ${name}`,
  without: {
    waiting: 'Idee, die noch geprüft wird',
    folded: 'eingeklappte Idee',
    gone: 'zurückgenommene Idee',
  },
  moreIdeas: (n: number) => (n === 1 ? 'und 1 weitere Idee' : `und ${n} weitere Ideen`),
  madeOf: (n: number, titles: string) => (n === 1 ? `Aus der Idee ${titles}` : `Aus den Ideen ${titles}`),

  credits: 'Mitgestaltet von',
  nobodyYet: 'Wer abstimmt oder eine Idee einreicht, kann hier mit Namen stehen.',
  andAll: 'und von allen, die ohne Namen mitgestimmt haben. Danke!',
};
