import confetti from 'canvas-confetti';

/** Paper scraps from both lower corners, once. No worker: the page's policy allows none. */
export function throwConfetti(canvas: HTMLCanvasElement): void {
  const colors = [hexOf(getComputedStyle(canvas).color), '#f6efe1', '#bfb29d', '#d8ccb6'];
  const fire = confetti.create(canvas, { resize: true, useWorker: false });
  const scale = canvas.clientWidth / 1280;
  const scraps = {
    particleCount: 90,
    spread: 62,
    startVelocity: 62 * scale,
    gravity: scale,
    scalar: 1.1 * scale,
    ticks: 260,
    colors,
    shapes: ['square' as const],
    disableForReducedMotion: true,
  };
  fire({ ...scraps, angle: 60, origin: { x: 0, y: 0.95 } });
  fire({ ...scraps, angle: 120, origin: { x: 1, y: 0.95 } });
}

/** `rgb(140, 199, 160)` → `#8cc7a0`, the only notation the library reads. */
function hexOf(color: string): string {
  const parts = color.match(/[\d.]+/g)?.slice(0, 3) ?? [];
  return `#${parts.map((part) => Math.round(Number(part)).toString(16).padStart(2, '0')).join('')}`;
}
