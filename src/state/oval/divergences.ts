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
  {
    case: null,
    reference: 'Items with the status "not collected" do not count in a check of existence.',
    ours: 'They make it unknown where nothing else decides.',
    clause: 'OVAL Common Schema, ExistenceEnumeration, column NC',
    why: 'The charts say so for every check but any_exist.',
  },
  {
    case: null,
    reference: 'Prefixes are equal only where the bits behind them are, too.',
    ours: '192.0.2.0/24 equals 192.0.2.99/24.',
    clause: 'OVAL Common Schema, ipv4_address: bits outside the prefix are zeroed first',
    why: 'Implementations must behave as if the low bits had been zeroed.',
  },
  {
    case: null,
    reference: 'A dpkginfo_object whose name is a pattern finds nothing.',
    ours: 'It finds every package that the pattern matches.',
    clause: 'OVAL Definitions Schema, EntityObjectStringType',
    why: 'The entity is a string like any other and may have the operation "pattern match".',
  },
  {
    case: null,
    reference:
      'The flags error, not collected and not applicable are true under any_exist without a state.',
    ours: 'error, unknown and not applicable.',
    clause: 'OVAL System Characteristics Schema, FlagEnumeration',
    why: 'The chart gives these results whatever the checks are.',
  },
  {
    case: null,
    reference:
      'An item that does not exist counts as false among those that must satisfy the state.',
    ours: 'It is not among them.',
    clause: 'OVAL Common Schema, CheckEnumeration',
    why: 'Matching objects are items except those with a status of does not exist.',
  },
];
