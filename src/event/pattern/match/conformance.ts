/** What the clauses of STIX patterning ask of a matcher, and which finding answers each. */
import type { PatternMatchIssueCode } from './issues.ts';

export interface PatternMatchConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  /** Findings on what cannot be compared; empty where every value has an answer. */
  readonly codes: readonly PatternMatchIssueCode[];
  /** What is done otherwise than the clause says. */
  readonly note?: string;
}

export const MATCHING_CONFORMANCE: readonly PatternMatchConformanceRow[] = [
  {
    clause: 'STIX 2.1 §9.2',
    level: 'MUST',
    meaning: 'Integers and floats compare with each other; other types do not compare.',
    codes: [],
  },
  {
    clause: 'STIX 2.1 §9.2',
    level: 'MUST',
    meaning: 'Binary and hex constants compare with properties of octets.',
    codes: ['value-binary'],
  },
  {
    clause: 'STIX 2.1 §9.2, §2.16',
    level: 'MUST',
    meaning: 'Timestamps compare as instants, whatever their precision.',
    codes: ['value-timestamp'],
  },
  {
    clause: 'STIX 2.1 §9.5',
    level: 'MUST',
    meaning: 'All comparisons in one pair of brackets hold for the same object.',
    codes: [],
  },
  {
    clause: 'STIX 2.1 §4.14, §9.5',
    level: 'MUST',
    meaning: 'Paths start at the objects of the observation only.',
    codes: ['observed-form', 'observed-reference'],
  },
  {
    clause: 'STIX 2.1 §9.5.1',
    level: 'MUST',
    meaning: 'REPEATS asks for that many different observations.',
    codes: ['observed-count', 'match-slots'],
    note: 'At least so many, after the corpus; see the divergences.',
  },
  {
    clause: 'STIX 2.1 §9.5.1',
    level: 'MUST',
    meaning: 'WITHIN asks that all observations were made within so many seconds.',
    codes: ['observed-time'],
  },
  {
    clause: 'STIX 2.1 §9.5.1',
    level: 'MUST',
    meaning: 'Observations are at or after START and before STOP.',
    codes: ['observed-time'],
  },
  {
    clause: 'STIX 2.1 §9.5.2',
    level: 'MUST',
    meaning: 'AND and FOLLOWEDBY are satisfied by different observations.',
    codes: ['match-steps'],
  },
  {
    clause: 'STIX 2.1 §9.5.2',
    level: 'MUST',
    meaning: 'The right side of FOLLOWEDBY is not earlier than the left.',
    codes: ['observed-time'],
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning: 'Strings are equal, and ordered, by their code points, without normalisation.',
    codes: [],
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning: 'LIKE and MATCHES compare after normalisation to NFC.',
    codes: [],
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning: 'In LIKE % is any characters and _ is one; the whole value is compared.',
    codes: [],
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning: 'MATCHES finds a regular expression of PCRE anywhere in the value.',
    codes: ['regex-unsupported', 'regex-line-end'],
    note: 'What a linear engine cannot run is reported, and the match is unknown.',
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning: 'ISSUBSET and ISSUPERSET compare blocks of IPv4 and of IPv6 addresses.',
    codes: [],
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning: 'EXISTS asks whether the path leads anywhere.',
    codes: [],
  },
  {
    clause: 'STIX 2.1 §9.6.1',
    level: 'MUST',
    meaning: 'NOT turns the result of the comparison.',
    codes: [],
  },
  {
    clause: 'STIX 2.1 §9.7',
    level: 'MUST',
    meaning: 'A path that leads nowhere satisfies no comparison, != included.',
    codes: [],
  },
  {
    clause: 'STIX 2.1 §9.7.2',
    level: 'MUST',
    meaning: '[*] is satisfied when one item of the list is.',
    codes: [],
  },
  {
    clause: 'STIX 2.1 §9.7.4',
    level: 'MUST',
    meaning: 'A reference is followed to the object that it names.',
    codes: [],
    note: 'Any object that was delivered, not only those of object_refs.',
  },
  {
    clause: 'STIX 2.1 §3.6, §3.2',
    level: 'MUST',
    meaning: 'Of several versions the latest counts, and what is revoked does not.',
    codes: ['observed-version', 'observed-revoked', 'observed-none'],
  },
];
