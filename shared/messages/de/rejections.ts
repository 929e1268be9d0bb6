/** What to do after a "no". */
export const rejections = {
  command_invalid: 'Das hat nicht geklappt. Lade die Seite neu und versuch es noch einmal.',
  too_fast: 'Das ging zu schnell. Warte einen Moment und versuch es noch einmal.',
  too_many_devices:
    'Aus diesem Netz machen gerade sehr viele Geräte mit. Versuch es gleich noch einmal oder nimm mobile Daten.',
  not_found: 'Das gibt es nicht mehr. Lade die Seite neu.',
  not_allowed: 'Dafür musst du in der Werkstatt angemeldet sein. Öffne deinen Link zur Werkstatt.',
  round_not_open: 'Die Runde ist noch nicht offen. Warte kurz, dann kannst du abstimmen.',
  round_closed:
    'Zu spät, die Runde ist geschlossen. Was bis dahin gezählt war, gilt. Mach bei der nächsten wieder mit.',
  run_over: 'Die Runde wurde neu gestartet. Stimm bitte noch einmal ab.',
  ballot_invalid: 'Diese Auswahl passt nicht zur Runde. Prüf deine Auswahl und stimm noch einmal ab.',
  round_needs_drafts: (limit: number | undefined) =>
    `Zum Öffnen braucht die Runde mindestens ${limit ?? 2} Entwürfe. Leg noch welche dazu.`,
  other_round_open: 'Eine andere Runde ist noch offen. Schließ sie zuerst.',
  round_locked: 'Diese Runde war schon offen und bleibt, wie sie ist. Leg eine Kopie an und ändere die.',
  round_wrong_status: 'Das geht jetzt noch nicht. Schau nach, ob die Runde offen oder geschlossen ist.',
  results_hidden: 'Der Stand ist noch verdeckt. Schließ zuerst die Runde.',
  counts_seen:
    'Beim Schließen hast du den verdeckten Stand gesehen. Damit es fair bleibt, geht diese Runde nicht weiter: Öffne sie neu.',
  undo_too_late: 'Das lässt sich nur eine Minute lang zurücknehmen. Öffne die Runde neu.',
  needs_confirmation:
    'Die Runde ist offen, und die Regeln würden sich ändern. Bestätige das erst: Alle Handys erfahren davon.',
  ideas_closed: 'Hier werden gerade keine Ideen gesammelt. Schau bei der nächsten Runde wieder vorbei.',
  idea_wrong_state: 'Das geht mit dieser Idee jetzt nicht. Schau nach, wie es um sie steht.',
  objection_used: 'Du hast schon widersprochen. Die Antwort steht bei deiner Idee.',
  reason_missing: 'Da fehlt noch die Begründung. Schreib einen Satz dazu.',
  consent_outdated:
    'Der Text der Einwilligung hat sich geändert. Lade die Seite neu und lies ihn noch einmal.',
  nothing_to_credit: 'Stimm zuerst ab oder reich eine Idee ein. Dann kannst du deinen Namen hinterlassen.',
  board_exists: 'Dieses Board gibt es hier schon. Lösch es zuerst, wenn du es ersetzen willst.',
  archive_not_readable:
    'Das ist kein vollständiger Export eines Boards. Nimm die ZIP-Datei, wie sie gespeichert wurde.',
  limit_reached: (limit: number | undefined) =>
    limit === undefined
      ? 'Mehr geht hier nicht. Nimm zuerst etwas weg.'
      : `Mehr als ${limit} gehen hier nicht. Nimm zuerst etwas weg.`,
  slug_taken: 'Dieser Link ist schon vergeben. Wähl einen anderen.',
  picture_too_large: 'Das Bild ist größer als 25 MB. Nimm ein kleineres.',
  picture_not_readable: 'Dieses Bild lässt sich nicht lesen. Nimm ein Foto als JPEG, PNG oder WebP.',
  link_expired: 'Dieser Link gilt nicht mehr. Hol dir mit „mitwerk reset-maker“ einen neuen.',
  unavailable: 'Gerade klemmt es bei uns. Es ist nichts verloren, versuch es gleich noch einmal.',
};
