const OVERLAY_SCENES = ['bars', 'duel', 'qr', 'ticker'] as const;
export type OverlayScene = (typeof OVERLAY_SCENES)[number];

/** What the maker can put forward, made up for placing it. */
const TEST_SCENES = ['idea', 'outcome', 'credits'] as const;
export type TestScene = (typeof TEST_SCENES)[number] | 'bars';

/** What the address asks for; see docs/overlay.md. */
export interface OverlayOptions {
  readonly scene: OverlayScene;
  /** Made-up moving figures, so that the streamer can place the overlay before anybody votes; `null`: the real ones. */
  readonly test: TestScene | null;
}

/** `null`: not an overlay, the whole stage. */
export function overlayOptions(search: string): OverlayOptions | null {
  const query = new URLSearchParams(search);
  if (query.get('overlay') !== '1') return null;
  const scene = OVERLAY_SCENES.find((name) => name === query.get('scene')) ?? 'bars';
  const test = TEST_SCENES.find((name) => name === query.get('test'));
  return { scene, test: test ?? (query.get('test') === '1' ? 'bars' : null) };
}
