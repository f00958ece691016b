/** What can be wrong with a CVSS vector or score object; docs/errors.md is made from it. */
export const CVSS_ISSUES = {
  'cvss-empty': {
    clause: 'CVSS 4.0 §7; 3.1 §6; 2.0 §2.4',
    meaning: 'There is no vector string.',
    remedy: 'Give a vector, e.g. CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H.',
  },
  'cvss-long': {
    clause: 'CVSS 4.0 §7; 3.1 §6; 2.0 §2.4',
    meaning: 'The text is longer than any vector string can be.',
    remedy: 'Give the vector alone.',
  },
  'cvss-prefix': {
    clause: 'CVSS 4.0 §7; 3.1 §6; 2.0 §2.4',
    meaning: 'The label of the version is missing, or stands where 2.0 has none.',
    remedy: 'Start with CVSS:3.0/, CVSS:3.1/ or CVSS:4.0/; a vector of 2.0 starts with AV:.',
  },
  'cvss-version': {
    clause: 'CVSS 4.0 §7; 3.1 §6',
    meaning: 'The label names a version of CVSS that does not exist or is not known here.',
    remedy: 'Known are 2.0 (no label), CVSS:3.0, CVSS:3.1 and CVSS:4.0.',
  },
  'cvss-syntax': {
    clause: 'CVSS 4.0 §7; 3.1 §6; 2.0 §2.4',
    meaning: 'A piece between slashes is empty or is not of the form metric:value.',
    remedy: 'Write metric:value, separated by single slashes, without spaces or a last slash.',
  },
  'cvss-parentheses': {
    clause: 'CVSS 2.0 §2.4',
    meaning: 'The vector of 2.0 stands in parentheses, as some databases print it.',
    remedy: 'Remove them; the score is that of the vector inside.',
  },
  'cvss-metric-unknown': {
    clause: 'CVSS 4.0 §7; 3.1 §6; 2.0 §2.4',
    meaning: 'The version has no metric of this name; names are case-sensitive.',
    remedy: 'The message names the nearest metric, or the version that has it.',
  },
  'cvss-metric-repeated': {
    clause: 'CVSS 4.0 §7; 3.1 §6; 2.0 §2.4',
    meaning: 'A metric is given more than once.',
    remedy: 'Keep one of them.',
  },
  'cvss-metric-missing': {
    clause: 'CVSS 4.0 §7; 3.1 §6; 2.0 §2.4',
    meaning: 'A mandatory metric is missing: all base metrics are.',
    remedy: 'Add it.',
  },
  'cvss-value': {
    clause: 'CVSS 4.0 §7; 3.1 §6; 2.0 §2.4',
    meaning: 'The metric does not have this value; values are case-sensitive.',
    remedy: 'The message lists its values.',
  },
  'cvss-order': {
    clause: 'CVSS 4.0 §7; 2.0 §2.4',
    meaning: 'The metrics are not in the order that the version fixes.',
    remedy: 'Write them in the order of the standard; 3.0 and 3.1 allow any order.',
  },
  'cvss-group-incomplete': {
    clause: 'CVSS 2.0 §2.4',
    meaning: 'A temporal or environmental vector of 2.0 is given in part.',
    remedy: 'Write the metrics that are not used with the value ND.',
  },
  'cvss-json-type': {
    clause: 'FIRST JSON representation of CVSS',
    meaning: 'A member, or the whole, does not have the type that the representation asks for.',
    remedy: 'The message says which type it is to have.',
  },
  'cvss-json-missing': {
    clause: 'FIRST JSON representation of CVSS',
    meaning: 'A required member is missing.',
    remedy: 'Add it.',
  },
  'cvss-json-value': {
    clause: 'FIRST JSON representation of CVSS',
    meaning: 'A member has a value that the representation does not list.',
    remedy: 'The message lists the values.',
  },
  'cvss-json-version': {
    clause: 'FIRST JSON representation of CVSS',
    meaning: 'The member version is not the version of the vector string.',
    remedy: 'Correct the one that is wrong.',
  },
  'cvss-json-metric': {
    clause: 'FIRST JSON representation of CVSS',
    meaning: 'A member says something else than the vector string.',
    remedy: 'Correct it: the vector string is what counts.',
  },
  'cvss-json-score': {
    clause: 'CVSS 4.0 §8; 3.1 §7; 2.0 §3.2',
    meaning: 'The stated score is not the score of the vector.',
    remedy: 'Replace it by the score in the message.',
  },
  'cvss-json-severity': {
    clause: 'CVSS 4.0 §6; 3.1 §5',
    meaning: 'The stated severity is not that of the score.',
    remedy: 'Replace it by the severity in the message.',
  },
} as const;
