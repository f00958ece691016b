/** Where this reading and the tool that the evaluator was compared with do not agree, and why. */

export interface OvalDivergence {
  readonly case: string | null;
  /** What OpenSCAP 1.3.7 does. */
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

export const OVAL_DIVERGENCES: readonly OvalDivergence[] = [
  {
    case: null,
    reference: 'Runs regular expressions of PCRE with back-tracking, up to its bound of matches.',
    ours: 'Linear time. Back references, recursion, conditions, atomic groups, possessive quantifiers and look-around beyond rows of single characters give the result error.',
    clause: 'OVAL 5.11.1, regular expressions; CYBEX: no back-tracking on input',
    why: 'A pattern out of a feed could otherwise hold up the host that it is run on.',
  },
  {
    case: null,
    reference: 'check "at least one" over false and unknown (or not evaluated) gives error.',
    ours: 'unknown (or not evaluated).',
    clause: 'OVAL Common Schema, CheckEnumeration, AT LEAST ONE',
    why: 'The chart allows any number of false beside unknown.',
  },
];
