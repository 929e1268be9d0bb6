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

/** Where that is kept which a command is about. */
interface PlaceFlags {
  readonly folder?: string;
  /** What the demo keeps, and not the boards that are meant. */
  readonly demo?: true;
}

/** What a command line asks for. `wrong` names the word that is not understood. */
export type CliCommand =
  | { readonly kind: 'start'; readonly flags: StartFlags }
  | ({ readonly kind: 'reset-maker' | 'doctor'; readonly publicUrl?: string } & PlaceFlags)
  | ({ readonly kind: 'export'; readonly slug: string; readonly file?: string } & PlaceFlags)
  | ({ readonly kind: 'restore'; readonly file: string } & PlaceFlags)
  | ({ readonly kind: 'backup'; readonly to?: string } & PlaceFlags)
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly fault: CliFault };

export type CliFault =
  | { readonly kind: 'unknown-word'; readonly word: string }
  | { readonly kind: 'unknown-flag'; readonly flag: string }
  | { readonly kind: 'needs-value'; readonly flag: string }
  | { readonly kind: 'takes-no-value'; readonly flag: string }
  /** The command needs to know which board, or which file. */
  | { readonly kind: 'needs-slug' | 'needs-file' }
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
/** With how many words each takes after its name. */
const COMMANDS = { start: 0, 'reset-maker': 0, doctor: 0, export: 2, restore: 1, backup: 1 } as const;
type Command = keyof typeof COMMANDS;

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
  const [word = 'start', ...words] = positionals;
  const command = commandOf(word);
  const extra = command === null ? word : words[COMMANDS[command]];
  if (command === null || extra !== undefined) {
    return { kind: 'wrong', fault: { kind: 'unknown-word', word: extra ?? word } };
  }
  const { port, host, data: folder, 'public-url': publicUrl } = values;
  if (typeof port === 'string' && !isPort(port)) {
    return { kind: 'wrong', fault: { kind: 'bad-port', value: port } };
  }
  if (typeof publicUrl === 'string' && !isWebAddress(publicUrl)) {
    return { kind: 'wrong', fault: { kind: 'bad-url', value: publicUrl } };
  }
  const reached = typeof publicUrl === 'string' ? { publicUrl: publicUrl.replace(/\/+$/, '') } : {};
  const place = {
    ...(typeof folder === 'string' && { folder }),
    ...(values.demo === true && { demo: true as const }),
  };
  const [first, second] = words;
  switch (command) {
    case 'reset-maker':
    case 'doctor':
      return { kind: command, ...reached, ...place };
    case 'export':
      if (!first) return { kind: 'wrong', fault: { kind: 'needs-slug' } };
      return { kind: command, slug: first, ...(second && { file: second }), ...place };
    case 'restore':
      if (!first) return { kind: 'wrong', fault: { kind: 'needs-file' } };
      return { kind: command, file: first, ...place };
    case 'backup':
      return { kind: command, ...(first && { to: first }), ...place };
    case 'start':
  }
  return {
    kind: 'start',
    flags: {
      ...reached,
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

function commandOf(word: string): Command | null {
  return Object.hasOwn(COMMANDS, word) ? (word as Command) : null;
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
