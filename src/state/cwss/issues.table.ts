/** What can be wrong with a CWSS vector; docs/errors.md is made from it. */
export const CWSS_ISSUES = {
  'cwss-empty': {
    clause: 'CWSS 1.0.1 §4',
    meaning: 'There is no vector.',
    remedy: 'Give all 16 factors as (TI:H,0.9/AP:A,1.0/ … /P:NA,1.0).',
  },
  'cwss-long': {
    clause: 'CWSS 1.0.1 §4',
    meaning: 'The text is longer than any vector can be.',
    remedy: 'Give the vector alone.',
  },
  'cwss-parentheses': {
    clause: 'CWSS 1.0.1 §4',
    meaning: 'The vector does not stand in parentheses, or in one alone.',
    remedy: 'Put one before the first factor and one behind the last.',
  },
  'cwss-syntax': {
    clause: 'CWSS 1.0.1 §4',
    meaning: 'A piece between slashes is not of the form factor:value,weight.',
    remedy: 'Write e.g. TI:H,0.9.',
  },
  'cwss-factor-unknown': {
    clause: 'CWSS 1.0.1 §2.2',
    meaning: 'CWSS 1.0.1 has no factor of this name; names are case-sensitive.',
    remedy: 'The message names the nearest; earlier versions had other factors.',
  },
  'cwss-factor-repeated': {
    clause: 'CWSS 1.0.1 §4',
    meaning: 'A factor is given more than once.',
    remedy: 'Keep one of them.',
  },
  'cwss-factor-missing': {
    clause: 'CWSS 1.0.1 §4',
    meaning: 'A factor is missing: a vector has all 16.',
    remedy: 'Add it, with UK (of AV: U) where nothing is known or NA where it does not apply.',
  },
  'cwss-order': {
    clause: 'CWSS 1.0.1 §4',
    meaning: 'The factors are not in the order of the standard.',
    remedy: 'Write them in its order.',
  },
  'cwss-value': {
    clause: 'CWSS 1.0.1 §2.3 to §2.5',
    meaning: 'The factor does not have this value.',
    remedy: 'The message lists its values.',
  },
  'cwss-weight-missing': {
    clause: 'CWSS 1.0.1 §4',
    meaning: 'The weight is left out; a vector lists the weight of each factor.',
    remedy: 'Add it: the message says which counts. Q cannot be without one.',
  },
  'cwss-weight': {
    clause: 'CWSS 1.0.1 §4',
    meaning: 'The weight is not a decimal from 0 to 1.',
    remedy: 'Write a decimal such as 0.25.',
  },
  'cwss-weight-differs': {
    clause: 'CWSS 1.0.1 §2.3 to §2.5',
    meaning: 'The weight is not the one that the standard gives the value; its own counts.',
    remedy: 'Correct the weight, or write Q to have a weight of your own.',
  },
} as const;
