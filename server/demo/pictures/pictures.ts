import { fourLegs } from './four-legs.ts';
import { brassBar, leatherLoop, turnedKnob } from './handles.ts';
import { roundOnThreeLegs } from './round-tripod.ts';
import { wallHung } from './wall-hung.ts';
import { walnutWithShelf } from './walnut-shelf.ts';
import { ash, cherry, oak, walnut } from './wood.ts';

const calm = { wall: '#eadfce', shade: '#cfbda2', blanket: '#6f7f8a', glaze: '#e9e1d2' };

/** The drawings of the demo, each drawn as SVG, 1600 × 1200, when it is asked for. */
export const pictures = {
  fourLegs: () => fourLegs(oak, { wall: '#efe3cd', shade: '#dcc7a6', blanket: '#b5573c', glaze: '#7f9a86' }),
  openShelf: walnutWithShelf,
  threeLegs: roundOnThreeLegs,
  wallHung,
  inOak: () => fourLegs(oak, calm),
  inWalnut: () => fourLegs(walnut, calm),
  inCherry: () => fourLegs(cherry, calm),
  inAsh: () => fourLegs(ash, calm),
  turnedKnob,
  leatherLoop,
  brassBar,
} as const;
export type PictureName = keyof typeof pictures;
