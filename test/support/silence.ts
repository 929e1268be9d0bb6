import type { Speaker } from '../../server/live/speaker.ts';

/** For rooms nobody looks at. */
export const silence: Speaker = {
  tellTally() {},
  told: (_, then) => then(),
  load: { perDelivery: 0.01, elsewhere: 0, stretch: 1 },
  tellDelta() {},
  tellMine() {},
  hasWindow: () => false,
  tellBallot() {},
  tellGone() {},
  dismissStage() {},
  makeVoter() {},
  unmakeVoter() {},
};
