import type { Boot } from '../../shared/boot.ts';

/**
 * What the server wrote into the page, once: it is taken out of the page, so that a name withdrawn later does not stay
 * in it. A page without it (a broken proxy) still starts.
 */
export function readBoot(): Boot {
  const written = document.getElementById('boot');
  written?.remove();
  if (written?.textContent) return JSON.parse(written.textContent) as Boot;
  return { language: 'de', publicUrl: location.origin, version: '' };
}
