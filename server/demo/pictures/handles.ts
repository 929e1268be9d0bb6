import { oak, woodFilters } from './wood.ts';

/** Three ways to open the same oak drawer, seen from near. */
export function turnedKnob(): string {
  return drawFront(`
    <ellipse cx="650" cy="850" rx="150" ry="120" fill="#2a1606" opacity="0.42" filter="url(#softer)"/>
    <circle cx="600" cy="790" r="122" fill="${oak.dark}"/>
    <circle cx="598" cy="786" r="116" fill="#8a5f41" filter="url(#upright1)"/>
    <g fill="none" stroke="#452b1b" stroke-opacity="0.3" stroke-width="4"><circle cx="596" cy="784" r="92"/><circle cx="594" cy="782" r="62"/></g>
    <circle cx="598" cy="786" r="116" fill="url(#dome)"/>
    <ellipse cx="556" cy="734" rx="34" ry="24" fill="#fff" opacity="0.32" filter="url(#soft)"/>`);
}

export function leatherLoop(): string {
  return drawFront(`
    <path d="M530 640 C520 900 540 1010 600 1010 C660 1010 680 900 670 640 Z" fill="#2a1606" opacity="0.42" transform="translate(34 34)" filter="url(#soft)"/>
    <path d="M524 622 C512 900 530 1000 600 1000 C670 1000 688 900 676 622 Q600 606 524 622 Z" fill="#8a4f2c"/>
    <path d="M524 622 C512 900 530 1000 600 1000 C670 1000 688 900 676 622 Q600 606 524 622 Z" fill="url(#aside)"/>
    <path d="M560 946 C570 976 630 976 640 946 C630 962 570 962 560 946 Z" fill="#2a1606" opacity="0.34"/>
    <path d="M544 640 C536 890 546 976 600 976 C654 976 664 890 656 640" stroke="#e6bd8c" stroke-width="5" stroke-dasharray="20 12" fill="none"/>
    <circle cx="600" cy="682" r="25" fill="#8c6a2f"/><circle cx="598" cy="680" r="21" fill="#d9b566"/><circle cx="592" cy="673" r="8" fill="#fff2cc"/>`);
}

export function brassBar(): string {
  return drawFront(`
    <rect x="392" y="836" width="470" height="34" rx="17" fill="#2a1606" opacity="0.45" filter="url(#soft)"/>
    <g><rect x="404" y="758" width="44" height="58" rx="6" fill="#8c6a2f"/><rect x="752" y="758" width="44" height="58" rx="6" fill="#8c6a2f"/></g>
    <rect x="352" y="766" width="496" height="46" rx="23" fill="url(#brass)"/>
    <rect x="372" y="775" width="456" height="8" rx="4" fill="#fff7da" opacity="0.8"/>`);
}

function drawFront(handle: string): string {
  const { ground, light, dark } = oak;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-120 250 1440 1080" width="1600" height="1200">
  <defs>
    ${woodFilters({ ...oak, depth: 0.4 }, 2.2)}
    <linearGradient id="aside" x1="0" y1="0" x2="1" y2="0">
      <stop offset="0" stop-color="#fff" stop-opacity="0.2"/><stop offset="0.5" stop-color="#fff" stop-opacity="0"/>
      <stop offset="1" stop-color="#2a1606" stop-opacity="0.22"/>
    </linearGradient>
    <radialGradient id="dome" cx="0.36" cy="0.3" r="0.8"><stop offset="0" stop-color="#fff" stop-opacity="0.34"/>
      <stop offset="0.5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#180b03" stop-opacity="0.5"/></radialGradient>
    <linearGradient id="brass" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f1d894"/>
      <stop offset="0.45" stop-color="#c99f4a"/><stop offset="1" stop-color="#7f5c22"/></linearGradient>
    <linearGradient id="fade" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2a1606" stop-opacity="0.5"/>
      <stop offset="1" stop-color="#2a1606" stop-opacity="0"/></linearGradient>
    <filter id="soft" x="-0.3" y="-0.3" width="1.6" height="1.6"><feGaussianBlur stdDeviation="12"/></filter>
    <filter id="softer" x="-0.5" y="-0.5" width="2" height="2"><feGaussianBlur stdDeviation="26"/></filter>
    <filter id="paper" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
      <feTurbulence type="fractalNoise" baseFrequency="0.75" numOctaves="2" seed="9"/>
      <feColorMatrix values="0 0 0 0 0.24 0 0 0 0 0.16 0 0 0 0 0.08 0.5 0 0 0 -0.2"/>
    </filter>
  </defs>
  <rect x="-200" width="1600" height="1500" fill="${dark}"/>
  <rect x="-200" width="1600" height="210" fill="${light}" filter="url(#along1)"/>
  <rect y="204" x="-200" width="1600" height="10" fill="${light}"/>
  <rect y="214" x="-200" width="1600" height="1286" fill="${ground}" filter="url(#along2)"/>
  <rect y="214" x="-200" width="1600" height="90" fill="url(#fade)"/>
  <rect x="-260" y="356" width="1374" height="880" rx="10" fill="#3f2812"/>
  <rect x="-260" y="368" width="1362" height="856" rx="8" fill="${ground}" filter="url(#along3)"/>
  <path d="M-260 371 H1098" stroke="${light}" stroke-width="7"/><path d="M1099 374 V1220" stroke="${dark}" stroke-width="5" opacity="0.6"/>
  <rect y="1236" x="-200" width="1600" height="60" fill="url(#fade)" opacity="0.6"/>
  <g fill="#fff6dc" opacity="0.26" filter="url(#softer)"><path d="M520 214 H1010 L700 1500 H210 Z"/></g>
  <rect x="-200" width="1600" height="1500" fill="url(#aside)" opacity="0.6"/>
  ${handle}
  <rect x="-200" width="1600" height="1500" filter="url(#paper)" opacity="0.5"/>
</svg>`;
}
