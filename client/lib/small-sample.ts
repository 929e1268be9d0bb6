/** Fewer ballots than this are called what they are: an impression. */
export const SMALL_SAMPLE = 20;
