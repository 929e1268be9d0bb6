import { drawScene } from './scene.ts';
import { ash, woodFilters } from './wood.ts';
import { bookStack, cup } from './things.ts';

/** A round ash top with a raised edge on three splayed legs, under a hanging lamp. */
export function roundOnThreeLegs(): string {
  const { ground, light, dark } = ash;
  return drawScene({
    wall: '#dfe0cb',
    shade: '#b3b795',
    blanket: '#c99a3e',
    defs: `${woodFilters(ash)}<linearGradient id="dome" x1="0" y1="0" x2="1" y2="0">
      <stop offset="0" stop-color="#4d6660"/><stop offset="0.35" stop-color="#3a524d"/><stop offset="1" stop-color="#22332f"/></linearGradient>`,
    contents: `
    <ellipse cx="600" cy="560" rx="420" ry="420" fill="url(#glow)"/>
    <path d="M600 0 V330" stroke="#2f2a22" stroke-width="5"/>
    <rect x="588" y="322" width="24" height="34" rx="5" fill="#b08a4a"/>
    <path d="M462 486 C462 404 524 354 600 354 C676 354 738 404 738 486 Z" fill="url(#dome)"/>
    <ellipse cx="600" cy="486" rx="138" ry="20" fill="#fff3cd"/>
    <path d="M462 486 A138 20 0 0 0 738 486" stroke="#22332f" stroke-width="5" fill="none"/>
    <path d="M500 440 C510 400 540 378 570 372" stroke="#fff" stroke-opacity="0.3" stroke-width="8" fill="none" stroke-linecap="round"/>
    <ellipse cx="700" cy="1352" rx="320" ry="32" fill="#2a1606" opacity="0.28" filter="url(#softer)"/>
    <path d="M660 930 h44 l8 344 h-22 z" fill="${dark}" filter="url(#upright3)"/>
    <g fill="${ground}" filter="url(#upright1)"><path d="M508 930 h56 l-98 424 h-30 z"/><path d="M784 930 h56 l88 424 h-30 z"/></g>
    <g fill="${light}" opacity="0.7"><path d="M508 930 h10 l-74 424 h-8 z"/><path d="M784 930 h10 l110 424 h-6 z"/></g>
    <g fill="${dark}" opacity="0.34"><path d="M548 930 h16 l-98 424 h-9 z"/><path d="M824 930 h16 l88 424 h-9 z"/></g>
    <ellipse cx="676" cy="1104" rx="168" ry="26" fill="${dark}"/>
    <ellipse cx="676" cy="1094" rx="168" ry="26" fill="${light}" filter="url(#along2)"/>
    <path d="M600 1084 C640 1070 660 1072 678 1082 C700 1070 730 1070 764 1080 L772 1096 C734 1086 706 1088 682 1098 C656 1088 630 1088 596 1100 Z" fill="#fbf5e6" stroke="#c9b48a" stroke-width="2.5"/>
    <path d="M678 1082 L682 1098" stroke="#c9b48a" stroke-width="3"/>
    <ellipse cx="676" cy="950" rx="210" ry="26" fill="#2a1606" opacity="0.34" filter="url(#soft)"/>
    <path d="M386 874 V908 A290 52 0 0 0 966 908 V874 Z" fill="${ground}" filter="url(#along3)"/>
    <path d="M386 874 V908 A290 52 0 0 0 966 908 V874 Z" fill="url(#aside)"/>
    <ellipse cx="676" cy="874" rx="290" ry="52" fill="${light}"/>
    <ellipse cx="676" cy="878" rx="272" ry="44" fill="${dark}" opacity="0.55"/>
    <ellipse cx="676" cy="881" rx="270" ry="42" fill="${ground}" filter="url(#along1)"/>
    <ellipse cx="610" cy="872" rx="160" ry="24" fill="#fff6da" opacity="0.5" filter="url(#soft)"/>
    ${cup(800, 886, '#b86a4b')}
    ${bookStack(560, 892, [
      ['#7d3340', 206],
      ['#e0cfa6', 178],
    ])}`,
  });
}
