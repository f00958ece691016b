/** Ranges by the clauses of VERS: reading, canonical form, evaluation. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  canonicalRange,
  compareVersions,
  compileVers,
  formatVers,
  parseVers,
  versContains,
  versFromAdvisory,
  versFromNative,
  versFromOsvEvents,
} from './index.ts';

/** Range, codes of errors and warnings. */
const FAULTS: readonly (readonly [string, ...string[]])[] = [
  ['vers:npm/1.0.0|>=2.0.0|<5.0.0'],
  ['vers:npm/*'],
  ['vers:all/*'],
  ['vers:none/*'],
  ['vers:deb/1.0%2B1', 'vers-encoding-canonical'],
  ['', 'vers-scheme'],
  ['npm/1.0', 'vers-scheme'],
  ['VERS:npm/1.0.0', 'vers-scheme'],
  ['vers:npm', 'vers-type'],
  ['vers:/1.0', 'vers-type'],
  ['vers:1npm/1.0', 'vers-type'],
  ['vers:n%70m/1.0', 'vers-type'],
  ['vers:NPM/1.0.0', 'vers-type-case'],
  ['vers:mystery/1.0', 'vers-type-unknown'],
  ['vers:example/1.0|0.9', 'vers-type-unknown'],
  ['vers:test/1.0', 'vers-type-unknown'],
  ['vers:invalid/1.0', 'vers-type-invalid'],
  ['vers:npm/', 'vers-constraints-missing'],
  ['vers:npm/|1.0.0', 'vers-pipe'],
  ['vers:npm/1.0.0|', 'vers-pipe'],
  ['vers:npm/1.0.0||2.0.0', 'vers-pipe'],
  ['vers:npm/1.0.0 |2.0.0', 'vers-whitespace'],
  ['vers:npm/1.0.0\t', 'vers-whitespace'],
  ['vers:npm/1.0.0\u00e9', 'vers-not-text'],
  ['vers:npm/=1.0.0', 'vers-equals'],
  ['vers:npm/>=', 'vers-version-missing'],
  ['vers:npm/*|1.0.0', 'vers-asterisk'],
  ['vers:npm/>*', 'vers-asterisk'],
  ['vers:all/1.0', 'vers-asterisk'],
  ['vers:npm/1%', 'vers-encoding'],
  ['vers:npm/1%2', 'vers-encoding'],
  ['vers:npm/1%GG', 'vers-encoding'],
  ['vers:npm/1%FF', 'vers-encoding'],
  ['vers:npm/1%0A', 'vers-encoding'],
  ['vers:lexicographic/a>b', 'vers-encoding-needed'],
  ['vers:lexicographic/a%3eb', 'vers-encoding-canonical'],
  ['vers:datetime/2024-01-01t00:00:00z', 'version-form'],
  ['vers:npm/banana', 'version-invalid'],
  ['vers:npm/2.0.0|1.0.0', 'vers-unsorted'],
  ['vers:npm/>=2.0.0|<1.0.0', 'vers-unsorted'],
  ['vers:npm/>=1.0.0|>=1.0.0', 'vers-duplicate', 'vers-sequence'],
  ['vers:npm/1.0.0|!=1.0.0', 'vers-duplicate'],
  ['vers:pypi/1.0|1.0.0', 'vers-duplicate'],
  ['vers:npm/>=1.0.0|>=2.0.0', 'vers-sequence'],
  ['vers:npm/<1.0.0|<2.0.0', 'vers-sequence'],
  ['vers:npm/1.0.0|<2.0.0', 'vers-sequence'],
  ['vers:npm/!=1.0.0|<2.0.0'],
  ['vers:npm/>=1.0.0|!=1.5.0|<2.0.0'],
  ['vers:npm/>=1.0.0|1.5.0|<2.0.0', 'vers-redundant', 'vers-sequence'],
];

for (const [range, ...expected] of FAULTS) {
  test(`range: ${range}`, () => {
    const found = parseVers(range).issues.filter(({ severity }) => severity !== 'info');
    assert.deepEqual(found.map(({ code }) => code).sort(), [...expected].sort());
  });
}

function canonical(range: string): string | null {
  const parsed = parseVers(range);
  return parsed.ok ? formatVers(canonicalRange(parsed.value)) : null;
}

test('canonical forms', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['vers:NPM/2.0.0|1.0.0', 'vers:npm/1.0.0|2.0.0'],
    ['vers:npm/10.0.0|9.0.0', 'vers:npm/9.0.0|10.0.0'],
    ['vers:deb/1.0%2B1', 'vers:deb/1.0+1'],
    ['vers:lexicographic/a%3eb%2Ac%20d%25', 'vers:lexicographic/a%3Eb%2Ac%20d%25'],
    ['vers:mystery/2|1', 'vers:mystery/2|1'],
    ['vers:maven/>=1.0-alpha|<1.0', 'vers:maven/>=1.0-alpha|<1.0'],
  ];
  for (const [range, expected] of rows) {
    assert.equal(canonical(range), expected);
    assert.equal(canonical(expected), expected);
  }
});

/** Range, versions in it, versions out of it. */
const CONTAINED: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['vers:npm/1.0.0', ['1.0.0', 'v1.0.0', '1.0.0+b'], ['1.0.1', '0.9.9', '1.0.0-a']],
  ['vers:npm/<1.0.0', ['0.9.9', '1.0.0-a'], ['1.0.0', '1.0.1']],
  ['vers:npm/<=1.0.0', ['0.9.9', '1.0.0'], ['1.0.1']],
  ['vers:npm/>1.0.0', ['1.0.1'], ['1.0.0', '0.9.9']],
  ['vers:npm/>=1.0.0', ['1.0.0', '9.0.0'], ['1.0.0-a']],
  ['vers:npm/!=1.0.0', ['1.0.1', '0.9.0'], ['1.0.0']],
  ['vers:npm/!=1.0.0|!=2.0.0', ['1.5.0'], ['1.0.0', '2.0.0']],
  ['vers:npm/>=1.0.0|!=1.5.0|<2.0.0', ['1.0.0', '1.4.0', '1.6.0'], ['1.5.0', '2.0.0', '0.9.0']],
  ['vers:npm/!=1.0.0|<2.0.0', ['0.9.0', '1.1.0'], ['1.0.0', '2.0.0']],
  [
    'vers:npm/1.0.0|>=2.0.0|<3.0.0|5.0.0',
    ['1.0.0', '2.5.0', '5.0.0'],
    ['1.5.0', '3.0.0', '4.0.0', '6.0.0'],
  ],
  [
    'vers:npm/<1.0.0|>=2.0.0|<3.0.0|>4.0.0',
    ['0.1.0', '2.0.0', '4.0.1'],
    ['1.0.0', '3.0.0', '4.0.0'],
  ],
  ['vers:npm/>=1.0.0|>=2.0.0|<3.0.0', ['1.5.0', '2.5.0'], ['0.9.0', '3.0.0']],
  ['vers:npm/<1.0.0|<2.0.0', ['0.5.0', '1.5.0'], ['2.0.0']],
  ['vers:npm/<3.0.0|>=1.0.0', ['1.0.0', '2.0.0'], ['0.9.0', '3.0.0']],
  ['vers:npm/*', ['1.0.0'], []],
  ['vers:mystery/*', ['anything'], []],
  ['vers:none/*', [], ['1.0.0']],
  ['vers:pypi/>=1.0|<2.0', ['1.0', '1.0+local', '1.9.post1'], ['2.0', '2.0+local', '0.9']],
  ['vers:pypi/1.0', ['1.0.0', '1.0+local'], ['1.0.1']],
  ['vers:pypi/1.0+a', ['1.0+a'], ['1.0', '1.0+b']],
  ['vers:deb/<1.2-1', ['1.2-1~bpo1', '1.1-9'], ['1.2-1', '1:0.1']],
  ['vers:maven/>=1.0|<1.1', ['1.0', '1.0-sp'], ['1.0-rc1', '1.1']],
];

for (const [range, inside, outside] of CONTAINED) {
  test(`contains: ${range}`, () => {
    const ask = (version: string) => {
      const answer = versContains(range, version);
      return answer.ok ? answer.value : null;
    };
    for (const version of inside) assert.equal(ask(version), true, version);
    for (const version of outside) assert.equal(ask(version), false, version);
  });
}

test('what cannot be decided has no value, and says why', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['vers:npm/>=1.0.0', 'banana', 'version-invalid'],
    ['vers:npm/>=banana', '1.0.0', 'version-invalid'],
    ['vers:mystery/1.0', '1.0', 'vers-type-unknown'],
    ['vers:npm/>=1.0.0|<1.0.0', '1.0.0', 'vers-duplicate'],
    ['vers:npm/', '1.0.0', 'vers-constraints-missing'],
  ];
  for (const [range, version, code] of rows) {
    const answer = versContains(range, version);
    assert.equal(answer.ok, false, range);
    assert.ok(
      answer.issues.some((issue) => issue.code === code),
      range,
    );
  }
});

test('a compiled range answers as the range does', () => {
  const parsed = parseVers('vers:npm/>=1.0.0|<2.0.0');
  const matcher = parsed.ok ? compileVers(parsed.value) : null;
  assert.deepEqual(
    ['1.5.0', '2.0.0', 'x'].map((version) => matcher?.contains(version)),
    [true, false, null],
  );
});

/** Scheme, native range, VERS. */
const NATIVE: readonly (readonly [string, string, string | null])[] = [
  ['npm', '^1.2.3', '>=1.2.3|<2.0.0'],
  ['npm', '^0.2.3', '>=0.2.3|<0.3.0'],
  ['npm', '^0.0.3', '>=0.0.3|<0.0.4'],
  ['npm', '^0.0', '>=0.0.0|<0.1.0'],
  ['npm', '^0.x', '>=0.0.0|<1.0.0'],
  ['npm', '~1.2', '>=1.2.0|<1.3.0'],
  ['npm', '~1', '>=1.0.0|<2.0.0'],
  ['npm', '1.2 - 2.3', '>=1.2.0|<2.4.0'],
  ['npm', '1.2.3 - 2.3.4', '>=1.2.3|<=2.3.4'],
  ['npm', '>1.2', '>=1.3.0'],
  ['npm', '<=1', '<2.0.0'],
  ['npm', '', '*'],
  ['npm', 'x || 1', '*'],
  ['npm', '>x', 'none'],
  ['npm', '>1.0.0 <1.0.0', 'none'],
  ['npm', '1.0.0 || 1.0.1 || 1.0.0', '1.0.0|1.0.1'],
  ['npm', '<1.0.0 || >1.0.0', '!=1.0.0'],
  ['npm', '<=1.0.0 || >1.0.0', '*'],
  ['npm', 'latest', null],
  ['npm', '1.2.3.4', null],
  ['cargo', '1.2.3', '>=1.2.3|<2.0.0'],
  ['cargo', '=1.2.3', '1.2.3'],
  ['cargo', '~1.2.3', '>=1.2.3|<1.3.0'],
  ['cargo', '1.*', '>=1.0.0|<2.0.0'],
  ['cargo', '>=1.2, <1.5', '>=1.2.0|<1.5.0'],
  ['cargo', '0.0.3', '>=0.0.3|<0.0.4'],
  ['pub', '^1.2.3', '>=1.2.3|<2.0.0'],
  ['pub', '>=1.0.0 <2.0.0', '>=1.0.0|<2.0.0'],
  ['pub', 'any', '*'],
  ['pypi', '~=1.4.2', '>=1.4.2|<1.5'],
  ['pypi', '~=2.2', '>=2.2|<3'],
  ['pypi', '~=1!2.2.0', '>=1!2.2.0|<1!2.3'.replaceAll('!', '%21')],
  ['pypi', '>=1.0,!=1.5,<2', '>=1.0|!=1.5|<2'],
  ['pypi', '==1.1.*', '>=1.1.dev0|<1.2.dev0'],
  ['pypi', '!=1.1.*', '<1.1.dev0|>=1.2.dev0'],
  ['pypi', '!=1.1.*, >=1.0', '>=1.0|<1.1.dev0|>=1.2.dev0'],
  ['pypi', '===1.0', '1.0'],
  ['pypi', '', '*'],
  ['pypi', '~=1', null],
  ['pypi', '1.0', null],
  ['maven', '[1.0,2.0)', '>=1.0|<2.0'],
  ['maven', '(,1.0],[1.2,)', '<=1.0|>=1.2'],
  ['maven', '[1.5]', '1.5'],
  ['maven', '(1.0)', null],
  ['maven', '[1.0,2.0', null],
  ['maven', '1.0', '1.0'],
  ['nuget', '1.0', '>=1.0'],
  ['nuget', '(1.0,)', '>1.0'],
  ['nuget', '[1.0]', '1.0'],
  ['nuget', '(,1.0]', '<=1.0'],
  ['nuget', '(1.0,2.0)', '>1.0|<2.0'],
  ['nuget', '1.*', '>=1|<2'],
  ['nuget', '(1.0)', null],
  ['gem', '~> 2.2', '>=2.2|<3'],
  ['gem', '~> 2.2.0', '>=2.2.0|<2.3'],
  ['gem', '~> 2', '>=2|<3'],
  ['gem', '~> 2.0.0.pre1', '>=2.0.0.pre1|<2.1'],
  ['gem', '>= 1.0, < 2, != 1.5', '>=1.0|!=1.5|<2'],
  ['gem', '1.0', '1.0'],
  ['hex', '~> 2.0', '>=2.0|<3'],
  ['hex', '~> 2.0.1', '>=2.0.1|<2.1'],
  ['hex', '>= 1.0.0 and < 2.0.0 or ~> 3.0', '>=1.0.0|<2.0.0|>=3.0|<4'],
  ['composer', '^1.2', '>=1.2|<2'],
  ['composer', '~1.2', '>=1.2|<2'],
  ['composer', '~1.2.3', '>=1.2.3|<1.3'],
  ['composer', '1.0.*', '>=1.0|<1.1'],
  ['composer', '1.0 - 2.0', '>=1.0|<2.1'],
  ['composer', '>=1.0 <1.1 || >=1.2', '>=1.0|<1.1|>=1.2'],
  ['composer', '>=1.0,<1.1|^2', '>=1.0|<1.1|>=2|<3'],
  ['composer', 'dev-main', null],
  ['conan', '[>1 <2.0]', '>1|<2.0'],
  ['conan', '~1.2.3', '>=1.2.3|<1.3-'],
  ['hackage', '>= 1.2 && < 1.3 || == 2.*', '>=1.2|<1.3|>=2|<3'],
  ['hackage', '^>= 1.2.3', '>=1.2.3|<1.3'],
  ['deb', '(>= 1.0), (<< 2.0)', '>=1.0|<2.0'],
  ['deb', '>> 1.0', '>1.0'],
  ['rpm', '>= 1:1.0-1', '>=1:1.0-1'],
  ['apk', '<1.2.3-r1', '<1.2.3-r1'],
  ['golang', '>= 1.2.0, < 1.3.0', '>=1.2.0|<1.3.0'],
  ['openssl', '1.0.1b, 3.0.0', '1.0.1b|3.0.0'],
  ['nginx', 'none', 'none'],
  ['nginx', '1.5.0+', '>=1.5.0'],
];

for (const [scheme, range, expected] of NATIVE) {
  test(`native ${scheme}: ${range}`, () => {
    const read = versFromNative(scheme, range);
    const got = read.ok ? formatVers(read.value) : null;
    const wanted = expected === 'none' ? 'vers:none/*' : `vers:${scheme}/${expected}`;
    assert.equal(got, expected === null ? null : wanted);
    if (read.ok) assert.deepEqual(parseVers(formatVers(read.value)).issues, []);
    else assert.ok(read.issues.length > 0);
  });
}

test('ranges of advisories', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['>= 1.0, < 1.4.2', 'vers:npm/>=1.0|<1.4.2'],
    ['= 1.0.0', 'vers:npm/1.0.0'],
    ['< 2.0.0 || > 3.0.0, <= 3.1.0', 'vers:npm/<2.0.0|>3.0.0|<=3.1.0'],
    ['>= 1.0.0 < 2.0.0', 'vers:npm/>=1.0.0|<2.0.0'],
    ['', 'vers:npm/*'],
  ];
  for (const [range, expected] of rows) {
    const read = versFromAdvisory('npm', range);
    assert.equal(read.ok && formatVers(read.value), expected);
  }
  assert.equal(versFromAdvisory('npm', '>= 1.0.0; < 2').ok, false);
  assert.equal(versFromAdvisory('vls', '1').ok, false);
});

test('events of OSV', () => {
  const rows: readonly (readonly [Parameters<typeof versFromOsvEvents>[1], string])[] = [
    [[{ introduced: '0' }, { fixed: '1.2.0' }], '<1.2.0'],
    [[{ introduced: '0' }], '*'],
    [[{ introduced: '1.0.0' }, { last_affected: '1.2.0' }], '>=1.0.0|<=1.2.0'],
    [
      [{ fixed: '1.2.0' }, { introduced: '1.0.0' }, { introduced: '2.0.0' }, { fixed: '2.1.0' }],
      '>=1.0.0|<1.2.0|>=2.0.0|<2.1.0',
    ],
    [[{ introduced: '1.0.0' }], '>=1.0.0'],
    [[{ introduced: '0' }, { limit: '2.0.0' }], '<2.0.0'],
    [[{ introduced: '0' }, { limit: '*' }], '*'],
    [[{ introduced: '1.0.0' }, { fixed: '1.0.0' }], 'none'],
    [[{ introduced: '1.0.0' }, { last_affected: '1.0.0' }], '1.0.0'],
    [
      [{ introduced: '1.0.0' }, { fixed: '2.0.0' }, { introduced: '2.0.0' }, { fixed: '3.0.0' }],
      '>=1.0.0|<3.0.0',
    ],
    [[], 'none'],
  ];
  for (const [events, expected] of rows) {
    const read = versFromOsvEvents('npm', events);
    const wanted = expected === 'none' ? 'vers:none/*' : `vers:npm/${expected}`;
    assert.equal(read.ok && formatVers(read.value), wanted, JSON.stringify(events));
  }
  assert.equal(versFromOsvEvents('npm', [{ introduced: 'x' }]).issues[0]?.code, 'version-invalid');
});

const numbers = fc.nat({ max: 4 });
const version = fc.tuple(numbers, numbers, numbers).map((parts) => parts.join('.'));
const comparator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');

test('property: a native range and its VERS contain the same versions', () => {
  const term = fc.tuple(comparator, version);
  const clause = fc.array(term, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(clause, { minLength: 1, maxLength: 3 }),
      fc.array(version, { maxLength: 12 }),
      (clauses, asked) => {
        const text = clauses
          .map((terms) => terms.map((pair) => pair.join('')).join(','))
          .join('||');
        const read = versFromAdvisory('npm', text);
        assert.ok(read.ok);
        assert.deepEqual(parseVers(formatVers(read.value)).issues, [], formatVers(read.value));
        for (const one of asked) {
          const expected = clauses.some((terms) =>
            terms.every(([operator, bound]) => holds(one, operator, bound)),
          );
          const answer = versContains(formatVers(read.value), one);
          assert.equal(
            answer.ok && answer.value,
            expected,
            `${text} ${one} ${formatVers(read.value)}`,
          );
        }
      },
    ),
    { numRuns: 3000 },
  );
});

function holds(version: string, operator: string, bound: string): boolean {
  const compared = compareVersions('npm', version, bound);
  assert.ok(compared.ok);
  const order = compared.value;
  if (operator === '=') return order === 0;
  if (operator === '!=') return order !== 0;
  return operator.startsWith('<')
    ? order < 0 || (order === 0 && operator === '<=')
    : order > 0 || (order === 0 && operator === '>=');
}

test('property: the order of the constraints does not change what a range contains', () => {
  const constraint = fc.tuple(comparator, version);
  fc.assert(
    fc.property(
      fc.uniqueArray(constraint, { selector: ([, one]) => one, minLength: 1, maxLength: 6 }),
      version,
      (list, asked) => {
        const text = (all: typeof list) =>
          `vers:npm/${all.map(([operator, one]) => (operator === '=' ? '' : operator) + one).join('|')}`;
        const [there, back] = [list, [...list].reverse()].map((all) =>
          versContains(text(all), asked),
        );
        assert.ok(there?.ok && back?.ok);
        assert.equal(there.value, back.value);
        assert.equal(canonical(text(list)), canonical(text([...list].reverse())));
      },
    ),
    { numRuns: 2000 },
  );
});
