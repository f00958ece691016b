/** One document into another format or version, with what could not be carried. */
import { z } from 'zod';
import { CONVERSIONS, type ConvertOptions, canConvert, convert } from '../../bridge/index.ts';
import { parseTimestamp } from '../../core/timestamp.ts';
import type { Operation } from './operation.ts';
import { issue, operation, subject, subjectBytes } from './operation.ts';

const KNOWN = CONVERSIONS.map(({ from, to }) => `${from.join(' or ')} to ${to}`).join(', ');

const time = z
  .string()
  .refine((text) => parseTimestamp(text, { offsets: true }).ok, 'a time of RFC 3339');
const identity = z
  .string()
  .regex(/^identity--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'the id of an identity');

const convertOperation = operation({
  op: 'convert',
  args: z.intersection(
    subject.refine((args) => subjectBytes(args) !== null, 'text or bytes is needed'),
    z
      .object({
        from: z.string().optional(),
        to: z.string(),
        now: time.optional(),
        namespace: z.guid().optional(),
        createdBy: identity.optional(),
      })
      .refine(({ from, to }) => canConvert(from, to), {
        path: ['to'],
        message: `There is no such conversion here; known: ${KNOWN}.`,
      }),
  ),
  result: z.object({
    format: z.string(),
    output: z.string().optional(),
    losses: z.array(z.object({ path: z.string(), reason: z.string() })),
    issues: z.array(issue),
  }),
  run: (args) => {
    const { to, from, now, namespace } = args;
    const bytes = subjectBytes(args) ?? new Uint8Array(0);
    const createdBy = args.createdBy as ConvertOptions['createdBy'];
    const answer = convert(bytes, to, { from, now, namespace, createdBy });
    return { ...answer, losses: [...answer.losses], issues: [...answer.issues] };
  },
});

export const CONVERT_OPERATIONS: readonly Operation[] = [convertOperation];
