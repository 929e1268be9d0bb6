import type { door as de } from '../de/door.ts';
import type { Messages } from '../messages.ts';

export const door: Messages<typeof de> = {
  welcome: 'You have a say here.',
  codeLabel: 'Code',
  codeHint: 'Six characters. You find them on the screen or in the invitation.',
  codeGo: 'Join in',
  codeShort: 'The code has six characters, for example K7P-X2M.',
  codeUnknown: 'We do not know this code. Compare it with the screen once more.',
  studio: 'To the studio',

  gone: 'This vote no longer exists.',
  goneNext: 'Ask for a new link or enter another code.',
  missing: 'There is nothing behind this link.',
  missingNext: 'Perhaps a character is missing. Enter the code that is shown on the screen.',
};
