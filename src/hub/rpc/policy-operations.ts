/** `policy.decide`: the whole policy as one pure question. */
import { z } from 'zod';
import { PAP_LEVELS, TLP_LEVELS } from '../../core/label.ts';
import { answerDecide } from '../../policy/index.ts';
import type { Operation } from './operation.ts';
import { issue } from './operation.ts';

const tlp = z.enum(TLP_LEVELS);
const pap = z.enum(PAP_LEVELS);
const ids = z.array(z.string());

/** Described for callers; checked by the policy itself, whose findings name the place. */
const described = z.object({
  principal: z.object({
    kind: z.enum(['anonymous', 'person', 'organisation', 'peer', 'service']),
    id: z.string(),
    organisation: z.string(),
    communities: ids,
    clients: ids.optional(),
    roles: ids,
    assurance: z.string().optional(),
  }),
  action: z.enum(['read', 'forward', 'act', 'export', 'enrich', 'write']),
  label: z.object({
    tlp,
    audience: z.object({ organisations: ids, communities: ids, persons: ids }).nullable(),
    pap: pap.optional(),
    owner: z.string(),
    creator: z.string().optional(),
    unknown: ids,
    iep: z.array(z.looseObject({})).optional(),
    from: z.string().optional(),
    until: z.string().optional(),
  }),
  context: z.object({
    channel: z.string(),
    collectionFloor: z.unknown().optional(),
    time: z.string(),
    purpose: z.string().optional(),
    maxTlp: tlp.optional(),
    maxPap: pap.optional(),
  }),
});

const answer = z.object({
  allow: z.boolean(),
  rules: z.array(z.object({ id: z.string(), effect: z.enum(['allow', 'deny', 'note']) })),
  issues: z.array(issue).optional(),
});

export const POLICY_OPERATIONS: readonly Operation[] = [
  {
    op: 'policy.decide',
    args: z.looseObject({}).meta(z.toJSONSchema(described)),
    result: answer,
    run: (args: never) => answerDecide(args),
  },
];
