/** What the clauses of CWSS ask, and which finding answers each. */
import type { CwssIssueCode } from './vector.ts';

export interface CwssConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly CwssIssueCode[];
  readonly note?: string;
}

export const CWSS_CONFORMANCE: readonly CwssConformanceRow[] = [
  {
    clause: 'CWSS 1.0.1 §2.3 to §2.5',
    level: 'MUST',
    meaning: 'The 16 factors with their values and weights, Default, Unknown and Not Applicable.',
    codes: ['cwss-factor-unknown', 'cwss-value', 'cwss-weight-differs'],
  },
  {
    clause: 'CWSS 1.0.1 §2.3 to §2.5',
    level: 'MAY',
    meaning: 'A factor may be Quantified with a weight of its own.',
    codes: ['cwss-weight', 'cwss-weight-missing'],
  },
  {
    clause: 'CWSS 1.0.1 §3',
    level: 'MUST',
    meaning:
      'Base Finding, Attack Surface and Environmental sub-score; their product is the score.',
    codes: [],
  },
  {
    clause: 'CWSS 1.0.1 §4',
    level: 'MUST',
    meaning: 'A vector lists every factor once.',
    codes: [
      'cwss-empty',
      'cwss-long',
      'cwss-factor-missing',
      'cwss-factor-repeated',
      'cwss-syntax',
    ],
  },
  {
    clause: 'CWSS 1.0.1 §4',
    level: 'SHOULD',
    meaning: 'A vector lists the weight of each factor, stands in parentheses and keeps the order.',
    codes: ['cwss-weight-missing', 'cwss-parentheses', 'cwss-order'],
    note: 'What is left out is inferred, with a warning.',
  },
];
