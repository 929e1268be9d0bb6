/** A corner of a bedroom, four to three: wall, window light, floor and the edge of a bed. */
export interface Scene {
  readonly wall: string;
  /** The wall where it is dark. */
  readonly shade: string;
  readonly blanket: string;
  /** Filters and gradients the contents use. */
  readonly defs: string;
  readonly contents: string;
}

const FLOOR = 1190;

export function drawScene({ wall, shade, blanket, defs, contents }: Scene): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-160 312 1440 1080" width="1600" height="1200">
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="${wall}"/><stop offset="1" stop-color="${shade}"/>
    </linearGradient>
    <linearGradient id="floor" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#b08a62"/><stop offset="1" stop-color="#c8a57c"/>
    </linearGradient>
    <linearGradient id="linen" x1="0" y1="0" x2="1" y2="0">
      <stop offset="0" stop-color="#f7f1e4"/><stop offset="0.7" stop-color="#efe6d4"/><stop offset="1" stop-color="#d9ccb4"/>
    </linearGradient>
    <radialGradient id="glow"><stop offset="0" stop-color="#fff0c4" stop-opacity="0.95"/>
      <stop offset="0.35" stop-color="#ffe3a3" stop-opacity="0.42"/><stop offset="1" stop-color="#ffd98a" stop-opacity="0"/></radialGradient>
    <linearGradient id="aside" x1="0" y1="0" x2="1" y2="0">
      <stop offset="0" stop-color="#fff" stop-opacity="0.16"/><stop offset="0.5" stop-color="#fff" stop-opacity="0"/>
      <stop offset="1" stop-color="#2a1606" stop-opacity="0.2"/>
    </linearGradient>
    <linearGradient id="fall" x1="0" y1="0" x2="1" y2="0">
      <stop offset="0.6" stop-color="#2a1606" stop-opacity="0"/><stop offset="1" stop-color="#2a1606" stop-opacity="0.26"/>
    </linearGradient>
    <filter id="soft" x="-0.3" y="-0.3" width="1.6" height="1.6"><feGaussianBlur stdDeviation="9"/></filter>
    <filter id="softer" x="-0.5" y="-0.5" width="2" height="2"><feGaussianBlur stdDeviation="22"/></filter>
    <filter id="boards" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
      <feTurbulence type="fractalNoise" baseFrequency="0.004 0.09" numOctaves="3" seed="5"/>
      <feColorMatrix values="0 0 0 0 0.3 0 0 0 0 0.17 0 0 0 0 0.06 0.8 0 0 0 -0.34"/>
      <feComposite in2="SourceAlpha" operator="in" result="g"/>
      <feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="g"/></feMerge>
    </filter>
    <filter id="paper" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
      <feTurbulence type="fractalNoise" baseFrequency="0.75" numOctaves="3" seed="9"/>
      <feColorMatrix values="0 0 0 0 0.24 0 0 0 0 0.16 0 0 0 0 0.08 0.5 0 0 0 -0.2"/>
    </filter>
    <filter id="plaster" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
      <feTurbulence type="fractalNoise" baseFrequency="0.006 0.009" numOctaves="4" seed="2"/>
      <feColorMatrix values="0 0 0 0 1 0 0 0 0 0.98 0 0 0 0 0.92 1.3 0 0 0 -0.52"/>
    </filter>
    ${defs}
  </defs>
  <rect x="-200" width="1600" height="${FLOOR}" fill="url(#wall)"/>
  <rect x="-200" width="1600" height="${FLOOR}" filter="url(#plaster)" opacity="0.22"/>
  ${windowLight()}
  ${floor()}
  ${bed(blanket)}
  ${contents}
  <rect x="-200" width="1600" height="1500" filter="url(#paper)" opacity="0.5"/>
</svg>`;
}

function windowLight(): string {
  const pane = (x: number, y: number) => `<path d="M${x} ${y} l168 -46 l0 236 l-168 46 z"/>`;
  return `<g fill="#fffbe9" opacity="0.5" filter="url(#soft)">
    ${pane(800, 330)}${pane(988, 279)}${pane(800, 586)}${pane(988, 535)}
  </g>`;
}

/** Boards that lie along the wall and grow towards the eye, their ends staggered. */
function floor(): string {
  const edges = [FLOOR + 34, 1262, 1306, 1360, 1424, 1500];
  const joints = [[310, 900, 1290], [-60, 120, 640, 1080], [420, 820, 1250], [180, 1010], [560]];
  const lines = edges.map((y) => `M-200 ${y} H1400`).join(' ');
  const ends = joints
    .flatMap((xs, index) =>
      xs.map((x) => `M${x} ${edges[index]} L${x + (x - 600) * 0.07} ${edges[index + 1]}`),
    )
    .join(' ');
  return `<rect y="${FLOOR}" x="-200" width="1600" height="${1500 - FLOOR}" fill="url(#floor)" filter="url(#boards)"/>
  <path d="${lines} ${ends}" stroke="#6d4a2a" stroke-opacity="0.4" stroke-width="2.5" fill="none"/>
  <path d="M620 1500 L760 1224 H1010 L960 1500 Z" fill="#fff3d2" opacity="0.22" filter="url(#soft)"/>
  <rect y="${FLOOR - 46}" x="-200" width="1600" height="80" fill="#f5eddd"/>
  <rect y="${FLOOR - 46}" x="-200" width="1600" height="5" fill="#fffaf0"/>
  <rect y="${FLOOR + 24}" x="-200" width="1600" height="10" fill="#d8c9ae"/>
  <rect y="${FLOOR + 34}" x="-200" width="1600" height="16" fill="#5a3a1c" opacity="0.18"/>`;
}

/** The bed comes in from the left: headboard, pillow, sheet, and a blanket that sets the colour of the room. */
function bed(blanket: string): string {
  const cover =
    'M-260 962 C70 944 170 944 226 958 Q262 968 264 1004 L268 1316 Q266 1330 250 1330 C170 1338 80 1336 -260 1334 Z';
  return `<g>
    <ellipse cx="120" cy="1338" rx="220" ry="22" fill="#2a1606" opacity="0.32" filter="url(#softer)"/>
    <path d="M-260 566 H116 Q148 566 148 600 V1270 H-260 Z" fill="#bf9d70"/>
    <path d="M-260 566 H116 Q148 566 148 600 V640 Q148 580 112 578 H-260 Z" fill="#e2c79d"/>
    <path d="M118 582 Q148 584 148 620 V1000 H118 Z" fill="#2a1606" opacity="0.12"/>
    <path d="M-260 770 C50 728 172 738 206 786 C238 834 224 888 170 902 C100 914 40 908 -260 908 Z" fill="#fcf8ee"/>
    <path d="M30 782 C92 778 146 792 184 832 M64 872 C110 884 160 878 196 852" stroke="#e2d6bf" stroke-width="5" fill="none" stroke-linecap="round"/>
    <path d="M-260 884 H190 Q244 886 256 944 L262 1010 H-260 Z" fill="url(#linen)"/>
    <path d="${cover}" fill="${blanket}"/>
    <path d="${cover}" fill="url(#fall)"/>
    <path d="M-260 976 C80 958 172 958 222 970 Q252 978 254 1010" stroke="#fff" stroke-opacity="0.28" stroke-width="5" fill="none"/>
    <path d="M-260 990 C80 972 172 972 218 984 Q240 990 242 1014" stroke="#2a1606" stroke-opacity="0.12" stroke-width="3" stroke-dasharray="10 8" fill="none"/>
    <g fill="none" stroke="#2a1606" stroke-opacity="0.1" stroke-width="14" stroke-linecap="round" filter="url(#soft)">
      <path d="M60 1060 C66 1150 52 1240 60 1320"/><path d="M150 1090 C158 1180 142 1260 152 1320"/>
    </g>
    <path d="M-260 1302 C80 1306 180 1306 268 1300" stroke="#fff" stroke-opacity="0.22" stroke-width="4" stroke-dasharray="3 9" fill="none"/>
  </g>`;
}
