/** `cybex rpc` as another language meets it: a pipe, and the same over HTTP. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cybex, startHub } from './hub-process.ts';

interface Answer {
  readonly id: unknown;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string; readonly message: string };
}

async function ask(...lines: string[]): Promise<Answer[]> {
  const { code, stdout, stderr } = await cybex(['rpc'], { input: lines.join('\n') });
  assert.equal(code, 0, 'it ends with its input');
  assert.equal(stderr, '');
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

const STIX = '{"type":"ipv4-addr","value":"198.51.100.256"}';

test('wrong use is an error, bad subject matter a result, and the next line goes on', async () => {
  const [unknown, broken, missing, checked, last] = await ask(
    '{"id":1,"op":"stix.prase","args":{}}',
    '{"id":2,',
    '{"id":3,"op":"check","args":{}}',
    JSON.stringify({ id: { any: 'thing' }, op: 'check', args: { text: STIX } }),
    '{"id":null,"op":"jcs.canonicalize","args":{"text":"{\\"b\\":1,\\"a\\":2}"}}',
  );
  assert.match(unknown?.error?.message ?? '', /Did you mean stix\.parse\?/);
  assert.equal(broken?.error?.code, 'not-json');
  assert.equal(missing?.id, 3);
  assert.ok(missing?.error, 'a missing argument');
  assert.deepEqual(checked?.id, { any: 'thing' });
  assert.equal(checked?.result?.valid, false);
  const [issue] = (checked?.result?.issues ?? []) as Record<string, string>[];
  assert.deepEqual(Object.keys(issue ?? {}).sort(), [
    'clause',
    'code',
    'message',
    'path',
    'severity',
  ]);
  assert.equal(last?.result?.output, '{"a":2,"b":1}');
});

test('thousands of requests in one process, answered in their order', async () => {
  const count = 5_000;
  const lines = Array.from({ length: count }, (_, id) =>
    JSON.stringify({ id, op: 'jcs.canonicalize', args: { text: `{"n":${id},"a":0}` } }),
  );
  const answers = await ask(...lines);
  assert.equal(answers.length, count);
  for (const [id, answer] of answers.entries()) {
    assert.equal(answer.id, id);
    assert.equal(answer.result?.output, `{"a":0,"n":${id}}`);
  }
});

test('every operation that is listed answers to anything, and never with a fault of ours', async () => {
  const [listed] = await ask('{"id":0,"op":"ops"}');
  const operations = (listed?.result?.operations ?? []) as { op: string }[];
  assert.ok(operations.length > 8);
  const absurd = [{}, { text: '' }, { text: 7 }, { text: '{}', bytes: '!' }, { vector: [] }];
  const lines = operations.flatMap(({ op }) =>
    absurd.map((args) => JSON.stringify({ id: op, op, args })),
  );
  for (const { id, result, error } of await ask(...lines)) {
    assert.ok((result === undefined) !== (error === undefined), `${id}: one of both`);
    assert.notEqual(error?.code, 'internal', `${id}: ${error?.message}`);
  }
});

test('over HTTP the same requests get the same answers, for who is signed in', async (t) => {
  const hub = await startHub({ args: ['--no-sample'] });
  t.after(() => hub.stop());
  const lines = [
    JSON.stringify({ id: 1, op: 'check', args: { text: STIX } }),
    '{"id":2,"op":"nothing"}',
  ];
  const token = readFileSync(join(hub.data, 'admin-token'), 'utf8').trim();
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${hub.url}/api/v1/rpc`, { method: 'POST', headers, body });
  const over: unknown[] = [];
  for (const line of lines) {
    const answer = await post(line, { authorization: `Bearer ${token}` });
    assert.equal(answer.status, 200);
    over.push(await answer.json());
  }
  assert.deepEqual(over, await ask(...lines));
  assert.equal((await post(lines[0] ?? '', {})).status, 401);
});
