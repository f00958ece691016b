/** One document into another format or version, with what could not be carried. */
import { z } from 'zod';
import { CONVERSIONS, type ConvertOptions, canConvert, convert } from '../../bridge/index.ts';
import type { Issue, Loss } from '../../core/issue.ts';
import { parseTimestamp } from '../../core/timestamp.ts';
import { convertCsaf } from '../../state/csaf/index.ts';
import type { Operation } from './operation.ts';
import { issue, operation, subject, subjectBytes } from './operation.ts';

interface Answer {
  readonly format: string;
  readonly output?: string;
  readonly losses: readonly Loss[];
  readonly issues: readonly Issue[];
}

/** Versions of one format are its own affair; pairs of formats are the bridges'. */
const UPGRADE = { from: 'csaf-2.0', to: 'csaf-2.1' } as const;

interface Wanted {
  readonly from?: string | undefined;
  readonly to: string;
}

function isUpgrade({ from, to }: Wanted): boolean {
  return to === UPGRADE.to && (from === undefined || UPGRADE.from.startsWith(from));
}

function isKnown(wanted: Wanted): boolean {
  return isUpgrade(wanted) || canConvert(wanted.from, wanted.to);
}

const KNOWN = [
  ...CONVERSIONS.map(({ from, to }) => `${from.join(' or ')} to ${to}`),
  `${UPGRADE.from} to ${UPGRADE.to}`,
].join(', ');

function converted(bytes: Uint8Array, wanted: Wanted, options: ConvertOptions): Answer {
  if (isUpgrade(wanted)) {
    return { format: UPGRADE.to, ...convertCsaf(bytes, options.now ? { now: options.now } : {}) };
  }
  return convert(bytes, wanted.to, { ...options, from: wanted.from });
}

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
      .refine(isKnown, {
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
    const { now, namespace, createdBy } = args;
    const bytes = subjectBytes(args) ?? new Uint8Array(0);
    const creator = createdBy as ConvertOptions['createdBy'];
    const answer = converted(bytes, args, { now, namespace, createdBy: creator });
    return { ...answer, losses: [...answer.losses], issues: [...answer.issues] };
  },
});

export const CONVERT_OPERATIONS: readonly Operation[] = [convertOperation];
