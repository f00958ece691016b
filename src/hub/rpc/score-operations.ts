/** Operations on scores. */
import { z } from 'zod';
import { explainCvss, scoreCvss } from '../../state/cvss/index.ts';
import type { Operation } from './operation.ts';
import { issue, operation } from './operation.ts';

const issues = z.array(issue);
const vector = z.object({ vector: z.string() });
const score = z.number().optional();

const cvssScore = operation({
  op: 'cvss.score',
  args: vector,
  result: z.object({
    version: z.string().optional(),
    score,
    severity: z.string().optional(),
    name: z.string().optional(),
    base: score,
    temporal: score,
    environmental: score,
    impact: score,
    exploitability: score,
    macroVector: z.string().optional(),
    issues,
  }),
  run: ({ vector }) => {
    const scored = scoreCvss(vector);
    return scored.ok
      ? { ...scored.value, issues: [...scored.issues] }
      : { issues: [...scored.issues] };
  },
});

const cvssExplain = operation({
  op: 'cvss.explain',
  args: vector,
  result: z.object({
    drivers: z.array(
      z.object({
        metric: z.string(),
        title: z.string(),
        group: z.string(),
        value: z.string(),
        valueTitle: z.string(),
        cost: z.number(),
        alternatives: z.array(
          z.object({
            value: z.string(),
            title: z.string(),
            score: z.number(),
            severity: z.string(),
            delta: z.number(),
          }),
        ),
      }),
    ),
    issues,
  }),
  run: ({ vector }) => {
    const explained = explainCvss(vector);
    const drivers = explained.ok
      ? explained.value.map((row) => ({ ...row, alternatives: [...row.alternatives] }))
      : [];
    return { drivers, issues: [...explained.issues] };
  },
});

export const SCORE_OPERATIONS: readonly Operation[] = [cvssScore, cvssExplain];
