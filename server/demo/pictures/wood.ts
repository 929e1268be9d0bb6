/** A kind of wood: its ground, its grain, and the light and dark its edges take. */
export interface Wood {
  readonly ground: string;
  /** Red, green, blue of the grain, 0..1. */
  readonly grain: readonly [number, number, number];
  /** How strongly the grain shows, 0..1. */
  readonly depth: number;
  readonly light: string;
  readonly dark: string;
}

export const oak: Wood = {
  ground: '#d6b07c',
  grain: [0.49, 0.32, 0.15],
  depth: 0.52,
  light: '#ecd3a8',
  dark: '#8f683a',
};
export const walnut: Wood = {
  ground: '#8a5f41',
  grain: [0.2, 0.11, 0.06],
  depth: 0.72,
  light: '#b18763',
  dark: '#452b1b',
};
export const ash: Wood = {
  ground: '#e6d2b0',
  grain: [0.56, 0.42, 0.25],
  depth: 0.5,
  light: '#f6e9d0',
  dark: '#a98c60',
};
export const cherry: Wood = {
  ground: '#bd7448',
  grain: [0.42, 0.18, 0.08],
  depth: 0.5,
  light: '#dc9d70',
  dark: '#713a1e',
};

/**
 * Filters that lay a wood's grain over what they are used on, three boards of each direction: `url(#along1)`,
 * `url(#upright1)` … `near` magnifies the grain for what is seen from close.
 */
export function woodFilters(wood: Wood, near = 1): string {
  const long = (frequency: number) => frequency / near;
  return [1, 2, 3]
    .flatMap((board) => [
      woodFilter(
        `along${board}`,
        wood,
        `${long(0.0022)} ${long(0.05)}`,
        `${long(0.006)} ${long(0.34)}`,
        board * 7,
      ),
      woodFilter(
        `upright${board}`,
        wood,
        `${long(0.05)} ${long(0.0022)}`,
        `${long(0.34)} ${long(0.006)}`,
        board * 11,
      ),
    ])
    .join('');
}

function woodFilter(id: string, wood: Wood, broad: string, fine: string, seed: number): string {
  const [r, g, b] = wood.grain;
  const tint = (strength: number, floor: number) =>
    `0 0 0 0 ${r} 0 0 0 0 ${g} 0 0 0 0 ${b} ${strength} 0 0 0 ${floor}`;
  const { depth } = wood;
  return `<filter id="${id}" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
    <feTurbulence type="fractalNoise" baseFrequency="${broad}" numOctaves="3" seed="${seed}" result="n1"/>
    <feColorMatrix in="n1" values="${tint(depth * 4.2, -depth * 1.85)}" result="broad"/>
    <feTurbulence type="fractalNoise" baseFrequency="${fine}" numOctaves="2" seed="${seed + 1}" result="n2"/>
    <feColorMatrix in="n2" values="${tint(depth * 1.7, -depth * 0.72)}" result="fine"/>
    <feMerge result="grain"><feMergeNode in="broad"/><feMergeNode in="fine"/></feMerge>
    <feComposite in="grain" in2="SourceAlpha" operator="in" result="cut"/>
    <feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="cut"/></feMerge>
  </filter>`;
}
