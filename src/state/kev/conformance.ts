/** What the schema of the catalogue asks, and which finding answers each. */
import type { ShapeIssueCode } from '../../core/shape/index.ts';
import type { KevIssueCode } from './catalogue.ts';

export interface KevConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly (KevIssueCode | ShapeIssueCode)[];
  readonly note?: string;
}

export const KEV_CONFORMANCE: readonly KevConformanceRow[] = [
  {
    clause: 'KEV schema',
    level: 'MUST',
    meaning: 'Version, release time, count and entries with their required members and forms.',
    codes: ['shape-missing', 'shape-type', 'shape-form'],
    note: 'An entry with an error is left out, the others stay.',
  },
  {
    clause: 'KEV schema, count',
    level: 'MUST',
    meaning: 'count is the number of entries.',
    codes: ['kev-count'],
  },
  {
    clause: 'KEV schema, vulnerabilities',
    level: 'SHOULD',
    meaning: 'One entry a CVE id, due not before it was added, ransomware Known or Unknown.',
    codes: ['kev-repeated', 'kev-due-date', 'kev-ransomware'],
  },
  {
    clause: 'KEV catalogue, CSV form; RFC 4180',
    level: 'MUST',
    meaning: 'The same entries as comma-separated values.',
    codes: ['kev-csv'],
  },
];
