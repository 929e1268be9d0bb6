const OVERLAY_SCENES = ['bars', 'qr', 'ticker'] as const;
export type OverlayScene = (typeof OVERLAY_SCENES)[number];

/** What the address asks for; see docs/overlay.md. */
export interface OverlayOptions {
  readonly scene: OverlayScene;
  /** Made-up moving figures, so that the streamer can place the overlay before anybody votes. */
  readonly test: boolean;
}

/** `null`: not an overlay, the whole stage. */
export function overlayOptions(search: string): OverlayOptions | null {
  const query = new URLSearchParams(search);
  if (query.get('overlay') !== '1') return null;
  const scene = OVERLAY_SCENES.find((name) => name === query.get('scene')) ?? 'bars';
  return { scene, test: query.get('test') === '1' };
}
