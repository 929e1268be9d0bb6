/** How often something may happen. Held for minutes only, so losing it does no harm. */
export interface Limits {
  /** So many in so many seconds, from the first one on. */
  window(name: string, most: number, seconds: number): Limit;
  /** A bucket of tokens. */
  bucket(name: string, pace: Pace): Limit;
}

export interface Limit {
  /** `false`: too often, nothing was taken. Rejects where those who count together cannot be asked. */
  take(source: string): boolean | Promise<boolean>;
}

/** `burst` at once, then `perSecond`. */
export interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}
