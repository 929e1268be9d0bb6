/** Words of the stage and the overlay. */
export const stage = {
  title: (board: string) => `Bühne: ${board}`,
  joinIn: 'Mach mit',
  waitingFirst: 'Die Abstimmung beginnt gleich. Nimm dein Handy und scanne den Code.',

  preview: 'Gleich geht’s los',
  revealed: 'Das Ergebnis',

  chooseOne: 'Eine Stimme für deinen Favoriten.',
  chooseUpTo: (n: number) => `Wähle bis zu ${n}.`,
  chooseExactly: (n: number) => `Wähle genau ${n}.`,
  chooseBetween: (min: number, max: number) => `Wähle ${min} bis ${max}.`,
  approve: 'Wähle alle, die dir gefallen.',
  noDrafts: 'Hier liegen gleich die Entwürfe.',

  hiddenUntilEnd: 'Der Stand bleibt bis zum Schluss verdeckt.',
  hiddenUntilVoted: 'Den Stand sieht, wer abgestimmt hat.',
  counting: 'Auszählung steht, gleich wird aufgedeckt.',

  won: 'Gewonnen',
  tied: 'Gleichauf',
  tie: (n: string) => `Gleichstand: ${n} Entwürfe liegen gleichauf vorn.`,
  noBallots: 'Niemand hat abgestimmt.',
  more: (n: number, text: string) => (n === 1 ? 'und ein weiterer' : `und ${text} weitere`),

  ballots: 'Stimmzettel',
  ballot: 'Stimmzettel',
  present: 'sind dabei',
  presentOne: 'ist dabei',
  timeLeft: 'noch',
  secondsLeft: 'Sekunden',
  secondLeft: 'Sekunde',

  reconnecting: 'Verbindung unterbrochen, wir sind gleich wieder da.',
  gone: 'Dieser Bühnenlink gilt nicht mehr.',
  goneNext: 'Öffne die Bühne neu aus der Werkstatt.',
  loading: 'Die Bühne wird aufgebaut …',

  onlyShows: 'Dieses Fenster zeigt nur. Gesteuert wird in der Werkstatt.',
  undoHint: 'Geschlossen. Z nimmt es zurück.',
  noRound: 'Noch keine Runde da. Leg eine in der Werkstatt an.',
  nothingShown: 'Zeig zuerst mit → eine Runde.',
  lastRound: 'Das war die letzte Runde.',
  firstRound: 'Weiter zurück geht es nicht.',
  closeFirst: 'Schließ zuerst mit O.',
  alreadyClosed: 'Schon geschlossen. Neu öffnen geht in der Werkstatt.',

  helpHint: 'Tasten',
  helpTitle: 'Tasten auf der Bühne',
  keyNames: { ArrowRight: '→', ArrowLeft: '←', ' ': 'Leertaste', Escape: 'Esc' },
  keyOr: 'oder',
  keys: {
    next: 'Nächste Runde zeigen',
    back: 'Vorige Runde zeigen',
    'open-close': 'Runde öffnen, schließen',
    'reveal-hide': 'Ergebnis aufdecken, verdecken',
    undo: 'Letzten Schritt zurücknehmen',
    'big-code': 'QR-Code groß',
    blank: 'Bild schwarz',
    'full-screen': 'Vollbild',
    help: 'Diese Hilfe',
    leave: 'Zurück zur Bühne',
  },

  testFigures: 'Testdaten',
  testQuestion: 'Welcher Griff passt zum Nachttisch?',
  testTitles: { first: 'Leder', second: 'Messing', third: 'Muschelgriff' },
};
