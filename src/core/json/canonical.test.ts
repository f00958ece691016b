import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LIMITS } from '../limits.ts';
import { canonicalize, canonicalizeText } from './canonical.ts';

function canonical(value: unknown): string {
  const written = canonicalize(value);
  assert.ok(written.ok, JSON.stringify(written.issues));
  return written.value;
}

/** RFC 8785 appendix B: bits of the double, and its text; null where an error is demanded. */
const NUMBERS: readonly [string, string | null][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['7fffffffffffffff', null],
  ['7ff0000000000000', null],
  ['fff0000000000000', null],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

test('RFC 8785 appendix B: numbers', () => {
  for (const [bits, text] of NUMBERS) {
    const number = Buffer.from(bits, 'hex').readDoubleBE();
    const written = canonicalize([number]);
    assert.equal(written.ok ? written.value : null, text === null ? null : `[${text}]`, bits);
    if (text === null) assert.equal(written.issues[0]?.code, 'jcs-not-finite');
  }
});

test('RFC 8785 §3.2.2: the sample of literals, strings and numbers', () => {
  const text = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`;
  const written = canonicalizeText(text);
  assert.ok(written.ok);
  assert.equal(
    written.value,
    `{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
      String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test('RFC 8785 §3.2.3: names sort by UTF-16 code units, not by code points', () => {
  const text = String.raw`{
    "\u20ac": "Euro Sign", "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis"
  }`;
  const written = canonicalizeText(text);
  assert.ok(written.ok);
  assert.deepEqual(Object.values(JSON.parse(written.value) as object), [
    'One', // integer-like names lead in JavaScript whatever their place
    'Carriage Return',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
  assert.ok(written.value.startsWith('{"\\r":"Carriage Return","1":"One","\u0080":"Control"'));
});

test('§3.2.2.2: each control character has the form that the clause gives it', () => {
  const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
  const expected = Array.from({ length: 32 }, (_, code) => {
    const short = new Map([
      [8, '\\b'],
      [9, '\\t'],
      [10, '\\n'],
      [12, '\\f'],
      [13, '\\r'],
    ]);
    return short.get(code) ?? `\\u00${code.toString(16).padStart(2, '0')}`;
  }).join('');
  assert.equal(canonical(controls), `"${expected}"`);
  assert.equal(
    canonical('\u007f\u0080\u2028\u2029/\u{1f600}'),
    '"\u007f\u0080\u2028\u2029/\u{1f600}"',
  );
});

test('what has no canonical form is an issue with its place', () => {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  let deep: unknown = 1;
  for (let i = 0; i <= LIMITS.json.depth; i++) deep = [deep];
  const cases: readonly [unknown, string, string][] = [
    [{ a: [0, '\ud800'] }, 'jcs-lone-surrogate', '/a/1'],
    [{ a: '"\udc00' }, 'jcs-lone-surrogate', '/a'],
    [{ '\udc00': 1 }, 'jcs-lone-surrogate', '/\udc00'],
    [{ 'a/b': Number.NaN }, 'jcs-not-finite', '/a~1b'],
    [[Number.POSITIVE_INFINITY], 'jcs-not-finite', '/0'],
    [undefined, 'jcs-not-json', ''],
    [{ a: undefined }, 'jcs-not-json', '/a'],
    [[1n], 'jcs-not-json', '/0'],
    [[() => 1], 'jcs-not-json', '/0'],
    [{ when: new Date(0) }, 'jcs-not-json', '/when'],
    [new Array(1), 'jcs-not-json', '/0'],
    [cyclic, 'jcs-depth', '/0'.repeat(LIMITS.json.depth)],
    [deep, 'jcs-depth', '/0'.repeat(LIMITS.json.depth)],
  ];
  for (const [value, code, path] of cases) {
    const [issue, ...rest] = canonicalize(value).issues;
    assert.deepEqual([issue?.code, issue?.path], [code, path]);
    assert.equal(rest.length, 0);
  }
});

test('§3.1: what I-JSON forbids in a text leaves no form; a big integer is rounded, and said', () => {
  assert.deepEqual(canonicalizeText('{"a":1,"a":1}').issues[0]?.code, 'json-duplicate-key');
  assert.equal(canonicalizeText('{"a":1,"a":1}').ok, false);
  assert.equal(canonicalizeText('"\\ud800"').ok, false);
  assert.equal(canonicalizeText('1e400').ok, false);
  assert.equal(canonicalizeText('{').ok, false);
  const rounded = canonicalizeText('[9007199254740993]');
  assert.ok(rounded.ok);
  assert.equal(rounded.value, '[9007199254740992]');
  assert.deepEqual(rounded.issues[0]?.code, 'json-integer');
});

test('own members only, __proto__ among them, with any prototype that is plain', () => {
  const bare = Object.assign(Object.create(null) as object, { b: 1, a: 2 });
  assert.equal(canonical(bare), '{"a":2,"b":1}');
  const written = canonicalizeText('{"z":1,"__proto__":{"b":1,"a":2}}');
  assert.ok(written.ok);
  assert.equal(written.value, '{"__proto__":{"a":2,"b":1},"z":1}');
});

test('property: canonical form parses to the same value and is its own canonical form', () => {
  const value = fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 });
  fc.assert(
    fc.property(value, (original) => {
      const text = canonical(original);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(original)));
      assert.equal(canonical(JSON.parse(text)), text);
    }),
    { numRuns: 500 },
  );
});

test('property: names come sorted, whatever the order and the spaces of the source', () => {
  const names = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 3 }), { maxLength: 40 });
  fc.assert(
    fc.property(names, (given) => {
      const source = given.map((name) => ` ${JSON.stringify(name)}\t:\r\n0 `).join(',');
      const written = canonicalizeText(`{${source}}`);
      const sorted = [...given].sort().map((name) => `${JSON.stringify(name)}:0`);
      assert.ok(written.ok);
      assert.equal(written.value, `{${sorted.join(',')}}`);
    }),
    { numRuns: 300 },
  );
});
