/** Ids, digests and figures; never the content of a record, a credential or a query's words. */
import { pino } from 'pino';
import type { Settings } from './config/schema.ts';

export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export function openLog(level: Settings['log-level']): Log {
  if (process.stderr.isTTY) return terminalLog(level);
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}

const ORDER = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** One readable line each; the JSON form is for machines. */
function terminalLog(least: Settings['log-level']): Log {
  const line =
    (level: (typeof ORDER)[number]) =>
    (facts: object, message: string): void => {
      if (ORDER.indexOf(level) < ORDER.indexOf(least)) return;
      const details = Object.entries(facts).map(([name, value]) => `${name}=${plain(value)}`);
      process.stderr.write(`${level.padEnd(5)} ${message} ${details.join(' ')}`.trimEnd() + '\n');
    };
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

function plain(value: unknown): string {
  if (value instanceof Error) return JSON.stringify(value.message);
  return typeof value === 'string' && /^[\w./:@+-]*$/.test(value) ? value : JSON.stringify(value);
}
