/** What the guard reads, and what it refuses. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LIMITS } from '../limits.ts';
import type { XmlEvent } from './event.ts';
import type { XmlIssueCode } from './issue.ts';
import { XmlReader } from './reader.ts';
import { attributeOf, childOf, childrenOf, pathOf, readXml, textOf } from './tree.ts';

const utf8 = new TextEncoder();

/** UTF-16 with or without a byte order mark. */
function wide(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/** テスト in the two Japanese encodings. */
const SHIFT_JIS = [0x83, 0x65, 0x83, 0x58, 0x83, 0x67];
const EUC_JP = [0xa5, 0xc6, 0xa5, 0xb9, 0xa5, 0xc8];

function declared(encoding: string, text: readonly number[]): Uint8Array {
  const head = Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a>`);
  return Buffer.concat([head, Buffer.from(text), Buffer.from('</a>')]);
}

const READ: readonly (readonly [name: string, input: string | Uint8Array, text: string])[] = [
  ['UTF-8', utf8.encode('<a>é漢😀</a>'), 'é漢😀'],
  ['UTF-8 with mark', Buffer.from([0xef, 0xbb, 0xbf, ...utf8.encode('<a>é</a>')]), 'é'],
  [
    'UTF-16 little endian',
    wide('<?xml version="1.0" encoding="utf-16"?><a>漢😀</a>', 'le'),
    '漢😀',
  ],
  ['UTF-16 big endian', wide('<a>漢😀</a>', 'be'), '漢😀'],
  ['Shift_JIS', declared('Shift_JIS', SHIFT_JIS), 'テスト'],
  ['Windows-31J', declared('Windows-31J', SHIFT_JIS), 'テスト'],
  ['EUC-JP', declared('euc-jp', EUC_JP), 'テスト'],
  ['ISO-8859-1 0x80 is a control', declared('ISO-8859-1', [0xe9, 0x80]), 'é\u0080'],
  ['US-ASCII', declared('US-ASCII', [0x61]), 'a'],
  ['a text with any declaration', '<?xml version="1.0" encoding="Shift_JIS"?><a>漢</a>', '漢'],
  ['a text with a mark', '\ufeff<a>x</a>', 'x'],
  [
    'predefined entities and references',
    '<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x1F600;</a>',
    '<&>"\'A😀',
  ],
  ['CDATA beside text', '<a>x<![CDATA[<&]]>y</a>', 'x<&y'],
  ['line ends as LF', '<a>1\r\n2\r3\n</a>', '1\n2\n3\n'],
  ['comments and instructions are left out', '<?p q?><a>1<!-- x -->2<?r?></a><!--e-->', '12'],
  ['version 1.1 is read as 1.0', '<?xml version="1.1"?><a>x</a>', 'x'],
];

for (const [name, input, text] of READ) {
  test(`reads ${name}`, () => {
    const read = readXml(input);
    assert.ok(read.ok, JSON.stringify(read.issues));
    assert.equal(textOf(read.value), text);
    assert.deepEqual(read.issues, []);
  });
}

const attributes = (count: number) =>
  Array.from({ length: count }, (_, i) => ` a${i}="x"`).join('');
const deep = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const { xml } = LIMITS;

const REFUSED: readonly (readonly [name: string, input: string | Uint8Array, XmlIssueCode])[] = [
  ['a document type', '<!DOCTYPE a><a/>', 'xml-doctype'],
  ['an internal subset', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'xml-doctype'],
  ['an external subset', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'xml-doctype'],
  ['an undefined entity', '<a>&nbsp;</a>', 'xml-entity'],
  ['an entity named like a property of objects', '<a>&constructor;&__proto__;</a>', 'xml-entity'],
  ['an entity in an attribute', '<a b="&x;"/>', 'xml-entity'],
  ['a reference to no character', '<a>&#0;</a>', 'xml-entity'],
  ['an unbound prefix', '<x:a/>', 'xml-namespace'],
  ['an unbound prefix of an attribute', '<a x:b="1"/>', 'xml-namespace'],
  ['xmlns bound', '<a xmlns:xmlns="u"/>', 'xml-namespace'],
  ['nothing', '', 'xml-syntax'],
  ['no root', '<!-- x -->', 'xml-syntax'],
  ['two roots', '<a/><b/>', 'xml-syntax'],
  ['text behind the root', '<a/>x', 'xml-syntax'],
  ['an unclosed element', '<a><b></a>', 'xml-syntax'],
  ['an end that is missing', '<a>', 'xml-syntax'],
  ['an attribute twice', '<a b="1" b="2"/>', 'xml-syntax'],
  ['an attribute twice by namespace', '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>', 'xml-syntax'],
  ['an attribute without quotes', '<a b=1/>', 'xml-syntax'],
  ['< in an attribute', '<a b="<"/>', 'xml-syntax'],
  [']]> in text', '<a>]]></a>', 'xml-syntax'],
  ['a control character', '<a>\u0001</a>', 'xml-syntax'],
  ['a declaration that is not first', ' <?xml version="1.0"?><a/>', 'xml-syntax'],
  ['-- in a comment', '<a><!-- -- --></a>', 'xml-syntax'],
  ['half a surrogate pair', '<a>\ud800</a>', 'xml-encoding'],
  ['bytes that are not UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xff]), 'xml-encoding'],
  ['a character cut off', declared('UTF-8', [0xe6, 0xbc]), 'xml-encoding'],
  ['Shift_JIS cut off', declared('Shift_JIS', SHIFT_JIS).subarray(0, -9), 'xml-encoding'],
  ['bytes that are not EUC-JP', declared('EUC-JP', [0xff, 0xff]), 'xml-encoding'],
  ['bytes that are not US-ASCII', declared('US-ASCII', [0xe9]), 'xml-encoding'],
  ['an encoding that is not read', declared('ISO-2022-JP', []), 'xml-encoding-name'],
  ['UTF-32', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c]), 'xml-encoding-name'],
  ['UTF-16 said and not meant', declared('UTF-16', []), 'xml-encoding-name'],
  [
    'a mark against the declaration',
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), declared('Shift_JIS', SHIFT_JIS)]),
    'xml-encoding-conflict',
  ],
  [
    'UTF-16 that says UTF-8',
    wide('<?xml version="1.0" encoding="UTF-8"?><a/>', 'le'),
    'xml-encoding-conflict',
  ],
  ['too deep', deep(xml.depth + 1), 'xml-depth'],
  ['too many attributes', `<a${attributes(xml.attributesPerElement + 1)}/>`, 'xml-attributes'],
  ['a long name', `<${'a'.repeat(xml.nameChars + 1)}/>`, 'xml-name'],
  ['a name without end', `<${'a'.repeat(xml.textChars + 1)}`, 'xml-token'],
  ['a long attribute', `<a b="${'x'.repeat(xml.tagChars + 1)}"/>`, 'xml-token'],
  ['a long text', `<a>${'x'.repeat(xml.textChars + 200_000)}</a>`, 'xml-token'],
];

for (const [name, input, code] of REFUSED) {
  test(`refuses ${name}`, () => {
    const read = readXml(input);
    assert.equal(read.ok, false);
    assert.deepEqual(
      read.issues.map((issue) => issue.code),
      [code],
    );
    assert.ok((read.issues[0]?.message.length ?? 0) < 500);
  });
}

test('what lies at the bounds is read', () => {
  assert.ok(readXml(deep(xml.depth)).ok);
  assert.ok(readXml(`<a${attributes(xml.attributesPerElement)}/>`).ok);
  assert.ok(readXml(`<${'a'.repeat(xml.nameChars)}/>`).ok);
});

test('bounds of the caller count', () => {
  assert.equal(readXml('<a><b/></a>', { nodes: 3 }).issues[0]?.code, 'xml-nodes');
  assert.ok(readXml('<a><b/></a>', { nodes: 4 }).ok);
  assert.equal(readXml('<a><b/></a>', { maxBytes: 10 }).issues[0]?.code, 'xml-size');
  assert.equal(readXml(utf8.encode('<a/>'), { maxBytes: 3 }).issues[0]?.code, 'xml-size');
});

test('UTF-16 without a mark is read with a warning', () => {
  const read = readXml(wide('<a>漢</a>', 'be', false));
  assert.ok(read.ok);
  assert.deepEqual(
    read.issues.map(({ code, severity }) => [code, severity]),
    [['xml-bom-missing', 'warning']],
  );
});

test('the charset of the transport beats the declaration, and a mark beats both', () => {
  const bytes = declared('UTF-8', SHIFT_JIS);
  const read = readXml(bytes, { charset: 'Shift_JIS' });
  assert.ok(read.ok && textOf(read.value) === 'テスト');
  const marked = readXml(utf8.encode('\ufeff<a>é</a>'), { charset: 'Shift_JIS' });
  assert.ok(marked.ok && textOf(marked.value) === 'é');
});

test('names are resolved to namespaces', () => {
  const read = readXml(
    '<a xmlns="u" xmlns:p="v" p:x="1" x="2" xml:lang="ja"><p:b/><b xmlns=""/><b/></a>',
  );
  assert.ok(read.ok);
  const root = read.value;
  assert.deepEqual([root.local, root.namespace], ['a', 'u']);
  assert.deepEqual(
    [attributeOf(root, 'x'), attributeOf(root, 'x', 'v'), root.attributes.length],
    ['2', '1', 3],
  );
  assert.equal(attributeOf(root, 'lang', 'http://www.w3.org/XML/1998/namespace'), 'ja');
  assert.deepEqual(
    childrenOf(root).map(({ name, namespace }) => [name, namespace]),
    [
      ['p:b', 'v'],
      ['b', ''],
      ['b', 'u'],
    ],
  );
  assert.deepEqual(childrenOf(root, 'b').map(pathOf), ['/a/b[2]']);
  assert.equal(childOf(root, 'b', 'v')?.name, 'p:b');
  assert.equal(childOf(root, 'c'), undefined);
});

test('a slice is read with the prefixes of its document', () => {
  const read = readXml('<p:a><b/></p:a>', { namespaces: { p: 'v', '': 'u' } });
  assert.ok(read.ok);
  assert.deepEqual([read.value.namespace, childrenOf(read.value)[0]?.namespace], ['v', 'u']);
});

test('names like those of objects are names', () => {
  const read = readXml('<__proto__ constructor="1" __proto__="2"><toString/></__proto__>');
  assert.ok(read.ok);
  assert.equal(attributeOf(read.value, '__proto__'), '2');
  assert.equal(childOf(read.value, 'toString')?.name, 'toString');
  assert.equal(({} as Record<string, unknown>)['constructor'], Object);
});

test('faults name line and column', () => {
  const { issues } = readXml('<a>\r\n  <b>\r    &x;</b></a>');
  assert.match(issues[0]?.message ?? '', /\(line 3, column 8\)$/);
});

/** Events of a document whose bytes come in the pieces given. */
function eventsIn(bytes: Uint8Array, cuts: readonly number[]): XmlEvent[] {
  const reader = new XmlReader();
  const events: XmlEvent[] = [];
  let at = 0;
  for (const cut of [...cuts.map((c) => c % (bytes.length + 1)), bytes.length].sort(
    (a, b) => a - b,
  )) {
    events.push(...reader.push(bytes.subarray(at, cut)));
    at = cut;
  }
  events.push(...reader.end());
  assert.deepEqual(reader.issues, []);
  return joined(events);
}

/** Neighbouring texts as one: how they come apart depends on the pieces. */
function joined(events: readonly XmlEvent[]): XmlEvent[] {
  const whole: XmlEvent[] = [];
  for (const event of events) {
    const last = whole.at(-1);
    if (event.kind === 'text' && last?.kind === 'text') {
      whole[whole.length - 1] = { kind: 'text', text: last.text + event.text };
    } else whole.push(event);
  }
  return whole;
}

test('places and texts do not depend on the pieces, in any encoding', () => {
  const filling = '<x y="漢字">日本😀\r\n</x>\r<z\r\n/>'.repeat(120);
  const basic = filling.replaceAll('😀', '語');
  const utf8Bytes = utf8.encode(`<a>${filling}</a>`);
  const inputs = [
    utf8Bytes,
    wide(`<a>${filling}</a>`, 'le'),
    wide(`<a>${filling}</a>`, 'be'),
    declared('Shift_JIS', shiftJis(basic)),
  ];
  for (const bytes of inputs) {
    const whole = eventsIn(bytes, []);
    for (const event of whole) {
      if (event.kind !== 'open') continue;
      const unit = bytes === utf8Bytes || bytes === inputs[3] ? 1 : 2;
      const seen = bytes.subarray(event.place.byte, event.place.byte + unit);
      assert.ok(seen.includes(0x3c), `${event.place.byte}`);
    }
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 9 }), (cuts) => {
        assert.deepEqual(eventsIn(bytes, cuts), whole);
      }),
      { numRuns: 40 },
    );
  }
});

/** The few characters of the test in Shift_JIS. */
function shiftJis(text: string): number[] {
  const codes: Readonly<Record<string, readonly number[]>> = {
    漢: [0x8a, 0xbf],
    字: [0x8e, 0x9a],
    日: [0x93, 0xfa],
    本: [0x96, 0x7b],
    語: [0x8c, 0xea],
  };
  return [...text].flatMap((char) => codes[char] ?? [char.charCodeAt(0)]);
}

test('lines and columns are those of a count by hand', () => {
  const text = '<a\n b="1"\r\n><c/>\r<d>\n\n <e/></d></a>';
  const reader = new XmlReader();
  const places = [...reader.pushText(text), ...reader.end()].flatMap((event) =>
    event.kind === 'open' ? [[event.name, event.place.line, event.place.column]] : [],
  );
  assert.deepEqual(places, [
    ['a', 1, 1],
    ['c', 3, 2],
    ['d', 4, 1],
    ['e', 6, 2],
  ]);
});

test('any text is read or refused, and never raises', () => {
  const part = fc.constantFrom(
    '<a',
    '>',
    '</a>',
    '<',
    '&',
    ';',
    '#',
    'x',
    '"',
    "'",
    '=',
    ' ',
    '\r',
    '\n',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<!DOCTYPE',
    'xmlns',
    ':',
    '/',
    'b="1"',
    '\ud800',
    '漢',
    '[',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const read = readXml(text);
      assert.equal(
        read.ok,
        read.issues.every(({ severity }) => severity !== 'error'),
      );
      const bytes = readXml(utf8.encode(text));
      if (text.isWellFormed() && !text.startsWith('\u0000')) assert.equal(bytes.ok, read.ok);
    }),
    { numRuns: 3_000 },
  );
});

test('any bytes are read or refused, and never raise', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const read = readXml(bytes);
      if (!read.ok) assert.ok(read.issues.length > 0);
    }),
    { numRuns: 2_000 },
  );
});
