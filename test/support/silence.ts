import type { Speaker } from '../../server/live/speaker.ts';

/** For rooms nobody looks at. */
export const silence: Speaker = {
  tellTally() {},
  tellDelta() {},
  tellMine() {},
  tellBallot() {},
  tellGone() {},
  dismissStage() {},
  makeVoter() {},
  unmakeVoter() {},
};
