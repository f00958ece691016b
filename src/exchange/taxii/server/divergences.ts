/**
 * Where the server answers differently from the behaviours that the tests of the OASIS reference
 * server describe, and why. The corpus test fails on any difference that is not here, and on any
 * row here that does not show. docs/divergences.md is made from these rows.
 */
export interface TaxiiDivergence {
  /** Id of the test in corpora/taxii/behaviours.json; empty when no test of it touches the matter. */
  readonly case: string;
  /** Member of `expect` that does not hold; empty with an empty case. */
  readonly member: string;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

export const TAXII_DIVERGENCES: readonly TaxiiDivergence[] = [
  {
    case: 'discovery',
    member: 'api_roots_first',
    reference: 'API roots as absolute http:// URLs.',
    ours: 'Absolute where the public address is HTTPS, else relative, beginning with one slash.',
    clause: 'TAXII 2.1 §4.1.1',
    why: 'API Root URLs MUST be HTTPS absolute URLs or relative URLs.',
  },
  {
    case: 'collections',
    member: 'collection_ids',
    reference: 'Collections in an order of their own.',
    ours: 'Collections in the order of the house, the same on every request.',
    clause: 'TAXII 2.1 §3.3',
    why: 'The order must be consistent and is otherwise free.',
  },
  {
    case: 'objects-422',
    member: 'title',
    reference: 'Every error has the title ProcessingError.',
    ours: 'The title says what is wrong; error_code is the stable name.',
    clause: 'TAXII 2.1 §3.6.1',
    why: 'Titles and codes are application-specific.',
  },
  {
    case: 'objects-422',
    member: 'description_contains',
    reference: 'A description of their own wording.',
    ours: 'What is wrong with the body, and in details.issues where.',
    clause: 'TAXII 2.1 §3.6.1',
    why: 'Descriptions are application-specific.',
  },
  {
    case: 'next-with-other-filters-400',
    member: 'title',
    reference: 'Every error has the title ProcessingError.',
    ours: 'The title says that next does not belong to the request.',
    clause: 'TAXII 2.1 §3.6.1',
    why: 'Titles and codes are application-specific.',
  },
  {
    case: '',
    member: '',
    reference: 'DELETE without match[version] removes the last version only.',
    ours: "DELETE without match[version] removes every version that the caller's organisation added.",
    clause: 'TAXII 2.1 §5.7, §3.4.1',
    why:
      'After a 200 any attempt to fetch that object MUST give 404; were an earlier version left, ' +
      'it would be found. The default of §3.4.1 speaks of what a server returns.',
  },
  {
    case: '',
    member: '',
    reference:
      'DELETE removes whatever matches, whoever added it; afterwards it is answered with 404.',
    ours:
      "DELETE removes what the caller's organisation added and answers 200, also where other " +
      'organisations added some of what matches: theirs stays, and a GET still finds it. Nothing ' +
      'of what matches was added by the caller: 403 when it sees some of it, else 404.',
    clause: 'TAXII 2.1 §5.7',
    why:
      'After a 200 any attempt to fetch that object MUST give 404. That holds for what nobody else ' +
      'added; where others did, nobody takes away what another organisation offers, and a refusal ' +
      'would let any other organisation keep the caller from withdrawing its own by adding a version.',
  },
  {
    case: '',
    member: '',
    reference: 'A collection that the caller may neither read nor write is listed and answers 403.',
    ours: 'Such a collection is not listed and answers 404, like one that does not exist.',
    clause: 'TAXII 2.1 §5.1.1, §5.3, §5.4, §5.7',
    why: 'Both answers are permitted, and only 404 tells nothing.',
  },
  {
    case: '',
    member: '',
    reference: 'An empty page carries no date-added headers.',
    ours:
      'An empty page carries them with the instant after which the caller asked ' +
      '(added_after, the place of next, else 1970).',
    clause: 'TAXII 2.1 §3.2',
    why:
      'All 200 responses MUST include both headers with a timestamp; this value leaves a client ' +
      'that goes on by added_after where it is.',
  },
  {
    case: '',
    member: '',
    reference: 'Accept: application/taxii+json without version is refused with 406.',
    ours: 'It is answered with TAXII 2.1.',
    clause: 'TAXII 2.1 §1.6.8.2, §3.1',
    why: 'The parameter is optional; without it the latest version that the server supports is meant.',
  },
  {
    case: '',
    member: '',
    reference: 'Accept with a wildcard is refused with 406.',
    ours: 'Accept with a wildcard is answered with TAXII 2.1; a missing header is refused.',
    clause: 'TAXII 2.1 §3.1',
    why:
      'A media range that is not defined for the endpoint MAY be satisfied; a request MUST have an ' +
      'Accept header.',
  },
  {
    case: '',
    member: '',
    reference: 'Its tests leave it open what an object gives without the version asked for.',
    ours:
      'GET of an object whose version or specification version is not there gives 404; one that ' +
      'is cut off only by added_after or next gives an empty envelope.',
    clause: 'TAXII 2.1 §5.6, §5.7',
    why: 'After DELETE of a version, fetching that version MUST give 404.',
  },
];
