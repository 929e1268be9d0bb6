import type { rules as de } from '../de/rules.ts';
import type { Messages } from '../messages.ts';

export const rules: Messages<typeof de> = {
  heading: 'How it works',
  someone: 'the studio',
  Someone: 'The studio',

  decides: 'What comes of it',
  decidesVotes: 'Whatever is in front gets made.',
  decidesMaker: (Maker) =>
    `${Maker} decides, and your votes are the advice. Choosing otherwise comes with a reason.`,

  end: 'End',
  endsAt: (moment) => `The round ends: ${moment}.`,
  lasts: (length) => `Once started, the round runs for ${length}.`,
  endsByHand: (Maker) => `${Maker} closes the round by hand.`,
  ended: (moment) => `The round is over: ${moment}.`,

  vote: 'Your vote',
  oneEach: 'One vote per device, no account, no app.',
  nouns: {
    drafts: { one: 'one draft', many: 'drafts' },
    ideas: { one: 'one idea', many: 'ideas' },
  },
  chooseOne: (one) => `You choose ${one}.`,
  chooseExactly: (n, many) => `You choose exactly ${n} ${many}.`,
  chooseUpTo: (min, max, many) => `You choose ${min} to ${max} ${many}.`,
  chooseAny: (many) => `You choose as many ${many} as you like.`,
  rank: (max, many) => `You put up to ${max} ${many} in order.`,
  points: (budget, many) => `You spread up to ${budget} points over the ${many}.`,
  duel: (many) => `You compare two ${many} at a time, as often as you like. Each pair comes only once.`,
  change: 'Until the round closes you can change or withdraw your vote.',
  shuffled: 'The order differs from device to device, so that nothing has an advantage.',

  counted: 'How it is counted',
  countedOnce: 'Each choice counts one vote, the most votes win.',
  countedRank: (max) =>
    `Your first place is worth ${max} points, each further one a point less (Borda). The most points win.`,
  countedPoints: 'All points are added up, the most win.',
  countedDuel:
    'From all comparisons we estimate how often each entry wins against an average one (Bradley–Terry). It says how uncertain that is.',
  tiesMaker: (maker) => `In a tie ${maker} decides.`,
  tiesRunoff: 'In a tie there is a run-off.',
  tiesAll: 'In a tie all those in front win.',

  shown: 'The result',
  shownLive: 'Everybody sees it all the time.',
  shownAfterVote: 'You see it as soon as you have voted. At the reveal everybody does.',
  shownAfterClose: (maker) =>
    `While the round is open nobody sees it, not even ${maker}. At the reveal everybody does.`,

  ideas: 'Ideas',
  ideasEach: (n) => (n === 1 ? 'You can hand in one idea' : `You can hand in ${n} ideas`),
  ideasWhileVoting: ', also while people vote.',
  ideasBefore: ', until the voting begins.',
  ideasAtOnce: 'Each is shown at once.',
  ideasReviewed: (maker) => `It is shown once ${maker} has read it.`,
  ideasFolded: (maker) =>
    `Criticism is not deleted: if ${maker} folds an idea, the reason stands beside it, and you may object once.`,

  stored: 'What is stored',
  storedVote: 'Your vote. A cookie recognises your device, so that it counts only once.',
  storedIdeas: 'Your vote and your ideas. A cookie recognises your device, so that it counts only once.',
  storedName: 'A name only if you leave one; IP addresses never.',
  endsOn: (day) => `On ${day} everything is deleted.`,
  endsAfter: (days) => `${days} after the end of the last round everything is deleted.`,
  promiseKeeps: 'Later as long as a promise is open.',

  version: (version) => `Version ${version}`,
  unchanged: 'unchanged since the first round',
  changedAt: (moment, topics) => `last changed ${moment}: ${topics}`,
  topics: {
    decides: 'who decides',
    ties: 'what happens in a tie',
    keepDays: 'when everything is deleted',
    ideas: 'how ideas are handed in',
  },
  news: (topics) => `The rules have changed: ${topics}.`,
  look: 'Have a look',
  understood: 'Got it',
};
