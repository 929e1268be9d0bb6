/** `small`: two to a row on a phone. `first` and `row`: the winner comes forward, the others step back. */
export type CardSize = 'full' | 'small' | 'first' | 'row';

/** How a card has to look among its neighbours. */
export interface CardLook {
  readonly size: CardSize;
  /** A card without a picture keeps an empty frame, because its neighbours have one. */
  readonly framed: boolean;
  /** Above the fold. */
  readonly eager: boolean;
}
