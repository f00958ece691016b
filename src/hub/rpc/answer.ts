/** One request line in, one answer line out, in order. */
import { nearest } from '../../core/text/nearest.ts';
import type { Operation } from './operation.ts';
import { OPERATION_NAMES, operationNamed } from './operations.ts';

export interface RpcAnswer {
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

/** At once where nothing has to be waited for: a promise for each of many small ones is felt. */
export type RpcAnswering = RpcAnswer | Promise<RpcAnswer>;

export function answerLine(line: string): RpcAnswering {
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

export function answerRequest(request: Readonly<Record<string, unknown>>): RpcAnswering {
  const { id = null, op, args = {} } = request;
  const row = typeof op === 'string' ? operationNamed(op) : null;
  if (row === null) return unknownOperation(id, op);
  if (!(row instanceof Promise)) return answerWith(row, id, args);
  return row.then(
    (loaded) => answerWith(loaded, id, args),
    (error: unknown) => internal(id, error),
  );
}

function answerWith(row: Operation, id: unknown, args: unknown): RpcAnswering {
  try {
    const checked = row.args.safeParse(args);
    if (!checked.success) {
      const message = checked.error.issues
        .map((fault) => `${fault.path.join('.') || 'args'}: ${fault.message}`)
        .join('; ');
      return { id, error: { code: 'invalid-args', message } };
    }
    const result = row.run(checked.data as never);
    if (!(result instanceof Promise)) return { id, result };
    return result.then(
      (settled: unknown) => ({ id, result: settled }),
      (error: unknown) => internal(id, error),
    );
  } catch (error) {
    return internal(id, error);
  }
}

function unknownOperation(id: unknown, op: unknown): RpcAnswer {
  const close = typeof op === 'string' ? nearest(op, OPERATION_NAMES) : null;
  const hint = close ? ` Did you mean ${close}?` : ' {"op":"ops"} lists them.';
  return {
    id,
    error: { code: 'unknown-op', message: `There is no operation ${String(op)}.${hint}` },
  };
}

function internal(id: unknown, error: unknown): RpcAnswer {
  const message = error instanceof Error ? error.message : 'internal';
  return { id, error: { code: 'internal', message } };
}
