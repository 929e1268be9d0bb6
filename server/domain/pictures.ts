import type { Picture } from '../../shared/entry.ts';
import type { Board } from './board.ts';

/** Every picture of a board, each once, by its hash; of folded and merged ideas too, because they can come back. */
export function picturesOf({ rounds }: Pick<Board, 'rounds'>): ReadonlyMap<string, Picture> {
  const pictures = rounds.flatMap(({ entries, outcome }) => [
    ...entries.map(({ picture }) => picture),
    outcome?.picture ?? null,
    ...(outcome?.steps ?? []).map(({ picture }) => picture),
  ]);
  return new Map(
    pictures
      .filter((picture) => picture !== null)
      .map((picture) => [picture.hash, picture] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
