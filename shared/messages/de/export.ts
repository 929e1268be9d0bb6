/** Headings of an exported round. */
export const exported = {
  rank: 'Rang',
  draft: 'Entwurf',
  text: 'Beschreibung',
  votes: 'Stimmen',
  ballots: 'Stimmzettel',
  share: 'Anteil in Prozent',
  tie: 'Gleichstand',
  yes: 'ja',
  no: 'nein',
};
