/** What OpenVEX asks, and which finding answers each. */
import type { ShapeIssueCode } from '../../core/shape/issues.ts';
import type { VexIssueCode } from './issues.ts';

export interface VexConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly (VexIssueCode | ShapeIssueCode)[];
  readonly note?: string;
}

export const VEX_CONFORMANCE: readonly VexConformanceRow[] = [
  {
    clause: 'OpenVEX 0.2.0, JSON schema',
    level: 'MUST',
    meaning: 'Members, types, words and forms are those of 0.2.0.',
    codes: ['shape-type', 'shape-missing', 'shape-unknown', 'shape-word', 'shape-form'],
    note: 'Documents of 0.0.1 are read and reported as such (vex-older).',
  },
  {
    clause: 'OpenVEX 0.2.0, Statement',
    level: 'MUST',
    meaning: 'not_affected has a justification or an impact statement.',
    codes: ['vex-justification', 'vex-justification-place'],
  },
  {
    clause: 'OpenVEX 0.2.0, Statement',
    level: 'MUST',
    meaning: 'affected has an action statement.',
    codes: ['vex-action'],
  },
  {
    clause: 'OpenVEX 0.2.0, Statement',
    level: 'MUST',
    meaning:
      'A statement is complete: vulnerability, products, status and time, its own or inherited.',
    codes: ['vex-products', 'vex-time', 'vex-last-updated'],
  },
];
