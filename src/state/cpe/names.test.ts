/** Naming and matching by the clauses of NISTIR 7695 and 7696. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  ANY,
  ATTRIBUTES,
  bindToFs,
  bindToUri,
  compareNames,
  compareValues,
  formatWfn,
  hasWildcard,
  includesName,
  NA,
  parseCpe,
  plain,
  quote,
  type Wfn,
  wfn,
} from './index.ts';

function name(text: string): Wfn {
  const parsed = parseCpe(text);
  assert.ok(parsed.ok, `${text}: ${parsed.issues[0]?.message}`);
  return parsed.value;
}

const codes = (text: string) => parseCpe(text).issues.map(({ code }) => code);

/** NISTIR 7695 §6.1.2.5, §6.1.3.4, §6.2.2.3, §6.2.3.3: URI, formatted string, well-formed name. */
const EXAMPLES: readonly (readonly [uri: string, fs: string, wfn: string])[] = [
  [
    'cpe:/a:microsoft:internet_explorer:8.0.6001:beta',
    'cpe:2.3:a:microsoft:internet_explorer:8.0.6001:beta:*:*:*:*:*:*',
    'wfn:[part="a",vendor="microsoft",product="internet_explorer",version="8\\.0\\.6001",update="beta",edition=ANY]',
  ],
  [
    'cpe:/a:microsoft:internet_explorer:8.%02:sp%01',
    'cpe:2.3:a:microsoft:internet_explorer:8.*:sp?:*:*:*:*:*:*',
    'wfn:[part="a",vendor="microsoft",product="internet_explorer",version="8\\.*",update="sp?"]',
  ],
  [
    'cpe:/a:hp:insight_diagnostics:7.4.0.1570:-:~~online~win2003~x64~',
    'cpe:2.3:a:hp:insight_diagnostics:7.4.0.1570:-:*:*:online:win2003:x64:*',
    'wfn:[part="a",vendor="hp",product="insight_diagnostics",version="7\\.4\\.0\\.1570",update=NA,sw_edition="online",target_sw="win2003",target_hw="x64"]',
  ],
  [
    'cpe:/a:hp:openview_network_manager:7.51::~~~linux~~',
    'cpe:2.3:a:hp:openview_network_manager:7.51:*:*:*:*:linux:*:*',
    'wfn:[part="a",vendor="hp",product="openview_network_manager",version="7\\.51",target_sw="linux"]',
  ],
  [
    'cpe:/a:foo%5cbar:big%24money_manager_2010:::~~special~ipod_touch~80gb~',
    'cpe:2.3:a:foo\\\\bar:big\\$money_manager_2010:*:*:*:*:special:ipod_touch:80gb:*',
    'wfn:[part="a",vendor="foo\\\\bar",product="big\\$money_manager_2010",sw_edition="special",target_sw="ipod_touch",target_hw="80gb"]',
  ],
  ['cpe:/', 'cpe:2.3:*:*:*:*:*:*:*:*:*:*:*', 'wfn:[]'],
  [
    'cpe:/o:a:b:-::-:en-us',
    'cpe:2.3:o:a:b:-:*:-:en-us:*:*:*:*',
    'wfn:[part="o",vendor="a",product="b",version=NA,edition=NA,language="en\\-us"]',
  ],
  [
    'cpe:/h:%01%01a%02:b%3f%2a%7e%3a',
    'cpe:2.3:h:??a*:b\\?\\*\\~\\::*:*:*:*:*:*:*:*',
    'wfn:[part="h",vendor="??a*",product="b\\?\\*\\~\\:"]',
  ],
];

for (const [uri, fs, text] of EXAMPLES) {
  test(`bound both ways: ${uri}`, () => {
    for (const form of [uri, fs, text, uri.toUpperCase(), fs.toUpperCase()]) {
      assert.deepEqual([bindToUri(name(form)), bindToFs(name(form))], [uri, fs], form);
    }
    assert.equal(formatWfn(name(formatWfn(name(text)))), formatWfn(name(text)));
  });
}

test('URIs of CPE 2.2: tildes, an edition that is not packed, colons at the end', () => {
  assert.equal(
    bindToFs(name('cpe:/a:foo~bar:x:::~e~~~~')),
    'cpe:2.3:a:foo\\~bar:x:*:*:e:*:*:*:*:*',
  );
  assert.equal(bindToUri(name('cpe:/o:ms:xp:::pro')), 'cpe:/o:ms:xp:::pro');
  assert.equal(bindToUri(name('cpe:/a:b:::::')), 'cpe:/a:b');
});

test('a lone quoted hyphen is not NA, on no way', () => {
  const quoted = name('cpe:2.3:a:b:c:\\-:*:*:*:*:*:*:*');
  assert.equal(quoted.version, '\\-');
  assert.equal(name(bindToFs(quoted)).version, '\\-');
  assert.deepEqual(codes(bindToFs(quoted)), ['cpe-lone-hyphen']);
  assert.equal(compareValues(quoted.version, NA), 'disjoint');
});

/** Text, codes. */
const FAULTS: readonly (readonly [string, ...string[]])[] = [
  ['', 'cpe-form'],
  ['cpe', 'cpe-form'],
  ['cpe:2.2:a:b', 'cpe-form'],
  ['wfn:[part="a"', 'cpe-form'],
  ['cpe:2.3:a:b:c', 'cpe-count'],
  ['cpe:2.3:a:b:c:*:*:*:*:*:*:*:*:*', 'cpe-count'],
  ['cpe:2.3:a:b:c\\:*:*:*:*:*:*:*:*', 'cpe-count'],
  ['cpe:/a:1:2:3:4:5:6:7', 'cpe-count'],
  ['cpe:2.3:a::c:*:*:*:*:*:*:*:*', 'cpe-component-empty'],
  ['cpe:2.3:x:b:c:*:*:*:*:*:*:*:*', 'cpe-part'],
  ['cpe:2.3:aa:b:c:*:*:*:*:*:*:*:*', 'cpe-part'],
  ['cpe:2.3:?:b:c:*:*:*:*:*:*:*:*', 'cpe-part'],
  ['cpe:2.3:a:b!:c:*:*:*:*:*:*:*:*', 'cpe-character'],
  ['cpe:2.3:a:b c:c:*:*:*:*:*:*:*:*', 'cpe-character'],
  ['cpe:2.3:a:b\u00e9:c:*:*:*:*:*:*:*:*', 'cpe-character'],
  ['cpe:2.3:a:\\b:c:*:*:*:*:*:*:*:*', 'cpe-quoting'],
  ['cpe:2.3:a:\\ :c:*:*:*:*:*:*:*:*', 'cpe-quoting'],
  ['cpe:2.3:a:b*c:c:*:*:*:*:*:*:*:*', 'cpe-wildcard'],
  ['cpe:2.3:a:b?c:c:*:*:*:*:*:*:*:*', 'cpe-wildcard'],
  ['cpe:2.3:a:**:c:*:*:*:*:*:*:*:*', 'cpe-wildcard'],
  ['cpe:2.3:a:b**:c:*:*:*:*:*:*:*:*', 'cpe-wildcard'],
  ['cpe:2.3:a:?*b:c:*:*:*:*:*:*:*:*', 'cpe-wildcard'],
  ['cpe:2.3:a:b?*:c:*:*:*:*:*:*:*:*', 'cpe-wildcard'],
  ['cpe:2.3:a:*?:c:*:*:*:*:*:*:*:*', 'cpe-wildcard'],
  ['cpe:2.3:a:b:c:*:*:*:english:*:*:*:*', 'cpe-language'],
  ['cpe:2.3:a:b:c:*:*:*:en-usa:*:*:*:*', 'cpe-language'],
  ['cpe:2.3:a:b:c:1\\.0:*:*:*:*:*:*:*', 'cpe-quoting-needless'],
  ['cpe:/a:foo%07', 'cpe-percent'],
  ['cpe:/a:foo%2', 'cpe-percent'],
  ['cpe:/a:foo%41', 'cpe-percent'],
  ['cpe:/a:b:12.%02.1234', 'cpe-wildcard'],
  ['cpe:/a:b:4.*', 'cpe-character'],
  ['cpe:/a:b:c:::~a~b', 'cpe-packing'],
  ['cpe:/a:b:c:::~a~b~c~d~e~f', 'cpe-packing'],
  ['wfn:[vendor="a",vendor="b"]', 'cpe-attribute'],
  ['wfn:[colour="a"]', 'cpe-attribute'],
  ['wfn:[vendor="a.b"]', 'cpe-character'],
  ['wfn:[vendor=a]', 'cpe-form'],
  ['wfn:[vendor="a",]', 'cpe-form'],
  ['cpe:2.3:x:b!:c*c:*:*:*:*:*:*:*:*', 'cpe-part', 'cpe-character', 'cpe-wildcard'],
  [`cpe:/a:${'b'.repeat(5000)}`, 'cpe-too-large'],
];

for (const [text, ...expected] of FAULTS) {
  test(`fault: ${text.slice(0, 50)}`, () => {
    const parsed = parseCpe(text);
    assert.deepEqual(codes(text), expected);
    assert.equal(parsed.ok, expected[0] === 'cpe-quoting-needless');
  });
}

/** NISTIR 7696 table 6-2: source, target, relation. */
const RELATIONS: readonly (readonly [string, string, string])[] = [
  [ANY, ANY, 'equal'],
  [ANY, NA, 'superset'],
  [ANY, 'x', 'superset'],
  [ANY, 'x*', 'undefined'],
  [NA, ANY, 'subset'],
  [NA, NA, 'equal'],
  [NA, 'x', 'disjoint'],
  [NA, 'x*', 'undefined'],
  ['x', 'x', 'equal'],
  ['x', 'y', 'disjoint'],
  ['x', 'x*', 'undefined'],
  ['x', NA, 'disjoint'],
  ['x', ANY, 'subset'],
  ['x*', 'x', 'superset'],
  ['x*', 'xyz', 'superset'],
  ['x*', 'y', 'disjoint'],
  ['x*', ANY, 'subset'],
  ['x*', NA, 'disjoint'],
  ['x*', 'x*', 'undefined'],
  ['*x', 'yx', 'superset'],
  ['*x', 'xy', 'disjoint'],
  ['*b*', 'abc', 'superset'],
  ['?x', 'yx', 'superset'],
  ['?x', 'x', 'superset'],
  ['?x', 'yyx', 'disjoint'],
  ['x??', 'xab', 'superset'],
  ['x??', 'xabc', 'disjoint'],
  ['??', 'ab', 'superset'],
  ['??', 'abc', 'disjoint'],
  ['?a', 'aa', 'superset'],
  ['?aba*', 'ababa', 'superset'],
  ['*ab', 'abab', 'superset'],
  ['?ab', 'abab', 'disjoint'],
  ['1\\.*', '1\\.2\\.3', 'superset'],
  ['1\\.*', '12', 'disjoint'],
  ['x\\*', 'x\\*', 'equal'],
  ['x\\*', 'xy', 'disjoint'],
  ['x*', 'x\\*', 'superset'],
  ['x\\?', 'x', 'disjoint'],
  ['x\\\\*', 'x\\\\y', 'superset'],
  ['x?', 'x\\!', 'superset'],
];

for (const [source, target, relation] of RELATIONS) {
  test(`table 6-2: ${source} against ${target}`, () => {
    assert.equal(compareValues(source, target), relation);
  });
}

test('table 6-4: the relation of names', () => {
  const rows: readonly (readonly [Partial<Wfn>, Partial<Wfn>, string])[] = [
    [{ vendor: 'a' }, { vendor: 'a' }, 'equal'],
    [{}, { vendor: 'a' }, 'superset'],
    [{ vendor: 'a' }, {}, 'subset'],
    [{ vendor: 'a' }, { product: 'b' }, 'intersecting'],
    [{ vendor: 'a' }, { vendor: 'b', product: 'x*' }, 'disjoint'],
    [{ vendor: 'a' }, { vendor: 'a', product: 'x*' }, 'undefined'],
    [{ version: '1*' }, { version: '12', update: 'b' }, 'superset'],
    [{ version: '1*' }, { version: '12' }, 'superset'],
    [{ version: '1*', update: 'c' }, { version: '12' }, 'intersecting'],
    [{ version: NA }, { version: '1' }, 'disjoint'],
  ];
  for (const [source, target, relation] of rows) {
    assert.equal(compareNames(wfn(source), wfn(target)).relation, relation);
    const includes = relation === 'superset' || relation === 'equal';
    assert.equal(includesName(wfn(source), wfn(target)), includes);
  }
  assert.deepEqual(
    compareNames(wfn({ vendor: 'a' }), wfn({ vendor: 'b' })).attributes.vendor,
    'disjoint',
  );
});

test('quoting a text makes nothing a wildcard', () => {
  assert.equal(quote('Mac*OS X?'), 'mac\\*os\\ x\\?');
  assert.equal(plain(quote('a.b*')), 'a.b*');
  assert.equal(hasWildcard(quote('*')), false);
});

/** Values of every kind that a name may have. */
const character = fc.oneof(
  fc.constantFrom(...'abcxyz019_'),
  fc.constantFrom(...'.-~!:*?\\/+$"').map((each) => `\\${each}`),
);
const body = fc.array(character, { minLength: 1, maxLength: 6 }).map((list) => list.join(''));
const edge = fc.constantFrom('', '', '', '*', '?', '??');
const value = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(ANY, NA) },
  { weight: 5, arbitrary: fc.tuple(edge, body, edge).map((parts) => parts.join('')) },
);
const names = fc
  .record(Object.fromEntries(ATTRIBUTES.slice(1).map((attribute) => [attribute, value])))
  .map((values) => wfn({ ...values, part: 'a', language: ANY }));

test('property: every name comes back from each of its bindings', () => {
  fc.assert(
    fc.property(names, (given) => {
      assert.deepEqual(name(bindToFs(given)), given);
      assert.deepEqual(name(formatWfn(given)), given);
      // A lone quoted hyphen has no form of its own in a URI.
      fc.pre(!Object.values(given).includes('\\-'));
      assert.deepEqual(name(bindToUri(given)), given);
    }),
    { numRuns: 3000 },
  );
});

test('property: relations mirror each other', () => {
  const mirror: Readonly<Record<string, string>> = { superset: 'subset', subset: 'superset' };
  const definite = value.filter((each) => !hasWildcard(each));
  fc.assert(
    fc.property(definite, definite, (a, b) => {
      const there = compareValues(a, b);
      assert.equal(compareValues(b, a), mirror[there] ?? there);
    }),
    { numRuns: 3000 },
  );
});

/** The rule in words, by trying every way: `*` any text, `?` none or one character. */
function matchesSlowly(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const rest = pattern.slice(1);
  if (pattern[0] === '*') {
    return Array.from({ length: text.length + 1 }, (_, at) => at).some((at) =>
      matchesSlowly(rest, text.slice(at)),
    );
  }
  if (pattern[0] === '?') {
    return matchesSlowly(rest, text) || (text !== '' && matchesSlowly(rest, text.slice(1)));
  }
  return text[0] === pattern[0] && matchesSlowly(rest, text.slice(1));
}

test('property: patterns match what trying every way matches', () => {
  const small = fc.stringMatching(/^[ab]{1,6}$/);
  fc.assert(
    fc.property(
      edge,
      fc.stringMatching(/^[ab]{1,3}$/),
      edge,
      small,
      (left, middle, right, text) => {
        const pattern = left + middle + right;
        fc.pre(hasWildcard(pattern));
        const expected = matchesSlowly(pattern, text) ? 'superset' : 'disjoint';
        assert.equal(compareValues(pattern, text), expected, `${pattern} ${text}`);
      },
    ),
    { numRuns: 5000 },
  );
});

test('mutants: whatever the text, there is an answer and never an exception', () => {
  const pieces = [
    'cpe:2.3:',
    'cpe:/',
    'wfn:[',
    ']',
    'a',
    ':',
    '*',
    '?',
    '-',
    '\\',
    '%',
    '%02',
    '~',
    '"',
    ',',
    '=',
    'vendor',
    '\ud800',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (words) => {
      const parsed = parseCpe(words.join(''));
      if (parsed.ok) assert.deepEqual(name(bindToFs(parsed.value)), parsed.value);
      else assert.ok(parsed.issues.length > 0);
    }),
    { numRuns: 10_000 },
  );
});
