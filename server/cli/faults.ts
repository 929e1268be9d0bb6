import type { CliFault } from './parse.ts';
import type { ServerTexts } from '../web/texts.ts';

/** Two lines for a command line that is not understood; the exit code for it is 2. */
export function faultText(fault: CliFault, texts: ServerTexts): string {
  return `${sentence(fault, texts)}\n${texts.tryHelp}\n`;
}

function sentence(fault: CliFault, texts: ServerTexts): string {
  switch (fault.kind) {
    case 'unknown-word':
      return texts.unknownWord(fault.word);
    case 'unknown-flag':
      return texts.unknownFlag(fault.flag);
    case 'needs-value':
      return texts.needsValue(fault.flag);
    case 'takes-no-value':
      return texts.takesNoValue(fault.flag);
    case 'needs-slug':
      return texts.needsSlug;
    case 'needs-file':
      return texts.needsFile;
    case 'bad-port':
      return texts.badPort(fault.value);
    case 'bad-url':
      return texts.badUrl(fault.value);
  }
}
