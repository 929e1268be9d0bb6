import type { outcome as de } from '../de/outcome.ts';
import type { Messages } from '../messages.ts';

export const outcome: Messages<typeof de> = {
  title: 'What became of it',
  by: (maker) => `by ${maker}`,
  someone: 'the studio',
  Someone: 'The studio',
  toBoard: 'To the vote',
  share: 'Share link',
  copied: 'Link copied',
  print: 'Print',
  openNow: (question) => `Open right now: ${question}`,
  voteNow: 'Vote now',
  gone: 'This result no longer exists. It was deleted together with its vote.',
  toStart: 'To the start page',

  nothingYet: 'Nothing has been decided yet.',
  nothingYetNext: (maker) =>
    `As soon as ${maker} reveals a round, you can read here what becomes of it. Until then your vote counts.`,
  undecided: (Maker) => `No decision yet. ${Maker} still owes it to you.`,
  continued: (questions) => `These ideas became drafts for: ${questions}`,

  quoted: (title) => `“${title}”`,
  named: (letter, title) => `“${title}” (${letter})`,
  won: 'Winner',
  tied: 'Tie',
  notInFront: 'Was not in front',
  nothingChosen: 'None of these',
  decidedOn: (day) => `Decided on ${day}`,
  correctedOn: (day) => `corrected on ${day}`,
  whyNot: (winners) => `Why not ${winners}?`,
  why: 'Why this way?',

  promised: 'Promised',
  promisedFor: (day) => `Promised by ${day}`,
  kept: (day) => `Kept on ${day}`,
  postponed: (day) => `Postponed to ${day}`,
  because: (reason) => `because: ${reason}`,
  overdue: (day) => `Overdue since ${day}`,

  numbers: 'How it was counted',
  ranking: 'All results',
  allOf: (text) => `Show all ${text}`,
  wonBy: (what) => `${what} has won.`,
  tiedAt: (what) => `A tie between ${what}.`,
  closeCall: (what) => `Close: ${what} was only one vote behind.`,
  unsure: 'This is not certain: more comparisons might have turned it.',
  noVotes: 'Nobody has voted.',
  smallSample: (n, text) =>
    `${n === 1 ? 'Only one device' : `Only ${text} devices`}: an impression, no more.`,
  voted: (n, text) => (n === 1 ? 'One device has voted.' : `${text} devices have voted.`),
  oneEach: 'One vote per device: devices are counted, not people.',
  ruleOne: 'Each device chose one.',
  ruleExactly: (n) => `Each device chose exactly ${n}.`,
  ruleUpTo: (min, max) => `Each device could choose ${min} to ${max}.`,
  ruleAny: 'Each device could choose all it liked.',
  ruleRank: (max) =>
    `Each device could put up to ${max} in order: ${max} points for first place, one less for each place after it.`,
  rulePoints: (budget) => `Each device had ${budget} points to spread.`,
  ruleDuel: (n, pairs) =>
    n === 1
      ? 'Two were set against each other, once.'
      : `Two at a time were set against each other, ${pairs} times. The percentages estimate the chance against an average entry; how inexact that is stands in brackets.`,
  noneYet: 'no vote',
  tally: (votes, percent) => `${votes} · ${percent}`,
  points: (n, text) => (n === 1 ? '1 point' : `${text} points`),
  firsts: (n, text) => (n === 0 ? 'never first' : n === 1 ? 'first once' : `first ${text} times`),
  chance: (percent, low, high) => `${percent} (${low} to ${high})`,
  chosen: 'chosen',

  folded: (n, reasons) => `${n} folded: ${reasons}`,
  foldedAs: {
    spam: (n) => `${n} spam`,
    insult: (n) => `${n} insulting`,
    'off-topic': (n) => `${n} off topic`,
    private: (n) => `${n} with private details`,
  },
  buried: (n) => (n === 1 ? '1 removed because it was unlawful' : `${n} removed because they were unlawful`),
  takenBack: (n) => `${n} taken back by the sender`,

  family: 'How it came about',
  idea: 'Idea',
  ideaBy: (name) => `Idea by ${name}`,
  draftNamed: (letter) => `Draft ${letter}`,
  decision: 'Decision',
  decidedFor: (n) => (n === 0 ? 'None of these' : `All ${n}`),
  merged: 'joined to it',
  mergedBy: (name) => `joined to it, by ${name}`,
  without: {
    waiting: 'Idea still being reviewed',
    folded: 'Folded idea',
    gone: 'Idea that was taken back',
  },
  moreIdeas: (n) => (n === 1 ? 'and 1 more idea' : `and ${n} more ideas`),
  madeOf: (n, titles) => (n === 1 ? `From the idea ${titles}` : `From the ideas ${titles}`),

  credits: 'Co-created by',
  nobodyYet: 'Whoever votes or hands in an idea can be named here.',
  andAll: 'and by everyone who voted without a name. Thank you!',
};
