/** All tests of clause 6, in the order of the standard. */
import { INFORMATIVE_TESTS } from './informative.table.ts';
import { MANDATORY_CVSS_TESTS } from './mandatory-cvss.ts';
import { MANDATORY_DOCUMENT_TESTS } from './mandatory-document.ts';
import { MANDATORY_EXTENSION_TESTS } from './mandatory-extensions.ts';
import { MANDATORY_PRODUCT_TESTS } from './mandatory-products.table.ts';
import { MANDATORY_PROFILE_TESTS } from './mandatory-profiles.table.ts';
import { MANDATORY_RANGE_TESTS } from './mandatory-ranges.ts';
import { MANDATORY_REGISTER_TESTS } from './mandatory-registers.ts';
import { MANDATORY_SSVC_TESTS } from './mandatory-ssvc.ts';
import { MANDATORY_TRACKING_TESTS } from './mandatory-tracking.ts';
import { MANDATORY_VULNERABILITY_TESTS } from './mandatory-vulnerabilities.ts';
import { RECOMMENDED_TESTS } from './recommended.ts';
import type { CsafTest } from './test.ts';

const ROWS = [
  ...MANDATORY_PRODUCT_TESTS,
  ...MANDATORY_VULNERABILITY_TESTS,
  ...MANDATORY_CVSS_TESTS,
  ...MANDATORY_REGISTER_TESTS,
  ...MANDATORY_TRACKING_TESTS,
  ...MANDATORY_DOCUMENT_TESTS,
  ...MANDATORY_PROFILE_TESTS,
  ...MANDATORY_SSVC_TESTS,
  ...MANDATORY_RANGE_TESTS,
  ...MANDATORY_EXTENSION_TESTS,
  ...RECOMMENDED_TESTS,
  ...INFORMATIVE_TESTS,
] as const;

/** Code of a finding of a test. */
export type TestCode = (typeof ROWS)[number]['code'];

export const CSAF_TESTS: readonly CsafTest<TestCode>[] = [...ROWS].sort(byClause);

function byClause(a: CsafTest, b: CsafTest): number {
  const left = a.id.split('.').map(Number);
  const right = b.id.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = (left[i] ?? -1) - (right[i] ?? -1);
    if (order !== 0) return order;
  }
  return 0;
}
