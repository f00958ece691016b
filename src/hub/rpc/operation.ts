/**
 * One row per operation of `cybex rpc`: pure functions of the libraries, no state, no files, no
 * sockets. Bad subject matter is a result with issues; wrong use is an error.
 */
import { z } from 'zod';
import { encodeUtf8 } from '../../core/json/index.ts';

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

/** The document as it came: a string stays a string, bytes stay bytes; null when neither is there. */
export function subjectDocument(args: z.output<typeof subject>): string | Uint8Array | null {
  if (args.bytes !== undefined) return Buffer.from(args.bytes, 'base64');
  return args.text ?? null;
}

/** The document as bytes; half a surrogate pair in a string is one that no reader takes. */
export function subjectBytes(args: z.output<typeof subject>): Uint8Array | null {
  const document = subjectDocument(args);
  return typeof document === 'string' ? encodeUtf8(document) : document;
}

/** A subject that must be there. */
export const givenSubject = subject.refine(
  ({ text, bytes }) => text !== undefined || bytes !== undefined,
  'text or bytes is needed',
);

export const issue = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  clause: z.string(),
  path: z.string(),
  message: z.string(),
});
