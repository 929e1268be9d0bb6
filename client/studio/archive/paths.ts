import type { BoardHead } from '../../../shared/board-view.ts';

/** The whole board as a ZIP. */
export function archivePath({ id }: Pick<BoardHead, 'id'>): string {
  return `/api/boards/${encodeURIComponent(id)}/archive.zip`;
}

export const RESTORE_PATH = '/api/boards/restore';
