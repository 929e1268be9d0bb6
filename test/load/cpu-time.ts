import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second in /proc, on every Linux that Node runs on. */
const PER_SECOND = 100;

/** Seconds of CPU a process and its ended children have used; `null`: it is not there, or there is no /proc. */
export function cpuSeconds(pid: number): number | null {
  return statOf(pid)?.seconds ?? null;
}

/** Seconds of CPU used by this process and everything it started, and by the whole machine. */
export function cpuOfAll(): { readonly own: number; readonly machine: number } | null {
  const machine = machineSeconds();
  if (machine === null) return null;
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const stat = statOf(Number(name));
        return stat ? [[Number(name), stat] as const] : [];
      }),
  );
  const isOwn = (pid: number): boolean => {
    const parent = all.get(pid)?.parent ?? 0;
    return pid === process.pid || (parent > 1 && isOwn(parent));
  };
  const own = [...all].filter(([pid]) => isOwn(pid)).reduce((sum, [, { seconds }]) => sum + seconds, 0);
  return { own, machine };
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

function machineSeconds(): number | null {
  const line = read('/proc/stat')?.split('\n', 1)[0];
  if (line === undefined) return null;
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line.split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) / PER_SECOND;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
