import type { masthead as de } from '../de/masthead.ts';
import type { Messages } from '../messages.ts';

export const masthead: Messages<typeof de> = {
  votesDecide: 'What is in front gets made.',
  makerDecides: (Maker) => `${Maker} decides, you advise.`,
  resultAt: (moment) => `Result: ${moment}.`,
  resultByHand: (maker) => `Result as soon as ${maker} closes it.`,
  firstIdeas: 'First come ideas, then the vote.',
  undecided: (Maker) => `${Maker} still owes you the decision.`,
  decided: 'Decided: what becomes of it',
};
