/** The rules of a board in plain sentences, made from its settings. */
export const rules = {
  heading: 'So läuft es',
  someone: 'die Werkstatt',
  Someone: 'Die Werkstatt',

  decides: 'Was daraus wird',
  decidesVotes: 'Was vorn liegt, wird gemacht.',
  decidesMaker: (Maker: string) =>
    `${Maker} entscheidet, eure Stimmen sind der Rat dazu. Eine andere Wahl wird begründet.`,

  end: 'Ende',
  endsAt: (moment: string) => `Die Runde endet: ${moment}.`,
  lasts: (length: string) => `Ab dem Start läuft die Runde ${length}.`,
  endsByHand: (Maker: string) => `${Maker} schließt die Runde von Hand.`,
  ended: (moment: string) => `Die Runde ist zu Ende: ${moment}.`,

  vote: 'Deine Stimme',
  oneEach: 'Eine Stimme pro Gerät, ohne Konto, ohne App.',
  nouns: {
    drafts: { one: 'einen Entwurf', many: 'Entwürfe' },
    ideas: { one: 'eine Idee', many: 'Ideen' },
  },
  chooseOne: (one: string) => `Du wählst ${one}.`,
  chooseExactly: (n: number, many: string) => `Du wählst genau ${n} ${many}.`,
  chooseUpTo: (min: number, max: number, many: string) => `Du wählst ${min} bis ${max} ${many}.`,
  chooseAny: (many: string) => `Du wählst so viele ${many}, wie du magst.`,
  rank: (max: number, many: string) => `Du bringst bis zu ${max} ${many} in eine Reihenfolge.`,
  points: (budget: number, many: string) => `Du verteilst bis zu ${budget} Punkte auf die ${many}.`,
  duel: (many: string) => `Du vergleichst immer zwei ${many}, so oft du magst. Jedes Paar kommt nur einmal.`,
  change: 'Bis die Runde schließt, kannst du deine Stimme ändern oder zurückziehen.',
  shuffled: 'Die Reihenfolge ist auf jedem Gerät anders, damit nichts einen Vorteil hat.',

  counted: 'Gezählt wird so',
  countedOnce: 'Jede Wahl zählt eine Stimme, die meisten Stimmen gewinnen.',
  countedRank: (max: number) =>
    `Dein erster Platz bringt ${max} Punkte, jeder weitere einen weniger (Borda). Die meisten Punkte gewinnen.`,
  countedPoints: 'Die Punkte aller werden zusammengezählt, die meisten gewinnen.',
  countedDuel:
    'Aus allen Vergleichen wird geschätzt, wie oft jeder Beitrag gegen einen durchschnittlichen gewinnt (Bradley-Terry). Wie unsicher das ist, steht dabei.',
  tiesMaker: (maker: string) => `Bei Gleichstand entscheidet ${maker}.`,
  tiesRunoff: 'Bei Gleichstand gibt es eine Stichwahl.',
  tiesAll: 'Bei Gleichstand gewinnen alle, die vorn liegen.',

  shown: 'Der Stand',
  shownLive: 'Alle sehen ihn die ganze Zeit.',
  shownAfterVote: 'Du siehst ihn, sobald du abgestimmt hast. Beim Aufdecken sehen ihn alle.',
  shownAfterClose: (maker: string) =>
    `Solange die Runde offen ist, sieht ihn niemand, auch ${maker} nicht. Beim Aufdecken sehen ihn alle.`,

  ideas: 'Ideen',
  ideasEach: (n: number) => (n === 1 ? 'Du kannst eine Idee einreichen' : `Du kannst ${n} Ideen einreichen`),
  ideasWhileVoting: ', auch während abgestimmt wird.',
  ideasBefore: ', bis die Abstimmung beginnt.',
  ideasAtOnce: 'Jede ist sofort zu sehen.',
  ideasReviewed: (maker: string) => `Jede ist zu sehen, sobald ${maker} sie gelesen hat.`,
  ideasFolded: (maker: string) =>
    `Kritik wird nicht gelöscht: Klappt ${maker} eine Idee ein, steht der Grund dabei, und du kannst einmal widersprechen.`,

  stored: 'Was gespeichert wird',
  storedVote: 'Deine Stimme. Ein Cookie erkennt dein Gerät wieder, damit es nur einmal zählt.',
  storedIdeas:
    'Deine Stimme und deine Ideen. Ein Cookie erkennt dein Gerät wieder, damit es nur einmal zählt.',
  storedName: 'Ein Name nur, wenn du ihn nennst; IP-Adressen nie.',
  endsOn: (day: string) => `Am ${day} wird alles gelöscht.`,
  endsAfter: (days: string) => `${days} nach dem Ende der letzten Runde wird alles gelöscht.`,
  promiseKeeps: 'Solange ein Versprechen offen ist, später.',

  version: (version: number) => `Fassung ${version}`,
  unchanged: 'seit der ersten Runde unverändert',
  changedAt: (moment: string, topics: string) => `zuletzt geändert ${moment}: ${topics}`,
  topics: {
    decides: 'wer entscheidet',
    ties: 'was bei Gleichstand gilt',
    keepDays: 'wann alles gelöscht wird',
    ideas: 'wie Ideen eingereicht werden',
  },
  news: (topics: string) => `Die Regeln haben sich geändert: ${topics}.`,
  look: 'Ansehen',
  understood: 'Verstanden',
};
