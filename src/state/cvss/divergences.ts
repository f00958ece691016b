/** Where our reading of CVSS and other implementations differ, and why. */

export interface CvssDivergence {
  /** Case of the corpus cvss, or null where it has none. */
  readonly case: string | null;
  readonly reference: string;
  readonly ours: string;
  readonly clause: string;
  readonly why: string;
}

export const CVSS_DIVERGENCES: readonly CvssDivergence[] = [
  {
    case: 'v4.0-rounding-boundary.tsv',
    reference: 'one calculator: 0.1 less, e.g. 5.6 for a value of exactly 5.65',
    ours: '5.7, as the corpus expects',
    clause: 'CVSS 4.0 §8.2',
    why: 'The text says "rounded to one decimal place" and not how a half goes. Binary numbers miss some halves (5.6499999…); FIRST’s calculator therefore adds a millionth before it rounds half up. We compute in integers, see a half as a half and round it up: the same result without a margin.',
  },
  {
    case: null,
    reference: 'go-cvss 0.6.4: 0.1 less for 357 of 100,000 seeded vectors of 4.0',
    ours: 'the score of the Python library cvss 3.6, which agrees in all 100,000',
    clause: 'CVSS 4.0 §8.2',
    why: 'All are scores that lie exactly between two tenths, as above; binary arithmetic without a margin puts them just below.',
  },
  {
    case: null,
    reference:
      'go-cvss 0.6.4: 0.1 less for 586 of 300,000 scores of 2.0 (temporal and environmental)',
    ours: 'the score of the Python library cvss 3.6, which computes in decimals and agrees in all',
    clause: 'CVSS 2.0 §3.2',
    why: 'round_to_1_decimal of a value that lies exactly between two tenths: we round halves away from zero, as the decimal says. Of 3.0 and 3.1 all 200,000 vectors have the same three scores in all three implementations.',
  },
  {
    case: null,
    reference:
      'some readers: a vector of 2.0 in another order, or with part of a group, is refused',
    ours: 'scored, with the warnings cvss-order and cvss-group-incomplete',
    clause: 'CVSS 2.0 §2.4',
    why: 'The text speaks of a predetermined order and of ND for what is not used, while the pattern of FIRST’s own JSON schema takes any order and any selection. Such vectors are in use.',
  },
  {
    case: null,
    reference: 'the Python library cvss 3.6: a vector of 4.0 in any order is read',
    ours: 'cvss-order',
    clause: 'CVSS 4.0 §7',
    why: 'The text says that every other ordering is invalid, and lists such a vector among the invalid ones.',
  },
  {
    case: null,
    reference: 'some calculators: no environmental score of 3.1 without environmental metrics',
    ours: 'the score of the equation, e.g. 9.7 beside a base score of 9.6; as the corpus has it',
    clause: 'CVSS 3.1 §7.3',
    why: 'Under a changed scope the modified impact has another exponent than the impact, so that the environmental equation gives more even when nothing is modified. The score of the vector as a whole is the base score until an environmental metric is defined.',
  },
  {
    case: null,
    reference:
      'FIRST’s JSON schema of 4.0 of 2023: threatScore and environmentalScore beside baseScore',
    ours: 'baseScore is the score of the whole vector, unless one of the others is stated',
    clause: 'FIRST JSON representation of CVSS',
    why: 'The schema of 2024 knows one score, and CSAF 2.1 takes it as that of the vector string. An object with a threat or environmental score follows the older schema, where baseScore is that of the base metrics.',
  },
  {
    case: null,
    reference: 'go-cvss 0.6.4: environmental scores of 2.0 of -0.1 and -0.2 (20 of 100,000)',
    ours: '0',
    clause: 'CVSS 2.0 §3.2.3',
    why: 'Low requirements can bring the adjusted base score below zero. Nothing cuts it off before collateral damage is added, but the scale of all scores begins at 0. The Python library does the same.',
  },
];
