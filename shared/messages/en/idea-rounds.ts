import type { ideaRounds as de } from '../de/idea-rounds.ts';
import type { Messages } from '../messages.ts';

export const ideaRounds: Messages<typeof de> = {
  change: 'Change idea settings',
  when: 'When do ideas come in?',
  whenForms: {
    during: { title: 'While voting too', text: 'New ideas join for as long as the voting is on.' },
    before: { title: 'Before', text: 'First all hand in, then all vote on the same ideas.' },
  },
  shown: 'When can they be seen?',
  shownForms: {
    'at-once': { title: 'At once', text: 'You can fold any idea at any time.' },
    review: { title: 'Once you have looked', text: 'New ideas wait for you in the inbox.' },
  },
  pictures: 'Allow a photo with each idea',
  each: 'How many ideas for each person?',
  line: {
    during: 'Ideas while voting too',
    before: 'Ideas before voting',
    atOnce: 'Visible at once',
    review: 'Visible once you have looked',
    pictures: 'With a photo',
    each: (n) => (n === 1 ? '1 per person' : `Up to ${n} per person`),
  },
  none: 'Ideas will land here. “Collect ideas” gets it going.',
  awaited: 'No idea yet. Share the link and the first ones will come.',
  inInbox: 'See them in the inbox',
  top: (n, total) => `${n} of ${total} ideas`,
  all: (total) => `Show all ${total}`,

  confirmTitle: 'All phones will be told',
  confirmText: 'The round is open. Everyone here reads the change at once; it stays noted in the rules.',
  confirmYes: 'Change and tell everyone',

  origin: 'Made from',
  originCount: (n) => (n === 1 ? 'From 1 idea' : `From ${n} ideas`),
  originWhy: 'Does this draft come from an idea? Link it, so that those who had it are thanked too.',
  originAdd: 'Link an idea',
  originRemove: (title) => `Remove the link to “${title}”`,

  collect: 'Collect ideas',
  collectFirst: 'Only collect first',
  collectAgain: 'Collect more',
  collectEnd: 'Stop collecting',
  collectPause: 'No new ideas',
  collectResume: 'Accept new ideas',
  collecting: 'Collecting ideas',
  open: 'Open the vote',
  openBoth: 'Ideas and votes then come in together.',
  openEnds: 'Opening ends the collecting.',
  missing: (n) => (n === 1 ? '1 more idea and you can vote.' : `${n} more ideas and you can vote.`),
  collectHint: 'Then every phone can hand in ideas.',
  count: (n, text) => (n === 1 ? '1 idea' : `${text} ideas`),
  waiting: (n, text) => (n === 1 ? '1 waiting' : `${text} waiting`),
  folded: (n, text) => (n === 1 ? '1 folded' : `${text} folded`),
  review: (n, text) => (n === 1 ? 'Look at 1 idea' : `Look at ${text} ideas`),

  stage: 'On the stage',
  stageBars: 'Votes',
  stageWall: 'Idea wall',
};
