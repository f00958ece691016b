/** Operations on bills of materials. */
import { z } from 'zod';
import { readSbom } from '../../state/sbom/index.ts';
import type { Operation } from './operation.ts';
import { givenSubject, issue, operation, subjectBytes } from './operation.ts';

const supplier = z.object({ name: z.string(), urls: z.array(z.string()).readonly() });
const component = z.object({
  ref: z.string(),
  type: z.string(),
  name: z.string(),
  group: z.string().optional(),
  version: z.string().optional(),
  purl: z.string().optional(),
  cpes: z.array(z.string()).readonly(),
  swid: z.string().optional(),
  hashes: z.array(z.object({ algorithm: z.string(), value: z.string() })).readonly(),
  licenses: z.array(z.string()).readonly(),
  supplier: supplier.optional(),
  author: z.string().optional(),
  scope: z.string().optional(),
  identifiers: z.array(z.object({ type: z.string(), value: z.string() })).readonly(),
  path: z.string(),
});
const relation = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.string(),
  path: z.string(),
});
const completeness = z.enum(['complete', 'incomplete', 'unknown']);

const read = operation({
  op: 'sbom.read',
  args: givenSubject,
  result: z.object({
    format: z.string(),
    version: z.string(),
    root: component.nullable(),
    components: z.array(component).readonly(),
    relations: z.array(relation).readonly(),
    completeness,
    completenessOf: z.record(z.string(), completeness),
    quality: z.array(issue).readonly(),
    issues: z.array(issue).readonly(),
  }),
  run: (args) => {
    const { sbom, format, version, issues, quality } = readSbom(
      args.text ?? subjectBytes(args) ?? '',
    );
    return {
      format,
      version,
      root: sbom?.components.find(({ ref }) => ref === sbom.root) ?? null,
      components: sbom?.components ?? [],
      relations: sbom?.relations ?? [],
      completeness: sbom?.completeness ?? 'unknown',
      completenessOf: Object.fromEntries(sbom?.completenessOf ?? []),
      quality,
      issues,
    };
  },
});

export const SBOM_OPERATIONS: readonly Operation[] = [read];
