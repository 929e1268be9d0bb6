import type { Boot } from '../../shared/boot.ts';

/** What the server wrote into the page; a page without it (a broken proxy) still starts. */
export function readBoot(): Boot {
  const text = document.getElementById('boot')?.textContent;
  if (text) return JSON.parse(text) as Boot;
  return { language: 'de', publicUrl: location.origin, version: '' };
}
