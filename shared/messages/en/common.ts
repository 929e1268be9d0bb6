import type { common as de } from '../de/common.ts';
import type { Messages } from '../messages.ts';

export const common: Messages<typeof de> = {
  product: 'Mitwerk',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  language: 'Language',
  languageName: 'English',
  draft: 'Draft',
  draftNamed: (letter) => `Draft ${letter}`,
  round: (n) => `Round ${n}`,
  ballots: (n, text) => (n === 1 ? '1 vote' : `${text} votes`),
  percent: (text) => `${text}%`,
  present: (n, text) => (n === 1 ? '1 device here' : `${text} devices here`),
  secondsLeft: (n) => (n === 1 ? '1 second left' : `${n} seconds left`),
  minutesLeft: (n) => (n === 1 ? '1 minute left' : `${n} minutes left`),
  hoursLeft: (n) => (n === 1 ? '1 hour left' : `${n} hours left`),
  daysLeft: (n) => (n === 1 ? '1 day left' : `${n} days left`),
  timeUp: 'Time is up',
  lost: 'No connection. We keep trying.',
  enlarge: 'Enlarge',
  qrLabel: (address) => `QR code for ${address}`,
};
