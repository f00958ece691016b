import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse, stringify } from 'smol-toml';
import { LIMITS } from '../../../core/limits.ts';
import { readToml } from './read.ts';

/** Null for what is refused. */
function plain(text: string): unknown {
  const read = readToml(text);
  return read.ok ? JSON.parse(JSON.stringify(read.value)) : null;
}

function peer(text: string): unknown {
  try {
    return JSON.parse(JSON.stringify(parse(text)));
  } catch {
    return null;
  }
}

const SAME: readonly string[] = [
  '',
  'a = 1',
  'a = "x"\nb = \'y\\n\'',
  'a = """\nx\\\n   y"""\nb = \'\'\'\nq\'\'\'',
  'a = """x"""""',
  "a = ''''x'''",
  'a.b.c = true\na.b.d = false',
  '"a b".\'c\' = 1',
  '[a]\nb = 1\n[a.c]\nd = 2\n[e.f]\ng = 3',
  '[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 3\n[[a.e]]\nf = 4',
  '[a.b]\nc = 1\n[a]\nd = 2',
  'a = [1, 2,\n # why\n 3,\n]',
  'a = [[1], ["x", {b = 1}]]',
  'a = { b = 1, c.d = 2 }',
  'a = 0x1F\nb = 0o17\nc = 0b11\nd = 1_000\ne = -17\nf = +3',
  'a = 1.5\nb = 1e3\nc = -2.5E-2',
  'a = "\\u0041\\U0001F600\\t\\""',
  'a = 1 # comment\r\nb = 2\r\n',
  'a-b_c = 1\n1234 = 2',
];
const REFUSED: readonly string[] = [
  'a',
  'a =',
  'a = 1 b = 2',
  'a = 1\na = 2',
  '[a]\n[a]',
  'a = 1\n[a]',
  'a = {b = 1}\n[a.c]',
  'a = [1]\n[[a]]',
  '[[a]]\n[a]',
  'a.b = 1\n[a]\nc = 2',
  'a = "x',
  'a = "x\ny"',
  "a = '''x",
  'a = [1',
  'a = {b = 1',
  'a = "\\x"',
  'a = "\\uD800"',
  'a = 01',
  'a = 1__0',
  'a = 1.',
  'a = yes',
  '[a',
  '[a]]',
  '= 1',
  'a = {b = 1}\na.c = 2',
  '[]',
  '[a.]',
  'a = 0xG',
];

for (const text of SAME) {
  test(`TOML: ${JSON.stringify(text).slice(0, 60)}`, () => {
    assert.notEqual(peer(text), null);
    assert.deepEqual(plain(text), peer(text));
  });
}
for (const text of REFUSED) {
  test(`no TOML: ${JSON.stringify(text)}`, () => {
    assert.equal(peer(text), null);
    assert.equal(plain(text), null);
  });
}

test('dates and times are kept as their text', () => {
  const text = 'a = 1979-05-27T07:32:00Z\nb = 1979-05-27\nc = 07:32:00\nd = 1979-05-27 07:32:00.5';
  assert.deepEqual(plain(text), {
    a: '1979-05-27T07:32:00Z',
    b: '1979-05-27',
    c: '07:32:00',
    d: '1979-05-27 07:32:00.5',
  });
});

test('an inline table over several lines, as uv writes none yet and TOML 1.1 allows', () => {
  assert.deepEqual(plain('a = {\n  b = 1,\n  # c\n}\n'), { a: { b: 1 } });
});

test('__proto__ is a key like any other', () => {
  const read = readToml('[__proto__]\nx = 1\n[constructor]\ny = 2');
  assert.ok(read.ok);
  assert.deepEqual(Object.keys(read.value), ['__proto__', 'constructor']);
  assert.equal(({} as Record<string, unknown>).x, undefined);
});

test('nesting beyond the bound is refused, whatever opens it', () => {
  const deep = LIMITS.inventory.depth + 2;
  for (const text of [
    `a = ${'['.repeat(100_000)}`,
    `a = ${'{a='.repeat(100_000)}`,
    `${'a.'.repeat(100_000)}a = 1`,
    `[${'a.'.repeat(deep)}a]`,
    `a = ${'['.repeat(deep)}${']'.repeat(deep)}`,
  ]) {
    const read = readToml(text);
    assert.equal(read.ok ? '' : read.issue.code, 'inventory-size', text.slice(0, 20));
  }
});

test('the line of a fault is told, behind strings of several lines too', () => {
  const read = readToml('a = """\n\n"""\nb = [\n\n 1]\nc = "\\\n');
  assert.equal(read.ok ? '' : read.issue.path, 'line:7');
});

test('property: what a peer writes is read as the peer reads it', () => {
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('node'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).node;
  const documents = fc.dictionary(fc.string(), value, { maxKeys: 5, noNullPrototype: true });
  fc.assert(
    fc.property(documents, (document) => {
      const text = stringify(document);
      assert.deepEqual(plain(text), peer(text));
    }),
    { numRuns: 500, seed: 20261121 },
  );
});
