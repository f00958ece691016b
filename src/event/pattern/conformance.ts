/** What the clauses of STIX patterning ask, and which finding answers each. */
import type { PatternIssueCode } from './issues.ts';

export interface PatternConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  /** Findings when it is broken; empty where the reader only has to accept something. */
  readonly codes: readonly PatternIssueCode[];
  /** What is done otherwise than the clause says, or not yet. */
  readonly note?: string;
}

export const PATTERN_CONFORMANCE: readonly PatternConformanceRow[] = [
  {
    clause: 'STIX 2.1 §9.2',
    level: 'MUST',
    meaning: 'Hex constants are pairs of hexadecimal digits in h-prefixed apostrophes.',
    codes: ['hex-invalid', 'hex-case'],
    note: 'Upper-case digits are a warning: the reference and much real data have them.',
  },
  {
    clause: 'STIX 2.1 §9.2',
    level: 'MUST',
    meaning: 'Binary constants are base64 in b-prefixed apostrophes; line feeds are ignored.',
    codes: ['binary-invalid'],
  },
  {
    clause: 'STIX 2.1 §9.2',
    level: 'MUST',
    meaning: 'Integers are decimal, within ±(2^53 − 1), without plus sign.',
    codes: ['number-form', 'number-plus', 'integer-range'],
  },
  {
    clause: 'STIX 2.1 §9.2',
    level: 'MUST',
    meaning: 'Floats are decimal numbers with a point, without plus sign.',
    codes: ['number-form', 'number-plus'],
  },
  {
    clause: 'STIX 2.1 §9.2',
    level: 'MUST',
    meaning: 'In a string the backslash escapes the apostrophe and itself, nothing else.',
    codes: ['string-escape', 'string-unclosed'],
  },
  {
    clause: 'STIX 2.1 §9.2, §2.16',
    level: 'MUST',
    meaning: 'Timestamp constants are RFC 3339 timestamps in UTC in t-prefixed apostrophes.',
    codes: ['timestamp-invalid', 'timestamp-string'],
  },
  {
    clause: 'STIX 2.1 §9.4',
    level: 'MUST',
    meaning: 'A pattern is a Unicode string.',
    codes: ['not-unicode'],
  },
  {
    clause: 'STIX 2.1 §9.4',
    level: 'MUST',
    meaning: 'White space of Unicode between parts is allowed, several in a row count as one.',
    codes: [],
  },
  {
    clause: 'STIX 2.1 §9.4',
    level: 'MUST',
    meaning: 'A pattern that does not parse or has an invalid constant matches nothing.',
    codes: ['syntax', 'empty', 'invalid-character', 'keyword-case', 'comment-unclosed'],
    note: 'Such a pattern has no tree, so that no matcher can be given one.',
  },
  {
    clause: 'STIX 2.1 §9.5',
    level: 'MUST',
    meaning: 'Observation expressions are delimited by square brackets.',
    codes: ['brackets-missing', 'unclosed'],
  },
  {
    clause: 'STIX 2.1 §9.5',
    level: 'MUST',
    meaning: 'Comparisons of different object types in one pair of brackets are joined by OR.',
    codes: ['types-exclude'],
    note: 'A warning: the pattern reads, and can never match. The reference accepts it.',
  },
  {
    clause: 'STIX 2.1 §9.5',
    level: 'MAY',
    meaning: 'Parentheses group observation expressions and what qualifiers apply to.',
    codes: ['unclosed'],
  },
  {
    clause: 'STIX 2.1 §9.5.1',
    level: 'MUST',
    meaning: 'An observation expression has at most one qualifier of each type.',
    codes: ['qualifier-repeated'],
    note: 'On a parenthesised group it is a warning, as in the reference. STIX 2.0 has no such rule.',
  },
  {
    clause: 'STIX 2.1 §9.5.1',
    level: 'MUST',
    meaning: 'REPEATS takes a positive integer.',
    codes: ['not-positive'],
  },
  {
    clause: 'STIX 2.1 §9.5.1',
    level: 'MUST',
    meaning: 'WITHIN takes a positive number.',
    codes: ['not-positive'],
  },
  {
    clause: 'STIX 2.1 §9.5.1',
    level: 'MUST',
    meaning:
      'START and STOP take timestamps; observations are at or after the one, before the other.',
    codes: ['start-stop-type', 'timestamp-invalid', 'window-empty'],
  },
  {
    clause: 'STIX 2.1 §9.5.3',
    level: 'MUST',
    meaning: 'Qualifiers bind first, then AND, then OR, then FOLLOWEDBY, each from left to right.',
    codes: [],
  },
  {
    clause: 'STIX 2.1 §9.6',
    level: 'MUST',
    meaning: 'Comparisons are joined by AND, which binds first, and OR.',
    codes: ['syntax'],
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MAY',
    meaning: 'NOT stands before a comparison operator.',
    codes: ['not-position', 'not-exists'],
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning: 'The operators are = != > < <= >= IN LIKE MATCHES ISSUBSET ISSUPERSET EXISTS.',
    codes: ['syntax', 'operator-alias', 'exists-version'],
    note: 'Also == and <> of the published grammar, with a remark. STIX 2.0 has no EXISTS.',
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning: 'The constants of IN are of one data type.',
    codes: ['set-types', 'set-empty'],
    note: 'Integer with float and binary with hex count as one: they compare with the same properties.',
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning: 'LIKE and MATCHES take a string.',
    codes: ['operand-type'],
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning: 'The string of MATCHES is a regular expression of PCRE.',
    codes: ['regex-invalid'],
    note: 'Only what no PCRE accepts is found here: brackets that do not match, nothing to repeat.',
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning:
      'ISSUBSET and ISSUPERSET compare the value of an address with an address or CIDR block.',
    codes: ['address-invalid', 'address-path', 'address-family', 'operand-type'],
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning: 'Booleans are compared with = and != only (published grammar).',
    codes: ['operand-type'],
  },
  {
    clause: 'STIX 2.1 §9.7',
    level: 'MUST',
    meaning: 'A path starts with the type of an object, a colon and a property.',
    codes: ['path-form', 'type-name', 'path-empty-key'],
  },
  {
    clause: 'STIX 2.1 §9.7',
    level: 'MUST',
    meaning: 'A property name with a hyphen or a full stop stands in apostrophes.',
    codes: ['path-quotes'],
  },
  {
    clause: 'STIX 2.1 §9.7.2',
    level: 'MUST',
    meaning: 'A list index is an integer from 0 on, or *.',
    codes: ['path-index'],
  },
  {
    clause: 'STIX 2.1 §9.7.4',
    level: 'MUST',
    meaning:
      'A reference is followed by a property of its target, a list of them through an index.',
    codes: ['path-list-reference', 'path-single-reference'],
  },
  {
    clause: 'STIX 2.1 §10.7',
    level: 'MUST',
    meaning: 'What is compared with a hash is a digest of the algorithm that the path names.',
    codes: ['hash-invalid'],
  },
];
