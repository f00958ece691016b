/** Operations that match STIX patterns; apart from their reading, because of the regex engine. */
import { z } from 'zod';
import { equivalentPatterns, matchPattern } from '../../event/pattern/match/index.ts';
import type { Operation } from './operation.ts';
import { issue, operation } from './operation.ts';

const profile = z.enum(['strict', 'intel']);
const version = z.enum(['2.0', '2.1']).default('2.1');

const patternMatch = operation({
  op: 'stix.pattern.match',
  args: z.object({
    pattern: z.string(),
    observed: z.array(z.unknown()),
    profile: profile.default('strict'),
    version,
  }),
  result: z.object({
    matched: z.boolean().nullable(),
    bindings: z.array(
      z.object({
        expression: z.number(),
        observed: z.number(),
        id: z.string().optional(),
        object: z.string(),
        count: z.number(),
        profile: profile.optional(),
      }),
    ),
    issues: z.array(issue),
  }),
  run: ({ pattern, observed, ...options }) => {
    const { matched, bindings, issues } = matchPattern(pattern, observed, options);
    return { matched, bindings: [...bindings], issues: [...issues] };
  },
});

const patternEquivalent = operation({
  op: 'stix.pattern.equivalent',
  args: z.object({ a: z.string(), b: z.string(), version }),
  result: z.object({ equivalent: z.boolean(), issues: z.array(issue) }),
  run: ({ a, b, ...options }) => {
    const { equivalent, issues } = equivalentPatterns(a, b, options);
    return { equivalent, issues: [...issues] };
  },
});

export const PATTERN_OPERATIONS: readonly Operation[] = [patternMatch, patternEquivalent];
