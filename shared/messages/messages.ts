import type { Rejection, RejectionCode } from '../ack.ts';

/** The shape of a catalogue in another language: the same keys and parameters, other words. */
export type Messages<T> = {
  readonly [K in keyof T]: T[K] extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : T[K] extends string
      ? string
      : Messages<T[K]>;
};

/** A sentence for every "no"; some mention the rejection's limit. */
export type Rejections = Readonly<Record<RejectionCode, string | ((limit: number | undefined) => string)>>;

export function sentenceFor(rejections: Rejections, no: Rejection): string {
  const sentence = rejections[no.code];
  return typeof sentence === 'function' ? sentence(no.limit) : sentence;
}
