import { parseArgs } from 'node:util';

export interface StartFlags {
  readonly port?: number;
  readonly host?: string;
  readonly folder?: string;
  readonly publicUrl?: string;
  readonly trustProxy?: boolean;
  /** Opens the studio in this machine's browser. */
  readonly open: boolean;
  readonly demo: boolean;
  /** Serves the client from its sources with hot reload; for working on Mitwerk itself. */
  readonly dev: boolean;
}

/** What a command line asks for. `wrong` names the word that is not understood. */
export type CliCommand =
  | { readonly kind: 'start'; readonly flags: StartFlags }
  | { readonly kind: 'reset-maker' | 'doctor'; readonly folder?: string; readonly publicUrl?: string }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly fault: CliFault };

export type CliFault =
  | { readonly kind: 'unknown-word'; readonly word: string }
  | { readonly kind: 'unknown-flag'; readonly flag: string }
  | { readonly kind: 'needs-value'; readonly flag: string }
  | { readonly kind: 'takes-no-value'; readonly flag: string }
  | { readonly kind: 'bad-port' | 'bad-url'; readonly value: string };

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  'public-url': { type: 'string' },
  'trust-proxy': { type: 'boolean' },
  open: { type: 'boolean' },
  demo: { type: 'boolean' },
  dev: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;
const COMMANDS = ['start', 'reset-maker', 'doctor'] as const;

export function parseCli(args: readonly string[]): CliCommand {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    const fault = token.kind === 'option' ? flagFault(token.name, token.rawName, token.value) : null;
    if (fault) return { kind: 'wrong', fault };
  }
  if (values.help === true) return { kind: 'help' };
  if (values.version === true) return { kind: 'version' };
  const [word = 'start', extra] = positionals;
  const command = COMMANDS.find((name) => name === word);
  if (command === undefined || extra !== undefined) {
    return {
      kind: 'wrong',
      fault: { kind: 'unknown-word', word: command === undefined ? word : (extra ?? '') },
    };
  }
  const { port, host, data: folder, 'public-url': publicUrl } = values;
  if (typeof port === 'string' && !isPort(port)) {
    return { kind: 'wrong', fault: { kind: 'bad-port', value: port } };
  }
  if (typeof publicUrl === 'string' && !isWebAddress(publicUrl)) {
    return { kind: 'wrong', fault: { kind: 'bad-url', value: publicUrl } };
  }
  const place = {
    ...(typeof folder === 'string' && { folder }),
    ...(typeof publicUrl === 'string' && { publicUrl: publicUrl.replace(/\/+$/, '') }),
  };
  if (command !== 'start') return { kind: command, ...place };
  return {
    kind: 'start',
    flags: {
      ...place,
      ...(typeof port === 'string' && { port: Number(port) }),
      ...(typeof host === 'string' && { host }),
      ...(values['trust-proxy'] === true && { trustProxy: true }),
      open: values.open === true,
      demo: values.demo === true,
      dev: values.dev === true,
    },
  };
}

function flagFault(name: string, flag: string, value: string | undefined): CliFault | null {
  if (!Object.hasOwn(OPTIONS, name)) return { kind: 'unknown-flag', flag };
  const { type } = OPTIONS[name as keyof typeof OPTIONS];
  if (type === 'boolean') return value === undefined ? null : { kind: 'takes-no-value', flag };
  return value === undefined || value === '' || value.startsWith('--') ? { kind: 'needs-value', flag } : null;
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^/?#\s]+\/*$/.test(text) && URL.canParse(text);
}
