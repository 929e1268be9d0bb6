import { pino } from 'pino';

/** Never write a secret, a cookie or an address of a person into `fields`. */
export type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  info(fields: LogFields, text: string): void;
  warn(fields: LogFields, text: string): void;
  /** A fault goes into `fields.error`: its stack is written too. */
  error(fields: LogFields, text: string): void;
}

interface Sink {
  write(line: string): void;
}

/** `readable`: short lines for a person at a terminal; else one JSON object a line. */
export function createLog(sink: Sink, readable: boolean): Log {
  const options = {
    base: null,
    serializers: { error: pino.stdSerializers.err },
    // The last line of defence; callers do not pass these at all.
    redact: { paths: ['secret', 'cookie', 'token', 'device', 'ip', 'headers'], remove: true },
  };
  const log = pino(options, readable ? { write: (line) => sink.write(readableLine(line)) } : sink);
  return {
    info: (fields, text) => log.info(fields, text),
    warn: (fields, text) => log.warn(fields, text),
    error: (fields, text) => log.error(fields, text),
  };
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };

const MARKS: Readonly<Record<number, string>> = { 40: '! ', 50: '!! ' };

function readableLine(line: string): string {
  const { level, time, msg, error, ...fields } = JSON.parse(line);
  const clock = new Date(time).toTimeString().slice(0, 8);
  const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const stack = error?.stack === undefined ? '' : `\n${error.stack}`;
  return `${clock} ${MARKS[level] ?? ''}${msg}${rest.join('')}${stack}\n`;
}
