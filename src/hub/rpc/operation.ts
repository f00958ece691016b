/**
 * One row per operation of `cybex rpc`: pure functions of the libraries, no state, no files, no
 * sockets. Bad subject matter is a result with issues; wrong use is an error.
 */
import { z } from 'zod';

export interface Operation {
  readonly op: string;
  readonly args: z.ZodType;
  readonly result: z.ZodType;
  readonly run: (args: never) => unknown;
}

export function operation<A extends z.ZodType, R extends z.ZodType>(row: {
  readonly op: string;
  readonly args: A;
  readonly result: R;
  readonly run: (args: z.output<A>) => z.input<R> | Promise<z.input<R>>;
}): Operation {
  return row as unknown as Operation;
}

/** Wherever `text` stands, `bytes` (base64) may stand: broken UTF-8 must reach the reader as it is. */
export const subject = z.object({ text: z.string().optional(), bytes: z.base64().optional() });

export function subjectBytes(args: z.output<typeof subject>): Uint8Array | null {
  if (args.bytes !== undefined) return Buffer.from(args.bytes, 'base64');
  return args.text === undefined ? null : Buffer.from(args.text, 'utf8');
}

export const issue = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  clause: z.string(),
  path: z.string(),
  message: z.string(),
});
