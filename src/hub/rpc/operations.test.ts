/** Operations are loaded when they are asked for; the list of names must not drift from the files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerLine, type RpcAnswer } from './answer.ts';
import { OPERATION_FILES, OPERATION_NAMES, operationNamed } from './operations.ts';

test('an operation is loaded with the first question and there at once with the next', async () => {
  const first = answerLine('{"id":1,"op":"vers.compare","args":{"scheme":"npm","a":"1","b":"2"}}');
  assert.ok(first instanceof Promise);
  assert.equal((await first).error, undefined);
  const next = answerLine('{"id":2,"op":"vers.compare","args":{"scheme":1}}') as RpcAnswer;
  assert.equal(next.error?.code, 'invalid-args');
});

test('every file has the operations that the table says of it, and no other', async () => {
  for (const { ops, load } of OPERATION_FILES) {
    assert.deepEqual(
      (await load()).map(({ op }) => op),
      ops,
    );
  }
  assert.equal(new Set(OPERATION_NAMES).size, OPERATION_NAMES.length);
  assert.equal(operationNamed('cvss'), null);
  assert.equal(operationNamed('__proto__'), null);
});

test('ops lists every operation with the schemas of its arguments and its result', async () => {
  const { result } = await answerLine('{"id":1,"op":"ops"}');
  const { operations } = result as {
    readonly operations: readonly { readonly op: string; args: unknown; result: unknown }[];
  };
  assert.deepEqual(
    operations.map(({ op }) => op),
    OPERATION_NAMES,
  );
  for (const { op, args, result } of operations) {
    assert.equal(typeof args, 'object', op);
    assert.equal((result as { readonly type?: unknown }).type, 'object', op);
  }
});
