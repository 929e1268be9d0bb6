import { drawScene } from './scene.ts';
import { bookStack, cup, twig } from './things.ts';
import { walnut, woodFilters } from './wood.ts';

/** A walnut box with an open shelf over a low drawer, on a set-back plinth. */
export function walnutWithShelf(): string {
  const { ground, light, dark } = walnut;
  return drawScene({
    wall: '#e6d2c0',
    shade: '#cda68c',
    blanket: '#5f7466',
    defs: woodFilters(walnut),
    contents: `
    <ellipse cx="730" cy="1346" rx="330" ry="26" fill="#2a1606" opacity="0.38" filter="url(#softer)"/>
    <path d="M452 1290 H900 V1344 H452 Z" fill="#2b1a10"/>
    <path d="M420 786 H934 L966 822 H388 Z" fill="${light}" filter="url(#along1)"/>
    <rect x="388" y="820" width="578" height="480" rx="14" fill="${ground}" filter="url(#upright2)"/>
    <path d="M418 852 H936 V1080 H418 Z" fill="#3a2416" filter="url(#along2)"/>
    <path d="M418 852 H936 V896 H418 Z" fill="#1c0f07" opacity="0.55" filter="url(#soft)"/>
    <path d="M418 852 h52 v196 l-52 32 Z" fill="#1c0f07" opacity="0.4"/>
    <path d="M470 1048 H936 V1080 H418 Z" fill="${ground}" opacity="0.75" filter="url(#along1)"/>
    <path d="M388 822 H966 V853 H388 Z" fill="${ground}" filter="url(#along3)"/>
    <path d="M390 823 H964" stroke="${light}" stroke-width="4"/>
    ${bookStack(590, 1066, [
      ['#a8493a', 224],
      ['#e3d2ae', 196],
      ['#3f5a63', 208],
    ])}
    <g transform="translate(800 1066)"><ellipse cx="10" rx="96" ry="9" fill="#1c0f07" opacity="0.6" filter="url(#soft)"/>
      <path d="M-84 -92 H84 L70 -4 Q0 6 -70 -4 Z" fill="#cdaa70"/>
      <path d="M-82 -72 H82 M-79 -50 H79 M-75 -28 H75" stroke="#8f6c38" stroke-width="4" stroke-dasharray="13 7"/>
      <path d="M-80 -61 H80 M-76 -39 H76 M-72 -17 H72" stroke="#8f6c38" stroke-width="4" stroke-dasharray="13 7" stroke-dashoffset="10"/>
      <path d="M-88 -100 H88 V-84 H-88 Z" fill="#b58f53"/><path d="M-60 -100 C-40 -128 10 -132 58 -100 Z" fill="#efe6d4"/></g>
    <path d="M418 1080 H936 V1106 H418 Z" fill="${ground}" filter="url(#along3)"/>
    <path d="M418 1082 H936" stroke="${light}" stroke-width="3" opacity="0.8"/>
    <path d="M388 1268 H966 V1286 Q966 1300 952 1300 H402 Q388 1300 388 1286 Z" fill="${ground}" filter="url(#along1)"/>
    <path d="M418 1106 H936 V1272 H418 Z" fill="${dark}"/>
    <path d="M423 1112 H931 V1268 H423 Z" fill="${ground}" filter="url(#along2)"/>
    <path d="M423 1114 H931" stroke="${light}" stroke-width="3" opacity="0.7"/>
    <path d="M600 1112 H754 Q748 1142 716 1142 H638 Q606 1142 600 1112 Z" fill="#1f1109"/>
    <path d="M604 1118 Q614 1142 638 1143 H716 Q740 1142 750 1118" stroke="${light}" stroke-width="3" fill="none" opacity="0.6"/>
    <rect x="388" y="820" width="578" height="480" rx="14" fill="url(#aside)"/>
    ${twig(812, 810, '#7c8f70')}
    ${cup(548, 808, '#f1e8d8')}`,
  });
}
