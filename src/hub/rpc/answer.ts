/** One request line in, one answer line out, in order. */
import { nearest } from '../../core/text/nearest.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';

const BY_NAME = new Map<string, Operation>(OPERATIONS.map((row) => [row.op, row]));

export interface RpcAnswer {
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

export async function answerLine(line: string): Promise<RpcAnswer> {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return { id: null, error: { code: 'not-json', message: 'The line is not a JSON value.' } };
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    return { id: null, error: { code: 'not-a-request', message: 'A request is a JSON object.' } };
  }
  return answerRequest(request as Record<string, unknown>);
}

export async function answerRequest(
  request: Readonly<Record<string, unknown>>,
): Promise<RpcAnswer> {
  const { id = null, op, args = {} } = request;
  const row = typeof op === 'string' ? BY_NAME.get(op) : undefined;
  if (row === undefined) {
    const close = typeof op === 'string' ? nearest(op, [...BY_NAME.keys()]) : null;
    const hint = close ? ` Did you mean ${close}?` : ' {"op":"ops"} lists them.';
    return {
      id,
      error: { code: 'unknown-op', message: `There is no operation ${String(op)}.${hint}` },
    };
  }
  const checked = row.args.safeParse(args);
  if (!checked.success) {
    const message = checked.error.issues
      .map((fault) => `${fault.path.join('.') || 'args'}: ${fault.message}`)
      .join('; ');
    return { id, error: { code: 'invalid-args', message } };
  }
  try {
    return { id, result: await row.run(checked.data as never) };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'internal';
    return { id, error: { code: 'internal', message } };
  }
}
