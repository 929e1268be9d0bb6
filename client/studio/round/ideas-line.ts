import type { IdeaSettings } from '../../../shared/board-view.ts';
import { t } from '../words.ts';

/** How a round takes ideas, part by part. */
export function ideasLine({ whileVoting, review, pictures, each }: IdeaSettings): readonly string[] {
  const { line } = t().ideas;
  return [
    whileVoting ? line.during : line.before,
    review ? line.review : line.atOnce,
    ...(pictures ? [line.pictures] : []),
    line.each(each),
  ];
}
