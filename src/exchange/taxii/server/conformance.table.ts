/**
 * What TAXII 2.1 (OASIS Standard) asks of a server, clause by clause, and where it is proved.
 * docs/conformance.md is made from these rows; a test checks that every named test exists.
 */
import type { TaxiiIssueCode } from './issues.ts';

export interface ConformanceRow {
  readonly clause: string;
  readonly meaning: string;
  readonly level: 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY';
  /** Codes of issues.ts with which a breach is answered. */
  readonly codes?: readonly TaxiiIssueCode[];
  /** `file › part of a test's name` beside this table, or `hub:` and what the running program does. */
  readonly proof: string;
}

export const TAXII_CONFORMANCE: readonly ConformanceRow[] = [
  {
    clause: 'TAXII 2.1 §2 list',
    meaning: 'A list has at least one value; an empty one is omitted.',
    level: 'MUST',
    proof: 'information.test.ts › lists are absent rather than empty',
  },
  {
    clause: 'TAXII 2.1 §2 timestamp',
    meaning: 'Timestamps are RFC 3339 in UTC with microseconds.',
    level: 'MUST',
    proof: 'pages.test.ts › date-added headers name the first and last',
  },
  {
    clause: 'TAXII 2.1 §2 identifier',
    meaning: 'Identifiers are version 4 UUIDs.',
    level: 'MUST',
    proof: 'writes.test.ts › 202 with a status resource',
  },
  {
    clause: 'TAXII 2.1 §3.1',
    meaning: 'Endpoint paths end in a slash; a missing one is forgiven.',
    level: 'MUST',
    proof: 'route.test.ts › paths name endpoints',
  },
  {
    clause: 'TAXII 2.1 §3.1',
    meaning: 'Successful answers have the body that the endpoint defines.',
    level: 'MUST',
    proof: 'reference.corpus.test.ts › the behaviours of the reference server',
  },
  {
    clause: 'TAXII 2.1 §3.1',
    meaning: 'Error answers carry an error message.',
    level: 'MAY',
    proof: 'problem.test.ts › an error message has the members of §3.6.1',
  },
  {
    clause: 'TAXII 2.1 §3.1',
    meaning: 'A request without a TAXII media range in Accept is refused with 406.',
    level: 'MAY',
    codes: ['not-acceptable'],
    proof: 'media.test.ts › Accept decides by the clauses',
  },
  {
    clause: 'TAXII 2.1 §3.1',
    meaning: 'Every answer names media type and version in Content-Type, refusals too.',
    level: 'MUST',
    proof: 'media.test.ts › Accept decides by the clauses',
  },
  {
    clause: 'TAXII 2.1 §3.1, §1.6.8.2',
    meaning: 'Without version parameter the highest version is given.',
    level: 'SHOULD',
    proof: 'media.test.ts › Accept decides by the clauses',
  },
  {
    clause: 'TAXII 2.1 §3.1',
    meaning: '406 for a media type that the endpoint defines.',
    level: 'MUST NOT',
    proof: 'media.test.ts › Accept decides by the clauses',
  },
  {
    clause: 'TAXII 2.1 §3.1',
    meaning: '415 for a Content-Type that the endpoint defines.',
    level: 'MUST NOT',
    proof: 'media.test.ts › Content-Type of a POST',
  },
  {
    clause: 'TAXII 2.1 §3.2',
    meaning: 'Every 200 of manifest, objects, object and versions has both date-added headers.',
    level: 'MUST',
    proof: 'pages.test.ts › an empty page is {}',
  },
  {
    clause: 'TAXII 2.1 §3.3',
    meaning: 'Objects and manifest entries are in ascending order of date added.',
    level: 'MUST',
    proof: 'match.property.test.ts › any combination of filters',
  },
  {
    clause: 'TAXII 2.1 §3.3',
    meaning: 'Collections are in the same order on every request.',
    level: 'MUST',
    proof: 'information.test.ts › in the same order every time',
  },
  {
    clause: 'TAXII 2.1 §3.4',
    meaning: 'Malformed query parameters are answered with 400.',
    level: 'MUST',
    codes: ['malformed-query', 'bad-match'],
    proof: 'query.test.ts › malformed queries are refused',
  },
  {
    clause: 'TAXII 2.1 §3.4 added_after',
    meaning: 'Only objects added after the timestamp; one instance, one value.',
    level: 'MUST',
    codes: ['bad-added-after', 'repeated-parameter'],
    proof: 'filters.table.test.ts › every row of the truth table',
  },
  {
    clause: 'TAXII 2.1 §3.4 added_after',
    meaning: 'Without it the oldest objects come first.',
    level: 'MUST',
    proof: 'pages.test.ts › next walks every page once',
  },
  {
    clause: 'TAXII 2.1 §3.4 limit',
    meaning: 'limit is a positive integer greater than zero.',
    level: 'MUST',
    codes: ['bad-limit'],
    proof: 'query.test.ts › malformed queries are refused',
  },
  {
    clause: 'TAXII 2.1 §3.4 limit',
    meaning: 'More objects than asked for.',
    level: 'MUST NOT',
    proof: 'pages.test.ts › the server gives at most limit',
  },
  {
    clause: 'TAXII 2.1 §3.4 limit',
    meaning: 'All objects when they fit into both limits; else more is true.',
    level: 'MUST',
    proof: 'pages.test.ts › the server gives at most limit',
  },
  {
    clause: 'TAXII 2.1 §3.4 match',
    meaning: 'Fields are conjoined, values of one field are alternatives.',
    level: 'MUST',
    proof: 'match.property.test.ts › any combination of filters',
  },
  {
    clause: 'TAXII 2.1 §3.4 match',
    meaning: 'A field more than once in a request; it is refused.',
    level: 'MUST NOT',
    codes: ['repeated-parameter'],
    proof: 'query.test.ts › malformed queries are refused',
  },
  {
    clause: 'TAXII 2.1 §3.4 match',
    meaning: 'Fields that are not defined are ignored (by DELETE refused).',
    level: 'MAY',
    codes: ['undefined-parameter'],
    proof: 'query.test.ts › an endpoint ignores the filters that it does not define',
  },
  {
    clause: 'TAXII 2.1 §3.4.1 spec_version',
    meaning: 'Specification versions that were not asked for.',
    level: 'MUST NOT',
    codes: ['bad-spec-version'],
    proof: 'match.property.test.ts › any combination of filters',
  },
  {
    clause: 'TAXII 2.1 §3.4.1 spec_version',
    meaning: 'Without it only the latest specification version of each object.',
    level: 'MUST',
    proof: 'filters.table.test.ts › every row of the truth table',
  },
  {
    clause: 'TAXII 2.1 §3.4.1 type',
    meaning: 'An error for a type of STIX 2.1.',
    level: 'MUST NOT',
    proof: 'filters.table.test.ts › every row of the truth table',
  },
  {
    clause: 'TAXII 2.1 §3.4.1 version',
    meaning: 'Without it only the latest version of each object.',
    level: 'MUST',
    proof: 'filters.table.test.ts › every row of the truth table',
  },
  {
    clause: 'TAXII 2.1 §3.4.1 version',
    meaning: 'Objects without modified go by created, else by a consistent value.',
    level: 'MUST',
    proof: 'filters.table.test.ts › every row of the truth table',
  },
  {
    clause: 'TAXII 2.1 §3.4.1 version',
    meaning: 'A value twice, or all beside others; it is refused.',
    level: 'MUST NOT',
    codes: ['bad-version'],
    proof: 'query.test.ts › malformed queries are refused',
  },
  {
    clause: 'TAXII 2.1 §3.5',
    meaning: 'next goes on with the same query, exactly, also after writes.',
    level: 'MAY',
    codes: ['next-invalid', 'next-expired'],
    proof: 'pages.test.ts › a walk stays exact while objects are written',
  },
  {
    clause: 'TAXII 2.1 §3.5',
    meaning: 'A walk may go on by added_after with the value of X-TAXII-Date-Added-Last.',
    level: 'MAY',
    proof: 'pages.test.ts › an empty page is {}',
  },
  {
    clause: 'TAXII 2.1 §3.6.1',
    meaning: 'title is there; http_status, a string, is the status of the answer.',
    level: 'MUST',
    proof: 'problem.test.ts › an error message has the members of §3.6.1',
  },
  {
    clause: 'TAXII 2.1 §3.7',
    meaning: 'STIX objects come in an envelope, also a single one.',
    level: 'MUST',
    proof: 'filters.table.test.ts › the same as the object by its path',
  },
  {
    clause: 'TAXII 2.1 §3.7, §5.4',
    meaning: 'Without objects the envelope is empty.',
    level: 'MUST',
    proof: 'pages.test.ts › an empty page is {}',
  },
  {
    clause: 'TAXII 2.1 §3.8',
    meaning: 'Property names exactly as given; required ones present.',
    level: 'MUST',
    proof: 'information.test.ts › discovery: title, contact, API roots',
  },
  {
    clause: 'TAXII 2.1 §4.1.1',
    meaning: 'The default API root is one of the list.',
    level: 'MUST',
    proof: 'information.test.ts › discovery: title, contact, API roots',
  },
  {
    clause: 'TAXII 2.1 §4.1.1',
    meaning: 'API root URLs are HTTPS absolute or begin with one slash, without a query.',
    level: 'MUST',
    proof: 'information.test.ts › API root URLs are absolute with HTTPS',
  },
  {
    clause: 'TAXII 2.1 §4.2.1',
    meaning: 'versions holds application/taxii+json;version=2.1; max_content_length is there.',
    level: 'MUST',
    proof: 'information.test.ts › an API root has its required members',
  },
  {
    clause: 'TAXII 2.1 §4.2.1',
    meaning: '413 for a body shorter than max_content_length.',
    level: 'MUST NOT',
    codes: ['too-large'],
    proof: 'writes.test.ts › 413 above max_content_length',
  },
  {
    clause: 'TAXII 2.1 §4.3',
    meaning: 'A status is kept for at least 24 hours after the work is done.',
    level: 'SHOULD',
    proof: 'reference.corpus.test.ts › the behaviours of the reference server',
  },
  {
    clause: 'TAXII 2.1 §4.3',
    meaning: 'A status that is not there any more is answered with 404.',
    level: 'MUST',
    codes: ['not-found'],
    proof: 'writes.test.ts › 202 with a status resource',
  },
  {
    clause: 'TAXII 2.1 §4.3.1',
    meaning: 'Required members of a status; counts of zero or more.',
    level: 'MUST',
    proof: 'writes.test.ts › its counts add up',
  },
  {
    clause: 'TAXII 2.1 §5.1–§5.8',
    meaning: 'Who fails authentication gets 401 or 404.',
    level: 'MUST',
    codes: ['unauthenticated'],
    proof: 'pages.test.ts › rights: 403 for what is seen but not readable',
  },
  {
    clause: 'TAXII 2.1 §5.1.1',
    meaning: 'Without collections the answer is an empty object.',
    level: 'MUST',
    proof: 'information.test.ts › in the same order every time',
  },
  {
    clause: 'TAXII 2.1 §5.2.1',
    meaning: 'An alias stands for the id in the URL.',
    level: 'MAY',
    proof: 'information.test.ts › a collection by id in any case or by alias',
  },
  {
    clause: 'TAXII 2.1 §5.3, §5.4, §5.6, §5.8',
    meaning: 'can_read false: 403 or 404.',
    level: 'MUST',
    codes: ['forbidden', 'not-found'],
    proof: 'pages.test.ts › rights: 403 for what is seen but not readable',
  },
  {
    clause: 'TAXII 2.1 §5.3',
    meaning: 'The manifest is filtered by the objects that it describes.',
    level: 'MUST',
    proof: 'filters.table.test.ts › every row of the truth table',
  },
  {
    clause: 'TAXII 2.1 §5.5',
    meaning: 'can_write false: 403 or 404.',
    level: 'MUST',
    codes: ['forbidden', 'not-found'],
    proof: 'writes.test.ts › POST needs can_write',
  },
  {
    clause: 'TAXII 2.1 §5.5',
    meaning: 'An error for an exact duplicate.',
    level: 'MUST NOT',
    proof: 'writes.test.ts › an exact duplicate is a success',
  },
  {
    clause: 'TAXII 2.1 §5.5',
    meaning: '415 for another content type, 422 for what cannot be processed.',
    level: 'MUST',
    codes: ['unsupported-media-type', 'unprocessable'],
    proof: 'writes.test.ts › what is no envelope gets 422',
  },
  {
    clause: 'TAXII 2.1 §5.6',
    meaning: '404 for an object that is not there or not for the caller.',
    level: 'MUST',
    codes: ['not-found'],
    proof: 'pages.test.ts › a hidden object gives the bytes of an absent one',
  },
  {
    clause: 'TAXII 2.1 §5.7',
    meaning:
      'After a successful DELETE the object or version is answered with 404, unless another ' +
      'organisation added it too (docs/divergences.md).',
    level: 'MUST',
    codes: ['not-found'],
    proof: 'writes.test.ts › DELETE removes the versions that match',
  },
  {
    clause: 'TAXII 2.1 §5.7',
    meaning: 'The table of can_read and can_write: 404, 403, 403.',
    level: 'MUST',
    codes: ['forbidden', 'not-found'],
    proof: 'writes.test.ts › a collection that is listed without any right',
  },
  {
    clause: 'TAXII 2.1 §5.8',
    meaning: 'Versions by modified, else by created.',
    level: 'MUST',
    proof: 'reference.corpus.test.ts › the behaviours of the reference server',
  },
  {
    clause: 'TAXII 2.1 §8.2.1',
    meaning: 'Discovery lies at /taxii2/.',
    level: 'MUST',
    proof: 'route.test.ts › paths name endpoints',
  },
  {
    clause: 'TAXII 2.1 §8.2.1',
    meaning: 'Refusing a request for want of a User-Agent.',
    level: 'SHOULD NOT',
    proof: 'reference.corpus.test.ts › the behaviours of the reference server',
  },
  {
    clause: 'TAXII 2.1 §8.2.2, §8.3.1',
    meaning: 'HTTPS with TLS 1.2 and 1.3, no 0-RTT, HTTP Basic, client certificates.',
    level: 'MUST',
    proof: 'hub: serves TLS by files and authenticates; TLS 0-RTT is not offered by Node.js',
  },
];
