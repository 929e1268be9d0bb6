/** `small`: two to a row on a phone. `first` and `row`: the winner comes forward, the others step back. */
export type CardSize = 'full' | 'small' | 'first' | 'row';
