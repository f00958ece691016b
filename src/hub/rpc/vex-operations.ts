/** Operations on VEX. */
import { z } from 'zod';
import type { JsonObject } from '../../core/json/index.ts';
import { readVex, readVexDocument, VEX_STATUSES, vexStatus } from '../../state/vex/index.ts';
import type { Operation } from './operation.ts';
import { issue, operation } from './operation.ts';

const names = z.object({
  id: z.string(),
  purls: z.array(z.string()).readonly(),
  cpes: z.array(z.string()).readonly(),
  hashes: z.array(z.string()).readonly(),
});
const statement = z.object({
  format: z.enum(['openvex', 'csaf', 'cyclonedx']),
  document: z.string(),
  author: z.string(),
  supplier: z.string().optional(),
  time: z.string(),
  vulnerability: z.array(z.string()).readonly(),
  product: names,
  subcomponents: z.array(names).readonly(),
  status: z.enum(VEX_STATUSES),
  justification: z.string().optional(),
  impact: z.string().optional(),
  action: z.string().optional(),
  path: z.string(),
});

const status = operation({
  op: 'vex.status',
  args: z.object({
    documents: z.array(z.union([z.string(), z.looseObject({})])),
    product: z.string(),
    subcomponent: z.string().optional(),
    vulnerability: z.string(),
    trust: z
      .object({ suppliers: z.array(z.string()).default([]), operator: z.string().optional() })
      .default({ suppliers: [] }),
  }),
  result: z.object({
    status: z.enum([...VEX_STATUSES, 'no_data', 'undecidable']),
    statements: z
      .array(
        statement.extend({ trusted: z.boolean(), applies: z.boolean(), decisive: z.boolean() }),
      )
      .readonly(),
    conflicts: z.array(statement).readonly(),
    issues: z.array(issue),
  }),
  run: ({ documents, product, subcomponent, vulnerability, trust }) => {
    const read = documents.map((document) =>
      typeof document === 'string' ? readVex(document) : readVexDocument(document as JsonObject),
    );
    const question = { product, vulnerability, ...(subcomponent ? { subcomponent } : {}) };
    const { suppliers, operator } = trust;
    const answer = vexStatus(
      read.flatMap(({ statements }) => statements),
      question,
      { suppliers, ...(operator ? { operator } : {}) },
    );
    const issues = read.flatMap((each, i) =>
      each.issues.map((row) => ({ ...row, path: `/documents/${i}${row.path}` })),
    );
    return { ...answer, issues };
  },
});

export const VEX_OPERATIONS: readonly Operation[] = [status];
