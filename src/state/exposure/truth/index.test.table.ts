/** The whole truth table. */
import { CSAF_TRUTH } from './csaf.test.table.ts';
import { CVE_TRUTH } from './cve.test.table.ts';
import { DISTRIBUTION_TRUTH } from './distribution.test.table.ts';
import { NVD_TRUTH } from './nvd.test.table.ts';
import { OSV_TRUTH } from './osv.test.table.ts';
import type { Row } from './row.test.table.ts';
import { VEX_TRUTH } from './vex.test.table.ts';

export const TRUTH: readonly Row[] = [
  ...OSV_TRUTH,
  ...DISTRIBUTION_TRUTH,
  ...CVE_TRUTH,
  ...NVD_TRUTH,
  ...CSAF_TRUTH,
  ...VEX_TRUTH,
];
