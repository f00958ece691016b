/** What SSVC's schemas and texts ask, and which finding answers each. */
import type { ShapeIssueCode } from '../../core/shape/index.ts';
import type { SsvcIssueCode } from './issues.ts';

export interface SsvcConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly (SsvcIssueCode | ShapeIssueCode)[];
  readonly note?: string;
}

export const SSVC_CONFORMANCE: readonly SsvcConformanceRow[] = [
  {
    clause: 'SSVC schema 2.0.0, DecisionPoint',
    level: 'MUST',
    meaning: 'Namespace, key, version, name, definition and keyed values.',
    codes: ['shape-missing', 'shape-type', 'shape-form', 'ssvc-repeated'],
  },
  {
    clause: 'SSVC schema 2.0.0, DecisionTable',
    level: 'MUST',
    meaning: 'Decision points by id, an outcome among them, a mapping.',
    codes: [
      'shape-missing',
      'ssvc-id',
      'ssvc-outcome',
      'ssvc-row',
      'ssvc-repeated',
      'ssvc-too-large',
    ],
  },
  {
    clause: 'SSVC, decision tables',
    level: 'MUST',
    meaning: 'A table gives every combination of values one outcome.',
    codes: ['ssvc-not-total'],
  },
  {
    clause: 'SSVC, decision points are ordered sets',
    level: 'SHOULD',
    meaning: 'A more urgent input does not make the outcome less urgent.',
    codes: ['ssvc-order'],
    note: 'A warning: a policy may mean it.',
  },
  {
    clause: 'SSVC schema 2.0.0, SelectionList',
    level: 'MUST',
    meaning: 'Time stamp, schema version and at least one selection with at least one value.',
    codes: ['shape-missing', 'shape-unknown', 'shape-count', 'shape-repeated', 'shape-form'],
    note: 'Selections of schema 1-0-1, as CVE records carry them, are read too.',
  },
  {
    clause: 'SSVC, decision points',
    level: 'MUST',
    meaning: 'Values are those of the version of the decision point that the table uses.',
    codes: ['ssvc-point-unknown', 'ssvc-point-version', 'ssvc-value-unknown', 'ssvc-table-unknown'],
  },
  {
    clause: 'SSVC, uncertainty',
    level: 'SHOULD',
    meaning: 'What is not known has all its values; the answer is the set of outcomes.',
    codes: ['ssvc-assumed'],
  },
];
