/** The URL query: added_after, limit, next and match[…] (TAXII 2.1 §3.4). */
import type { Micros } from '../../../core/clock.ts';
import { LIMITS } from '../../../core/limits.ts';
import { timestampFault, timestampToMicros } from '../../../core/timestamp.ts';
import type { TaxiiMatch, TaxiiVersion } from '../port.ts';
import { type Outcome, refused } from './problem.ts';
import { decodePart, type Endpoint } from './route.ts';

export interface ParsedQuery {
  readonly match: TaxiiMatch;
  readonly addedAfter?: Micros;
  /** As asked for; the server's own bounds come later. */
  readonly limit?: number;
  readonly next?: string;
}

type MatchField = 'id' | 'type' | 'version' | 'spec_version';
type Parameter = 'added_after' | 'limit' | 'next' | `match[${MatchField}]`;

const PAGING: readonly Parameter[] = ['added_after', 'limit', 'next'];
const ALL_MATCH: readonly Parameter[] = [
  'match[id]',
  'match[type]',
  'match[version]',
  'match[spec_version]',
];

/** Query parameters that each endpoint defines (§5.3–§5.8); others are ignored, which §3.4 permits. */
export const PARAMETERS: Readonly<Record<Endpoint, readonly Parameter[]>> = {
  discovery: [],
  'api-root': [],
  status: [],
  collections: [],
  collection: [],
  manifest: [...PAGING, ...ALL_MATCH],
  objects: [...PAGING, ...ALL_MATCH],
  object: [...PAGING, 'match[version]', 'match[spec_version]'],
  versions: [...PAGING, 'match[spec_version]'],
};

/** What DELETE defines (§5.7). It refuses the rest: ignoring a misspelt filter would remove more. */
const DELETE_PARAMETERS: readonly Parameter[] = ['match[version]', 'match[spec_version]'];

/** Splits at `&` and at the first `=`; a `+` is a plus, since timestamps and ids are not forms. */
function pairsOf(query: string): Outcome<[string, string][]> {
  const pairs: [string, string][] = [];
  for (const part of query.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decodePart(equals < 0 ? part : part.slice(0, equals));
    const value = decodePart(equals < 0 ? '' : part.slice(equals + 1));
    if (name === null || value === null) return refused('malformed-query');
    if (name.startsWith('match[') && !/^match\[[^[\]]+\]$/.test(name)) {
      return refused('malformed-query', 'A match parameter is written match[field].');
    }
    pairs.push([name, value]);
  }
  return { ok: true, value: pairs };
}

/** Each defined parameter stands at most once in a request (§3.4). */
function collect(query: string, defined: readonly string[], strict: boolean) {
  const found = new Map<string, string>();
  const pairs = pairsOf(query);
  if (!pairs.ok) return pairs;
  for (const [name, value] of pairs.value) {
    if (!defined.includes(name)) {
      if (strict) return refused('undefined-parameter', undefined, { parameter: name });
      continue;
    }
    if (found.has(name)) {
      return refused('repeated-parameter', `${name} stands more than once.`, { parameter: name });
    }
    found.set(name, value);
  }
  return { ok: true as const, value: found };
}

/** `limit` is a positive integer (§3.4); more digits than a number holds mean: as many as possible. */
function readLimit(text: string): Outcome<number> {
  if (!/^\d{1,400}$/.test(text)) return refused('bad-limit', undefined, { parameter: 'limit' });
  const limit = Math.min(Number(text), Number.MAX_SAFE_INTEGER);
  return limit > 0
    ? { ok: true, value: limit }
    : refused('bad-limit', undefined, { parameter: 'limit' });
}

/**
 * A timestamp of any precision in UTC (§2). Digits beyond the microsecond are cut off: a position
 * is a whole microsecond, so `position > value` stays exact. No position lies before 1970.
 */
function readInstant(text: string): Micros | null {
  if (timestampFault(text) !== null) return null;
  const micros = timestampToMicros(text, 'floor');
  return micros === null ? null : Math.max(0, micros);
}

/** Values separated by commas without spaces; none is empty (§3.4). */
function readList(parameter: Parameter, text: string): Outcome<string[]> {
  const values = text.split(',');
  if (values.length > LIMITS.taxii.matchValues) {
    return refused('too-many-values', undefined, { parameter, limit: LIMITS.taxii.matchValues });
  }
  if (values.some((value) => value === '' || /\s/.test(value))) {
    return refused('bad-match', undefined, { parameter });
  }
  return { ok: true, value: values };
}

/** `first`, `last`, timestamps, each once; or `all` alone (§3.4.1). */
function readVersions(values: readonly string[]): Outcome<TaxiiVersion[]> {
  const bad = refused('bad-version', undefined, { parameter: 'match[version]' });
  if (new Set(values).size !== values.length) return bad;
  if (values.includes('all') && values.length > 1) return bad;
  const versions: TaxiiVersion[] = [];
  for (const value of values) {
    if (value === 'first' || value === 'last' || value === 'all') versions.push(value);
    else if (timestampFault(value) !== null) return bad;
    else versions.push({ version: value });
  }
  return { ok: true, value: versions };
}

/** Specification versions are of the form n.m. */
function readSpecVersions(values: readonly string[]): Outcome<string[]> {
  return values.every((value) => /^\d{1,4}\.\d{1,4}$/.test(value))
    ? { ok: true, value: [...new Set(values)] }
    : refused('bad-spec-version', undefined, { parameter: 'match[spec_version]' });
}

/** One match field put into the match, or why it cannot be. */
function readField(
  match: { -readonly [K in keyof TaxiiMatch]: TaxiiMatch[K] },
  parameter: Parameter,
  text: string,
): Outcome<true> {
  const list = readList(parameter, text);
  if (!list.ok) return list;
  if (parameter === 'match[id]') match.ids = [...new Set(list.value)];
  else if (parameter === 'match[type]') match.types = [...new Set(list.value)];
  else if (parameter === 'match[spec_version]') {
    const versions = readSpecVersions(list.value);
    if (!versions.ok) return versions;
    match.specVersions = versions.value;
  } else {
    const versions = readVersions(list.value);
    if (!versions.ok) return versions;
    match.versions = versions.value;
  }
  return { ok: true, value: true };
}

function readMatch(found: ReadonlyMap<string, string>): Outcome<TaxiiMatch> {
  const match = {};
  for (const parameter of ALL_MATCH) {
    const text = found.get(parameter);
    if (text === undefined) continue;
    const read = readField(match, parameter, text);
    if (!read.ok) return read;
  }
  return { ok: true, value: match };
}

/** Reads the query of a GET; malformed parameters are refused (§3.4: MUST be 400). */
export function parseQuery(query: string, endpoint: Endpoint): Outcome<ParsedQuery> {
  if (query === '') return { ok: true, value: { match: {} } };
  const collected = collect(query, PARAMETERS[endpoint], false);
  if (!collected.ok) return collected;
  const found = collected.value;
  const match = readMatch(found);
  if (!match.ok) return match;
  const parsed: { -readonly [K in keyof ParsedQuery]: ParsedQuery[K] } = { match: match.value };
  const limit = found.get('limit');
  if (limit !== undefined) {
    const read = readLimit(limit);
    if (!read.ok) return read;
    parsed.limit = read.value;
  }
  const addedAfter = found.get('added_after');
  if (addedAfter !== undefined) {
    const instant = readInstant(addedAfter);
    if (instant === null) {
      return refused('bad-added-after', undefined, { parameter: 'added_after' });
    }
    parsed.addedAfter = instant;
  }
  const next = found.get('next');
  if (next !== undefined) parsed.next = next;
  return { ok: true, value: parsed };
}

/** Reads the query of a DELETE; an absent match[version] means every version (see divergences.ts). */
export function parseDeleteQuery(query: string): Outcome<TaxiiMatch> {
  const collected = collect(query, DELETE_PARAMETERS, true);
  return collected.ok ? readMatch(collected.value) : collected;
}
