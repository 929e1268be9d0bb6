import { showSceneSchema } from '../../shared/outcome-commands.ts';
import { showScene } from '../domain/scene.ts';
import type { Rooms } from '../live/rooms.ts';
import type { Answers } from './answers.ts';
import { decisions } from './decisions.ts';

/** What the maker puts on the stage instead of the bars. */
export function hearScenes(answers: Answers, { rooms }: { rooms: Rooms }): void {
  decisions(answers, rooms)('stage:show', showSceneSchema, (board, { scene }) => showScene(board, scene));
}
