/** Where this matcher and the reference (stix2-matcher) do not agree, or both leave the text. */

export interface PatternMatchDivergence {
  /** Case of the corpus stix-patterns, or null where it has none. */
  readonly case: string | null;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

export const MATCHING_DIVERGENCES: readonly PatternMatchDivergence[] = [
  {
    case: null,
    reference: 'REPEATS n TIMES: at least n times',
    ours: 'the same',
    clause: 'STIX 2.1 §9.5.1',
    why: 'The clause says exactly n times; the corpus matches ten times where twenty were observed, and an indicator that stops matching when more happens would serve nobody.',
  },
  {
    case: null,
    reference: 'WITHIN n SECONDS: at most n seconds between the first and the last, n included',
    ours: 'the same',
    clause: 'STIX 2.1 §9.5.1',
    why: 'The clause speaks of an interval of n seconds and not of its ends; the corpus includes both.',
  },
  {
    case: null,
    reference: "[a:b = h'61'] matches the string 'a' of a property that holds no octets",
    ours: 'the same',
    clause: 'STIX 2.1 §9.2',
    why: 'The clause compares binary constants with binary properties; the corpus also with any string whose characters are below U+0100.',
  },
  {
    case: null,
    reference: '[a:b != 1] matches null',
    ours: 'the same',
    clause: 'STIX 2.1 §2, §9.6.1',
    why: 'JSON null is no value of STIX; the corpus takes it for a value of another type.',
  },
  {
    case: null,
    reference: 'an impossible date in a constant (30 February) is an error',
    ours: 'the same: null, with timestamp-invalid',
    clause: 'STIX 2.1 §9.2, §2.16; RFC 3339 §5.7',
    why: 'The parser of the same project accepts it, its matcher does not.',
  },
  {
    case: null,
    reference: '[a:b NOT < 5] does not match a string',
    ours: 'matches',
    clause: 'STIX 2.1 §9.6.1',
    why: 'NOT turns the result of the comparison, which is false for other types; the reference does so for every operator but those of order.',
  },
  {
    case: null,
    reference: 'references lead only to objects that object_refs names too',
    ours: 'to every object that was delivered',
    clause: 'STIX 2.1 §9.7.4, §4.14',
    why: 'object_refs says where paths may start; the clause on references has no such bound.',
  },
  {
    case: null,
    reference: 'a reference as the last step of a path is replaced by its target',
    ours: 'is its identifier',
    clause: 'STIX 2.1 §9.7.4',
    why: 'Only a property of the target asks for the target.',
  },
  {
    case: null,
    reference: 'ISSUBSET with a value that is no IPv4 address is an error, IPv6 among them',
    ours: 'IPv6 is compared; what is no address is in no block',
    clause: 'STIX 2.1 §9.6.1',
    why: 'The operator is defined for both families.',
  },
  {
    case: null,
    reference: '/0 is no prefix',
    ours: 'it is: every address',
    clause: 'STIX 2.1 §9.6.1; RFC 4632 §3.1',
    why: 'CIDR prefixes are 0 to 32 bits long.',
  },
  {
    case: null,
    reference: "LIKE 'a%' does not match a value with a line feed",
    ours: 'it does',
    clause: 'STIX 2.1 §9.6.1',
    why: '% is any characters.',
  },
  {
    case: null,
    reference: 'timestamps are cut to microseconds before they are compared',
    ours: 'every digit counts',
    clause: 'STIX 2.1 §2.16',
    why: 'The clause puts no end to the precision.',
  },
  {
    case: null,
    reference:
      'WITHIN, FOLLOWEDBY and START … STOP may each take another instant of one observation',
    ours: 'one instant for each observation satisfies all of them',
    clause: 'STIX 2.1 §9.5',
    why: 'An observation was made at one time, even where only an interval is known.',
  },
  {
    case: null,
    reference: "MATCHES '(?=a)' and other look-around: evaluated by back-tracking",
    ours: 'null, with regex-unsupported',
    clause: 'STIX 2.1 §9.6.1',
    why: 'A pattern comes from strangers: the engine takes time linear in the value and has no look-around, back-references, possessive or atomic parts, recursion, or counts above 1,000.',
  },
  {
    case: null,
    reference: "MATCHES 'a$' and 'a\\Z' match 'a' before a final line feed",
    ours: 'null there, with regex-line-end',
    clause: 'STIX 2.1 §9.6.1',
    why: '$ of the linear engine is the very end. Where the value does not end in a line feed both agree.',
  },
];
