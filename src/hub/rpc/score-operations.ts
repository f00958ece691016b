/** Operations on scores. */
import { z } from 'zod';
import type { JsonValue } from '../../core/json/index.ts';
import { explainCvss, scoreCvss } from '../../state/cvss/index.ts';
import { scoreCwss } from '../../state/cwss/index.ts';
import { decideSsvc, readSsvcTable } from '../../state/ssvc/index.ts';
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

const cwssScore = operation({
  op: 'cwss.score',
  args: vector,
  result: z.object({ base: score, attackSurface: score, environmental: score, score, issues }),
  run: ({ vector }) => {
    const scored = scoreCwss(vector);
    return scored.ok
      ? { ...scored.value, issues: [...scored.issues] }
      : { issues: [...scored.issues] };
  },
});

const ssvcDecide = operation({
  op: 'ssvc.decide',
  args: z.object({
    table: z.union([z.string(), z.record(z.string(), z.unknown())]),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  }),
  result: z.object({
    outcomes: z.array(z.string()),
    names: z.array(z.string()),
    assumed: z.array(z.string()),
    followed: z.record(z.string(), z.array(z.string())),
    issues,
  }),
  run: ({ table, values }) => {
    const nothing = { outcomes: [], names: [], assumed: [], followed: {} };
    const read = typeof table === 'string' ? null : readSsvcTable(table as JsonValue);
    if (read?.ok === false) return { ...nothing, issues: [...read.issues] };
    const decided = decideSsvc(read?.value ?? String(table), values);
    const found = [...(read?.issues ?? []), ...decided.issues];
    if (!decided.ok) return { ...nothing, issues: found };
    const { outcomes, assumed, followed } = decided.value;
    return {
      outcomes: outcomes.map(([key]) => key),
      names: outcomes.map(([, name]) => name),
      assumed: [...assumed],
      followed: Object.fromEntries(Object.entries(followed).map(([id, keys]) => [id, [...keys]])),
      issues: found,
    };
  },
});

export const SCORE_OPERATIONS: readonly Operation[] = [
  cvssScore,
  cvssExplain,
  cwssScore,
  ssvcDecide,
];
