import { phoneScreens } from './phones.ts';
import type { Screen } from './screen.ts';
import { stageScreens } from './stages.ts';
import { studioScreens } from './studio.ts';

/** Every screen of the product. */
export const screens: readonly Screen[] = [...phoneScreens, ...studioScreens, ...stageScreens];
