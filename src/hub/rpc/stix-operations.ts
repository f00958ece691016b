/** Operations on STIX: parse, deterministic ids, patterns. */
import { z } from 'zod';
import { hasErrors } from '../../core/issue.ts';
import { checkPattern, formatPattern, parsePattern } from '../../event/pattern/index.ts';
import { parseStix, stixId } from '../../event/stix/index.ts';
import type { Operation } from './operation.ts';
import { givenSubject, issue, operation, subjectBytes } from './operation.ts';

const issues = z.array(issue);
const patternVersion = z.enum(['2.0', '2.1']).default('2.1');

const parse = operation({
  op: 'stix.parse',
  args: givenSubject,
  result: z.object({
    objects: z.array(
      z.object({ id: z.string(), type: z.string(), modified: z.string(), source: z.string() }),
    ),
    issues,
  }),
  run: (args) => {
    const parsed = parseStix(subjectBytes(args) ?? '');
    const objects = parsed.value.entries.map(({ object, source }) => {
      const { id, type } = object;
      const modified = 'modified' in object ? String(object.modified) : '';
      return { id, type, modified, source: Buffer.from(source).toString('utf8') };
    });
    return { objects, issues: [...parsed.issues] };
  },
});

const id = operation({
  op: 'stix.id',
  args: z.object({ object: z.unknown() }),
  result: z.object({ id: z.string().optional(), issues }),
  run: ({ object }) => {
    const result = stixId(object);
    return result.ok ? { id: result.value, issues: [] } : { issues: [...result.issues] };
  },
});

const patternCheck = operation({
  op: 'stix.pattern.check',
  args: z.object({ pattern: z.string(), version: patternVersion }),
  result: z.object({ valid: z.boolean(), issues }),
  run: ({ pattern, version }) => {
    const found = checkPattern(pattern, { version });
    return { valid: !hasErrors(found), issues: [...found] };
  },
});

const patternFormat = operation({
  op: 'stix.pattern.format',
  args: z.object({ pattern: z.string(), version: patternVersion }),
  result: z.object({ output: z.string().optional(), issues }),
  run: ({ pattern, version }) => {
    const parsed = parsePattern(pattern, { version });
    if (!parsed.ok) return { issues: [...parsed.issues] };
    return { output: formatPattern(parsed.value), issues: [...parsed.issues] };
  },
});

export const STIX_OPERATIONS: readonly Operation[] = [parse, id, patternCheck, patternFormat];
