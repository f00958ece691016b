import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LIMITS } from '../limits.ts';
import { JSON_ISSUES, type JsonIssueCode } from './issue.ts';
import { locate } from './locate.ts';
import type { JsonOptions } from './options.ts';
import { readFully, readJson } from './read.ts';
import { isJsonObject } from './value.ts';

/** Findings as `code path`, the same for text and bytes, or the test fails. */
function findings(text: string, options: JsonOptions = {}): string[] {
  const read = readJson(text, options);
  if (text.isWellFormed()) {
    const fromBytes = readJson(new TextEncoder().encode(text), options);
    assert.deepEqual(fromBytes, read, `bytes and text differ: ${text.slice(0, 80)}`);
  }
  return read.issues.map((issue) => `${issue.code} ${issue.path}`.trimEnd());
}

const CASES: readonly [text: string, ...found: string[]][] = [
  // RFC 8259 §2 to §7: what is JSON
  ['0'],
  ['-0'],
  [' \t\r\n[ 1 , 2 ] \n'],
  ['"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041"'],
  ['[1.5e300, -1E-300, 9007199254740991, -9007199254740991]'],
  ['{"a":{"b":[true,false,null,{}]},"c":[]}'],
  ['"\u2028\u2029\u007f"'],
  ['"\\ud83d\\ude00"'],
  ['"😀"'],
  ['{"":1}'],
  // … and what is not
  ['', 'json-syntax'],
  ['  ', 'json-syntax'],
  ['nul', 'json-syntax'],
  ['NaN', 'json-syntax'],
  ['[-Infinity]', 'json-syntax /0'],
  ['True', 'json-syntax'],
  ['01', 'json-syntax'],
  ['[-01]', 'json-syntax /0'],
  ['+1', 'json-syntax'],
  ['.5', 'json-syntax'],
  ['1.', 'json-syntax'],
  ['1.e3', 'json-syntax'],
  ['1e', 'json-syntax'],
  ['0x10', 'json-syntax'],
  ['1_000', 'json-syntax'],
  ['-', 'json-syntax'],
  ['1 2', 'json-syntax'],
  ['{} {}', 'json-syntax'],
  ['[1,]', 'json-syntax'],
  ['[,1]', 'json-syntax /0'],
  ['[1 2]', 'json-syntax'],
  ['[1', 'json-syntax'],
  ['{"a":1,}', 'json-syntax'],
  ['{"a" 1}', 'json-syntax /a'],
  ['{"a":}', 'json-syntax /a'],
  ['{a:1}', 'json-syntax'],
  ["{'a':1}", 'json-syntax'],
  ['{"a":1', 'json-syntax'],
  ['{"a":1]', 'json-syntax'],
  ['{1:2}', 'json-syntax'],
  ['"open', 'json-syntax'],
  ['"tab\there"', 'json-syntax'],
  ['"line\nbreak"', 'json-syntax'],
  ['"\\x41"', 'json-syntax'],
  ['"\\u00g0"', 'json-syntax'],
  ['"\\u12"', 'json-syntax'],
  ['"\\', 'json-syntax'],
  ['[1] // remark', 'json-syntax'],
  ['/* remark */ 1', 'json-syntax'],
  ['\u00a0[1]', 'json-syntax'],
  ['[1]\u0000', 'json-syntax'],
  // RFC 7493 §2.3: names are unique, after their escapes are undone
  ['{"a":1,"a":2}', 'json-duplicate-key /a'],
  ['{"a":1,"\\u0061":2}', 'json-duplicate-key /a'],
  ['{"x":[{"a~/b":1,"a~/b":1}]}', 'json-duplicate-key /x/0/a~0~1b'],
  ['{"a":1,"b":{"a":1,"b":2}}'],
  ['{"a":1,"a":2,"a":3}', 'json-duplicate-key /a', 'json-duplicate-key /a'],
  ['{"toString":1,"constructor":2,"hasOwnProperty":3}'],
  // RFC 7493 §2.1: no half of a pair
  ['"\\ud800"', 'json-lone-surrogate'],
  ['["a", "\\udc00\\ud800"]', 'json-lone-surrogate /1'],
  ['{"\\uDFFF":1}', 'json-lone-surrogate'],
  ['{"k":"\\ud83dx\\ude00"}', 'json-lone-surrogate /k'],
  ['"\ud800"', 'json-lone-surrogate'],
  // RFC 7493 §2.2: numbers
  ['9007199254740992', 'json-integer'],
  ['[-9007199254740993]', 'json-integer /0'],
  ['{"n":123456789012345678901234567890}', 'json-integer /n'],
  ['[0.1234567890123456789, 1e22, 1234567890123456e-3]'],
  ['1e400', 'json-number-range'],
  ['[-1e999]', 'json-number-range /0'],
  ['"9007199254740993"'],
  // names that trap careless readers
  ['{"__proto__":1}', 'json-proto-key /__proto__'],
  ['{"a":{"\\u005f_proto__":{}}}', 'json-proto-key /a/__proto__'],
  ['{"_\\u005Fproto__":{}}', 'json-proto-key /__proto__'],
  [
    '{"__proto__":1,"__proto__":2}',
    'json-proto-key /__proto__',
    'json-duplicate-key /__proto__',
    'json-proto-key /__proto__',
  ],
  ['["__proto__"]'],
  // RFC 8259 §8.1
  ['\ufeff[1]', 'json-bom'],
  ['\ufeff', 'json-bom', 'json-syntax'],
];

test('RFC 8259 and RFC 7493: each text and its findings', () => {
  for (const [text, ...found] of CASES) assert.deepEqual(findings(text), found, text);
});

test('a text is accepted exactly where JSON.parse accepts it, with the same value', () => {
  for (const [text] of CASES) {
    const read = readJson(text);
    let parsed: unknown;
    try {
      parsed = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    } catch {
      assert.equal(read.ok, false, text);
      continue;
    }
    assert.ok(read.ok, text);
    assert.deepEqual(read.value, parsed, text);
  }
});

test('a message helps a stranger: place, reason, what was found', () => {
  const read = readJson('{\r\n  "a": 1,\n  "b": [1, 2,]\n}');
  assert.match(read.issues[0]?.message ?? '', /no comma may stand before \].*line 3, column 14/);
  const word = readJson('[None]');
  assert.match(word.issues[0]?.message ?? '', /None is no JSON value.*line 1, column 2/);
});

test('__proto__ is an own property and changes no prototype', () => {
  const read = readJson('{"__proto__":{"polluted":true},"a":{"__proto__":null}}');
  assert.ok(read.ok && isJsonObject(read.value));
  assert.equal(Object.getPrototypeOf(read.value), Object.prototype);
  assert.deepEqual(Object.keys(read.value), ['__proto__', 'a']);
  assert.ok(!('polluted' in {}));
});

test('RFC 8259 §8.1: only UTF-8 is read, and the message says what it is instead', () => {
  const cases: readonly [number[], RegExp][] = [
    [[0x22, 0xff, 0x22], /Byte 1 /],
    [[0x22, 0x61, 0xc0, 0xaf, 0x22], /Byte 2 /],
    [[0x22, 0xed, 0xa0, 0x80, 0x22], /Byte 1 /],
    [[0x22, 0xe3, 0x81, 0x22], /Byte 1 /],
    [[0x22, 0xf4, 0x90, 0x80, 0x80, 0x22], /Byte 1 /],
    [[0xff, 0xfe, 0x31, 0x00], /UTF-16/],
    [[0xfe, 0xff, 0x00, 0x31], /UTF-16/],
  ];
  for (const [bytes, message] of cases) {
    const read = readJson(Uint8Array.from(bytes));
    assert.equal(read.ok, false);
    assert.equal(read.issues[0]?.code, 'json-encoding');
    assert.match(read.issues[0]?.message ?? '', message);
  }
});

test('bounds: size, depth, members, and no more findings than the bound', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  assert.deepEqual(findings(nested(LIMITS.json.depth)), []);
  assert.equal(readJson(nested(LIMITS.json.depth + 1)).issues[0]?.code, 'json-depth');
  assert.equal(readJson('['.repeat(1_000_000)).issues[0]?.code, 'json-depth');
  assert.equal(readJson('{"a":'.repeat(200_000)).issues[0]?.code, 'json-depth');
  assert.deepEqual(findings('[[1]]', { depth: 1 }), ['json-depth /0']);
  assert.deepEqual(findings('{"a":1,"b":2}', { keysPerObject: 1 }), ['json-keys']);
  assert.deepEqual(findings('[{"a":1},{"b":2}]', { keysPerObject: 1 }), []);
  assert.deepEqual(findings('"abc"', { maxBytes: 5 }), []);
  assert.deepEqual(findings('"abcd"', { maxBytes: 5 }), ['json-size']);
  assert.deepEqual(findings('"é!"', { maxBytes: 4 }), ['json-size']);
  const many = `{${'"a":1,'.repeat(1000)}"a":1}`;
  assert.equal(readJson(many).issues.length, LIMITS.json.issuesPerRecord);
  const broken = readJson(`{${'"a":1,'.repeat(1000)}}`);
  assert.equal(broken.issues.length, LIMITS.json.issuesPerRecord);
  assert.equal(broken.issues.at(-1)?.code, 'json-syntax');
});

test('severities are those of the table unless the caller sets others', () => {
  assert.equal(readJson('9007199254740993').issues[0]?.severity, 'warning');
  const strict = readJson('9007199254740993', { severities: { 'json-integer': 'error' } });
  assert.equal(strict.issues[0]?.severity, 'error');
  assert.equal(readJson('').issues[0]?.clause, JSON_ISSUES['json-syntax'].clause);
});

test('property: the reader gives what JSON.parse gives, fast and full alike', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.boolean(), (text, spread) => {
      const source = spread ? JSON.stringify(JSON.parse(text), null, '\t') : text;
      const expected: unknown = JSON.parse(source);
      const fast = readJson(new TextEncoder().encode(source));
      const full = readFully(source);
      assert.ok(fast.ok && full.ok, source);
      assert.deepEqual(fast.value, expected);
      assert.deepEqual(full.value, expected);
      assert.deepEqual(fast.issues, full.issues);
    }),
    { numRuns: 500 },
  );
});

test('property: whatever the text, fast and full reader find the same', () => {
  const atoms = ['{', '}', '[', ']', ':', ',', '"', '\\', '"a"', '"a":1', '\\u005f', '\\ud800'];
  const more = ['__proto__', '1234567890123456', '1e400', 'e', ' ', '"__proto__":', 'true', '-'];
  const soup = fc.array(fc.constantFrom(...atoms, ...more), { maxLength: 20 });
  fc.assert(
    fc.property(soup, (parts) => {
      const text = parts.join('');
      assert.deepEqual(readJson(text), readFully(text));
      assert.deepEqual(readJson(new TextEncoder().encode(text)), readFully(text));
    }),
    { numRuns: 5000 },
  );
});

test('property: a broken copy of a valid text is refused as JSON.parse refuses it', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', '"', '{', ']', ',', '0', '\u0001'),
      (text, at, put) => {
        const broken =
          text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1);
        const codes: JsonIssueCode[] = readJson(broken).issues.map((issue) => issue.code);
        let valid = true;
        try {
          JSON.parse(broken);
        } catch {
          valid = false;
        }
        assert.equal(!codes.includes('json-syntax'), valid, broken);
      },
    ),
    { numRuns: 2000 },
  );
});

test('locate finds the place of a pointer, the last of duplicates, and nothing else', () => {
  const text = '\ufeff{\n "a": [10, {"b~/": "x]\\"}"}],\n "\\u0063": true, "a2":1, "a2": 2}';
  const at = (pointer: string) => {
    const place = locate(text, pointer);
    return place === null ? null : [place.line, place.column, text.slice(place.offset)[0]];
  };
  assert.deepEqual(at(''), [1, 2, '{']);
  assert.deepEqual(at('/a'), [2, 7, '[']);
  assert.deepEqual(at('/a/0'), [2, 8, '1']);
  assert.deepEqual(at('/a/1/b~0~1'), [2, 20, '"']);
  assert.deepEqual(at('/c'), [3, 12, 't']);
  assert.equal(text[locate(text, '/a2')?.offset ?? 0], '2');
  for (const none of ['/x', '/a/2', '/a/-', '/a/01', '/c/0', '/a/1/b', 'a', '/~2']) {
    assert.equal(at(none), null, none);
  }
  assert.equal(locate('', ''), null);
  assert.equal(locate('[', '/0'), null);
  assert.equal(locate('{"a"', '/a'), null);
});
