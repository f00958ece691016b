/** Operations on versions and version ranges. */
import { z } from 'zod';
import {
  canonicalRange,
  compareVersions,
  formatVers,
  parseVers,
  versContains,
  versFromNative,
} from '../../state/vers/index.ts';
import type { Operation } from './operation.ts';
import { issue, operation } from './operation.ts';

const issues = z.array(issue);
const canonical = z.object({ canonical: z.string().optional(), issues });

const compare = operation({
  op: 'vers.compare',
  args: z.object({
    scheme: z.string(),
    a: z.string(),
    b: z.string(),
    missingEpoch: z.enum(['zero', 'ignore']).default('zero'),
  }),
  result: z.object({
    order: z.union([z.literal(-1), z.literal(0), z.literal(1)]).optional(),
    issues,
  }),
  run: ({ scheme, a, b, missingEpoch }) => {
    const compared = compareVersions(scheme, a, b, { missingEpoch });
    const found = [...compared.issues];
    return compared.ok ? { order: compared.value, issues: found } : { issues: found };
  },
});

const contains = operation({
  op: 'vers.contains',
  args: z.object({ range: z.string(), version: z.string() }),
  result: z.object({ contains: z.boolean().optional(), issues }),
  run: ({ range, version }) => {
    const answer = versContains(range, version);
    const found = [...answer.issues];
    return answer.ok ? { contains: answer.value, issues: found } : { issues: found };
  },
});

const parse = operation({
  op: 'vers.parse',
  args: z.object({ range: z.string() }),
  result: canonical.extend({
    type: z.string().optional(),
    constraints: z.array(z.object({ comparator: z.string(), version: z.string() })).optional(),
  }),
  run: ({ range }) => {
    const parsed = parseVers(range);
    const found = [...parsed.issues];
    if (!parsed.ok) return { issues: found };
    const { type, constraints } = canonicalRange(parsed.value);
    return {
      canonical: formatVers({ type, constraints }),
      type,
      constraints:
        constraints === '*'
          ? [{ comparator: '*', version: '' }]
          : constraints.map(({ comparator, version }) => ({ comparator, version })),
      issues: found,
    };
  },
});

const fromNative = operation({
  op: 'vers.fromNative',
  args: z.object({ scheme: z.string(), native: z.string() }),
  result: canonical,
  run: ({ scheme, native }) => {
    const read = versFromNative(scheme, native);
    const found = [...read.issues];
    return read.ok ? { canonical: formatVers(read.value), issues: found } : { issues: found };
  },
});

export const VERS_OPERATIONS: readonly Operation[] = [compare, contains, parse, fromNative];
