/** Results of the conformance runner, row by row, with what they rest on. */
import type { ClauseId, Level } from './clauses.ts';
import type { Exchange } from './probe.ts';

export type Result = 'pass' | 'fail' | 'not-applicable';

/** One exchange, short enough to be read and copied into a bug report. */
export interface Evidence {
  readonly request: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface CheckRow {
  readonly id: ClauseId;
  readonly clause: string;
  readonly level: Level;
  readonly requirement: string;
  readonly result: Result;
  /** Why it failed or was not looked at; on a pass what qualifies it. */
  readonly reason?: string;
  readonly evidence: readonly Evidence[];
}

/** What a check says; the table fills in the rest of the row. */
export interface Verdict {
  readonly result: Result;
  readonly reason?: string;
  readonly evidence: readonly Exchange[];
}

export function pass(reason?: string, ...evidence: readonly Exchange[]): Verdict {
  return { result: 'pass', ...(reason === undefined ? {} : { reason }), evidence };
}

export function fail(reason: string, ...evidence: readonly Exchange[]): Verdict {
  return { result: 'fail', reason, evidence };
}

export function skip(reason: string): Verdict {
  return { result: 'not-applicable', reason, evidence: [] };
}

/** Pass where nothing is wrong, else fail with what is. */
export function verdict(
  problem: string | null | undefined,
  ...evidence: readonly Exchange[]
): Verdict {
  return problem === null || problem === undefined
    ? pass(undefined, ...evidence)
    : fail(problem, ...evidence);
}

const SHOWN_HEADERS = [
  'content-type',
  'x-taxii-date-added-first',
  'x-taxii-date-added-last',
  'www-authenticate',
  'allow',
  'retry-after',
  'location',
] as const;
const SHOWN_BODY = 300;
const SHOWN_EXCHANGES = 3;

export function evidenceOf(exchanges: readonly Exchange[]): Evidence[] {
  return exchanges.slice(0, SHOWN_EXCHANGES).map((exchange) => {
    const headers: Record<string, string> = {};
    for (const name of SHOWN_HEADERS) {
      const value = exchange.headers.get(name);
      if (value !== null) headers[name] = value;
    }
    const { pathname, search } = exchange.url;
    return {
      request: `${exchange.method} ${pathname}${decodeURIComponent(search)}`,
      status: exchange.status,
      headers,
      body:
        exchange.text.length > SHOWN_BODY
          ? `${exchange.text.slice(0, SHOWN_BODY)}…`
          : exchange.text,
    };
  });
}
