/** Small things that stand on a bedside table; `x` is their middle, `y` what they stand on. */

/** A ceramic lamp with a linen shade, lit. */
export function tableLamp(x: number, y: number, glaze: string): string {
  return `<g transform="translate(${x} ${y})">
    <ellipse cx="0" cy="-290" rx="400" ry="360" fill="url(#glow)"/>
    <ellipse cx="26" cy="0" rx="92" ry="13" fill="#2a1606" opacity="0.28" filter="url(#soft)"/>
    <path d="M-52 -2 C-84 -40 -84 -112 -34 -142 C-20 -150 -15 -160 -14 -176 H14 C15 -160 20 -150 34 -142 C84 -112 84 -40 52 -2 Q0 8 -52 -2 Z" fill="${glaze}"/>
    <path d="M-58 -38 C-68 -82 -50 -112 -30 -126 C-46 -100 -50 -66 -44 -30 Z" fill="#fff" opacity="0.4"/>
    <path d="M30 -140 C84 -112 84 -40 52 -2 Q36 3 20 4 C56 -40 58 -100 30 -140 Z" fill="#2a1606" opacity="0.13"/>
    <rect x="-6" y="-206" width="12" height="34" fill="#a37b3f"/>
    <path d="M-82 -372 H82 L136 -190 Q0 -168 -136 -190 Z" fill="#fdf0cf"/>
    <path d="M-82 -372 H82 L136 -190 Q0 -168 -136 -190 Z" fill="url(#shade)"/>
    <path d="M-136 -190 Q0 -168 136 -190" stroke="#d9b878" stroke-width="5" fill="none"/>
    <ellipse cx="0" cy="-372" rx="82" ry="9" fill="#fff8e2"/>
  </g>`;
}

export const lampDefs = `<linearGradient id="shade" x1="0" y1="0" x2="1" y2="0">
  <stop offset="0" stop-color="#f0cf8e"/><stop offset="0.38" stop-color="#fff6da" stop-opacity="0.6"/>
  <stop offset="0.62" stop-color="#fff3d0" stop-opacity="0.4"/><stop offset="1" stop-color="#e5bb73"/></linearGradient>`;

/** Books lying on each other, the lowest first: colour of the cover and width. */
export function bookStack(x: number, y: number, books: readonly (readonly [string, number])[]): string {
  let top = y;
  const drawn = books.map(([cover, width], index) => {
    const height = 34 + (index % 2) * 8;
    top -= height;
    const left = x - width / 2 + (index % 2 === 0 ? -6 : 9);
    return `<g transform="translate(${left} ${top})">
      <rect x="6" y="6" width="${width - 10}" height="${height - 12}" fill="#f6ecd6"/>
      <path d="M8 ${height / 2 - 3} H${width - 8} M8 ${height / 2 + 4} H${width - 8}" stroke="#d8c6a2" stroke-width="2"/>
      <path d="M${width} 0 H14 Q0 0 0 ${height / 2} Q0 ${height} 14 ${height} H${width} V${height - 6} H18 Q9 ${height - 6} 9 ${height / 2} Q9 6 18 6 H${width} Z" fill="${cover}"/>
      <rect x="0" y="${height - 5}" width="${width}" height="5" fill="#2a1606" opacity="0.16"/>
    </g>`;
  });
  return `<ellipse cx="${x + 20}" cy="${y}" rx="130" ry="11" fill="#2a1606" opacity="0.26" filter="url(#soft)"/>${drawn.join('')}`;
}

export function spectacles(x: number, y: number): string {
  return `<g transform="translate(${x} ${y})" fill="none" stroke="#3b2a1c" stroke-width="4.5" stroke-linecap="round">
    <ellipse cx="-30" cy="-13" rx="24" ry="13" fill="#fff" fill-opacity="0.3"/><ellipse cx="30" cy="-13" rx="24" ry="13" fill="#fff" fill-opacity="0.3"/>
    <path d="M-7 -16 Q0 -22 7 -16 M54 -16 L84 -26 M-54 -16 L-62 -24"/></g>`;
}

/** A glass jug with a twig of eucalyptus. */
export function twig(x: number, y: number, leaf: string): string {
  const leaves = [
    [-10, -210, -38],
    [22, -236, 30],
    [-28, -264, -52],
    [34, -296, 44],
    [-18, -322, -34],
    [40, -352, 50],
    [-4, -384, -22],
    [34, -404, 26],
    [18, -440, 4],
  ]
    .map(
      ([dx, dy, turn]) =>
        `<path transform="translate(${dx} ${dy}) rotate(${turn})" d="M0 24 C-26 8 -24 -26 0 -40 C24 -26 26 8 0 24 Z"/>`,
    )
    .join('');
  return `<g transform="translate(${x} ${y})">
    <ellipse cx="22" cy="0" rx="70" ry="10" fill="#2a1606" opacity="0.24" filter="url(#soft)"/>
    <path d="M2 -60 C-4 -160 10 -240 18 -430" stroke="#7b6a45" stroke-width="5" fill="none" stroke-linecap="round"/>
    <path d="M4 -170 C-10 -196 -16 -230 -26 -262 M10 -230 C24 -262 30 -280 36 -300" stroke="#7b6a45" stroke-width="4" fill="none"/>
    <g fill="${leaf}">${leaves}</g><g fill="#fff" opacity="0.12">${leaves}</g>
    <path d="M-26 -150 H26 L30 -136 C52 -108 54 -30 38 -2 Q0 6 -38 -2 C-54 -30 -52 -108 -30 -136 Z" fill="#dfe6df" fill-opacity="0.72"/>
    <path d="M-44 -72 C-46 -40 -44 -16 -37 -4 Q0 5 37 -4 C44 -16 46 -40 44 -72 Q0 -62 -44 -72 Z" fill="#a9c0bb" fill-opacity="0.55"/>
    <path d="M-34 -118 C-44 -90 -44 -44 -36 -18" stroke="#fff" stroke-opacity="0.75" stroke-width="6" fill="none" stroke-linecap="round"/>
  </g>`;
}

export function cup(x: number, y: number, glaze: string): string {
  return `<g transform="translate(${x} ${y})">
    <ellipse cx="14" cy="0" rx="66" ry="9" fill="#2a1606" opacity="0.26" filter="url(#soft)"/>
    <path d="M42 -66 C86 -72 86 -16 36 -22" stroke="${glaze}" stroke-width="11" fill="none"/>
    <path d="M-48 -84 H48 C48 -40 40 -12 28 0 H-28 C-40 -12 -48 -40 -48 -84 Z" fill="${glaze}"/>
    <path d="M14 -84 H48 C48 -40 40 -12 28 0 H4 C20 -20 22 -50 14 -84 Z" fill="#2a1606" opacity="0.12"/>
    <ellipse cx="0" cy="-84" rx="48" ry="8" fill="#6d4a2c"/><path d="M-36 -70 C-34 -44 -30 -24 -24 -12" stroke="#fff" stroke-opacity="0.5" stroke-width="6" fill="none" stroke-linecap="round"/>
  </g>`;
}
