/** Where this reader and the reference (stix2-patterns) do not agree, and why. */

export interface PatternDivergence {
  /** Case of the corpus stix-patterns, or null where it has none. */
  readonly case: string | null;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

const DAY = {
  reference: 'valid',
  ours: 'timestamp-invalid',
  clause: 'STIX 2.1 §9.2, §2.16; RFC 3339 §5.7',
  why: 'The month does not have this day, so the constant is no RFC 3339 timestamp. The reference looks at digits only.',
} as const;

export const PATTERN_DIVERGENCES: readonly PatternDivergence[] = [
  { case: 'v21-timestamp_pass_cases-9', ...DAY },
  { case: 'v21-timestamp_pass_cases-10', ...DAY },
  { case: 'v21-timestamp_pass_cases-11', ...DAY },
  { case: 'v20-timestamp_pass_cases-9', ...DAY },
  { case: 'v20-timestamp_pass_cases-10', ...DAY },
  { case: 'v20-timestamp_pass_cases-11', ...DAY },
  {
    case: null,
    reference: 'valid: [file:size = +5]',
    ours: 'number-plus',
    clause: 'STIX 2.1 §9.2',
    why: 'Integers and floats must be written without the plus sign.',
  },
  {
    case: null,
    reference: 'valid: [a:b[-1] = 1]',
    ours: 'path-index',
    clause: 'STIX 2.1 §9.7.2',
    why: 'A list index must be within 0 … N-1, or *.',
  },
  {
    case: null,
    reference: 'valid: [a:b = 1] WITHIN 0 SECONDS, REPEATS 0 TIMES',
    ours: 'not-positive',
    clause: 'STIX 2.1 §9.5.1',
    why: 'Both must be positive; the grammar alone cannot say so. The matcher of the same project refuses 0.',
  },
  {
    case: null,
    reference: "valid: [a:b IN (1, 'x')]",
    ours: 'set-types',
    clause: 'STIX 2.1 §9.6.1',
    why: 'Constants of a set must be of one type. The matcher of the same project refuses the mixture.',
  },
  {
    case: null,
    reference: "valid: [ipv4-addr:value ISSUBSET 'x']",
    ours: 'address-invalid',
    clause: 'STIX 2.1 §9.6.1',
    why: 'The constant must be a valid representation of an address object.',
  },
  {
    case: null,
    reference: 'valid: [a:b = 9007199254740993]',
    ours: 'integer-range',
    clause: 'STIX 2.1 §9.2, §2.8',
    why: 'Integers are limited to ±(2^53 − 1).',
  },
  {
    case: null,
    reference: "invalid: [file:hashes.MD5 LIKE 'ab%']",
    ours: 'valid',
    clause: 'STIX 2.1 §9.6.1',
    why: 'A pattern of LIKE or MATCHES describes a digest, it is none.',
  },
  {
    case: null,
    reference: 'invalid: [NOT EXISTS a:b]',
    ours: 'valid, with the warning not-exists',
    clause: 'STIX 2.1 §9.6.1',
    why: 'EXISTS is in the table of operators, and any operator may be preceded by NOT.',
  },
  {
    case: null,
    reference: "invalid: [a:b = b'']",
    ours: 'valid',
    clause: 'STIX 2.1 §9.2; RFC 4648 §10',
    why: 'No octets at all are encoded as the empty string.',
  },
];
