/**
 * What this process has done since it started. Plain numbers, because they are moved on the hot path: whoever wants to
 * know (metrics, the bench, the test of the cost law) reads them.
 */
export class Counters {
  /** Times a ballot box handed what it held to the store, and commits that came of it. */
  flushes = 0;
  commits = 0;
  /** Ballots answered after a commit: new, repeated or superseded. */
  ballots = 0;
  /** Times a room told its tally, and frames encoded for that: one for those who see the counts, one for those who do not. */
  ticks = 0;
  encodes = 0;
  /** Frames of ticks handed to a phone or stage, and those that were left out because older ones waited there. */
  frames = 0;
  framesSkipped = 0;
  /** Commands answered. */
  acknowledgements = 0;
  /** Handshakes turned away because too many came at once. */
  turnedAway = 0;
  /** Hears of each commit: ballots in it, and milliseconds it took. */
  onCommit: (ballots: number, ms: number) => void = () => {};

  committed(ballots: number, ms: number): void {
    this.commits += 1;
    this.ballots += ballots;
    this.onCommit(ballots, ms);
  }
}
