import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LIMITS } from '../limits.ts';
import { type CutEnd, type CutOptions, type CutPiece, cutBytes, cutJson } from './cut.ts';
import { Cutter } from './cutter.ts';
import { readJson } from './read.ts';
import { scanText } from './scan.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Every byte of the pieces in order. */
function reassemble(pieces: readonly CutPiece[]): Buffer {
  return Buffer.concat(
    pieces.flatMap((piece) => (piece.kind === 'element' ? [piece.gap, piece.bytes] : [piece.gap])),
  );
}

/** Cuts in chunks of these sizes, again and again; checks what holds of every cut. */
function cut(input: string | Uint8Array, sizes: readonly number[] = [], options: CutOptions = {}) {
  const bytes = typeof input === 'string' ? encoder.encode(input) : input;
  const cutter = new Cutter(options);
  const pieces: CutPiece[] = [];
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes.length === 0 ? bytes.length : (sizes[i % sizes.length] ?? 1);
    pieces.push(...cutter.push(bytes.slice(at, at + size)));
    at += size;
  }
  pieces.push(...cutter.end());
  assert.ok(reassemble(pieces).equals(bytes), 'the pieces do not reassemble');
  const end = pieces.at(-1) as CutEnd;
  assert.equal(end.kind, 'end');
  const elements = pieces.filter((piece) => piece.kind === 'element');
  const gaps = pieces.filter((piece) => piece.kind === 'gap');
  return { pieces, end, elements, gaps };
}

/** Shape, then `path=bytes` of each element, then `code path` of each finding. */
function summary(input: string | Uint8Array, options: CutOptions = {}): string[] {
  const { end, elements, gaps } = cut(input, [], options);
  const slow = cut(input, [1], options);
  const told = (found: typeof end) => found.issues.map(({ code, path }) => `${code} ${path}`);
  assert.deepEqual(told(slow.end), told(end), 'byte by byte other findings');
  const cutOut = (list: typeof elements) =>
    list.map((element) => `${element.path}=${decoder.decode(element.bytes)}`);
  assert.deepEqual(cutOut(slow.elements), cutOut(elements), 'byte by byte other elements');
  const refused = gaps.flatMap((gap) => gap.issues.map(({ code, path }) => `${code} ${path}`));
  return [end.shape, ...cutOut(elements), ...refused, ...told(end)].map((line) => line.trimEnd());
}

const CASES: readonly [text: string, ...expected: string[]][] = [
  // a bundle or an envelope
  ['{"objects":[]}', 'member'],
  ['{"objects":[{"a":1}]}', 'member', '/objects/0={"a":1}'],
  [
    ' {"type":"bundle", "objects" : [\n {"a":"]}"} ,\t[1,{}],"x\\"]", 1.5 ,true]\r\n, "more":false} \n',
    'member',
    '/objects/0={"a":"]}"}',
    '/objects/1=[1,{}]',
    '/objects/2="x\\"]"',
    '/objects/3=1.5',
    '/objects/4=true',
  ],
  ['{"\\u006fbjects":[1]}', 'member', '/objects/0=1'],
  // an array, a lone object, anything else at the root
  ['[]', 'array'],
  [' [ {} , [ ] ] ', 'array', '/0={}', '/1=[ ]'],
  ['{}', 'lone', '={}'],
  ['\n{"type":"indicator"}\n', 'lone', '={"type":"indicator"}'],
  ['{"objects":{"0":{}}}', 'lone', '={"objects":{"0":{}}}'],
  ['{"objects":null}', 'lone', '={"objects":null}'],
  ['{"a":{"objects":[1]}}', 'lone', '={"a":{"objects":[1]}}'],
  ['"text"', 'lone', '="text"'],
  ['42', 'lone', '=42'],
  ['null ', 'lone', '=null'],
  // what breaks outside the records; the records before it stand
  ['', 'none', 'json-syntax'],
  [' \n', 'none', 'json-syntax'],
  ['}', 'none', 'json-syntax'],
  ['{"objects":[{"a":1},{"b"', 'member', '/objects/0={"a":1}', 'json-syntax /objects/1'],
  ['{"objects":[{"a":1},', 'member', '/objects/0={"a":1}', 'json-syntax /objects/1'],
  ['{"objects":[{"a":1}', 'member', '/objects/0={"a":1}', 'json-syntax /objects/1'],
  ['{"objects":[1],', 'member', '/objects/0=1', 'json-syntax'],
  ['{"objects":[1]', 'member', '/objects/0=1', 'json-syntax'],
  ['{"objects":[{"a":[1}},{}]}', 'member', 'json-syntax /objects/0'],
  ['{"objects":[{},{]},{}]}', 'member', '/objects/0={}', 'json-syntax /objects/1'],
  ['{"objects":[{}}', 'member', '/objects/0={}', 'json-syntax /objects/1'],
  ['{"objects":[{},]}', 'member', '/objects/0={}', 'json-syntax /objects/1'],
  ['{"objects":[,{}]}', 'member', '/objects/0={}', 'json-syntax /objects/0'],
  ['{"objects":[{} {}]}', 'member', '/objects/0={}', '/objects/1={}', 'json-syntax /objects/1'],
  ['{"objects":[{}:{}]}', 'member', '/objects/0={}', 'json-syntax /objects/1'],
  ['[{}][{}]', 'array', '/0={}', 'json-syntax'],
  ['{"a":1}{"a":2}', 'lone', '={"a":1}', 'json-syntax'],
  ['{"a":1}\nx', 'lone', '={"a":1}', 'json-syntax'],
  ['{"objects":[1]} x', 'member', '/objects/0=1', 'json-syntax'],
  ['{"a":1', 'lone', 'json-syntax'],
  ['{"a"', 'lone', 'json-syntax'],
  ['{a:1}', 'lone', 'json-syntax'],
  ['{"a" 1}', 'lone', 'json-syntax'],
  ['{"a":}', 'lone', 'json-syntax'],
  ['{"a":1,"objects":[1],"b" 2}', 'member', '/objects/0=1', 'json-syntax'],
  ['{"objects":[1] "b":2}', 'member', '/objects/0=1', 'json-syntax'],
  ['{"objects":[1],}', 'member', '/objects/0=1', 'json-syntax'],
  // in a lone object the reader of the record finds what is wrong, with better places
  ['{"a":1,}', 'lone', '={"a":1,}'],
  ['{"a":1 "b":2}', 'lone', '={"a":1 "b":2}'],
  ['{"a":1,"a":2}', 'lone', '={"a":1,"a":2}'],
  ['{"a":tru}', 'lone', '={"a":tru}'],
  // members beside the records
  ['{"a":1,"a":2,"objects":[]}', 'member', 'json-duplicate-key /a'],
  ['{"objects":[1],"objects":[2]}', 'member', '/objects/0=1', 'json-duplicate-key /objects'],
  ['{"a":{"b":1,"b":2},"objects":[]}', 'member', 'json-duplicate-key /a/b'],
  ['{"a":tru,"objects":[]}', 'member', 'json-syntax /a'],
  ['{"\\x":1,"objects":[]}', 'member', 'json-syntax'],
  ['{"__proto__":1,"objects":[]}', 'member', 'json-proto-key /__proto__'],
  // encoding
  ['\ufeff{"objects":[1]}', 'member', '/objects/0=1', 'json-bom'],
  ['\ufeff{}', 'lone', '={}', 'json-bom'],
  ['\ufeff', 'none', 'json-bom', 'json-syntax'],
];

test('each delivery, its records and the findings outside them', () => {
  for (const [text, ...expected] of CASES) {
    assert.deepEqual(summary(text), expected, text);
  }
});

test('UTF-16 and broken UTF-8 outside the records are told', () => {
  assert.deepEqual(summary(Buffer.from('\ufeff{"objects":[1]}', 'utf16le')), [
    'none',
    'json-encoding',
  ]);
  assert.deepEqual(summary(Buffer.from('{}', 'utf16le').swap16()), ['none', 'json-encoding']);
  assert.deepEqual(summary(Uint8Array.of(0xef, 0xbb, 0x31)), ['none', 'json-encoding']);
  assert.deepEqual(summary(Uint8Array.of(0xef)), ['none', 'json-syntax']);
  const latin1 = Buffer.from('{"é":1,"objects":[1],"b":"é"}', 'latin1');
  assert.deepEqual(summary(latin1), [
    'member',
    '/objects/0=1',
    'json-encoding',
    'json-encoding /b',
  ]);
});

test('another member, and none, can be the target', () => {
  assert.deepEqual(summary('{"a/b":[1],"objects":[2]}', { member: 'a/b' }), [
    'member',
    '/a~1b/0=1',
  ]);
});

test('the other members of the root come along, small ones with their values', () => {
  const { end } = cut('{"type":"bundle","id":"x","objects":[{}],"more":true,"n":{"__proto__":1}}');
  assert.deepEqual(
    [...end.members],
    [
      ['type', 'bundle'],
      ['id', 'x'],
      ['more', true],
      ['n', JSON.parse('{"__proto__":1}')],
    ],
  );
  assert.equal(end.elements, 1);
  const lone = cut('{"more":true,"next":"x"}').end;
  assert.deepEqual(
    [...lone.members],
    [
      ['more', true],
      ['next', 'x'],
    ],
  );
  assert.equal(lone.members, lone.members);
});

test('bounds: a member, a name or all members over theirs are kept but not read', () => {
  const long = 'x'.repeat(LIMITS.json.envelopeMemberBytes);
  const member = cut(`{"long":"${long}","objects":[1]}`, [10_000]);
  assert.deepEqual([...member.end.members], []);
  assert.deepEqual(
    member.end.issues.map((issue) => `${issue.code} ${issue.path}`),
    ['json-size /long'],
  );
  const name = cut(`{"${long}":1,"objects":[1]}`, [10_000]);
  assert.equal(name.end.issues[0]?.code, 'json-size');
  assert.equal(name.elements.length, 1);
  const half = 'x'.repeat(LIMITS.json.envelopeMemberBytes / 2);
  const many = Array.from({ length: 100 }, (_, i) => `"m${i}":"${half}"`).join(',');
  const all = cut(`{${many},"objects":[1]}`, [10_000]);
  assert.ok(all.end.members.size * half.length <= LIMITS.json.envelopeBytes);
  assert.equal(all.elements.length, 1);
  const broken = cut(`[${','.repeat(10_000)}]`);
  assert.equal(broken.end.issues.length, LIMITS.json.issuesPerRecord);
});

test('a record over the bound is given as gap with an issue; those around it stand', () => {
  const options = { recordBytes: 100 };
  const big = `{"a":"${'x'.repeat(500)}"}`;
  const text = `{"objects":[{"a":1},${big},{"b":2}]}`;
  for (const sizes of [[], [1], [64], [99, 3, 200]]) {
    const { elements, gaps, end } = cut(text, sizes, options);
    assert.deepEqual(
      elements.map((element) => element.path),
      ['/objects/0', '/objects/2'],
    );
    const issues = gaps.flatMap((gap) => gap.issues);
    assert.deepEqual(
      issues.map((issue) => `${issue.code} ${issue.path}`),
      ['json-size /objects/1'],
    );
    assert.equal(end.elements, 3);
    assert.deepEqual(end.issues, []);
  }
  const exact = `[${big}]`;
  assert.equal(cut(exact, [7], { recordBytes: big.length }).elements.length, 1);
  assert.equal(cut(exact, [7], { recordBytes: big.length - 1 }).elements.length, 0);
  for (const sizes of [[], [30]]) {
    const lone = cut(big, sizes, options);
    assert.equal(lone.elements.length, 0);
    assert.equal(lone.end.elements, 1);
    assert.equal(lone.gaps.flatMap((gap) => gap.issues)[0]?.code, 'json-size');
    const late = cut(`{"a":"${'x'.repeat(500)}","objects":[{}]}`, sizes, options);
    assert.equal(late.elements.length, 1, 'the records of a long envelope are still found');
  }
});

test('memory stays flat: no piece is longer than a record or a stretch of gap', async () => {
  const block = encoder.encode('x'.repeat(100_000));
  const space = encoder.encode(' '.repeat(100_000));
  function* delivery() {
    yield encoder.encode('{"skipped":"');
    for (let i = 0; i < 200; i++) yield block;
    yield encoder.encode('","objects":[1,"');
    for (let i = 0; i < 200; i++) yield block;
    yield encoder.encode('",');
    for (let i = 0; i < 200; i++) yield space;
    yield encoder.encode('2]}');
  }
  let longest = 0;
  let size = 0;
  const elements: string[] = [];
  for await (const piece of cutJson(delivery(), { recordBytes: 200_000 })) {
    longest = Math.max(longest, piece.gap.length);
    size += piece.gap.length;
    if (piece.kind !== 'element') continue;
    size += piece.bytes.length;
    elements.push(piece.path);
  }
  assert.deepEqual(elements, ['/objects/0', '/objects/2']);
  assert.equal(size, 60_000_000 + 33);
  assert.ok(longest < 400_000, `a piece of ${longest} bytes`);
});

test('guard facts of a cut are those of a pass over the record alone', () => {
  const records = [
    '{"a":{"b":[{"c":1},{"d":{}}]},"e":"x:y{"}',
    '{"n":1234567890123456}',
    '{"n":123456789012345}',
    '{"s":"\\ud83d\\ude00"}',
    '{"__x":1}',
    '{"\\u005f":1}',
    '{"s":"\\\\u005f \\" \\n"}',
    '{"n":1e5}',
    '[[[[]]]]',
  ];
  const { elements } = cut(`{"objects":[${records.join(',')}]}`);
  for (const [i, element] of elements.entries()) {
    const { depth, members, suspect } = scanText(element.bytes);
    assert.deepEqual(element.guard, { depth, members, suspect }, records[i]);
  }
  assert.deepEqual(
    elements.map((element) => element.guard.suspect),
    [false, true, false, true, true, true, false, true, false],
  );
  const lone = cut('{"a":{"b":[1,2]},"c":"x","d":false,"e":12}');
  assert.deepEqual(lone.elements[0]?.guard, { depth: 3, members: 5, suspect: false });
  assert.equal(cut('{"n":9007199254740993}').elements[0]?.guard.suspect, true);
  assert.equal(cut('{"n":1e400}').elements[0]?.guard.suspect, true);
  assert.equal(cut('{"__proto__":1}').elements[0]?.guard.suspect, true);
});

test('guard facts do not depend on where a stretch of the scan ends', () => {
  const tails: readonly [tail: string, depth: number, members: number, suspect: boolean][] = [
    ['"k":"\\n\\"v\\\\","é_":[1,{"_z":"\\u0041\\u00e9"}],"n":123456789012345}', 3, 5, false],
    ['"__x":1}', 1, 2, true],
    ['"s":"\\udc00"}', 1, 2, true],
    ['"s":"\\u005f"}', 1, 2, true],
    ['"n":1234567890123456}', 1, 2, true],
    ['"n":1e5}', 1, 2, true],
  ];
  for (const [tail, depth, members, suspect] of tails) {
    for (let shift = 0; shift < 70; shift++) {
      const text = `{"p":"${'x'.repeat(65_536 - shift)}",${tail}`;
      const read = readJson(text);
      assert.equal(read.ok, true);
      const { elements } = cut(text);
      assert.deepEqual(elements[0]?.guard, { depth, members, suspect }, `${tail} at ${shift}`);
      const facts = scanText(encoder.encode(text));
      assert.deepEqual([facts.depth, facts.members, facts.suspect], [depth, members, suspect]);
    }
  }
});

test('the browser, which has no Buffer, cuts and reads the same', () => {
  const text = '{"objects":[{"a":"é\\u0041\\""},{"__proto__":"\\ud800"}]}';
  const expected = cut(text);
  const { Buffer: platformBuffer } = globalThis;
  try {
    Reflect.deleteProperty(globalThis, 'Buffer');
    const pieces = cutBytes(encoder.encode(text));
    const read = readJson(text);
    globalThis.Buffer = platformBuffer;
    assert.deepEqual(pieces, expected.pieces);
    assert.deepEqual(read, readJson(text));
  } finally {
    globalThis.Buffer = platformBuffer;
  }
});

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const space = fc.constantFrom('', ' ', '\n  ', '\t', '\r\n');

test('property: in any chunks the cut gives the elements that JSON.parse gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }), { maxLength: 6 }),
      fc.dictionary(fc.string({ unit: 'binary', maxLength: 4 }), fc.jsonValue({ maxDepth: 2 })),
      space,
      sizes,
      (objects, others, gap, chunkSizes) => {
        const { objects: _, ...rest } = others;
        const text = JSON.stringify({ ...rest, objects, last: 1 }, null, gap);
        const { elements, end } = cut(text, chunkSizes);
        assert.equal(end.shape, 'member');
        const read = elements.map((element) => readJson(element.bytes, {}, element.guard));
        assert.deepEqual(
          read.map((result) => (result.ok ? result.value : undefined)),
          (JSON.parse(text) as { objects: unknown[] }).objects,
        );
        const expected = new Set(Object.keys({ ...rest, last: 1 }));
        assert.deepEqual(new Set(end.members.keys()), expected);
      },
    ),
    { numRuns: 500 },
  );
});

test('property: whatever the bytes and the chunks, the pieces reassemble and findings agree', () => {
  const atoms = ['{', '}', '[', ']', ':', ',', '"', '\\', '"objects"', '"a"', '1', ' ', '{}'];
  const soup = fc.array(fc.constantFrom(...atoms, '{"objects":[', ']}', '\\u005f', 'é'), {
    maxLength: 24,
  });
  fc.assert(
    fc.property(soup, sizes, (parts, chunkSizes) => {
      const text = parts.join('');
      const whole = cut(text);
      const pieces = cut(text, chunkSizes);
      const paths = (list: readonly { path: string }[]) => list.map(({ path }) => path);
      assert.deepEqual(paths(pieces.elements), paths(whole.elements));
      assert.deepEqual(pieces.end.issues, whole.end.issues);
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      const read = whole.elements.map((element) => readJson(element.bytes, {}, element.guard));
      const all = [whole.end, ...read].flatMap((result) => [...result.issues]);
      const accepted = all.every((issue) => issue.code !== 'json-syntax');
      assert.equal(accepted, valid, 'a finding where and only where the text is not JSON');
    }),
    { numRuns: 5000 },
  );
});

test('cutBytes gives what cutJson gives', async () => {
  const bytes = encoder.encode(`{"objects":[${'{"a":"é"},'.repeat(30_000)}{}]}`);
  const streamed: CutPiece[] = [];
  for await (const piece of cutJson([bytes])) streamed.push(piece);
  assert.deepEqual(cutBytes(bytes), streamed);
  assert.equal(streamed.length, 30_002);
});
