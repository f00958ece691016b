/** The operations that are built so far (the contract has more; they appear with their parts). */
import { z } from 'zod';
import { CPE_OPERATIONS } from './cpe-operations.ts';
import { CSAF_OPERATIONS } from './csaf-operations.ts';
import { CVE_OPERATIONS } from './cve-operations.ts';
import type { Operation } from './operation.ts';
import { operation } from './operation.ts';
import { POLICY_OPERATIONS } from './policy-operations.ts';
import { PURL_OPERATIONS } from './purl-operations.ts';
import { SBOM_OPERATIONS } from './sbom-operations.ts';
import { SCORE_OPERATIONS } from './score-operations.ts';
import { STIX_OPERATIONS } from './stix-operations.ts';
import { TEXT_OPERATIONS } from './text-operations.ts';
import { VERS_OPERATIONS } from './vers-operations.ts';
import { VEX_OPERATIONS } from './vex-operations.ts';

const BUILT: readonly Operation[] = [
  ...TEXT_OPERATIONS,
  ...STIX_OPERATIONS,
  ...CSAF_OPERATIONS,
  ...POLICY_OPERATIONS,
  ...CPE_OPERATIONS,
  ...PURL_OPERATIONS,
  ...SBOM_OPERATIONS,
  ...VERS_OPERATIONS,
  ...VEX_OPERATIONS,
  ...SCORE_OPERATIONS,
  ...CVE_OPERATIONS,
];

const list = operation({
  op: 'ops',
  args: z.looseObject({}),
  result: z.object({
    operations: z.array(z.object({ op: z.string(), args: z.unknown(), result: z.unknown() })),
  }),
  run: () => ({
    operations: OPERATIONS.map(({ op, args, result }) => ({
      op,
      args: z.toJSONSchema(args, { unrepresentable: 'any', io: 'input' }),
      result: z.toJSONSchema(result, { unrepresentable: 'any' }),
    })),
  }),
});

export const OPERATIONS: readonly Operation[] = [list, ...BUILT];
