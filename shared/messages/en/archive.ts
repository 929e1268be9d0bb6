import type { Messages } from '../messages.ts';
import type { archive as de } from '../de/archive.ts';

export const archive: Messages<typeof de> = {
  name: 'Archive',
  keeping: 'How long it stays',
  endsOn: (day) => `On ${day} the board is deleted with all votes, ideas and pictures.`,
  endsAfter: (days) =>
    `Everything is deleted ${days} after the last round; later while a promise is still open.`,
  keepingChange: 'Change',

  take: 'Take along',
  zip: 'Everything as ZIP',
  zipText:
    'Rounds, votes, ideas, decisions and pictures: as a table, to read, and to restore on another server.',
  zipOpen: 'Not before the round is closed: while votes come in, the file would be old already.',
  print: 'Print the result',
  printText: 'Winners, decision and numbers on one page.',
  picture: 'Picture to share',
  pictureText: '1200 × 630, with title, winner and bars.',
  later: 'Available once a round has been revealed.',

  restore: 'Restore a ZIP',
  restoreText: 'Brings a board back with everything that is in the ZIP.',
  restoring: 'The board is being restored',
  restoreSent: 'Arrived, is being read …',
};
