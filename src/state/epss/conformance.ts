/** What the published data of EPSS asks of a reader, and which finding answers each. */
import type { EpssIssueCode } from './day.ts';

export interface EpssConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly EpssIssueCode[];
  readonly note?: string;
}

export const EPSS_CONFORMANCE: readonly EpssConformanceRow[] = [
  {
    clause: 'EPSS data, first line',
    level: 'MUST',
    meaning: 'Model version and score date stand in a comment line and are kept with each score.',
    codes: ['epss-head'],
  },
  {
    clause: 'EPSS data, columns',
    level: 'MUST',
    meaning: 'cve, epss and percentile; decimals from 0 to 1.',
    codes: ['epss-columns', 'epss-cve', 'epss-number', 'epss-line', 'epss-repeated'],
    note: 'A vulnerability without a line has no score, which is not 0.',
  },
  {
    clause: 'EPSS, model versions',
    level: 'SHOULD',
    meaning: 'Scores of different models are not compared.',
    codes: [],
    note: 'The change between two such days is null.',
  },
];
