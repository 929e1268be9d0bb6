import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second in /proc, on every Linux that Node runs on. */
const PER_SECOND = 100;
/** Parent of all threads of the kernel. */
const KERNEL = 2;

/** Seconds of CPU a process has used; `null`: it is not there, or there is no /proc. */
export function cpuSeconds(pid: number): number | null {
  return exactSeconds(pid) ?? statOf(pid)?.seconds ?? null;
}

/** Bytes of memory a process holds; `null` as above. */
export function residentBytes(pid: number): number | null {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return found === undefined ? null : Number(found) * 1_024;
}

/** Seconds of CPU used so far: by this process and everything it started, and by everybody else's processes. */
export function cpuOfAll(): { readonly own: number; readonly foreign: number } | null {
  const all = new Map(
    processes().flatMap((pid) => {
      const stat = statOf(pid);
      return stat && stat.parent !== KERNEL ? [[pid, stat] as const] : [];
    }),
  );
  if (all.size === 0) return null;
  const isOwn = (pid: number): boolean => {
    const parent = all.get(pid)?.parent ?? 0;
    return pid === process.pid || (parent > 1 && isOwn(parent));
  };
  const sum = { own: 0, foreign: 0 };
  for (const [pid, { seconds }] of all) sum[isOwn(pid) ? 'own' : 'foreign'] += seconds;
  // What other guests of the same machine take from this one disturbs as well.
  return { own: sum.own, foreign: sum.foreign + stolenSeconds() };
}

function processes(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** The scheduler knows nanoseconds where it tells them; `stat` is cut to hundredths. */
function exactSeconds(pid: number): number | null {
  try {
    const threads = readdirSync(`/proc/${pid}/task`).map((thread) => {
      const sched = read(`/proc/${pid}/task/${thread}/sched`);
      return Number(/^se\.sum_exec_runtime\s*:\s*([\d.]+)/m.exec(sched ?? '')?.[1]);
    });
    const ms = threads.reduce((sum, one) => sum + one, 0);
    return ms > 0 ? ms / 1_000 : null;
  } catch {
    return null;
  }
}

function statOf(pid: number): { readonly parent: number; readonly seconds: number } | null {
  const line = read(`/proc/${pid}/stat`);
  if (line === null) return null;
  // The name in brackets may hold anything; after it come state, parent, …, and from the 12th on the times: user and
  // system, each once more for children that have ended.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { parent: Number(fields[1]), seconds: ticks / PER_SECOND };
}

function stolenSeconds(): number {
  return Number(read('/proc/stat')?.split('\n', 1)[0]?.split(/\s+/)[8] ?? 0) / PER_SECOND;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
