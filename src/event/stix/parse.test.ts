import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseStix, type StixObject } from './index.ts';

const UUID = 'a932fcc6-e032-476c-826f-cb970a5a1ade';
const TIME = '2024-01-01T00:00:00.000Z';
const TOOL = {
  type: 'tool',
  spec_version: '2.1',
  id: `tool--${UUID}`,
  created: TIME,
  modified: TIME,
  name: 'x',
};
const INDICATOR = {
  ...TOOL,
  type: 'indicator',
  id: `indicator--${UUID}`,
  pattern: "[mutex:name = 'm']",
  pattern_type: 'stix',
  valid_from: TIME,
};

function bundle(...objects: unknown[]): string {
  return JSON.stringify({ type: 'bundle', id: `bundle--${UUID}`, objects });
}

/** Compiles only where the union narrows by type. */
function describe(object: StixObject): string {
  switch (object.type) {
    case 'indicator':
      return object.pattern;
    case 'tool':
      return object.name;
    case 'ipv4-addr':
      return object.value;
    case 'relationship':
      return `${object.source_ref} ${object.target_ref}`;
    default:
      return object.id;
  }
}

test('text and bytes give typed objects, with their source and place', () => {
  for (const input of [
    bundle(TOOL, INDICATOR),
    new TextEncoder().encode(bundle(TOOL, INDICATOR)),
  ]) {
    const { ok, value, issues } = parseStix(input);
    assert.ok(ok, JSON.stringify(issues));
    assert.deepEqual(value.objects.map(describe), ['x', "[mutex:name = 'm']"]);
    assert.deepEqual(
      value.entries.map(({ path, source }) => [path, Buffer.from(source).toString()]),
      [
        ['/objects/0', JSON.stringify(TOOL)],
        ['/objects/1', JSON.stringify(INDICATOR)],
      ],
    );
  }
});

test('a stream is read to its end', async () => {
  async function* source(): AsyncGenerator<Uint8Array> {
    for (const char of bundle(TOOL)) yield new TextEncoder().encode(char);
  }
  const { ok, value } = await parseStix(source());
  assert.ok(ok);
  assert.deepEqual(value.objects, [TOOL]);
});

test('the good objects are there where others have errors, with paths from the root', () => {
  const { ok, value, issues } = parseStix(bundle({ ...TOOL, name: 7 }, INDICATOR));
  assert.ok(!ok);
  assert.deepEqual(value.objects, [INDICATOR]);
  const errors = issues.filter(({ severity }) => severity === 'error');
  assert.deepEqual(
    errors.map(({ code, path }) => [code, path]),
    [['stix-value-type', '/objects/0/name']],
  );
});

test('a lone object, a list, an envelope, a bundle without objects', () => {
  const count = (value: unknown) => {
    const parsed = parseStix(JSON.stringify(value));
    assert.ok(parsed.ok, JSON.stringify(parsed.issues));
    return parsed.value.objects.length;
  };
  assert.equal(count(TOOL), 1);
  assert.equal(count([TOOL, INDICATOR]), 2);
  assert.equal(count({ more: false, objects: [TOOL] }), 1);
  assert.equal(count({}), 0);
  assert.equal(count({ type: 'bundle', id: `bundle--${UUID}` }), 0);
});

test('options reach the check', () => {
  const custom = { ...TOOL, x_acme_score: 1 };
  assert.ok(parseStix(JSON.stringify(custom)).ok);
  assert.ok(!parseStix(JSON.stringify(custom), { strictProperties: true }).ok);
  assert.ok(!parseStix(bundle(TOOL).replace('bundle--', 'package--'), {}).ok);
});

test('what is not JSON is an error, never a throw', () => {
  for (const input of ['', '{', 'null', '7', '"x"', '[null]', '{"objects":7}', '\uD800']) {
    const parsed = parseStix(input);
    assert.equal(parsed.ok, false, input);
    assert.deepEqual(parsed.value.objects, []);
    assert.ok(parsed.issues.length > 0);
  }
});
