/** Milliseconds. */
const SOON = 400;

/**
 * Tells of each event whether it came so soon after the one before that it was meant for what stood in the same place
 * then. By time, because not all browsers count taps.
 */
export function doubleTaps(): (event: Event) => boolean {
  let before = -SOON;
  return ({ timeStamp }) => {
    const soon = timeStamp - before < SOON;
    before = timeStamp;
    return soon;
  };
}
