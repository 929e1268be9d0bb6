import { ZodError } from 'zod';
import { RedisUnreachable } from '../store/redis-address.ts';
import { RedisEmptied } from '../store/redis-epoch.ts';
import { FolderInUse } from '../store/sqlite-lock.ts';
import type { ServerTexts } from '../web/texts.ts';
import { FiguresPortTaken } from './figures.ts';
import { NothingStarted } from './started-folder.ts';

/** One sentence for what an operator can put right; `null`: a bug, worth its stack. The exit code for both is 1. */
export function outageText(fault: unknown, texts: ServerTexts): string | null {
  const sentence = sentenceFor(fault, texts);
  return sentence === null ? null : `${sentence}\n`;
}

function sentenceFor(fault: unknown, texts: ServerTexts): string | null {
  if (fault instanceof FolderInUse) return texts.folderInUse(fault.folder, fault.pid);
  if (fault instanceof NothingStarted) return texts.nothingStarted(fault.folder);
  if (fault instanceof RedisUnreachable) return texts.redisUnreachable(fault.address, fault.reason);
  if (fault instanceof RedisEmptied) return texts.redisEmptied;
  if (fault instanceof ZodError)
    return texts.badSetting(fault.issues.map(({ path }) => nameOf(path.join('.'), texts)).join(', '));
  if (fault instanceof FiguresPortTaken) return texts.badSetting('MITWERK_METRICS_PORT');
  const { code, path, address } = fault as NodeJS.ErrnoException & { address?: string };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') {
    return path === undefined ? texts.portForbidden : texts.folderRefused(path);
  }
  if (code === 'ENOSPC') return texts.diskFull;
  return code === 'EADDRNOTAVAIL' ? texts.hostRefused(address ?? '') : null;
}

/** With what would be right. */
function nameOf(setting: string, { settings }: ServerTexts): string {
  const right = new Map(Object.entries(settings)).get(setting);
  return right === undefined ? setting : `${setting} (${right})`;
}
