/** Under the title, on the first screen: what happens with the vote, and by when. */
export const masthead = {
  votesDecide: (Maker: string) => `${Maker} macht, was vorn liegt.`,
  makerDecides: (Maker: string) => `${Maker} entscheidet, du berätst.`,
  resultAt: (moment: string) => `Ergebnis: ${moment}.`,
  resultOpen: 'Noch ohne Endzeit, Ergebnis gleich danach.',
};
