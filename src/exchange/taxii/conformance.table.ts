/**
 * What TAXII 2.1 (OASIS Standard) asks of a server, clause by clause, and where it is proved.
 * docs/conformance.md is made from these rows; a test checks that every named test exists.
 */

export interface ConformanceRow {
  readonly clause: string;
  readonly requirement: string;
  readonly level: 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY';
  /** `file › part of a test's name` beside this table, or `hub:` and what the running program does. */
  readonly proof: string;
}

export const TAXII_CONFORMANCE: readonly ConformanceRow[] = [
  {
    clause: '§2 list',
    requirement: 'A list has at least one value; an empty one is omitted.',
    level: 'MUST',
    proof: 'information.test.ts › lists are absent rather than empty',
  },
  {
    clause: '§2 timestamp',
    requirement: 'Timestamps are RFC 3339 in UTC with microseconds.',
    level: 'MUST',
    proof: 'pages.test.ts › date-added headers name the first and last',
  },
  {
    clause: '§2 identifier',
    requirement: 'Identifiers are version 4 UUIDs.',
    level: 'MUST',
    proof: 'writes.test.ts › 202 with a status resource',
  },
  {
    clause: '§3.1',
    requirement: 'Endpoint paths end in a slash; a missing one is forgiven.',
    level: 'MUST',
    proof: 'route.test.ts › paths name endpoints',
  },
  {
    clause: '§3.1',
    requirement: 'Successful answers have the body that the endpoint defines.',
    level: 'MUST',
    proof: 'reference.corpus.test.ts › the behaviours of the reference server',
  },
  {
    clause: '§3.1',
    requirement: 'Error answers carry an error message.',
    level: 'MAY',
    proof: 'problem.test.ts › an error message has the members of §3.6.1',
  },
  {
    clause: '§3.1',
    requirement: 'A request without a TAXII media range in Accept is refused with 406.',
    level: 'MAY',
    proof: 'media.test.ts › Accept decides by the clauses',
  },
  {
    clause: '§3.1',
    requirement: 'Every answer names media type and version in Content-Type, refusals too.',
    level: 'MUST',
    proof: 'media.test.ts › Accept decides by the clauses',
  },
  {
    clause: '§3.1, §1.6.8.2',
    requirement: 'Without version parameter the highest version is given.',
    level: 'SHOULD',
    proof: 'media.test.ts › Accept decides by the clauses',
  },
  {
    clause: '§3.1',
    requirement: 'A media type that the endpoint defines is not answered with 406.',
    level: 'MUST NOT',
    proof: 'media.test.ts › Accept decides by the clauses',
  },
  {
    clause: '§3.1',
    requirement: 'A Content-Type that the endpoint defines is not answered with 415.',
    level: 'MUST NOT',
    proof: 'media.test.ts › Content-Type of a POST',
  },
  {
    clause: '§3.2',
    requirement: 'Every 200 of manifest, objects, object and versions has both date-added headers.',
    level: 'MUST',
    proof: 'pages.test.ts › an empty page is {}',
  },
  {
    clause: '§3.3',
    requirement: 'Objects and manifest entries are in ascending order of date added.',
    level: 'MUST',
    proof: 'match.property.test.ts › any combination of filters',
  },
  {
    clause: '§3.3',
    requirement: 'Collections are in the same order on every request.',
    level: 'MUST',
    proof: 'information.test.ts › in the same order every time',
  },
  {
    clause: '§3.4',
    requirement: 'Malformed query parameters are answered with 400.',
    level: 'MUST',
    proof: 'query.test.ts › malformed queries are refused',
  },
  {
    clause: '§3.4 added_after',
    requirement: 'Only objects added after the timestamp; one instance, one value.',
    level: 'MUST',
    proof: 'filters.table.test.ts › every row of the truth table',
  },
  {
    clause: '§3.4 added_after',
    requirement: 'Without it the oldest objects come first.',
    level: 'MUST',
    proof: 'pages.test.ts › next walks every page once',
  },
  {
    clause: '§3.4 limit',
    requirement: 'limit is a positive integer greater than zero.',
    level: 'MUST',
    proof: 'query.test.ts › malformed queries are refused',
  },
  {
    clause: '§3.4 limit',
    requirement: 'No more objects than asked for.',
    level: 'MUST NOT',
    proof: 'pages.test.ts › the server gives at most limit',
  },
  {
    clause: '§3.4 limit',
    requirement: 'All objects when they fit into both limits; else more is true.',
    level: 'MUST',
    proof: 'pages.test.ts › the server gives at most limit',
  },
  {
    clause: '§3.4 match',
    requirement: 'Fields are conjoined, values of one field are alternatives.',
    level: 'MUST',
    proof: 'match.property.test.ts › any combination of filters',
  },
  {
    clause: '§3.4 match',
    requirement: 'A field occurs once in a request.',
    level: 'MUST NOT',
    proof: 'query.test.ts › malformed queries are refused',
  },
  {
    clause: '§3.4 match',
    requirement: 'Fields that are not defined are ignored (by DELETE refused).',
    level: 'MAY',
    proof: 'query.test.ts › an endpoint ignores the filters that it does not define',
  },
  {
    clause: '§3.4.1 spec_version',
    requirement: 'No other specification versions than those asked for.',
    level: 'MUST NOT',
    proof: 'match.property.test.ts › any combination of filters',
  },
  {
    clause: '§3.4.1 spec_version',
    requirement: 'Without it only the latest specification version of each object.',
    level: 'MUST',
    proof: 'filters.table.test.ts › every row of the truth table',
  },
  {
    clause: '§3.4.1 type',
    requirement: 'No type of STIX 2.1 is an error.',
    level: 'MUST NOT',
    proof: 'filters.table.test.ts › every row of the truth table',
  },
  {
    clause: '§3.4.1 version',
    requirement: 'Without it only the latest version of each object.',
    level: 'MUST',
    proof: 'filters.table.test.ts › every row of the truth table',
  },
  {
    clause: '§3.4.1 version',
    requirement: 'Objects without modified go by created, else by a consistent value.',
    level: 'MUST',
    proof: 'filters.table.test.ts › every row of the truth table',
  },
  {
    clause: '§3.4.1 version',
    requirement: 'No value twice; all stands alone.',
    level: 'MUST NOT',
    proof: 'query.test.ts › malformed queries are refused',
  },
  {
    clause: '§3.5',
    requirement: 'next goes on with the same query, exactly, also after writes.',
    level: 'MAY',
    proof: 'pages.test.ts › a walk stays exact while objects are written',
  },
  {
    clause: '§3.5',
    requirement: 'A walk may go on by added_after with the value of X-TAXII-Date-Added-Last.',
    level: 'MAY',
    proof: 'pages.test.ts › an empty page is {}',
  },
  {
    clause: '§3.6.1',
    requirement: 'title is there; http_status, a string, is the status of the answer.',
    level: 'MUST',
    proof: 'problem.test.ts › an error message has the members of §3.6.1',
  },
  {
    clause: '§3.7',
    requirement: 'STIX objects come in an envelope, also a single one.',
    level: 'MUST',
    proof: 'filters.table.test.ts › the same as the object by its path',
  },
  {
    clause: '§3.7, §5.4',
    requirement: 'Without objects the envelope is empty.',
    level: 'MUST',
    proof: 'pages.test.ts › an empty page is {}',
  },
  {
    clause: '§3.8',
    requirement: 'Property names exactly as given; required ones present.',
    level: 'MUST',
    proof: 'information.test.ts › discovery: title, contact, API roots',
  },
  {
    clause: '§4.1.1',
    requirement: 'The default API root is one of the list.',
    level: 'MUST',
    proof: 'information.test.ts › discovery: title, contact, API roots',
  },
  {
    clause: '§4.1.1',
    requirement: 'API root URLs are HTTPS absolute or begin with one slash, without a query.',
    level: 'MUST',
    proof: 'information.test.ts › API root URLs are absolute with HTTPS',
  },
  {
    clause: '§4.2.1',
    requirement: 'versions holds application/taxii+json;version=2.1; max_content_length is there.',
    level: 'MUST',
    proof: 'information.test.ts › an API root has its required members',
  },
  {
    clause: '§4.2.1',
    requirement: 'A body shorter than max_content_length is not answered with 413.',
    level: 'MUST NOT',
    proof: 'writes.test.ts › 413 above max_content_length',
  },
  {
    clause: '§4.3',
    requirement: 'A status is kept for at least 24 hours after the work is done.',
    level: 'SHOULD',
    proof: 'reference.corpus.test.ts › the behaviours of the reference server',
  },
  {
    clause: '§4.3',
    requirement: 'A status that is not there any more is answered with 404.',
    level: 'MUST',
    proof: 'writes.test.ts › 202 with a status resource',
  },
  {
    clause: '§4.3.1',
    requirement: 'Required members of a status; counts of zero or more.',
    level: 'MUST',
    proof: 'writes.test.ts › its counts add up',
  },
  {
    clause: '§5.1–§5.8',
    requirement: 'Who fails authentication gets 401 or 404.',
    level: 'MUST',
    proof: 'pages.test.ts › rights: 403 for what is seen but not readable',
  },
  {
    clause: '§5.1.1',
    requirement: 'Without collections the answer is an empty object.',
    level: 'MUST',
    proof: 'information.test.ts › in the same order every time',
  },
  {
    clause: '§5.2.1',
    requirement: 'An alias stands for the id in the URL.',
    level: 'MAY',
    proof: 'information.test.ts › a collection by id in any case or by alias',
  },
  {
    clause: '§5.3, §5.4, §5.6, §5.8',
    requirement: 'can_read false: 403 or 404.',
    level: 'MUST',
    proof: 'pages.test.ts › rights: 403 for what is seen but not readable',
  },
  {
    clause: '§5.3',
    requirement: 'The manifest is filtered by the objects that it describes.',
    level: 'MUST',
    proof: 'filters.table.test.ts › every row of the truth table',
  },
  {
    clause: '§5.5',
    requirement: 'can_write false: 403 or 404.',
    level: 'MUST',
    proof: 'writes.test.ts › POST needs can_write',
  },
  {
    clause: '§5.5',
    requirement: 'An exact duplicate is no error.',
    level: 'MUST NOT',
    proof: 'writes.test.ts › an exact duplicate is a success',
  },
  {
    clause: '§5.5',
    requirement: '415 for another content type, 422 for what cannot be processed.',
    level: 'MUST',
    proof: 'writes.test.ts › what is no envelope gets 422',
  },
  {
    clause: '§5.6',
    requirement: '404 for an object that is not there or not for the caller.',
    level: 'MUST',
    proof: 'pages.test.ts › a hidden object gives the bytes of an absent one',
  },
  {
    clause: '§5.7',
    requirement: 'After a successful DELETE the object or version is answered with 404.',
    level: 'MUST',
    proof: 'writes.test.ts › DELETE removes the versions that match',
  },
  {
    clause: '§5.7',
    requirement: 'The table of can_read and can_write: 404, 403, 403.',
    level: 'MUST',
    proof: 'writes.test.ts › a collection that is listed without any right',
  },
  {
    clause: '§5.8',
    requirement: 'Versions by modified, else by created.',
    level: 'MUST',
    proof: 'reference.corpus.test.ts › the behaviours of the reference server',
  },
  {
    clause: '§8.2.1',
    requirement: 'Discovery lies at /taxii2/.',
    level: 'MUST',
    proof: 'route.test.ts › paths name endpoints',
  },
  {
    clause: '§8.2.1',
    requirement: 'A missing User-Agent is no reason to refuse.',
    level: 'SHOULD NOT',
    proof: 'reference.corpus.test.ts › the behaviours of the reference server',
  },
  {
    clause: '§8.2.2, §8.3.1',
    requirement: 'HTTPS with TLS 1.2 and 1.3, no 0-RTT, HTTP Basic, client certificates.',
    level: 'MUST',
    proof: 'hub: serves TLS by files and authenticates; TLS 0-RTT is not offered by Node.js',
  },
];
