/** What the clauses of the CPE specifications ask (X.1528.1 to .4), and which finding answers each. */
import type { CpeIssueCode } from './issues.ts';

export interface CpeConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  /** Findings when it is broken; empty where the reader only has to accept something. */
  readonly codes: readonly CpeIssueCode[];
  readonly note?: string;
}

export const CPE_CONFORMANCE: readonly CpeConformanceRow[] = [
  {
    clause: 'NISTIR 7695 §5.2',
    level: 'MUST',
    meaning: 'A well-formed name has each of the eleven attributes at most once and no other.',
    codes: ['cpe-attribute'],
  },
  {
    clause: 'NISTIR 7695 §5.3.2',
    level: 'MUST',
    meaning: 'A string has letters, digits and underscores; other printable characters are quoted.',
    codes: ['cpe-character', 'cpe-quoting', 'cpe-component-empty'],
  },
  {
    clause: 'NISTIR 7695 §5.3.2',
    level: 'MUST',
    meaning: 'One unquoted asterisk or a run of question marks may begin and end a string only.',
    codes: ['cpe-wildcard'],
  },
  {
    clause: 'NISTIR 7695 §5.3.3.1',
    level: 'MUST',
    meaning: 'The part is a, o or h.',
    codes: ['cpe-part'],
  },
  {
    clause: 'NISTIR 7695 §5.3.3.7',
    level: 'MUST',
    meaning: 'The language is a language subtag with an optional region subtag of RFC 5646.',
    codes: ['cpe-language'],
  },
  {
    clause: 'NISTIR 7695 §6.1',
    level: 'MUST',
    meaning: 'Names are bound to URIs and back; attributes beyond 2.2 are packed into the edition.',
    codes: ['cpe-count', 'cpe-percent', 'cpe-packing'],
  },
  {
    clause: 'NISTIR 7695 §6.2',
    level: 'MUST',
    meaning: 'Names are bound to formatted strings of eleven components and back.',
    codes: [
      'cpe-form',
      'cpe-count',
      'cpe-component-empty',
      'cpe-quoting-needless',
      'cpe-lone-hyphen',
    ],
  },
  {
    clause: 'NISTIR 7696 §6.1',
    level: 'MUST',
    meaning: 'Attributes are compared by table 6-2; wildcards in a target have no relation.',
    codes: [],
  },
  {
    clause: 'NISTIR 7696 §6.2',
    level: 'MUST',
    meaning: 'Names are compared by table 6-4; one disjoint attribute makes them disjoint.',
    codes: [],
  },
  {
    clause: 'NISTIR 7697 §5.2',
    level: 'MUST',
    meaning: 'The names of a dictionary are unique and each identifies one product.',
    codes: ['cpe-dictionary-identifier', 'cpe-dictionary-duplicate', 'cpe-dictionary-binding'],
  },
  {
    clause: 'NISTIR 7697 §5.4',
    level: 'MUST',
    meaning: 'A deprecated name leads to the names that replace it, one or several.',
    codes: ['cpe-deprecation'],
    note: 'Followed through at most 1,000 names; circles are found.',
  },
  {
    clause: 'NISTIR 7697 §6',
    level: 'MUST',
    meaning: 'Dictionaries are read in XML, and as pages of the NVD products API.',
    codes: ['cpe-dictionary'],
  },
  {
    clause: 'NISTIR 7698 §5.3',
    level: 'MUST',
    meaning: 'Logical tests have an operator, a negation and something to test.',
    codes: ['cpe-expression', 'cpe-operator', 'cpe-test-empty', 'cpe-too-large'],
    note: 'What cannot be read has the value error, never false.',
  },
  {
    clause: 'NISTIR 7698 §6',
    level: 'MUST',
    meaning: 'Statements are true, false or error by the truth tables; checks ask another system.',
    codes: [],
    note: 'Beside these: unresolved, where the inventory leaves an operating system or a version open.',
  },
  {
    clause: 'NVD API 2.0, cpeMatch',
    level: 'MUST',
    meaning: 'Nodes with AND, OR and negate, and ranges with including or excluding bounds.',
    codes: ['cpe-range'],
  },
];
