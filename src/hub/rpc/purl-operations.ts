/** Operations on package URLs. */
import { z } from 'zod';
import { hasErrors } from '../../core/issue.ts';
import {
  buildPurl,
  formatPurl,
  type ParsedPurl,
  parsePurl,
  validatePurl,
} from '../../state/purl/index.ts';
import type { Operation } from './operation.ts';
import { issue, operation } from './operation.ts';

const component = z.string().nullable();
const given = component.optional();

const components = z.object({
  type: z.string(),
  namespace: component,
  name: z.string(),
  version: component,
  qualifiers: z.record(z.string(), z.string()).nullable(),
  subpath: component,
});

const result = z.object({
  components: components.optional(),
  canonical: z.string().optional(),
  issues: z.array(issue),
});

function answer(parsed: ParsedPurl): z.input<typeof result> {
  const issues = [...parsed.issues];
  if (!parsed.ok) return { issues };
  const { qualifiers, ...rest } = parsed.value;
  const some = Object.keys(qualifiers).length > 0;
  return {
    components: { ...rest, qualifiers: some ? { ...qualifiers } : null },
    canonical: formatPurl(parsed.value),
    issues,
  };
}

export const PURL_OPERATIONS: readonly Operation[] = [
  operation({
    op: 'purl.parse',
    args: z.object({ purl: z.string() }),
    result,
    run: ({ purl }) => answer(parsePurl(purl)),
  }),
  operation({
    op: 'purl.build',
    args: z.object({
      components: z.object({
        type: given,
        namespace: given,
        name: given,
        version: given,
        qualifiers: z.record(z.string(), z.unknown()).nullable().optional(),
        subpath: given,
      }),
      type: z.string().optional(),
    }),
    result,
    run: ({ components, type }) =>
      answer(buildPurl({ ...components, type: components.type ?? type })),
  }),
  operation({
    op: 'purl.validate',
    args: z.object({ purl: z.string(), type: z.string().optional() }),
    result: result.extend({ valid: z.boolean() }),
    run: ({ purl, type }) => {
      const validated = validatePurl(purl, type);
      return { valid: validated.ok && !hasErrors(validated.issues), ...answer(validated) };
    },
  }),
];
