/** What may keep a match from being told, and what to do about it. */

interface IssueEntry {
  readonly clause: string;
  readonly meaning: string;
  readonly remedy: string;
}

export const MATCHING_ISSUES = {
  'match-steps': {
    clause: 'CYBEX limits',
    meaning: 'The search took more steps than one match may take; the answer is unknown.',
    remedy: 'Split the pattern, or match fewer observations at once.',
  },
  'match-slots': {
    clause: 'CYBEX limits',
    meaning: 'REPEATS makes more expressions of a group than one match may have.',
    remedy: 'Repeat single observation expressions, or fewer times.',
  },
  'match-terms': {
    clause: 'CYBEX limits',
    meaning: 'The normal form of a pattern has more terms than are compared.',
    remedy: 'Compare the parts of the patterns.',
  },
  'observed-form': {
    clause: 'STIX 2.1 §4.14',
    meaning: 'This is neither observed data nor a bundle, or it names no observable objects.',
    remedy: 'Give observed-data objects with object_refs (2.0: objects), or bundles of them.',
  },
  'observed-count': {
    clause: 'STIX 2.1 §4.14',
    meaning: 'The number_observed is not a whole number from 1 to 999,999,999.',
    remedy: 'Correct it; until then only "at least once" is known.',
  },
  'observed-time': {
    clause: 'STIX 2.1 §4.14',
    meaning: 'The first or last time observed is no timestamp, or the last is before the first.',
    remedy: 'Correct it; until then no time of the observation is known.',
  },
  'observed-reference': {
    clause: 'STIX 2.1 §4.14, §9.7.4',
    meaning: 'The list object_refs names an object that was not delivered.',
    remedy: 'Deliver the object with the observation; without it no path starts there.',
  },
  'observed-version': {
    clause: 'STIX 2.1 §3.6',
    meaning: 'Several versions of one observation were delivered; the latest is matched.',
    remedy: 'Deliver one version if another one is meant.',
  },
  'observed-revoked': {
    clause: 'STIX 2.1 §3.2',
    meaning: 'The observation is revoked and is not matched.',
    remedy: 'Remove it from what is matched.',
  },
  'observed-none': {
    clause: 'STIX 2.1 §9.4',
    meaning: 'There is no observation to match.',
    remedy: 'Give observed-data objects or bundles that contain them.',
  },
  'value-timestamp': {
    clause: 'STIX 2.1 §9.2, §2.16',
    meaning: 'A string that is compared with a timestamp constant is no timestamp.',
    remedy: 'Correct the observation, or compare with a string.',
  },
  'value-binary': {
    clause: 'STIX 2.1 §2.2, §2.7',
    meaning: 'The value of a property named _hex or _bin is no hexadecimal or base64.',
    remedy: 'Correct the observation.',
  },
  'regex-unsupported': {
    clause: 'STIX 2.1 §9.6.1',
    meaning: 'The regular expression has a part of PCRE that a linear engine cannot run.',
    remedy: 'Write it without look-around, back-references, possessive or atomic parts.',
  },
  'regex-line-end': {
    clause: 'STIX 2.1 §9.6.1',
    meaning:
      'It asks for the end, and the value ends in a line feed, before which PCRE matches too.',
    remedy: 'Write \\z for the very end, or match the line feed.',
  },
} as const satisfies Record<string, IssueEntry>;
