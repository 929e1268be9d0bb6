import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml, type Yaml } from './yaml.ts';

/** As far as the tests look at a service of docker-compose.yml. */
export interface Service {
  readonly profiles?: readonly string[];
  readonly user?: string;
  readonly init?: string;
  readonly read_only?: string;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly working_dir?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly build?: { readonly target: string };
  readonly networks?: { readonly default: { readonly aliases: readonly string[] } };
}

const ROOT = join(import.meta.dirname, '../..');

export function readRoot(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8');
}

/** The services as Compose understands them with what stands in `.env`. */
export function compose(env: Readonly<Record<string, string>>): Map<string, Service> {
  const file = interpolated(readYaml(readRoot('docker-compose.yml')), env) as unknown as {
    services: Record<string, Service>;
  };
  return new Map(Object.entries(file.services));
}

function interpolated(part: Yaml, env: Readonly<Record<string, string>>): Yaml {
  if (typeof part === 'string') return filledIn(part, env);
  if (Array.isArray(part)) return part.map((one) => interpolated(one, env));
  if (part === null) return null;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, interpolated(value, env)]));
}

/** `${A}`, `${A:-where it is empty}`, `${A:+where it is not}`, one in another. */
function filledIn(text: string, env: Readonly<Record<string, string>>): string {
  const innermost = /\$\{(\w+)(?::([-+])([^${}]*))?\}/;
  for (let filled = text; ;) {
    const found = innermost.exec(filled);
    if (!found) return filled;
    const [whole, name = '', sign, other = ''] = found;
    const value = env[name] ?? '';
    const taken = sign === '+' ? value && other : value || other;
    filled = filled.replace(whole, () => taken);
  }
}
