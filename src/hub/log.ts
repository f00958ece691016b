/** Ids, digests and figures; never the content of a record, a credential or a query's words. */
import { pino } from 'pino';
import { CybexError } from '../core/error.ts';
import type { Settings } from './config/schema.ts';

export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export function openLog(level: Settings['log-level']): Log {
  if (process.stderr.isTTY) return terminalLog(level);
  const serializers = { error: tellError };
  const timestamp = pino.stdTimeFunctions.isoTime;
  return pino({ level, base: null, timestamp, serializers }, pino.destination(2));
}

/** How deep the causes of an error are followed. */
const CAUSES = 4;
/** What PostgreSQL says of the place of an error, without the values that were in it. */
const PLACES = ['code', 'table', 'constraint', 'routine', 'errcode', 'errno', 'syscall'] as const;

/**
 * An error as its name, its codes and where it came from. Only messages of our own are told: those
 * of a driver or of the run-time can quote what they were given.
 */
export function tellError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error;
  const facts = error as Error & Readonly<Record<string, unknown>>;
  const places = PLACES.flatMap((name) => (isPlace(facts[name]) ? [[name, facts[name]]] : []));
  return {
    name: error.name,
    ...Object.fromEntries(places),
    ...(error instanceof CybexError ? { message: error.message } : {}),
    at: frames(error),
    ...(error.cause === undefined || depth >= CAUSES
      ? {}
      : { cause: tellError(error.cause, depth + 1) }),
  };
}

function isPlace(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.length <= 100);
}

/** The first lines of the stack that are places, which a message never is. */
function frames(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => /^at .*:\d+:\d+\)?$/.test(line)).slice(0, 6);
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
  if (value instanceof Error) return JSON.stringify(tellError(value));
  return typeof value === 'string' && /^[\w./:@+-]*$/.test(value) ? value : JSON.stringify(value);
}
