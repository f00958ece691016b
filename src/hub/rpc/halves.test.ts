/** Halves of surrogate pairs: no text, so no document of any format, whichever way it comes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerLine } from './answer.ts';

interface Result {
  readonly valid?: boolean;
  readonly output?: string;
  readonly issues: readonly { readonly code: string; readonly path: string }[];
}

async function ask(op: string, args: object): Promise<Result> {
  const answer = await answerLine(JSON.stringify({ id: 1, op, args }));
  assert.equal(answer.error, undefined);
  return answer.result as Result;
}

const found = ({ issues }: Result) => issues.map(({ code, path }) => `${code} ${path}`);

test('a half in a text has no canonical form, as itself and as an escape (RFC 8785 §3.2.2.2)', async () => {
  for (const half of ['\ud800', '\udfff', '\\ud83d', '\\uDC00x']) {
    const answer = await ask('jcs.canonicalize', { text: `{"a":[1,"b${half}"]}` });
    assert.deepEqual(found(answer), ['json-lone-surrogate /a/1'], half);
    assert.equal(answer.output, undefined);
  }
});

test('a half in a name has none either, and a whole pair has one', async () => {
  const name = await ask('jcs.canonicalize', { text: '{"\udc00":1}' });
  assert.equal(name.output, undefined);
  assert.equal(name.issues[0]?.code, 'json-lone-surrogate');
  const pair = await ask('jcs.canonicalize', { text: '{"\ud83d\ude00":"\\ud83d\\ude00"}' });
  assert.equal(pair.output, '{"😀":"😀"}');
});

test('the same halves as bytes are no UTF-8', async () => {
  const bytes = Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]).toString('base64');
  assert.deepEqual(found(await ask('jcs.canonicalize', { bytes })), ['json-encoding ']);
});

const tool = (name: string) =>
  `{"type":"tool","spec_version":"2.1","id":"tool--5c0b1a5e-8b6f-4c8e-9d6b-6c1a2f3e4d5b",` +
  `"created":"2024-01-01T00:00:00.000Z","modified":"2024-01-01T00:00:00.000Z","name":"${name}"}`;
const bundle = (...names: string[]) =>
  `{"type":"bundle","id":"bundle--5c0b1a5e-8b6f-4c8e-9d6b-6c1a2f3e4d5b","objects":[${names.map(tool)}]}`;

test('check refuses the object that holds one, names its place, and knows the replacement character', async () => {
  const sound = await ask('check', { format: 'stix', text: bundle('a', 'b\ufffd') });
  assert.equal(sound.valid, true, JSON.stringify(sound.issues));
  for (const [name, code] of [
    ['b\ud800', 'json-encoding'],
    ['b\\ud800', 'json-lone-surrogate'],
  ] as const) {
    const { valid, issues } = await ask('check', { format: 'stix', text: bundle('a', name) });
    assert.equal(valid, false, name);
    assert.ok(issues.some((each) => each.code === code && each.path.startsWith('/objects/1')));
    assert.ok(issues.every((each) => !each.path.startsWith('/objects/0')));
  }
});

test('stix.parse gives the good objects beside it', async () => {
  const answer = await answerLine(
    JSON.stringify({ id: 1, op: 'stix.parse', args: { text: bundle('a', 'b\ud800') } }),
  );
  const { objects, issues } = answer.result as { objects: { id: string }[]; issues: unknown[] };
  assert.deepEqual([objects.length, issues.length > 0], [1, true]);
});
