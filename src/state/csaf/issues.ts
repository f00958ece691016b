/** Findings on CSAF documents: those of the JSON schemas and those of the tests of clause 6. */
import type { Issue, Severity } from '../../core/issue.ts';
import type { JsonIssueCode } from '../../core/json/index.ts';
import { SCHEMA_ROWS, type SchemaCode } from './schema/codes.ts';
import { CSAF_TESTS, type TestCode } from './tests/index.ts';
import { groupOf, type TestGroup } from './tests/test.ts';

type OwnCode = 'csaf-bound' | 'csaf-remark' | 'csaf-test-unknown';

export type CsafIssueCode = SchemaCode | TestCode | OwnCode;

/** A finding on a document, or on the JSON text that should hold it. */
export type CsafIssue = Issue<CsafIssueCode | JsonIssueCode>;

export interface CsafIssueMeaning {
  readonly clause: string;
  readonly meaning: string;
  readonly remedy: string;
}

const OWN_ROWS: Readonly<Record<OwnCode, CsafIssueMeaning>> = {
  'csaf-bound': {
    clause: 'CYBEX limits',
    meaning: 'A test would need more steps than its bound, so that its answer is open.',
    remedy: 'Use fewer product groups, or smaller ones.',
  },
  'csaf-remark': {
    clause: 'CSAF 2.1 §6',
    meaning: 'A test could not look at something that is not supported here.',
    remedy: 'The message names it; the test counts as passed.',
  },
  'csaf-test-unknown': {
    clause: 'CSAF 2.1 §6.4',
    meaning: 'Tests were asked for by a name that no preset, group or test of this version has.',
    remedy: 'Use a preset (basic, extended, full), a group (mandatory …) or an id (6.1.1).',
  },
};

function testRows(): Record<TestCode, CsafIssueMeaning> {
  const rows = CSAF_TESTS.map(({ code, id, versions, title, meaning, remedy }) => {
    const clause = `CSAF ${versions.join(', ')} §${id} ${title}`;
    return [code, { clause, meaning, remedy }] as const;
  });
  return Object.fromEntries(rows) as Record<TestCode, CsafIssueMeaning>;
}

/** What each finding rests on, means, and how to mend it. */
export const CSAF_ISSUES: Readonly<Record<CsafIssueCode, CsafIssueMeaning>> = {
  ...SCHEMA_ROWS,
  ...OWN_ROWS,
  ...testRows(),
};

/** §6.1 to §6.3: mandatory tests give errors, recommended ones warnings, the others information. */
export function severityOf(group: TestGroup): Severity {
  if (group === 'mandatory') return 'error';
  return group === 'informative' ? 'info' : 'warning';
}

export { groupOf };
