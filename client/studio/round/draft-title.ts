import { LIMITS } from '../../../shared/limits.ts';
import { letter } from '../../lib/letter.ts';

/** Words that cameras, messengers and screenshots put into file names; they tell a voter nothing. */
const NOISE = new Set(
  (
    'img image bild foto photo picture pic dsc dscn dscf pxl mvimg gopr mp wa whatsapp signal telegram file scan ' +
    'screenshot screen shot bildschirmfoto camera kamera untitled unbenannt ohne titel download edited copy kopie ' +
    'at um am pm von vom'
  ).split(' '),
);

/** A title from a file's name; `fallback` where the name says nothing, e.g. `IMG_1234.jpg`. */
export function draftTitle(fileName: string, fallback: string): string {
  const name = fileName
    .normalize('NFC')
    .replace(/\.(jpe?g|png|webp|hei[cf]|gif|avif|tiff?|bmp)$/i, '')
    .replace(/[_+~]+/g, ' ')
    .trim();
  // One hyphen joins a compound ("Eiche-Nachttisch"), several stand for spaces ("eiche-natur-klein").
  const title = (/ |-.*-/.test(name) ? name.replace(/(\S)-(?=\S)/g, '$1 ') : name).replace(/\s+/g, ' ');
  if (tellsNothing(title)) return fallback;
  return (title.charAt(0).toLocaleUpperCase() + title.slice(1)).slice(0, LIMITS.draftTitle);
}

/** The first lettered title that no draft has yet, counting from the draft's own place. */
export function freeTitle(titles: readonly string[], named: (letter: string) => string): string {
  const taken = new Set(titles);
  let index = titles.length;
  while (taken.has(named(letter(index)))) index += 1;
  return named(letter(index));
}

/**
 * Drafts that are called by a letter other than their own, with the title they should have: every screen shows a
 * draft's letter by its place, and "A · Entwurf C" would be read as a mistake.
 */
export function outOfPlace(
  titles: readonly string[],
  named: (letter: string) => string,
): { readonly index: number; readonly title: string }[] {
  return titles.flatMap((title, index) => {
    const own = named(letter(index));
    return title !== own && isLettered(title, named) ? [{ index, title: own }] : [];
  });
}

/** The title is only a letter: nobody has given the draft a name. */
export function isLettered(title: string, named: (letter: string) => string): boolean {
  const [before = '', after = ''] = named('\n').split('\n');
  if (!title.startsWith(before) || !title.endsWith(after)) return false;
  return /^([A-Z]|\d{2,3})$/.test(title.slice(before.length, title.length - after.length));
}

function tellsNothing(title: string): boolean {
  if (/^[0-9a-f]{4,}(?=.*\d)([ -]?[0-9a-f]{4,})+$/i.test(title)) return true;
  return title.split(/[ -]/).every((word) => {
    const letters = word.replace(/[^\p{L}]/gu, '').toLowerCase();
    return letters.length < 2 || NOISE.has(letters);
  });
}
