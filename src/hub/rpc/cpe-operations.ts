/** Operations on CPE names and applicability statements. */
import { z } from 'zod';
import type { Issue } from '../../core/issue.ts';
import {
  bindToFs,
  bindToUri,
  compareNames,
  evaluate,
  formatWfn,
  parseCpe,
  readApplicability,
  type Wfn,
} from '../../state/cpe/index.ts';
import type { Operation } from './operation.ts';
import { issue, operation } from './operation.ts';

const issues = z.array(issue);
const values = z.record(z.string(), z.string());

/** Paths of the findings begin with the argument that they are about. */
function read(text: string, path: string, found: Issue[]): Wfn | null {
  const parsed = parseCpe(text);
  found.push(...parsed.issues.map((row) => ({ ...row, path: path + row.path })));
  return parsed.ok ? parsed.value : null;
}

const parse = operation({
  op: 'cpe.parse',
  args: z.object({ name: z.string() }),
  result: z.object({
    wfn: z.string().optional(),
    fs: z.string().optional(),
    uri: z.string().optional(),
    attributes: values.optional(),
    issues,
  }),
  run: ({ name }) => {
    const found: Issue[] = [];
    const wfn = read(name, '', found);
    if (wfn === null) return { issues: found };
    return {
      wfn: formatWfn(wfn),
      fs: bindToFs(wfn),
      uri: bindToUri(wfn),
      attributes: { ...wfn },
      issues: found,
    };
  },
});

const match = operation({
  op: 'cpe.match',
  args: z.object({ source: z.string(), target: z.string() }),
  result: z.object({
    relation: z
      .enum(['superset', 'subset', 'equal', 'disjoint', 'undefined', 'intersecting'])
      .optional(),
    attributes: values.optional(),
    issues,
  }),
  run: ({ source, target }) => {
    const found: Issue[] = [];
    const from = read(source, '/source', found);
    const to = read(target, '/target', found);
    if (from === null || to === null) return { issues: found };
    const { relation, attributes } = compareNames(from, to);
    return { relation, attributes: { ...attributes }, issues: found };
  },
});

const applies = operation({
  op: 'cpe.applies',
  args: z.object({
    expression: z.unknown(),
    names: z.array(z.string()),
    world: z.enum(['closed', 'open']).default('closed'),
  }),
  result: z.object({
    value: z.union([z.boolean(), z.enum(['error', 'unresolved'])]),
    hits: z.array(z.object({ criterion: z.string(), name: z.string(), vulnerable: z.boolean() })),
    open: z.array(z.object({ criterion: z.string(), reason: z.string() })),
    issues,
  }),
  run: ({ expression, names, world }) => {
    const statement = readApplicability(expression);
    const found: Issue[] = [...statement.issues];
    const known = names.map((name, index) => read(name, `/names/${index}`, found));
    if (statement.test === null)
      return { value: 'error' as const, hits: [], open: [], issues: found };
    const result = evaluate(
      statement.test,
      known.filter((name) => name !== null),
      { world },
    );
    const { value } = result;
    return {
      value: value === 'true' ? true : value === 'false' ? false : value,
      hits: result.hits.map(({ criterion, name }) => ({
        criterion: bindToFs(criterion.name),
        name: bindToFs(name),
        vulnerable: criterion.vulnerable,
      })),
      open: result.open.map(({ criterion, reason }) => ({
        criterion: bindToFs(criterion.name),
        reason,
      })),
      issues: found,
    };
  },
});

export const CPE_OPERATIONS: readonly Operation[] = [parse, match, applies];
