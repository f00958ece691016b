/** The conformance runner: points at a TAXII 2.1 server and says row by row what it keeps to. */
import { type Clock, systemClock } from '../../../core/clock.ts';
import { CybexError } from '../../../core/error.ts';
import type { Fetch, TaxiiAuth } from '../client/index.ts';
import { sleep } from '../client/retry.ts';
import { discoveryUrl } from '../client/url.ts';
import type { Bench } from './bench.ts';
import { CHECKS, isAnswerRule } from './checks.ts';
import { CLAUSE_IDS, CLAUSES, type ClauseId } from './clauses.ts';
import { makeBench } from './found.ts';
import { createProbe, type Probe } from './probe.ts';
import { type CheckSummary, summarise } from './report.ts';
import { type AnswerRules, createAnswerRules } from './rules.ts';
import { cleanUp, seedPlace } from './seed.ts';
import { type CheckRow, evidenceOf, fail, skip, type Verdict } from './verdict.ts';

export interface CheckOptions {
  /** Discovery address; `https://host` stands for `https://host/taxii2/`. */
  readonly url: string;
  readonly auth?: TaxiiAuth;
  readonly fetch?: Fetch;
  /** API root to look at; absent: the default, else the first that answers. */
  readonly apiRoot?: string;
  /** Id or alias of a collection whose content is looked at; absent: the first that has any. */
  readonly readCollection?: string;
  /** Id or alias of a collection into which test objects may be written. Nothing is written else. */
  readonly writeCollection?: string;
  readonly userAgent?: string;
  readonly allowInsecure?: boolean;
  /** Longest time for one answer, in milliseconds. */
  readonly timeoutMs?: number;
  /** Longest wait for a status to become complete, in milliseconds. */
  readonly statusTimeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly sleep?: typeof sleep;
  readonly clock?: Clock;
}

/**
 * Checks a server and yields one row for every clause of the table, in its order; returns the
 * totals. Throws `unavailable` when the server cannot be reached, `unauthenticated` and
 * `invalid-argument` when it was called wrongly (see `exitCodeOf`). Test objects are taken away
 * again, also when the caller stops early.
 */
export async function* checkTaxiiServer(
  options: CheckOptions,
): AsyncGenerator<CheckRow, CheckSummary, undefined> {
  const rules = createAnswerRules();
  const probe = probeOf(options, rules);
  const bench = await makeBench(probe, rules, options);
  const rows: CheckRow[] = [];
  let left: readonly string[] = [];
  try {
    for (const id of CLAUSE_IDS) {
      const row = await rowOf(bench, id, options);
      rows.push(row);
      yield row;
    }
  } finally {
    left = await cleanUp(seedPlace(bench), bench.created);
  }
  const server = bench.discovery.url.href;
  return summarise(rows, { server, collection: bench.target.id, left });
}

function probeOf(options: CheckOptions, rules: AnswerRules): Probe {
  return createProbe({
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    auth: options.auth ?? 'none',
    origin: discoveryUrl(options.url).origin,
    userAgent: options.userAgent ?? 'cybex-taxii-check',
    allowInsecure: options.allowInsecure ?? false,
    timeoutMs: options.timeoutMs ?? 30_000,
    clock: options.clock ?? systemClock(),
    sleep: options.sleep ?? sleep,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    observe: rules.observe,
  });
}

async function rowOf(bench: Bench, id: ClauseId, options: CheckOptions): Promise<CheckRow> {
  const { clause, level, requirement } = CLAUSES[id];
  const { result, reason, evidence } = await verdictOf(bench, id, options);
  return {
    id,
    clause,
    level,
    requirement,
    result,
    ...(reason === undefined ? {} : { reason }),
    evidence: evidenceOf(evidence),
  };
}

async function verdictOf(bench: Bench, id: ClauseId, options: CheckOptions): Promise<Verdict> {
  const missing = missingNeed(bench, id, options);
  if (missing !== null) return skip(missing);
  if (isAnswerRule(id)) return bench.rules.verdict(id);
  try {
    return await CHECKS[id](bench);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof CybexError) return fail(`no answer: ${error.message}`);
    throw error;
  }
}

function missingNeed(bench: Bench, id: ClauseId, options: CheckOptions): string | null {
  const { needs } = CLAUSES[id];
  if (needs === 'credentials' && (options.auth ?? 'none') === 'none') return 'no credentials given';
  if (needs === 'write' && !bench.writes) return 'no collection to write to was given';
  if (needs !== 'server' && !bench.hasTarget) return 'there is no collection that can be read';
  return null;
}
