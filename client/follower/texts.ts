import { follower as de } from '../../shared/messages/de/follower.ts';
import { follower as en } from '../../shared/messages/en/follower.ts';
import { words } from '../lib/words.ts';

export type FollowerTexts = typeof de;

/** The follower's catalogue in the page's language. */
export function texts(): FollowerTexts {
  return words.pick(de, en);
}
