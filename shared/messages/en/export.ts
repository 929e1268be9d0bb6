import type { exported as german } from '../de/export.ts';
import type { Messages } from '../messages.ts';

export const exported: Messages<typeof german> = {
  rank: 'Rank',
  draft: 'Draft',
  text: 'Description',
  idea: 'Idea',
  state: 'State',
  states: {
    waiting: 'waiting',
    shown: 'shown',
    folded: 'folded',
    merged: 'merged',
    gone: 'removed',
  },
  votes: 'Votes',
  points: 'Points',
  wins: 'Duels won',
  firsts: 'First places',
  chance: 'Chance in percent',
  low: 'from',
  high: 'to',
  ballots: 'Ballots',
  share: 'Share in percent',
  tie: 'Tie',
  yes: 'yes',
  no: 'no',
};
