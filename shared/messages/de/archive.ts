/** What a maker takes along from a board, and how long it stays. */
export const archive = {
  name: 'Archiv',
  keeping: 'Wie lange es bleibt',
  endsOn: (day: string) => `Am ${day} wird das Board mit allen Stimmen, Ideen und Bildern gelöscht.`,
  endsAfter: (days: string) =>
    `${days} nach der letzten Runde wird alles gelöscht; solange ein Versprechen offen ist, später.`,
  keepingChange: 'Ändern',

  take: 'Mitnehmen',
  zip: 'Alles als ZIP',
  zipText:
    'Runden, Stimmen, Ideen, Entscheidungen und Bilder: als Tabelle, zum Lesen und zum Einspielen auf einem anderen Server.',
  zipOpen: 'Geht erst, wenn die Runde geschlossen ist: Solange Stimmen kommen, wäre die Datei schon alt.',
  print: 'Ergebnis drucken',
  printText: 'Gewinner, Entscheidung und Zahlen auf einer Seite.',
  picture: 'Bild zum Teilen',
  pictureText: '1200 × 630, mit Titel, Gewinner und Balken.',
  later: 'Das gibt es, sobald eine Runde aufgedeckt ist.',

  restore: 'ZIP einspielen',
  restoreText: 'Holt ein Board mit allem zurück, was im ZIP steht.',
  restoring: 'Board wird eingespielt',
  restoreSent: 'Angekommen, wird gelesen …',
};
