/** What a command prints, and whether it did what was asked: the exit code is 1 if not. */
export interface Report {
  readonly text: string;
  readonly fine: boolean;
}

export function done(sentence: string): Report {
  return { text: `${sentence}\n`, fine: true };
}

export function failed(sentence: string): Report {
  return { text: `${sentence}\n`, fine: false };
}
