/**
 * What the conformance runner looks at: one row a requirement, as data. Clause numbers are those of
 * TAXII 2.1 OS (10 June 2021) unless another text is named.
 */

/**
 * MUST and SHOULD as in the clause. ADVICE: the standard leaves it open, but clients in the field
 * depend on it; not counted as a finding.
 */
export type Level = 'MUST' | 'SHOULD' | 'ADVICE';

/** What a row needs to be looked at at all. */
export type Need = 'server' | 'credentials' | 'read' | 'write';

export interface Clause {
  readonly clause: string;
  readonly level: Level;
  readonly needs: Need;
  readonly requirement: string;
}

const must = (needs: Need, clause: string, requirement: string): Clause => ({
  clause,
  level: 'MUST',
  needs,
  requirement,
});
const should = (needs: Need, clause: string, requirement: string): Clause => ({
  clause,
  level: 'SHOULD',
  needs,
  requirement,
});
const advice = (needs: Need, clause: string, requirement: string): Clause => ({
  clause,
  level: 'ADVICE',
  needs,
  requirement,
});

/** In the order in which they are looked at. */
export const CLAUSES = {
  // ---------------------------------------------------------------- discovery and API root
  'discovery.place': must('server', '§8.2.1', 'Discovery answers 200 at /taxii2/'),
  'discovery.title': must('server', '§4.1.1', 'discovery has a title'),
  'discovery.default': must('server', '§4.1.1', 'default is one of api_roots'),
  'discovery.api-root-urls': must(
    'server',
    '§4.1.1',
    'API roots are HTTPS URLs or paths with one leading slash, without a query',
  ),
  'api-root.exists': must('server', '§8.2.1', 'at least one API root answers 200'),
  'api-root.title': must('server', '§4.2.1', 'the API root has a title'),
  'api-root.versions': must(
    'server',
    '§4.2.1',
    'versions lists application/taxii+json;version=2.1, every value with its version',
  ),
  'api-root.max-content-length': must(
    'server',
    '§4.2.1',
    'max_content_length is an integer greater than zero',
  ),
  'api-root.unknown': must('server', '§4.2', 'an unknown API root is 404'),
  // ---------------------------------------------------------------- collections
  'collections.members': must(
    'server',
    '§5.2.1',
    'every collection has id, title, can_read and can_write of the right types',
  ),
  'collections.ids': must('server', '§2, §5.2.1', 'collection ids are UUIDs of version 4'),
  'collections.order': must('server', '§3.3', 'collections come in one order across requests'),
  'collections.single': must('server', '§5.2', 'a collection alone is as it is in the list'),
  'collections.alias': must(
    'server',
    '§5.2.1',
    'an alias is unique in its API root and leads to its collection',
  ),
  'collections.unknown': must('server', '§5.2', 'an unknown collection is 404'),
  'collections.unknown-objects': must(
    'server',
    '§5.3, §5.4',
    'objects and manifest of an unknown collection are 404, not an empty answer',
  ),
  // ---------------------------------------------------------------- negotiation and methods
  'accept.version': must('server', '§3.1', 'Accept with version=2.1 in any legal form is not 406'),
  'accept.no-version': must('server', '§3.1', 'Accept without a version is not 406'),
  'accept.list': must('server', '§3.1', 'a TAXII media range among others is found'),
  'accept.highest': should(
    'server',
    '§3.1',
    'without a version in Accept the answer names version 2.1 or higher',
  ),
  'accept.other-type': advice('server', '§3.1, §4.1', 'Accept for another media type alone is 406'),
  'accept.other-version': advice(
    'server',
    '§3.1, §4.1',
    'Accept for another version of TAXII alone is 406',
  ),
  'method.head': should('server', 'RFC 9110 §9.1', 'HEAD answers as GET, without a body'),
  'method.unsupported': must(
    'server',
    'RFC 9110 §15.5.6',
    'a method that is not there is no server error, and 405 names the methods that are in Allow',
  ),
  'url.no-slash': advice('server', '§3.1', 'a path without its last slash is no server error'),
  // ---------------------------------------------------------------- authentication
  'auth.missing': must(
    'credentials',
    '§1.6.9, §5.1–§5.8',
    'without credentials protected endpoints answer 401 or 404',
  ),
  'auth.wrong': must(
    'credentials',
    '§1.6.9, §5.1–§5.8',
    'with wrong credentials every endpoint of a collection answers 401 or 404',
  ),
  'auth.challenge': must('credentials', '§1.6.9', 'every 401 carries WWW-Authenticate'),
  'auth.before-existence': advice(
    'credentials',
    'Appendix B',
    'without credentials an existing and an unknown collection look alike',
  ),
  // ---------------------------------------------------------------- rights
  'rights.read': must(
    'read',
    '§5.2.1, §5.3, §5.4',
    'can_read true: objects and manifest answer 200; false: 403 or 404',
  ),
  'rights.write': must('write', '§5.2.1, §5.5', 'can_write true: POST is taken; false: 403 or 404'),
  'rights.delete': must(
    'write',
    '§5.7',
    'where can_read or can_write is false DELETE is 403, where both are 404',
  ),
  // ---------------------------------------------------------------- adding
  'post.accepted': must('write', '§5.5', 'an envelope is answered 202 with a status resource'),
  'post.status-members': must(
    'write',
    '§4.3.1',
    'the status resource has id, status and the four counts',
  ),
  'post.status-id': must('write', '§2, §4.3.1', 'the status id is a UUID of version 4'),
  'status.retrieved': must('write', '§4.3', 'a status is found by its id'),
  'status.complete': should('write', '§5.5', 'a status becomes complete'),
  'status.counts': must(
    'write',
    '§4.3.1',
    'counts add up to the number of objects sent, and lists are as long as their counts',
  ),
  'status.details': must(
    'write',
    '§4.3.1',
    'every entry names id and version of an object that was sent, as that object states them',
  ),
  'status.unknown': must('server', '§4.3', 'an unknown status is 404'),
  'post.content-type': must(
    'write',
    '§3.1',
    'Content-Type application/taxii+json in any legal form is not 415',
  ),
  'post.other-type': advice('write', '§3.1, §5.5', 'another Content-Type is 415'),
  'post.accept': must('write', '§3.1', 'POST with Accept of TAXII 2.1 is not 406'),
  'post.malformed': must('write', '§5.5', 'a body that is no envelope is 400 or 422'),
  'post.duplicate': must('write', '§5.5', 'posting an exact duplicate is no error'),
  'post.duplicate-once': advice('write', '§5.5', 'a duplicate is not listed twice'),
  'post.partial': must(
    'write',
    '§4.3.1, §5.5',
    'a good object beside a bad one: each is reported as what became of it',
  ),
  'post.below-limit': must(
    'write',
    '§4.2.1',
    'a body just below max_content_length is not answered 413',
  ),
  'post.above-limit': must('write', '§5.5', 'a body above max_content_length is 413'),
  'post.unknown-collection': must('write', '§5.5', 'POST to an unknown collection is 404'),
  // ---------------------------------------------------------------- reading
  'objects.all': must('read', '§5.4', 'every object that was added is given'),
  'objects.content': advice('write', '§3.7', 'objects come back as they were posted'),
  'objects.sorted': must('read', '§3.3', 'objects come in ascending order of date_added'),
  'objects.empty': must('read', '§3.7, §5.4', 'no match is 200 with an empty envelope'),
  'object.by-id': must('read', '§5.6', 'an object is given by its id, in an envelope'),
  'object.version-filter': must('read', '§5.6', 'match[version] works on one object'),
  'object.unknown': must('read', '§5.6', 'an unknown object is 404, or 200 with an empty envelope'),
  'manifest.members': must('read', '§5.3.1', 'manifest records have id, date_added and version'),
  'manifest.equals-objects': must('read', '§5.3', 'the manifest lists exactly the objects given'),
  'manifest.sorted': must('read', '§3.3', 'the manifest is in ascending order of date_added'),
  'manifest.media-type': must('read', '§5.3.1', 'media_type is one that the collection lists'),
  'manifest.accept': must(
    'read',
    '§5.3',
    'the manifest is given for Accept with TAXII and STIX media types',
  ),
  'manifest.version': must(
    'read',
    '§5.3.1',
    'version is modified, else created, else consistent over the endpoints',
  ),
  'versions.list': must('read', '§5.8.1', 'versions lists every version of an object'),
  'versions.unversioned': must('read', '§5.8', 'without modified the version is created'),
  'versions.unknown': must('read', '§5.8', 'versions of an unknown object are 404 or empty'),
  'headers.equal': must(
    'read',
    '§3.2',
    'the date-added headers are the date_added of the first and the last object given',
  ),
  // ---------------------------------------------------------------- added_after
  'added-after.exclusive': must('read', '§3.4', 'added_after is strictly greater'),
  'added-after.before': must(
    'read',
    '§3.4',
    'added_after one microsecond before an object includes it',
  ),
  'added-after.whole-second': must(
    'read',
    '§2, §3.4',
    'added_after at a whole second is understood',
  ),
  'added-after.future': must('read', '§3.4', 'added_after in the future gives nothing'),
  // ---------------------------------------------------------------- filters
  'filter.id': must('read', '§3.4.1', 'match[id] gives that object alone'),
  'filter.ids': must('read', '§3.4', 'match[id] with two ids gives both'),
  'filter.type': must('read', '§3.4.1', 'match[type] gives that type alone'),
  'filter.types': must('read', '§3.4', 'match[type] with two types gives both'),
  'filter.type-known': must('read', '§3.4.1', 'no type of STIX 2.1 is an error'),
  'filter.version-default': must(
    'read',
    '§3.4.1',
    'without match[version] only the latest version of each object is given',
  ),
  'filter.version-last': must('read', '§3.4.1', 'match[version]=last gives the latest version'),
  'filter.version-first': must('read', '§3.4.1', 'match[version]=first gives the earliest version'),
  'filter.version-all': must('read', '§3.4.1', 'match[version]=all gives every version'),
  'filter.version-value': must('read', '§3.4.1', 'match[version] with a timestamp gives that one'),
  'filter.version-list': must(
    'read',
    '§3.4.1',
    'match[version]=first,last and two timestamps give two versions',
  ),
  'filter.spec-version': must('read', '§3.4.1', 'match[spec_version]=2.1 gives STIX 2.1'),
  'filter.spec-version-other': must(
    'read',
    '§3.4.1',
    'match[spec_version] gives no other specification version',
  ),
  'filter.combined': must('read', '§3.4', 'several match fields are joined by AND'),
  'filter.manifest': must('read', '§5.3', 'the manifest filters as objects do'),
  'filter.unknown-field': advice('read', '§3.4', 'an unknown match field is no server error'),
  'query.encoding': must(
    'read',
    'RFC 3986 §2',
    'brackets, commas and colons mean the same plain and percent-encoded',
  ),
  'query.limit-malformed': must('read', '§3.4', 'limit of 0, -1 or no number is 400'),
  'query.added-after-malformed': must('read', '§3.4', 'added_after that is no timestamp is 400'),
  'query.repeated': should('read', '§3.4', 'added_after or a match field given twice is 400'),
  'query.version-combined': should('read', '§3.4.1', 'match[version]=all with another is 400'),
  'query.next-malformed': should('read', '§3.4', 'a next that the server never gave is 4xx'),
  // ---------------------------------------------------------------- paging
  'limit.honoured': must('read', '§3.4', 'no answer has more objects than limit'),
  'limit.fits': must('read', '§3.4', 'what fits into limit comes at once, without more'),
  'paging.exactly-once': must(
    'read',
    '§3.5',
    'following next gives every object exactly once, whatever the page size',
  ),
  'paging.more': must('read', '§3.4, §3.5', 'more is true as long as there is more'),
  'paging.next-accepted': must('read', '§3.5', 'every next that the server gave is accepted'),
  'paging.by-date': should(
    'read',
    '§3.5',
    'following by added_after and X-TAXII-Date-Added-Last gives every object',
  ),
  'paging.filtered': must('read', '§3.5', 'following next under a filter gives every match once'),
  'paging.manifest': must('read', '§3.5, §5.3', 'the manifest pages as objects do'),
  'paging.object': must('read', '§3.5, §5.6', 'the versions of one object page'),
  'paging.versions': must('read', '§3.5, §5.8', 'the version list pages'),
  'paging.writes-between': must(
    'write',
    '§3.5',
    'an object added between two pages disturbs no walk: the others come exactly once',
  ),
  'paging.next-bound': must(
    'read',
    'Appendix B',
    'next with other filters gives nothing outside those filters',
  ),
  'paging.next-without-more': advice('read', '§3.7', 'next is given only where more is true'),
  'filter.spec-version-default': must(
    'read',
    '§3.4.1',
    'without match[spec_version] each object comes in its latest specification version alone',
  ),
  'filter.spec-version-former': advice(
    'write',
    '§3.4.1, §5.5',
    'an object taken in STIX 2.0 beside its 2.1 form is given when 2.0 is asked for',
  ),
  // ---------------------------------------------------------------- deleting
  'delete.version': must('write', '§5.7', 'DELETE with match[version] takes that version alone'),
  'delete.version-gone': must('write', '§5.7', 'a deleted version is 404'),
  'delete.answer': must('write', '§5.7', 'DELETE is answered 200 with the TAXII media type'),
  'delete.gone': must('write', '§5.7', 'a deleted object is 404 by its id'),
  'delete.unlisted': must('write', '§5.7', 'a deleted object is in no list and no manifest'),
  'delete.unknown': must('write', '§5.7', 'DELETE of an unknown object is 404'),
  // ---------------------------------------------------------------- over all answers of the run
  'headers.present': must(
    'read',
    '§3.2',
    'every 200 of objects, object, versions and manifest has both date-added headers',
  ),
  'answers.media-type': must(
    'server',
    '§3.1',
    'every answer with TAXII content is application/taxii+json;version=2.1',
  ),
  'answers.json': must('server', '§1.6.7, §3.1', 'every successful body is a JSON object in UTF-8'),
  'answers.lists': must('server', '§2', 'no list is empty'),
  'answers.timestamps': must('server', '§2', 'every timestamp is UTC with six digits and Z'),
  'answers.envelope': must('server', '§3.7', 'more is a boolean, next a string, objects objects'),
  'answers.errors': must(
    'server',
    '§3.6.1',
    'error messages have a title, and http_status is the status as a string',
  ),
  'answers.no-5xx': must('server', 'RFC 9110 §15.6', 'no request made the server fail'),
} as const satisfies Readonly<Record<string, Clause>>;

export type ClauseId = keyof typeof CLAUSES;

export const CLAUSE_IDS = Object.keys(CLAUSES) as readonly ClauseId[];
