/** Every refusal of the TAXII server, as data: status, clause, what it means, what helps. */

export type TaxiiIssueCode =
  | 'malformed-path'
  | 'malformed-query'
  | 'repeated-parameter'
  | 'undefined-parameter'
  | 'bad-limit'
  | 'bad-added-after'
  | 'bad-match'
  | 'bad-version'
  | 'bad-spec-version'
  | 'too-many-values'
  | 'next-invalid'
  | 'next-expired'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'conflict'
  | 'too-large'
  | 'uri-too-long'
  | 'unsupported-media-type'
  | 'unsupported-coding'
  | 'unprocessable'
  | 'too-many-requests'
  | 'internal'
  | 'unavailable'
  | 'quota-exhausted'
  | 'storage-full';

export interface TaxiiIssueRow {
  readonly status: number;
  /** Title of the error message (TAXII 2.1 §3.6.1): plain text, the same for every instance. */
  readonly title: string;
  readonly clause: string;
  readonly meaning: string;
  readonly remedy: string;
}

export const TAXII_ISSUES: Readonly<Record<TaxiiIssueCode, TaxiiIssueRow>> = {
  'malformed-path': {
    status: 400,
    title: 'Malformed path',
    clause: 'RFC 3986 §2.1',
    meaning: 'The path holds a percent-encoding that is not UTF-8 text, or a control character.',
    remedy: 'Percent-encode the identifiers in the path as UTF-8.',
  },
  'malformed-query': {
    status: 400,
    title: 'Malformed query',
    clause: 'TAXII 2.1 §3.4',
    meaning: 'A query parameter cannot be read.',
    remedy: 'Percent-encode names and values as UTF-8; match fields are written match[field].',
  },
  'repeated-parameter': {
    status: 400,
    title: 'Repeated query parameter',
    clause: 'TAXII 2.1 §3.4',
    meaning: 'A parameter that may stand once in a request stands there more than once.',
    remedy: 'Send it once; give several values of a match field as one list with commas.',
  },
  'undefined-parameter': {
    status: 400,
    title: 'Query parameter not defined here',
    clause: 'TAXII 2.1 §5.7',
    meaning:
      'DELETE knows match[version] and match[spec_version] only, and refuses what it would ' +
      'otherwise ignore, since ignoring a misspelt filter would remove more than was asked.',
    remedy: 'Remove the parameter or correct its name.',
  },
  'bad-limit': {
    status: 400,
    title: 'Malformed limit',
    clause: 'TAXII 2.1 §3.4',
    meaning: 'The value of limit is not a positive integer.',
    remedy: 'Send a decimal integer of 1 or more; the server may give fewer objects.',
  },
  'bad-added-after': {
    status: 400,
    title: 'Malformed added_after',
    clause: 'TAXII 2.1 §2, §3.4',
    meaning: 'The value of added_after is not one RFC 3339 timestamp in UTC.',
    remedy: 'Send for example 2026-01-31T12:00:00.000000Z; the final Z is required.',
  },
  'bad-match': {
    status: 400,
    title: 'Malformed match field',
    clause: 'TAXII 2.1 §3.4',
    meaning: 'A match field has no value, or a value that is empty or holds a space.',
    remedy: 'Separate values by commas, without spaces and without empty places.',
  },
  'bad-version': {
    status: 400,
    title: 'Malformed match[version]',
    clause: 'TAXII 2.1 §3.4.1',
    meaning:
      'A value is not first, last, all or a timestamp, stands twice, or all stands beside others.',
    remedy: 'Send all alone, or first, last and timestamps of the modified property, each once.',
  },
  'bad-spec-version': {
    status: 400,
    title: 'Malformed match[spec_version]',
    clause: 'TAXII 2.1 §3.4.1',
    meaning: 'A value is not a specification version such as 2.1.',
    remedy: 'Send for example match[spec_version]=2.0,2.1.',
  },
  'too-many-values': {
    status: 400,
    title: 'Too many values in a match field',
    clause: 'TAXII 2.1 §3.4',
    meaning: 'A match field holds more values than this server compares in one request.',
    remedy: 'Split the list over several requests.',
  },
  'next-invalid': {
    status: 400,
    title: 'The value of next does not belong to this request',
    clause: 'TAXII 2.1 §3.5',
    meaning:
      'The token was not made by this server for this caller, collection, endpoint and filters.',
    remedy:
      'Send next with the same URL and filters as the request that gave it, or start again ' +
      'without next; added_after continues from a known place.',
  },
  'next-expired': {
    status: 400,
    title: 'The value of next is no longer valid',
    clause: 'TAXII 2.1 §3.5',
    meaning:
      'What this caller may see has changed since the token was made, or the server was restored ' +
      'from a backup, so the walk cannot go on without missing something.',
    remedy: 'Start again without next.',
  },
  unauthenticated: {
    status: 401,
    title: 'Authentication is required',
    clause: 'TAXII 2.1 §1.6.9; RFC 9110 §15.5.2',
    meaning: 'The request carries no credentials that are valid here.',
    remedy: 'Send an Authorization header as named in WWW-Authenticate.',
  },
  forbidden: {
    status: 403,
    title: 'Not permitted',
    clause: 'TAXII 2.1 §5.3–§5.8',
    meaning: 'The resource is visible to the caller, but this action on it is not permitted.',
    remedy: 'Look at can_read and can_write of the collection; ask its owner for the right.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    clause: 'TAXII 2.1 §3.6',
    meaning: 'There is no such resource, or the caller may not know of it: one answer for both.',
    remedy: 'Check the API root, the collection id and the object id.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    clause: 'TAXII 2.1 §3.1; RFC 9110 §15.5.6',
    meaning: 'The endpoint does not define this method.',
    remedy: 'Use one of the methods in the Allow header.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Not acceptable',
    clause: 'TAXII 2.1 §3.1, §1.6.8',
    meaning: 'The Accept header is missing or admits no media type that this server gives.',
    remedy: 'Send Accept: application/taxii+json;version=2.1',
  },
  conflict: {
    status: 409,
    title: 'Conflict',
    clause: 'RFC 9110 §15.5.10',
    meaning: 'The request contradicts the present state of the resource.',
    remedy: 'Read the resource again and repeat the request if it still applies.',
  },
  'too-large': {
    status: 413,
    title: 'Request body too large',
    clause: 'TAXII 2.1 §4.2.1, §5.5',
    meaning: 'The body is longer than max_content_length of the API root.',
    remedy: 'Send the objects in several smaller envelopes.',
  },
  'uri-too-long': {
    status: 414,
    title: 'URI too long',
    clause: 'RFC 9110 §15.5.15',
    meaning: 'Path and query together are longer than this server reads.',
    remedy: 'Split the match lists over several requests.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    clause: 'TAXII 2.1 §3.1, §5.5',
    meaning: 'The Content-Type of the body is missing or is not that of a TAXII 2.1 envelope.',
    remedy: 'Send Content-Type: application/taxii+json;version=2.1',
  },
  'unsupported-coding': {
    status: 415,
    title: 'Unsupported content coding',
    clause: 'RFC 9110 §15.5.16',
    meaning: 'The body is compressed in a way that this server does not read.',
    remedy: 'Send the body as named in the Accept-Encoding header of this answer.',
  },
  unprocessable: {
    status: 422,
    title: 'The body is not a TAXII envelope',
    clause: 'TAXII 2.1 §3.7, §5.5',
    meaning: 'The body is not JSON, or not an object with a list of objects; nothing was added.',
    remedy: 'Send {"objects":[…]} with at least one STIX object; details.issues names the place.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    clause: 'RFC 6585 §4',
    meaning: 'The caller has used up its rate of requests.',
    remedy: 'Wait for the seconds in Retry-After.',
  },
  internal: {
    status: 500,
    title: 'Internal error',
    clause: 'RFC 9110 §15.6.1',
    meaning: 'The server failed; the fault is not in the request.',
    remedy: 'Report error_id to the operator, who finds the cause in the log.',
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    clause: 'RFC 9110 §15.6.4',
    meaning: 'The server cannot answer at the moment.',
    remedy: 'Try again after the seconds in Retry-After.',
  },
  'quota-exhausted': {
    status: 507,
    title: 'Quota exhausted',
    clause: 'RFC 4918 §11.5',
    meaning: 'The organisation has used up what it may add here for the time being.',
    remedy: 'Try again after the seconds in Retry-After, or ask the operator for a larger quota.',
  },
  'storage-full': {
    status: 507,
    title: 'Storage full',
    clause: 'RFC 4918 §11.5',
    meaning: 'The server has no space left; nothing was added. Reading goes on.',
    remedy: 'Try again after the seconds in Retry-After; the operator has to make space.',
  },
};
