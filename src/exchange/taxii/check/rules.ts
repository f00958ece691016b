/** Rules that hold for every answer of a server: watched over the whole run, reported at its end. */
import { parseMediaType } from '../../../core/media-type.ts';
import type { ClauseId } from './clauses.ts';
import type { Exchange } from './probe.ts';
import { fail, pass, skip, type Verdict } from './verdict.ts';

export type AnswerRuleId = Extract<
  ClauseId,
  `answers.${string}` | 'auth.challenge' | 'headers.present'
>;

/** Null: not concerned. Empty text: in order. Else what is wrong. */
type Rule = (exchange: Exchange) => string | null;

const RULES: Readonly<Record<AnswerRuleId, Rule>> = {
  'auth.challenge': challenge,
  'headers.present': dateHeadersPresent,
  'answers.media-type': mediaType,
  'answers.json': jsonObject,
  'answers.lists': noEmptyList,
  'answers.timestamps': timestamps,
  'answers.envelope': envelope,
  'answers.errors': errorMessage,
  'answers.no-5xx': noServerError,
};

export interface AnswerRules {
  observe(exchange: Exchange): void;
  verdict(rule: AnswerRuleId): Verdict;
}

export function createAnswerRules(): AnswerRules {
  const looked = new Map<string, number>();
  const broken = new Map<string, { reason: string; exchange: Exchange; count: number }>();
  return {
    observe(exchange) {
      for (const [id, rule] of Object.entries(RULES)) {
        const problem = rule(exchange);
        if (problem === null) continue;
        looked.set(id, (looked.get(id) ?? 0) + 1);
        if (problem === '') continue;
        const before = broken.get(id);
        if (before === undefined) broken.set(id, { reason: problem, exchange, count: 1 });
        else before.count++;
      }
    },
    verdict(rule) {
      const count = looked.get(rule) ?? 0;
      const found = broken.get(rule);
      if (found !== undefined) {
        return fail(`${found.reason} (${found.count} of ${count} answers)`, found.exchange);
      }
      return count === 0 ? skip('no such answer was seen') : pass(`${count} answers`);
    },
  };
}

function isSuccess({ status }: Exchange): boolean {
  return status >= 200 && status < 300;
}

/** A help page for people at the discovery address is no TAXII answer. */
function isTaxii(exchange: Exchange): boolean {
  const type = parseMediaType(exchange.headers.get('content-type') ?? '');
  return type?.essence !== 'text/html';
}

/** §1.6.9: a 401 names the schemes. */
function challenge({ status, headers }: Exchange): string | null {
  if (status !== 401) return null;
  return (headers.get('www-authenticate') ?? '').trim() === ''
    ? '401 without WWW-Authenticate'
    : '';
}

const DATED = /\/collections\/[^/]+\/(manifest|objects(\/[^/]+(\/versions)?)?)\/?$/;

/** §3.2: every answer of the 200 series, an empty one too. */
function dateHeadersPresent(exchange: Exchange): string | null {
  const { method, url, headers } = exchange;
  if (method !== 'GET' || !isSuccess(exchange) || !DATED.test(url.pathname)) return null;
  const missing = ['x-taxii-date-added-first', 'x-taxii-date-added-last'].filter(
    (name) => headers.get(name) === null,
  );
  if (missing.length === 0) return '';
  const empty = Object.keys(exchange.json ?? {}).length === 0;
  return `${missing.join(' and ')} missing${empty ? ' on an empty answer' : ''}`;
}

/** §3.1: the media type with its version; errors with a body as well (§4, §5: required headers). */
function mediaType(exchange: Exchange): string | null {
  const { method, status, headers, text } = exchange;
  if (status >= 300 && status < 400) return null;
  // Statuses that come from in front of the TAXII server are not its answers.
  if (status === 502 || status === 504 || status === 414 || status === 431) return null;
  if (method === 'HEAD' || (text === '' && method !== 'DELETE') || !isTaxii(exchange)) return null;
  if (status === 204 || (method !== 'GET' && method !== 'POST' && method !== 'DELETE')) return null;
  const written = headers.get('content-type');
  const type = parseMediaType(written ?? '');
  if (type?.essence === 'application/taxii+json' && type.parameters.get('version') === '2.1') {
    return '';
  }
  return `Content-Type is ${written === null ? 'absent' : `"${written}"`}`;
}

function jsonObject(exchange: Exchange): string | null {
  if (!isSuccess(exchange) || !isTaxii(exchange)) return null;
  if (exchange.method !== 'GET' && exchange.method !== 'POST') return null;
  return exchange.json === undefined ? 'the body is not a JSON object in UTF-8' : '';
}

/** Members of TAXII resources that are lists. */
const LISTS = [
  'api_roots',
  'versions',
  'collections',
  'media_types',
  'objects',
  'successes',
  'failures',
  'pendings',
] as const;

/** §2: empty lists are prohibited. What lies inside STIX objects is not TAXII's matter. */
function noEmptyList(exchange: Exchange): string | null {
  if (!isSuccess(exchange) || exchange.json === undefined) return null;
  const resources = [exchange.json];
  const { collections } = exchange.json;
  if (Array.isArray(collections)) resources.push(...collections.filter(isObject));
  for (const resource of resources) {
    for (const name of LISTS) {
      const list = Object.hasOwn(resource, name) ? resource[name] : undefined;
      if (Array.isArray(list) && list.length === 0) return `${name} is an empty list`;
    }
  }
  return '';
}

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

/** §2: microseconds and Z, in headers, manifests and statuses. */
function timestamps(exchange: Exchange): string | null {
  if (!isSuccess(exchange)) return null;
  const found: [string, unknown][] = [];
  for (const name of ['x-taxii-date-added-first', 'x-taxii-date-added-last']) {
    const value = exchange.headers.get(name);
    if (value !== null) found.push([name, value]);
  }
  const { request_timestamp, objects } = exchange.json ?? {};
  if (request_timestamp !== undefined) found.push(['request_timestamp', request_timestamp]);
  if (exchange.url.pathname.includes('/manifest') && Array.isArray(objects)) {
    for (const row of objects.filter(isObject)) found.push(['date_added', row.date_added]);
  }
  if (found.length === 0) return null;
  const bad = found.find(([, value]) => typeof value !== 'string' || !TIMESTAMP.test(value));
  return bad === undefined ? '' : `${bad[0]} is ${JSON.stringify(bad[1])}`;
}

const ENVELOPES = /\/objects\/([^/]+\/)?$/;

/** §3.7. */
function envelope(exchange: Exchange): string | null {
  const { method, url, json } = exchange;
  if (method !== 'GET' || !isSuccess(exchange) || !ENVELOPES.test(url.pathname)) return null;
  if (json === undefined) return null;
  const { more, next, objects, type } = json;
  if (more !== undefined && typeof more !== 'boolean') return 'more is not a boolean';
  if (next !== undefined && typeof next !== 'string') return 'next is not a string';
  if (type === 'bundle') return 'a STIX bundle instead of an envelope';
  if (objects === undefined) return '';
  if (!Array.isArray(objects)) return 'objects is not a list';
  return objects.every((object) => isObject(object) && typeof object.id === 'string')
    ? ''
    : 'objects has an element that is no STIX object';
}

/** §3.6.1, for errors that have a TAXII body at all. */
function errorMessage(exchange: Exchange): string | null {
  const { status, json, headers } = exchange;
  if (status < 400 || json === undefined) return null;
  const type = parseMediaType(headers.get('content-type') ?? '');
  if (type?.essence !== 'application/taxii+json') return null;
  if (typeof json.title !== 'string') return 'the error message has no title';
  const { http_status } = json;
  if (http_status === undefined) return '';
  if (typeof http_status !== 'string')
    return `http_status is ${JSON.stringify(http_status)}, not a string`;
  return http_status === String(status) ? '' : `http_status is "${http_status}" in a ${status}`;
}

function noServerError({ status, url, method }: Exchange): string | null {
  // 501 says that a method is not there, 503 and 507 that it cannot be now.
  if (status < 500 || status === 501 || status === 503 || status === 507) return '';
  return `${status} for ${method} ${url.pathname}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const ANSWER_RULE_IDS = Object.keys(RULES) as readonly AnswerRuleId[];
