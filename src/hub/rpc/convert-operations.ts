/** One document into another format or version, with what could not be carried. */
import { z } from 'zod';
import type { Issue, Loss } from '../../core/issue.ts';
import { convertCsaf } from '../../state/csaf/index.ts';
import type { Operation } from './operation.ts';
import { issue, operation, subject, subjectBytes } from './operation.ts';

interface Conversion {
  readonly from: string;
  readonly to: string;
  readonly run: (bytes: Uint8Array) => {
    readonly output?: string;
    readonly losses: readonly Loss[];
    readonly issues: readonly Issue[];
  };
}

/** A new conversion is one line. */
const CONVERSIONS: readonly Conversion[] = [
  { from: 'csaf-2.0', to: 'csaf-2.1', run: (bytes) => convertCsaf(bytes) },
];

interface Wanted {
  readonly from?: string | undefined;
  readonly to: string;
}

function conversionFor({ from, to }: Wanted): Conversion | undefined {
  return CONVERSIONS.find((row) => row.to === to && (from === undefined || row.from === from));
}

const KNOWN = CONVERSIONS.map(({ from, to }) => `${from} to ${to}`).join(', ');

const convert = operation({
  op: 'convert',
  args: z.intersection(
    subject.refine((args) => subjectBytes(args) !== null, 'text or bytes is needed'),
    z
      .object({ from: z.string().optional(), to: z.string() })
      .refine((wanted) => conversionFor(wanted) !== undefined, {
        path: ['to'],
        message: `There is no such conversion here; known: ${KNOWN}.`,
      }),
  ),
  result: z.object({
    output: z.string().optional(),
    losses: z.array(z.object({ path: z.string(), reason: z.string() })),
    issues: z.array(issue),
  }),
  run: (args) => {
    const found = conversionFor(args);
    if (found === undefined) return { losses: [], issues: [] };
    const { output, losses, issues } = found.run(subjectBytes(args) ?? new Uint8Array(0));
    return {
      ...(output === undefined ? {} : { output }),
      losses: [...losses],
      issues: [...issues],
    };
  },
});

export const CONVERT_OPERATIONS: readonly Operation[] = [convert];
