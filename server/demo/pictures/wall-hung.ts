import { drawScene } from './scene.ts';
import { bookStack, spectacles } from './things.ts';
import { cherry, woodFilters } from './wood.ts';

/** A cherry box with dovetailed corners that hangs on the wall, with a leather pull. */
export function wallHung(): string {
  const { ground, light, dark } = cherry;
  return drawScene({
    wall: '#dbe0dc',
    shade: '#a9b5b3',
    blanket: '#34505c',
    defs: woodFilters(cherry),
    contents: `
    <ellipse cx="590" cy="520" rx="380" ry="340" fill="url(#glow)"/>
    <rect x="820" y="370" width="46" height="112" rx="12" fill="#a37b3f"/><rect x="828" y="376" width="10" height="100" rx="5" fill="#e4c587"/>
    <path d="M842 426 L700 372 L590 410" stroke="#a37b3f" stroke-width="11" fill="none" stroke-linejoin="round" stroke-linecap="round"/>
    <circle cx="700" cy="372" r="13" fill="#e4c587"/>
    <path d="M570 398 L618 412 L672 520 Q590 560 494 488 Z" fill="#f7efdd"/>
    <path d="M618 412 L672 520 Q640 536 600 534 Z" fill="#2a1606" opacity="0.12"/>
    <path d="M494 488 Q590 560 672 520 Q640 498 580 486 Q520 474 494 488 Z" fill="#fff4cf"/>
    <path d="M420 1064 H958 L986 1124 H446 Z" fill="#20302f" opacity="0.34" filter="url(#softer)"/>
    <path d="M414 812 H938 L966 844 H386 Z" fill="${light}" filter="url(#along1)"/>
    <rect x="386" y="842" width="580" height="222" rx="5" fill="${ground}" filter="url(#along2)"/>
    <g fill="${dark}" opacity="0.75">${dovetails(386, 1)}${dovetails(966, -1)}</g>
    <path d="M388 844 H964" stroke="${light}" stroke-width="4"/>
    <path d="M420 872 H932 V1036 H420 Z" fill="#3f1d0c"/>
    <path d="M425 877 H927 V1031 H425 Z" fill="${ground}" filter="url(#along3)"/>
    <path d="M425 879 H927" stroke="${light}" stroke-width="3"/>
    <path d="M654 936 C652 1000 658 1016 676 1016 C694 1016 700 1000 698 936 Z" fill="#5b3a26" opacity="0.4" transform="translate(10 8)"/>
    <path d="M652 930 C650 998 656 1014 676 1014 C696 1014 702 998 700 930 Z" fill="#6b3f24"/>
    <path d="M659 936 C658 992 662 1006 676 1006 C690 1006 694 992 693 936" stroke="#d9a878" stroke-width="2.5" stroke-dasharray="7 5" fill="none"/>
    <circle cx="676" cy="942" r="8" fill="#e4c587"/>
    <rect x="386" y="842" width="580" height="222" rx="5" fill="url(#aside)"/>
    ${bookStack(560, 832, [
      ['#d8c8a4', 226],
      ['#8a4a3d', 200],
    ])}
    ${spectacles(556, 756)}
    <g transform="translate(836 832)"><ellipse cx="16" rx="70" ry="9" fill="#2a1606" opacity="0.3" filter="url(#soft)"/>
      <path d="M-34 -98 H34 L44 0 H-44 Z" fill="#e9f0ee" fill-opacity="0.55"/><path d="M-39 -60 H39 L44 0 H-44 Z" fill="#b9d2d3" fill-opacity="0.7"/>
      <ellipse cy="-98" rx="34" ry="6" fill="#fff" fill-opacity="0.8"/><ellipse cy="-60" rx="39" ry="6" fill="#e7f3f3" fill-opacity="0.9"/>
      <path d="M-27 -88 L-34 -14" stroke="#fff" stroke-opacity="0.85" stroke-width="5" stroke-linecap="round"/></g>
    ${slippers()}`,
  });
}

function dovetails(x: number, way: 1 | -1): string {
  return [866, 922, 978, 1034]
    .map((y) => `<path d="M${x} ${y - 10} l${way * 28} -7 v34 l${way * -28} -7 z"/>`)
    .join('');
}

/** Felt slippers, seen from the side. */
function slippers(): string {
  const one = (x: number, y: number) => `<g transform="translate(${x} ${y})">
    <ellipse cx="10" cy="26" rx="124" ry="13" fill="#2a1606" opacity="0.4" filter="url(#soft)"/>
    <path d="M-112 12 H112 Q124 12 122 22 Q120 30 106 30 H-100 Q-116 30 -116 20 Z" fill="#efe2c8"/>
    <path d="M-112 14 C-116 -26 -84 -52 -36 -52 C4 -52 24 -30 34 -4 C60 2 92 4 114 14 Z" fill="#8a8f90"/>
    <path d="M34 -4 C60 2 92 4 114 14 H30 Z" fill="#6e7476"/>
    <path d="M-36 -52 C4 -52 24 -30 34 -4 L18 0 C8 -26 -10 -40 -40 -42 Z" fill="#f5eddd"/>
    <path d="M-98 -6 C-92 -28 -74 -38 -50 -40" stroke="#fff" stroke-opacity="0.35" stroke-width="6" fill="none" stroke-linecap="round"/></g>`;
  return one(560, 1272) + one(660, 1326);
}
