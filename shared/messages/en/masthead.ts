import type { masthead as de } from '../de/masthead.ts';
import type { Messages } from '../messages.ts';

export const masthead: Messages<typeof de> = {
  votesDecide: (Maker) => `${Maker} makes what comes first.`,
  makerDecides: (Maker) => `${Maker} decides, you advise.`,
  resultAt: (moment) => `Result: ${moment}.`,
  resultOpen: 'No end time yet, result right after.',
};
