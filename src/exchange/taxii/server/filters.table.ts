/**
 * The truth table of the filters (TAXII 2.1 §3.4), as data: the server is tested against it and
 * docs/guide/taxii-filters.md is made from it.
 */

export interface FilterExample {
  /** Letter by which the rows below name it, in order of date added. */
  readonly name: string;
  readonly object:
    | 'indicator 1'
    | 'malware 2'
    | 'ipv4-addr 5'
    | 'marking-definition 6'
    | 'indicator 8';
  readonly id: string;
  readonly specVersion: '2.0' | '2.1';
  /** Value of `modified`, else of `created`; absent: the object has neither. */
  readonly version?: string;
  /** Without `modified`. */
  readonly unmodified?: true;
  readonly added: string;
  /** Hidden from the caller of the table. */
  readonly hidden?: true;
}

const INDICATOR_1 = 'indicator--00000000-0000-4000-8000-000000000001';
const MALWARE_2 = 'malware--00000000-0000-4000-8000-000000000002';
const ADDRESS_5 = 'ipv4-addr--00000000-0000-5000-8000-000000000005';
const MARKING_6 = 'marking-definition--00000000-0000-4000-8000-000000000006';
const INDICATOR_8 = 'indicator--00000000-0000-4000-8000-000000000008';

const added = (second: number) => `2026-01-01T00:00:0${second}.000000Z`;

/** What the collection holds. */
export const FILTER_EXAMPLES: readonly FilterExample[] = [
  {
    name: 'a',
    object: 'indicator 1',
    id: INDICATOR_1,
    specVersion: '2.1',
    version: '2025-01-01T00:00:00.000Z',
    added: added(1),
  },
  {
    name: 'b',
    object: 'malware 2',
    id: MALWARE_2,
    specVersion: '2.0',
    version: '2025-01-04T00:00:00.000Z',
    added: added(2),
  },
  {
    name: 'c',
    object: 'malware 2',
    id: MALWARE_2,
    specVersion: '2.1',
    version: '2025-01-02T00:00:00.000Z',
    added: added(3),
  },
  {
    name: 'd',
    object: 'indicator 1',
    id: INDICATOR_1,
    specVersion: '2.1',
    version: '2025-01-02T00:00:00.000Z',
    added: added(4),
  },
  { name: 'e', object: 'ipv4-addr 5', id: ADDRESS_5, specVersion: '2.1', added: added(5) },
  {
    name: 'f',
    object: 'marking-definition 6',
    id: MARKING_6,
    specVersion: '2.1',
    version: '2025-01-01T00:00:00.000Z',
    unmodified: true,
    added: added(6),
  },
  {
    name: 'g',
    object: 'indicator 1',
    id: INDICATOR_1,
    specVersion: '2.1',
    version: '2025-01-03T00:00:00.000Z',
    added: added(7),
  },
  {
    name: 'h',
    object: 'indicator 8',
    id: INDICATOR_8,
    specVersion: '2.1',
    version: '2025-01-03T00:00:00.000Z',
    added: added(8),
  },
  {
    name: 'x',
    object: 'indicator 1',
    id: INDICATOR_1,
    specVersion: '2.1',
    version: '2025-01-09T00:00:00.000Z',
    added: added(9),
    hidden: true,
  },
];

export interface FilterRow {
  /** As in the URL, with `{1}` … `{8}` for the ids of the examples. */
  readonly query: string;
  /** Names of the examples on the page, in order; or the refusal. */
  readonly gives: string;
  readonly why: string;
}

/** Ids by their number in the queries. */
export const FILTER_IDS: Readonly<Record<string, string>> = {
  1: INDICATOR_1,
  2: MALWARE_2,
  5: ADDRESS_5,
  6: MARKING_6,
  8: INDICATOR_8,
};

export const FILTER_ROWS: readonly FilterRow[] = [
  {
    query: '',
    gives: 'c e f g h',
    why:
      'No filter: of each object the newest specification version (c, not b), of that the latest ' +
      'version (g), which is the latest visible one: x is as if it did not exist.',
  },
  { query: 'match[version]=last', gives: 'c e f g h', why: 'The default, said aloud.' },
  { query: 'match[version]=first', gives: 'a c e f h', why: 'The earliest version of each.' },
  {
    query: 'match[version]=all',
    gives: 'a c d e f g h',
    why: 'Every version, still in the newest specification version of each object only.',
  },
  {
    query: 'match[version]=first,last',
    gives: 'a c e f g h',
    why: 'Alternatives; what is both stands once.',
  },
  {
    query: 'match[version]=2025-01-02T00:00:00.000Z',
    gives: 'c d',
    why: 'Exactly that version, whatever lies after it.',
  },
  {
    query: 'match[version]=2025-01-02T00:00:00Z',
    gives: 'c d',
    why: 'The same instant written with other precision.',
  },
  {
    query: 'match[version]=2025-01-02T00:00:00.000Z,last',
    gives: 'c d e f g h',
    why: 'A timestamp and a keyword as alternatives.',
  },
  {
    query: 'match[version]=2025-01-01T00:00:00.000Z',
    gives: 'a f',
    why: 'An object without modified goes by created (f).',
  },
  {
    query: 'match[version]=2026-01-01T00:00:05.000000Z',
    gives: 'e',
    why: 'An object with neither goes by the time it was added.',
  },
  {
    query: 'match[version]=2025-01-09T00:00:00.000Z',
    gives: '',
    why: 'Only the hidden x has that version.',
  },
  { query: 'match[spec_version]=2.1', gives: 'c e f g h', why: 'Only STIX 2.1.' },
  { query: 'match[spec_version]=2.0', gives: 'b', why: 'Only STIX 2.0.' },
  {
    query: 'match[spec_version]=2.0,2.1',
    gives: 'b e f g h',
    why: 'Both are admitted, so the latest version of malware 2 is the one in 2.0.',
  },
  {
    query: 'match[spec_version]=2.0,2.1&match[version]=all',
    gives: 'a b c d e f g h',
    why: 'Everything that is visible.',
  },
  {
    query: 'match[spec_version]=2.0,2.1&match[version]=first',
    gives: 'a c e f h',
    why: 'The earliest of both specification versions.',
  },
  { query: 'match[spec_version]=3.0', gives: '', why: 'A version that nothing has: no error.' },
  { query: 'match[type]=indicator', gives: 'g h', why: 'One type.' },
  { query: 'match[type]=indicator,malware', gives: 'c g h', why: 'Two types as alternatives.' },
  { query: 'match[type]=campaign', gives: '', why: 'A type that nothing has: no error.' },
  { query: 'match[type]=x-unknown-thing', gives: '', why: 'Nor a type that nobody defined.' },
  {
    query: 'match[type]=indicator&match[version]=all',
    gives: 'a d g h',
    why: 'Fields are conjoined.',
  },
  {
    query: 'match[type]=malware&match[spec_version]=2.0',
    gives: 'b',
    why: 'Type and specification version.',
  },
  {
    query: 'match[type]=indicator&match[version]=first&match[spec_version]=2.1',
    gives: 'a h',
    why: 'Three fields.',
  },
  { query: 'match[id]={1}', gives: 'g', why: 'One object: its latest visible version.' },
  { query: 'match[id]={1},{8}', gives: 'g h', why: 'Two objects.' },
  { query: 'match[id]={8},{1},{8}', gives: 'g h', why: 'Order and repetition mean nothing.' },
  { query: 'match[id]={1}&match[version]=all', gives: 'a d g', why: 'All versions of one.' },
  {
    query: 'match[id]={2}&match[spec_version]=2.0,2.1&match[version]=all',
    gives: 'b c',
    why: 'All versions in both specification versions.',
  },
  { query: 'match[id]={1}&match[type]=malware', gives: '', why: 'Fields are conjoined.' },
  {
    query: 'match[id]={1},{2}&match[type]=malware',
    gives: 'c',
    why: 'Of the two objects the one of that type.',
  },
  {
    query:
      'match[id]={1},{2},{8}&match[type]=indicator&match[version]=first,last&match[spec_version]=2.1',
    gives: 'a g h',
    why: 'All four fields.',
  },
  {
    query: 'match[id]=indicator--ffffffff-0000-4000-8000-000000000000',
    gives: '',
    why: 'An unknown id: an empty page, as for a hidden one.',
  },
  {
    query: 'added_after=2026-01-01T00:00:05.000000Z',
    gives: 'f g h',
    why: 'Strictly after: e itself is not.',
  },
  {
    query: 'added_after=2026-01-01T00:00:04.999999Z',
    gives: 'e f g h',
    why: 'One microsecond earlier it is.',
  },
  {
    query: 'added_after=2026-01-01T00:00:01Z&match[version]=first',
    gives: 'c e f h',
    why:
      'added_after comes after the version: a is the first version and is cut off, and d does not ' +
      'take its place.',
  },
  {
    query: 'added_after=2026-01-01T00:00:07Z&match[id]={1}&match[version]=all',
    gives: '',
    why: 'All versions of it were added before.',
  },
  {
    query: 'added_after=2026-01-01T00:00:03Z&match[type]=indicator&match[version]=all',
    gives: 'd g h',
    why: 'Type, version and date added.',
  },
  {
    query:
      'added_after=2026-01-01T00:00:00Z&match[id]={2}&match[type]=malware&match[spec_version]=2.0&match[version]=last',
    gives: 'b',
    why: 'All five filters.',
  },
  { query: 'limit=2', gives: 'c e', why: 'Limit comes last; more is true.' },
  { query: 'limit=2&match[type]=indicator', gives: 'g h', why: 'Two match, so more is false.' },
  {
    query: 'match[shoe_size]=44',
    gives: 'c e f g h',
    why: 'A field that TAXII does not define is ignored, which it permits.',
  },
  { query: 'colour=blue', gives: 'c e f g h', why: 'Nor does a foreign parameter matter.' },
  { query: 'match[version]=all,last', gives: '400', why: 'all stands alone.' },
  { query: 'match[version]=first,first', gives: '400', why: 'No value twice.' },
  { query: 'match[version]=newest', gives: '400', why: 'No keyword and no timestamp.' },
  {
    query: 'match[type]=indicator&match[type]=malware',
    gives: '400',
    why: 'No field twice; several values are one list.',
  },
  { query: 'match[type]=', gives: '400', why: 'A field needs a value.' },
  { query: 'match[id]={1},,{8}', gives: '400', why: 'No empty place in a list.' },
  { query: 'match[type]=indicator,%20malware', gives: '400', why: 'No spaces in a list.' },
  { query: 'added_after=yesterday', gives: '400', why: 'Not a timestamp.' },
  {
    query: 'added_after=2026-01-01T00:00:00Z&added_after=2026-01-02T00:00:00Z',
    gives: '400',
    why: 'Not more than one instance.',
  },
  { query: 'limit=0', gives: '400', why: 'limit is greater than zero.' },
];
