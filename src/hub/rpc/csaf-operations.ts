/** Operations on CSAF: check. */
import { z } from 'zod';
import { checkCsaf } from '../../state/csaf/index.ts';
import type { Operation } from './operation.ts';
import { givenSubject, issue, operation, subjectBytes } from './operation.ts';

const result = z.object({
  id: z.string(),
  clause: z.string(),
  title: z.string(),
  group: z.enum(['schema', 'mandatory', 'recommended', 'optional', 'informative']),
  result: z.enum(['passed', 'failed', 'notRun']),
  reason: z.string().optional(),
  issues: z.array(issue),
});

const check = operation({
  op: 'csaf.check',
  args: z.intersection(
    givenSubject,
    z.object({
      /** Presets (`basic`, `extended`, `full` …), groups or ids. */
      tests: z.array(z.string()).optional(),
      /** The present, RFC 3339, for the tests on past and future. */
      time: z.string().optional(),
    }),
  ),
  result: z.object({
    version: z.string(),
    valid: z.boolean(),
    tests: z.array(result),
    issues: z.array(issue),
  }),
  run: (args) => {
    const report = checkCsaf(subjectBytes(args) ?? new Uint8Array(0), {
      ...(args.tests === undefined ? {} : { tests: args.tests }),
      ...(args.time === undefined ? {} : { ports: { now: args.time } }),
    });
    return {
      version: report.version,
      valid: report.valid,
      tests: report.tests.map((row) => ({ ...row, issues: [...row.issues] })),
      issues: [...report.issues],
    };
  },
});

export const CSAF_OPERATIONS: readonly Operation[] = [check];
