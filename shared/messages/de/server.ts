/** What the command line says, and pages that stand without the client. */
export const server = {
  help: `Mitwerk: Entwürfe zeigen und live abstimmen lassen.

  mitwerk [start]        startet das Board
  mitwerk reset-maker    meldet alle Geräte ab und zeigt einen neuen Link zur Werkstatt
  mitwerk doctor         prüft den Ordner und zählt alle Stimmen nach
  mitwerk backup [ORDNER]
                         sichert alles, auch während Mitwerk läuft
  mitwerk export BOARD [DATEI.zip]
                         packt ein ganzes Board ein; BOARD steht im Link hinter /b/
  mitwerk restore DATEI.zip
                         holt ein eingepacktes Board zurück, auch auf einem anderen Server

  --port 4400            Port; ohne Angabe der nächste freie ab 4400
  --host 0.0.0.0         127.0.0.1: nur dieser Rechner
  --data ORDNER          wo alles liegt
  --public-url ADRESSE   Adresse, unter der Handys den Server erreichen
  --trust-proxy          hinter einem Proxy, der HTTPS macht
  --open                 öffnet die Werkstatt im Browser
  --demo                 zeigt ein Beispiel mit 40 gespielten Handys, in einem eigenen Ordner;
                         bei den anderen Befehlen: in diesem Ordner
  --help, --version
`,
  running: 'Mitwerk läuft.',
  here: 'Dieser Rechner',
  inWifi: 'Im selben WLAN',
  onTheWeb: 'Öffentlich',
  makerLink: (minutes: number) => `Werkstatt (gilt ${minutes} Minuten, einmal)`,
  studio: 'Werkstatt',
  joinCode: 'Mitmachen',
  onlyHere: 'Handys erreichen diesen Server nicht: Er hört nur auf diesen Rechner.',
  folder: 'Ordner',
  stop: 'Beenden mit Strg + C.',
  stopping: 'Mitwerk hört auf. Alle Stimmen sind gesichert.',
  portTaken: (wanted: number, got: number) => `Port ${wanted} ist belegt, deshalb ${got}.`,
  portRefused: (port: number) => `Port ${port} ist belegt. Nimm einen anderen: --port ${port + 1}`,
  portForbidden: 'Diesen Port darf ich nicht öffnen. Nimm einen ab 1024: --port 4400',
  hostRefused: (host: string) =>
    `Die Adresse ${host} gehört nicht zu diesem Rechner. Ohne --host hört Mitwerk auf alle.`,
  folderInUse: (folder: string, pid: number) =>
    `In ${folder} läuft schon ein Mitwerk (Prozess ${pid}). Beende es, oder nimm einen anderen Ordner: --data ORDNER`,
  nothingStarted: (folder: string) =>
    `In ${folder} wurde noch kein Mitwerk gestartet. Den Ordner nennst du mit --data ORDNER.`,
  folderRefused: (path: string) =>
    `In ${path} darf ich nicht schreiben. Nimm einen anderen Ordner: --data ORDNER`,
  redisUnreachable: (address: string, reason: string) =>
    `Redis unter ${address} antwortet nicht oder lässt uns nicht herein (${reason}). Prüf REDIS_URL.`,
  redisEmptied:
    'Ein Teil von Redis ist leer, obwohl dort Boards lagen. Hol die Sicherung zurück, bevor du Mitwerk startest.',
  redisBackUp:
    'Was in Redis liegt, sichert Redis selbst: Kopier seinen Ordner appendonlydir. Einzelne Boards packt mitwerk export ein.',
  diskFull: 'Die Festplatte ist voll. Schaff Platz und starte noch einmal.',
  badSetting: (names: string) => `Diese Einstellung stimmt nicht: ${names}`,
  /** What would be right, for each variable that can be wrong. */
  settings: {
    MITWERK_PORT: '0 bis 65535',
    MITWERK_PUBLIC_URL: 'wie https://board.example',
    MITWERK_TRUST_PROXY: 'true oder false',
    MITWERK_METRICS_PORT: '0 bis 65535',
    MITWERK_METRICS_TOKEN: '16 Zeichen oder mehr',
    MITWERK_DRAIN_SECONDS: 'Sekunden, 0 bis 300',
    REDIS_URL: 'wie redis://user:password@host:6379',
  },
  newLink: (minutes: number) =>
    `Alle Geräte sind abgemeldet. Neuer Link zur Werkstatt, er gilt ${minutes} Minuten und nur einmal:`,
  linkGuessed:
    'Laufen die Server anderswo, setz ihre Adresse an den Anfang dieses Links, oder nenn sie mit --public-url.',
  tryHelp: 'Alle Befehle zeigt --help.',
  unknownWord: (word: string) => `„${word}“ kenne ich nicht.`,
  unknownFlag: (flag: string) => `Die Angabe ${flag} kenne ich nicht.`,
  needsValue: (flag: string) => `Zu ${flag} fehlt der Wert.`,
  takesNoValue: (flag: string) => `${flag} steht allein, ohne Wert.`,
  needsSlug: 'Welches Board? Sein Name steht im Link hinter /b/: mitwerk export BOARD',
  needsFile: 'Welche Datei? mitwerk restore DATEI.zip',
  badPort: (value: string) => `„${value}“ ist kein Port. Ports gehen von 0 bis 65535.`,
  badUrl: (value: string) => `„${value}“ ist keine Adresse wie https://board.example.`,

  noSuchBoard: (slug: string) => `Ein Board „${slug}“ gibt es hier nicht.`,
  exportWhileOpen: 'Gerade läuft eine Runde. Schließ sie, dann lässt sich das Board einpacken.',
  exported: (path: string) => `Eingepackt: ${path}`,
  fileExists: (path: string) => `${path} gibt es schon. Nimm einen anderen Namen.`,
  noSuchFile: (path: string) => `${path} kann ich nicht lesen.`,
  notAnArchive: (path: string) => `${path} ist kein eingepacktes Board, oder es ist beschädigt.`,
  boardExists: 'Dieses Board ist schon hier. Lösch es erst in der Werkstatt.',
  addressTaken: 'Der Link oder der Code dieses Boards gehört hier einem anderen.',
  restored: (title: string, slug: string) => `„${title}“ ist wieder da: /b/${slug}`,
  folderNotEmpty: (folder: string) => `${folder} ist nicht leer. Nimm einen neuen Ordner.`,
  backedUp: (folder: string, pictures: number) =>
    `Gesichert in ${folder}, mit ${pictures === 1 ? '1 Bilddatei' : `${pictures} Bilddateien`}. Von dort startest du mit --data.`,

  doctorNode: (version: string) => `Node ${version}`,
  doctorStore: (boards: number) => (boards === 1 ? '1 Board gelesen' : `${boards} Boards gelesen`),
  doctorTallies: (runs: number) =>
    runs === 1 ? '1 Abstimmung nachgezählt' : `${runs} Abstimmungen nachgezählt`,
  doctorMiscount: (board: string, question: string, run: number) =>
    `${board}, „${question}“, Durchgang ${run}: Der Stand weicht von den Stimmzetteln ab.`,
  doctorPictures: (pictures: number) => (pictures === 1 ? '1 Bild da' : `${pictures} Bilder da`),
  doctorPictureMissing: (board: string, draft: string) => `${board}: Das Bild zu „${draft}“ fehlt.`,
  doctorMaker: 'Die Werkstatt gehört schon jemandem',
  doctorNoMaker: 'Die Werkstatt gehört noch niemandem: Starte Mitwerk und öffne den Link.',
  doctorEmpty: (address: string) =>
    `In Redis unter ${address} liegt nichts. Lag dort etwas, starte keinen Server neu, und sieh bei einem nach, der noch läuft: /readyz`,
  doctorAddresses: (addresses: string) => `Im WLAN unter ${addresses}`,
  doctorNoAddress: 'Keine WLAN-Adresse: Handys erreichen diesen Rechner nicht.',
  doctorFine: 'Alles in Ordnung.',
  doctorTrouble: 'Es gibt etwas zu tun, siehe oben.',

  notFound: 'Diese Seite gibt es nicht',
  scriptNeeded: 'Zum Mitmachen braucht diese Seite JavaScript.',
  fault: 'Gerade klemmt es bei uns',
  faultText: 'Es ist nichts verloren, die Seite lädt gleich von selbst neu.',
  again: 'Noch einmal versuchen',
  toStart: 'Zur Startseite',
  welcome: 'Entwürfe ansehen und live mitentscheiden.',
  invite: (question: string) => `Stimm mit ab: ${question}`,

  outcome: (board: string) => `Entscheidung: ${board}`,
  undecided: 'Noch ist nichts entschieden.',
  nobodyVoted: 'Niemand hat abgestimmt.',
  decided: (titles: string) => `Entschieden: ${titles}.`,
  won: (title: string, votes: string) => `Gewonnen hat ${title}${votes && ` (${votes})`}.`,
  tied: (titles: string, votes: string) => `Gleichstand: ${titles}${votes && ` (je ${votes})`}.`,
  promised: (text: string, day: string) =>
    text ? `Versprochen bis ${day}: ${text}` : `Versprochen bis ${day}.`,
  quoted: (title: string) => `„${title}“`,
  ballotsOf: (n: string, all: string, ballots: number) =>
    ballots === 1 ? `${n} von 1 Stimmzettel` : `${n} von ${all} Stimmzetteln`,
  points: (n: number, text: string) => (n === 1 ? '1 Punkt' : `${text} Punkte`),
  chance: (percent: string) => `gewinnt ${percent} der Vergleiche`,
  ballots: (n: number, text: string) => (n === 1 ? '1 Stimmzettel' : `${text} Stimmzettel`),
  oneEach: 'einer pro Gerät',
};
