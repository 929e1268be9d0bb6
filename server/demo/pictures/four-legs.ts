import { drawScene } from './scene.ts';
import { bookStack, lampDefs, spectacles, tableLamp } from './things.ts';
import { type Wood, woodFilters } from './wood.ts';

interface Room {
  readonly wall: string;
  readonly shade: string;
  readonly blanket: string;
  /** Colour of the lamp's foot. */
  readonly glaze: string;
}

/** Four tapered legs, one drawer, a turned knob. */
export function fourLegs(wood: Wood, { wall, shade, blanket, glaze }: Room): string {
  const { ground, light, dark } = wood;
  return drawScene({
    wall,
    shade,
    blanket,
    defs: woodFilters(wood) + lampDefs,
    contents: `
    <ellipse cx="720" cy="1352" rx="330" ry="30" fill="#2a1606" opacity="0.3" filter="url(#softer)"/>
    <g fill="${dark}"><path d="M482 1010 h38 l-14 286 h-18 z"/><path d="M820 1010 h38 l-6 286 h-18 z"/></g>
    <g fill="${ground}" filter="url(#upright1)"><path d="M410 1004 h62 l-34 346 h-32 z"/><path d="M868 1004 h62 l4 346 h-32 z"/></g>
    <g fill="${light}" opacity="0.55"><path d="M410 1004 h9 l-6 346 h-7 z"/><path d="M868 1004 h9 l31 346 h-6 z"/></g>
    <g fill="${dark}" opacity="0.3"><path d="M456 1004 h16 l-34 346 h-9 z"/><path d="M914 1004 h16 l4 346 h-9 z"/></g>
    <rect x="408" y="826" width="524" height="190" rx="5" fill="${ground}" filter="url(#along2)"/>
    <rect x="408" y="826" width="524" height="190" rx="5" fill="url(#aside)"/>
    <rect x="408" y="826" width="524" height="22" fill="${dark}" opacity="0.32"/>
    <rect x="434" y="852" width="472" height="142" rx="4" fill="${dark}" opacity="0.75"/>
    <rect x="438" y="855" width="464" height="135" rx="4" fill="${ground}" filter="url(#along3)"/>
    <path d="M438 857 h464" stroke="${light}" stroke-width="4"/>
    <rect x="438" y="855" width="464" height="135" rx="4" fill="url(#aside)" opacity="0.7"/>
    <ellipse cx="680" cy="934" rx="28" ry="22" fill="#2a1606" opacity="0.34" filter="url(#soft)"/>
    <circle cx="670" cy="922" r="25" fill="${dark}"/><circle cx="669" cy="921" r="21" fill="${ground}"/>
    <circle cx="664" cy="915" r="11" fill="${light}"/>
    <path d="M420 764 H920 L962 804 H378 Z" fill="${light}" filter="url(#along1)"/>
    <path d="M378 804 H962 V826 Q962 832 956 832 H384 Q378 832 378 826 Z" fill="${ground}" filter="url(#along3)"/>
    <path d="M378 806 H962" stroke="${light}" stroke-width="4"/>
    <path d="M378 830 H962" stroke="${dark}" stroke-width="3" opacity="0.5"/>
    ${tableLamp(520, 790, glaze)}
    ${bookStack(796, 792, [
      ['#34505c', 214],
      ['#c9903a', 184],
    ])}
    ${spectacles(796, 718)}`,
  });
}
