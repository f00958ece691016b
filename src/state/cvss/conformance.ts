/** What the clauses of CVSS ask, and which finding answers each. */
import type { CvssIssueCode } from './issues.ts';

export interface CvssConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  /** Findings when it is broken; empty where scores or reading show it. */
  readonly codes: readonly CvssIssueCode[];
  readonly note?: string;
}

export const CVSS_CONFORMANCE: readonly CvssConformanceRow[] = [
  {
    clause: 'CVSS 2.0 §2.4',
    level: 'MUST',
    meaning: 'A vector lists metric:value pairs in a predetermined order, separated by slashes.',
    codes: ['cvss-order', 'cvss-syntax', 'cvss-metric-repeated', 'cvss-parentheses'],
    note: 'Another order is a warning: the pattern of FIRST’s own JSON schema takes any.',
  },
  {
    clause: 'CVSS 2.0 §2.4',
    level: 'MUST',
    meaning: 'A temporal or environmental metric that is not used has the value ND.',
    codes: ['cvss-group-incomplete'],
    note: 'A warning; what is left out counts as ND.',
  },
  {
    clause: 'CVSS 2.0 §2.1 to §2.3',
    level: 'MUST',
    meaning: 'The metrics and values of 2.0, all base metrics present.',
    codes: ['cvss-metric-unknown', 'cvss-metric-missing', 'cvss-value', 'cvss-prefix'],
  },
  {
    clause: 'CVSS 2.0 §3.2',
    level: 'MUST',
    meaning: 'Base, temporal and environmental equation, each rounded to one decimal.',
    codes: ['cvss-json-score'],
    note: 'Every score equals that of exact decimals (score-v2.test.ts).',
  },
  {
    clause: 'CVSS 3.0 §6, 3.1 §6',
    level: 'MUST',
    meaning: 'A vector starts with CVSS:3.0/ or CVSS:3.1/.',
    codes: ['cvss-prefix', 'cvss-version', 'cvss-empty', 'cvss-long'],
  },
  {
    clause: 'CVSS 3.0 §6, 3.1 §6',
    level: 'MUST',
    meaning: 'Programs accept metrics in any order; absent optional metrics are Not Defined.',
    codes: [],
  },
  {
    clause: 'CVSS 3.0 §6, 3.1 §6',
    level: 'MUST',
    meaning: 'All base metrics are there, no metric twice, none that the version has not.',
    codes: ['cvss-metric-missing', 'cvss-metric-repeated', 'cvss-metric-unknown', 'cvss-value'],
  },
  {
    clause: 'CVSS 3.0 §8',
    level: 'MUST',
    meaning: 'Equations of 3.0; Round up is the smallest tenth that is not below the value.',
    codes: ['cvss-json-score'],
    note: 'Every score equals that of exact decimals (score-v3.test.ts).',
  },
  {
    clause: 'CVSS 3.1 §7, Appendix A',
    level: 'MUST',
    meaning: 'Equations of 3.1; Roundup works on an integer of hundred-thousandths.',
    codes: ['cvss-json-score'],
    note: 'Every score equals that of exact decimals (score-v3.test.ts).',
  },
  {
    clause: 'CVSS 3.0 §5, 3.1 §5',
    level: 'MAY',
    meaning: 'Severity None, Low, Medium, High, Critical by bands of the score.',
    codes: ['cvss-json-severity'],
  },
  {
    clause: 'CVSS 4.0 §7',
    level: 'MUST',
    meaning: 'A vector starts with CVSS:4.0/ and has its metrics in the order of table 23.',
    codes: ['cvss-prefix', 'cvss-version', 'cvss-order', 'cvss-syntax'],
  },
  {
    clause: 'CVSS 4.0 §7',
    level: 'MUST',
    meaning: 'All base metrics are there, no metric twice, none that 4.0 has not.',
    codes: ['cvss-metric-missing', 'cvss-metric-repeated', 'cvss-metric-unknown', 'cvss-value'],
  },
  {
    clause: 'CVSS 4.0 §8.2, §8.3',
    level: 'MUST',
    meaning: 'Macro vector, its score from the table, interpolation, one decimal.',
    codes: ['cvss-json-score'],
    note: 'Computed in integers; a score exactly between two tenths is rounded up.',
  },
  {
    clause: 'CVSS 4.0 §5',
    level: 'MUST',
    meaning: 'Supplemental metrics do not change the score.',
    codes: [],
  },
  {
    clause: 'CVSS 4.0 §6',
    level: 'MAY',
    meaning: 'Severity None, Low, Medium, High, Critical by bands of the score.',
    codes: ['cvss-json-severity'],
  },
  {
    clause: 'CVSS 4.0 §1.3',
    level: 'SHOULD',
    meaning: 'A score is named CVSS-B, CVSS-BT, CVSS-BE or CVSS-BTE by the groups it counts.',
    codes: [],
    note: 'A metric that is Not Defined does not count as used. Also given for 2.0 and 3.x.',
  },
  {
    clause: 'FIRST JSON representation of CVSS',
    level: 'MUST',
    meaning:
      'Required members, types and words of the four schemas; members agree with the vector.',
    codes: [
      'cvss-json-type',
      'cvss-json-missing',
      'cvss-json-value',
      'cvss-json-version',
      'cvss-json-metric',
    ],
  },
];
