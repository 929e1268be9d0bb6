/** Where there is no board yet, or none any more: the way in is a code. */
export const door = {
  welcome: 'Hier entscheidest du mit.',
  codeLabel: 'Code',
  codeHint: 'Sechs Zeichen. Sie stehen auf dem Bildschirm oder in der Einladung.',
  codeGo: 'Mitmachen',
  codeShort: 'Der Code hat sechs Zeichen, zum Beispiel K7P-X2M.',
  codeUnknown: 'Diesen Code kennen wir nicht. Vergleich ihn noch einmal mit dem Bildschirm.',
  studio: 'Zur Werkstatt',

  gone: 'Diese Abstimmung gibt es nicht mehr.',
  goneNext: 'Frag nach einem neuen Link oder gib einen anderen Code ein.',
  missing: 'Unter diesem Link liegt nichts.',
  missingNext: 'Vielleicht fehlt ein Zeichen. Gib hier den Code ein, der auf dem Bildschirm steht.',
};
