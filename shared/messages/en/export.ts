import type { exported as german } from '../de/export.ts';
import type { Messages } from '../messages.ts';

export const exported: Messages<typeof german> = {
  rank: 'Rank',
  draft: 'Draft',
  text: 'Description',
  votes: 'Votes',
  ballots: 'Ballots',
  share: 'Share in percent',
  tie: 'Tie',
  yes: 'yes',
  no: 'no',
};
