import type { stage as de } from '../de/stage.ts';
import type { Messages } from '../messages.ts';

export const stage: Messages<typeof de> = {
  title: (board) => `Stage: ${board}`,
  joinIn: 'Join in',
  waitingFirst: 'The vote is about to start. Take your phone and scan the code.',

  preview: 'About to start',
  revealed: 'The result',

  chooseOne: 'One vote for your favourite.',
  chooseUpTo: (n) => `Choose up to ${n}.`,
  chooseExactly: (n) => `Choose exactly ${n}.`,
  chooseBetween: (min, max) => `Choose ${min} to ${max}.`,
  approve: 'Choose every one you like.',
  noDrafts: 'The drafts will lie here in a moment.',

  hiddenUntilEnd: 'The count stays covered until the end.',
  hiddenUntilVoted: 'Whoever has voted sees the count.',
  counting: 'The count is final, it will be shown in a moment.',

  won: 'Winner',
  tied: 'Tied',
  tie: (n) => `A tie: ${n} drafts share first place.`,
  noBallots: 'Nobody has voted.',
  more: (n, text) => (n === 1 ? 'and one more' : `and ${text} more`),

  ballots: 'ballots',
  ballot: 'ballot',
  present: 'are here',
  presentOne: 'is here',
  timeLeft: 'left',
  secondsLeft: 'seconds',
  secondLeft: 'second',

  reconnecting: 'Connection lost, we will be right back.',
  gone: 'This stage link is no longer valid.',
  goneNext: 'Open the stage again from the studio.',
  loading: 'Setting up the stage …',

  onlyShows: 'This window only shows. Control it from the studio.',
  undoHint: 'Closed. Z takes it back.',
  noRound: 'No round yet. Add one in the studio.',
  nothingShown: 'Show a round with → first.',
  lastRound: 'That was the last round.',
  firstRound: 'There is nothing before this.',
  closeFirst: 'Close it with O first.',
  alreadyClosed: 'Already closed. Reopen it from the studio.',

  helpHint: 'Keys',
  helpTitle: 'Keys on the stage',
  keyNames: { ArrowRight: '→', ArrowLeft: '←', ' ': 'Space', Escape: 'Esc' },
  keyOr: 'or',
  keys: {
    next: 'Show the next round',
    back: 'Show the previous round',
    'open-close': 'Open or close the round',
    'reveal-hide': 'Reveal or hide the result',
    undo: 'Take the last step back',
    'big-code': 'Big QR code',
    blank: 'Blank screen',
    'full-screen': 'Full screen',
    help: 'This help',
    leave: 'Back to the stage',
  },

  testFigures: 'Test data',
  testQuestion: 'Which handle suits the bedside table?',
  testTitles: { first: 'Leather', second: 'Brass', third: 'Carved grip' },
};
