/** Under the title, on the first screen: what happens with the vote, and by when. */
export const masthead = {
  votesDecide: 'Was vorn liegt, wird gemacht.',
  makerDecides: (Maker: string) => `${Maker} entscheidet, du berätst.`,
  resultAt: (moment: string) => `Ergebnis: ${moment}.`,
  resultByHand: (maker: string) => `Ergebnis, sobald ${maker} schließt.`,
  firstIdeas: 'Erst kommen Ideen, dann wird abgestimmt.',
  undecided: (Maker: string) => `${Maker} ist dir die Entscheidung noch schuldig.`,
  decided: 'Entschieden: was daraus wird',
};
