/** Every finding on STIX content: code, level, clause, meaning, remedy. */
import type { Issue } from '../../core/issue.ts';
import type { StixCheck } from './checks.ts';
import { ROWS, type Row } from './issues.table.ts';

/**
 * `must`: an error. `should`: a warning, an error when strict, silent when its check is off.
 * `note`: information only.
 */
export type StixLevel = 'must' | 'should' | 'note';

export interface StixIssueMeaning {
  readonly level: StixLevel;
  /** Clause unless the finding names a nearer one (the property table of the type, say). */
  readonly clause: string;
  readonly meaning: string;
  readonly remedy: string;
  /** Optional check that the finding belongs to, for `should` and `note`. */
  readonly check?: StixCheck;
}

export type StixIssueCode = keyof typeof ROWS;

export type StixIssue = Issue<StixIssueCode>;

function meaningOf(row: Row): StixIssueMeaning {
  const [level, clause, meaning, remedy, check] = row;
  const numbered = { level, clause: `STIX 2.1 §${clause}`, meaning, remedy };
  return check === undefined ? numbered : { ...numbered, check };
}

/** Meaning, remedy, clause and level of every code. */
export const STIX_ISSUES: Readonly<Record<StixIssueCode, StixIssueMeaning>> = Object.fromEntries(
  Object.entries(ROWS).map(([code, row]) => [code, meaningOf(row)]),
) as Record<StixIssueCode, StixIssueMeaning>;
