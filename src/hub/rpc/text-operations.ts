/** Operations on plain text and JSON. */
import { z } from 'zod';
import { canonicalizeText } from '../../core/json/index.ts';
import type { Operation } from './operation.ts';
import { givenSubject, issue, operation, subjectDocument } from './operation.ts';

export const TEXT_OPERATIONS: readonly Operation[] = [
  operation({
    op: 'jcs.canonicalize',
    args: givenSubject,
    result: z.object({ output: z.string().optional(), issues: z.array(issue) }),
    run: (args) => {
      const result = canonicalizeText(subjectDocument(args) ?? '');
      const issues = [...result.issues];
      return result.ok ? { output: result.value, issues } : { issues };
    },
  }),
];
