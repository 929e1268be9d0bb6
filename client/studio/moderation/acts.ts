import type { Idea } from '../../../shared/entry.ts';
import type { IdeaRow } from './idea-rows.ts';

/** What can be done with an idea in the inbox; some of it opens a dialog first. */
export interface IdeaActs {
  publish(idea: Idea): void;
  fold(idea: Idea): void;
  unfold(idea: Idea): void;
  answer(idea: Idea): void;
  bury(idea: Idea): void;
  merge(ideas: readonly Idea[]): void;
  split(idea: Idea): void;
  promote(ideas: readonly Idea[]): void;
  /** Puts it on the stage, or takes it off. */
  stage(row: IdeaRow): void;
  choose(idea: Idea): void;
  takeUp(idea: Idea): void;
}
