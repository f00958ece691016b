/** OSV: every rule finds its fault; the evaluation is that of the schema's page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonValue } from '../../core/json/value.ts';
import { checkOsv } from './check.ts';
import { osvCodec } from './codec.ts';
import { factsOf, identityOf } from './facts.ts';
import { OSV_ISSUES } from './issues.table.ts';
import { osvStatus } from './status.ts';

function advisory(): Record<string, unknown> {
  return {
    schema_version: '1.7.0',
    id: 'GHSA-aaaa-bbbb-cccc',
    modified: '2026-03-02T00:00:00Z',
    published: '2026-03-01T00:00:00.5Z',
    aliases: ['CVE-2026-1234'],
    related: ['CVE-2026-9999'],
    summary: 'Overflow',
    details: 'An overflow of `x`.',
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    affected: [
      {
        package: { ecosystem: 'npm', name: '@example/server', purl: 'pkg:npm/%40example/server' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '1.0.0' }, { fixed: '1.4.0' }] }],
        versions: ['1.0.0', '1.3.9'],
      },
    ],
    references: [{ type: 'FIX', url: 'https://example.org/fix' }],
    credits: [{ name: 'A finder', contact: ['https://example.org/f'], type: 'FINDER' }],
    database_specific: { cwe_ids: ['CWE-121'] },
  };
}

const GONE = Symbol('gone');

function changed(pointer: string, value: unknown): JsonValue {
  const record = advisory();
  const steps = pointer.slice(1).split('/');
  const last = steps.pop() as string;
  let at = record;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  if (value === GONE) delete at[last];
  else at[last] = value;
  return record as JsonValue;
}

const found = (value: JsonValue) =>
  checkOsv(value).map(({ code, severity, path }) => `${severity} ${code} ${path}`);

test('the advisory that the faults are put into has none', () => {
  assert.deepEqual(found(advisory() as JsonValue), []);
});

const A = '/affected/0';
const P = `${A}/package`;
const R = `${A}/ranges/0`;
const E = `${R}/events`;

const FAULTS: readonly (readonly [pointer: string, value: unknown, ...findings: string[]])[] = [
  ['/id', GONE, 'shape-missing '],
  ['/id', '', 'shape-length'],
  ['/id', 'GHSA', 'osv-id-form'],
  ['/id', 'MYDB-1', 'warning osv-id-prefix'],
  ['/modified', GONE, 'shape-missing '],
  ['/modified', '2026-03-02', 'shape-form'],
  ['/modified', '2026-03-02T00:00:00+00:00', 'shape-form'],
  ['/modified', '2026-02-30T00:00:00Z', 'shape-form'],
  ['/published', '2026-03-03T00:00:00Z', 'warning osv-date-order'],
  ['/withdrawn', 'yes', 'shape-form'],
  ['/withdrawn', '2026-02-01T00:00:00Z', 'warning osv-date-order'],
  ['/schema_version', GONE, 'info osv-schema-version '],
  ['/schema_version', 'v1.7.0', 'shape-form'],
  ['/schema_version', '1.7', 'shape-form'],
  ['/schema_version', '2.0.0', 'warning osv-version-later'],
  ['/aliases', 'CVE-2026-1234', 'shape-type'],
  ['/aliases', null],
  ['/aliases', ['GHSA-aaaa-bbbb-cccc'], 'warning osv-alias-self /aliases/0'],
  ['/aliases', ['CVE-2026-9999'], 'osv-alias-upstream /aliases/0'],
  ['/aliases', ['CVE-2026-1', 'CVE-2026-2'], 'warning osv-alias-many'],
  [
    '/aliases',
    ['CVE-2026-1234', 'CVE-2026-1234'],
    'shape-repeated /aliases/1',
    'warning osv-alias-many',
  ],
  ['/upstream', ['GHSA-aaaa-bbbb-cccc'], 'warning osv-alias-self /upstream/0'],
  ['/id', 'DSA-1234-1', 'warning osv-alias-distribution /aliases'],
  ['/severity/0/type', 'CVSS_V5', 'shape-word'],
  ['/severity/0/type', 'CVSS_V4', 'osv-vector /severity/0/score'],
  ['/severity/0/score', 'CVSS:3.1/AV:N', 'osv-vector'],
  ['/severity/0/score', '9.8', 'osv-vector'],
  ['/severity/0', { type: 'Ubuntu', score: 'High' }, 'osv-priority /severity/0/score'],
  ['/severity/0', { type: 'Ubuntu', score: 'high' }],
  [
    `${A}/severity`,
    [{ type: 'CVSS_V2', score: 'AV:N/AC:L/Au:N/C:P/I:P/A:P' }],
    'osv-severity-twice',
  ],
  ['/affected', {}, 'shape-type'],
  ['/affected', null],
  [P, GONE, `warning osv-package-missing ${A}`],
  [`${P}/name`, GONE, `shape-missing ${P}`],
  [`${P}/name`, 'server', `warning osv-purl-other ${P}/purl`],
  [`${P}/ecosystem`, 'NPM', 'osv-ecosystem'],
  [`${P}/ecosystem`, 'Fubar:1', 'osv-ecosystem'],
  [`${P}/purl`, 'npm/server', 'osv-purl'],
  [`${P}/purl`, 'pkg:npm/%40example/server@1.0.0', 'osv-purl-version'],
  [P, { ecosystem: 'Alpine', name: 'openssl' }, `warning osv-ecosystem-release ${P}/ecosystem`],
  [`${R}/type`, 'NPM', 'shape-word'],
  [
    `${R}/type`,
    'GIT',
    `shape-missing ${R}`,
    `osv-commit ${E}/0/introduced`,
    `osv-commit ${E}/1/fixed`,
  ],
  [E, [], 'shape-count'],
  [E, GONE, `shape-missing ${R}`],
  [E, [{ fixed: '1.4.0' }], 'shape-missing'],
  [`${E}/1`, { introduced: '2.0.0', fixed: '2.1.0' }, 'shape-alternative'],
  [`${E}/1`, {}, 'shape-alternative'],
  [`${E}/2`, { last_affected: '1.4.0' }, `shape-alternative ${E}`],
  [`${E}/1/fixed`, '1.4', 'osv-semver'],
  [`${E}/1/fixed`, 'v1.4.0', 'osv-semver'],
  [`${E}/1/fixed`, '0.9.0', `info osv-events-order ${E}`, `warning osv-range-empty ${E}`],
  [`${E}/1/fixed`, '1.0.0', `warning osv-range-empty ${E}`],
  [
    R,
    { type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: 'soon' }] },
    `warning osv-version ${E}/1/fixed`,
  ],
  [`${A}/ranges`, null],
  [A, { package: { ecosystem: 'npm', name: 'a' } }, `warning osv-versions-missing ${A}`],
  [
    A,
    { ranges: [{ type: 'GIT', repo: 'https://example.org/r', events: [{ introduced: '0' }] }] },
    `info osv-versions-listed ${A}`,
  ],
  [`${A}/versions`, ['1', 2], `shape-type ${A}/versions/1`],
  ['/references/0/type', 'BLOG', 'shape-word'],
  ['/references/0/url', 'example', 'shape-form'],
  ['/credits/0/type', 'finder', 'shape-word'],
  ['/credits/0/name', GONE, 'shape-missing /credits/0'],
  ['/database_specific', [], 'shape-type'],
  ['/severities', [], 'shape-unknown'],
  ['/summary', 'x'.repeat(121), 'info osv-summary-long'],
];

const expectedOf = (pointer: string, findings: readonly string[]) =>
  findings.map((each) => {
    const [first = '', ...rest] = each.split(' ');
    const severity = first === 'warning' || first === 'info' ? first : 'error';
    const [code, path] = severity === 'error' ? [first, rest[0]] : [rest[0], rest[1]];
    return `${severity} ${code} ${path ?? pointer}`;
  });

for (const [pointer, value, ...findings] of FAULTS) {
  const shown = value === GONE ? 'absent' : JSON.stringify(value)?.slice(0, 60);
  test(`osv: ${pointer} ${shown}`, () => {
    assert.deepEqual(found(changed(pointer, value)).sort(), expectedOf(pointer, findings).sort());
  });
}

test('each code of the table is found by a case above', () => {
  const codes = new Set(
    FAULTS.flatMap(([p, , ...f]) => expectedOf(p, f).map((each) => each.split(' ')[1])),
  );
  assert.deepEqual(
    Object.keys(OSV_ISSUES).filter((code) => !codes.has(code)),
    [],
  );
});

test('a later schema may have more members', () => {
  const later = { ...advisory(), schema_version: '1.9.0', epss: 1 };
  assert.deepEqual(found(later as JsonValue), ['warning osv-version-later /schema_version']);
});

const SHA = 'a'.repeat(40);
const SHB = 'b'.repeat(40);

/** Ecosystem, range type, events as `introduced 0, fixed 1.0`, versions, and answers. */
const EVALUATIONS: readonly (readonly [
  ecosystem: string,
  type: string,
  events: string,
  versions: readonly string[],
  answers: Readonly<Record<string, string>>,
])[] = [
  ['npm', 'SEMVER', 'introduced 0', [], { '0.0.0-alpha': 'affected', '99.0.0': 'affected' }],
  [
    'npm',
    'SEMVER',
    'introduced 0, fixed 1.0.2',
    [],
    {
      '1.0.1': 'affected',
      '1.0.2': 'unaffected',
      '1.0.2-rc.1': 'affected',
      '1.0.10': 'unaffected',
    },
  ],
  [
    'npm',
    'SEMVER',
    'introduced 0.0.0, fixed 1.0.0',
    [],
    { '0.0.0-alpha': 'unaffected', '0.0.0': 'affected' },
  ],
  [
    'npm',
    'SEMVER',
    'introduced 1.0.0, fixed 1.0.2, introduced 3.0.0, fixed 3.2.5',
    [],
    {
      '0.9.0': 'unaffected',
      '1.0.1': 'affected',
      '2.0.0': 'unaffected',
      '3.2.4': 'affected',
      '3.2.5': 'unaffected',
    },
  ],
  [
    'npm',
    'SEMVER',
    'fixed 3.2.5, introduced 3.0.0, fixed 1.0.2, introduced 1.0.0',
    [],
    { '1.0.1': 'affected', '2.0.0': 'unaffected', '3.0.0': 'affected' },
  ],
  [
    'npm',
    'SEMVER',
    'introduced 0, last_affected 2.1.214',
    [],
    { '2.1.214': 'affected', '2.1.215': 'unaffected', '2.1.214+b': 'affected' },
  ],
  [
    'npm',
    'SEMVER',
    'introduced 1.0.0, limit 2.0.0',
    [],
    { '1.9.9': 'affected', '2.0.0': 'unaffected' },
  ],
  [
    'npm',
    'SEMVER',
    'introduced 1.0.0, limit *',
    [],
    { '9.0.0': 'affected', '0.1.0': 'unaffected' },
  ],
  [
    'npm',
    'SEMVER',
    'introduced 1.0.0, limit 1.5.0, limit 2.0.0',
    [],
    { '1.9.9': 'affected', '2.0.0': 'unaffected' },
  ],
  [
    'npm',
    'SEMVER',
    'introduced 1.0.0, fixed 1.5.0',
    ['0.5.0'],
    { '0.5.0': 'affected', '0.6.0': 'unaffected', '1.2.0': 'affected' },
  ],
  ['npm', 'SEMVER', 'introduced 1.0.0, fixed 1.5.0', [], { 'not-a-version': 'undecidable' }],
  [
    'PyPI',
    'ECOSYSTEM',
    'introduced 0, fixed 2.10',
    [],
    {
      '2.9': 'affected',
      '2.10': 'unaffected',
      '2.10rc1': 'affected',
      '2.10.post1': 'unaffected',
      '1!0.1': 'unaffected',
    },
  ],
  [
    'PyPI',
    '',
    '',
    ['2.8.0', '2.8.0.post1'],
    { '2.8': 'affected', '2.8.0.post1': 'affected', '2.8.1': 'unaffected' },
  ],
  [
    'Go',
    'SEMVER',
    'introduced 1.15.0, fixed 1.15.9',
    [],
    { '1.15.8': 'affected', '1.15.9': 'unaffected' },
  ],
  [
    'crates.io',
    'SEMVER',
    'introduced 0.0.0-0, fixed 0.1.20',
    [],
    { '0.1.19': 'affected', '0.1.20': 'unaffected' },
  ],
  [
    'Maven',
    'ECOSYSTEM',
    'introduced 1.0, fixed 1.5.0',
    [],
    { '1.4.9-SNAPSHOT': 'affected', '1.5': 'unaffected', '1.5.0-alpha': 'affected' },
  ],
  [
    'Debian:12',
    'ECOSYSTEM',
    'introduced 0, fixed 1.2.1-2.2+deb12u1',
    [],
    {
      '1.2.1-2.2': 'affected',
      '1.2.1-2.2+deb12u1': 'unaffected',
      '1.2.1-2.2+deb12u1~bpo1': 'affected',
      '1:1.0': 'unaffected',
    },
  ],
  [
    'Alpine:v3.16',
    'ECOSYSTEM',
    'introduced 0, fixed 1.1.1o-r0',
    [],
    { '1.1.1n-r9': 'affected', '1.1.1o-r0': 'unaffected' },
  ],
  [
    'Rocky Linux:8',
    'ECOSYSTEM',
    'introduced 0, fixed 0:2.0-3.el8',
    [],
    { '2.0-2.el8': 'affected', '2.0-3.el8': 'unaffected' },
  ],
  [
    'RubyGems',
    'ECOSYSTEM',
    'introduced 0, fixed 1.0.0',
    [],
    { '1.0.0.pre': 'affected', '1.0.0': 'unaffected' },
  ],
  ['OSS-Fuzz', 'ECOSYSTEM', 'introduced 0, fixed 1.0', [], { '0.9': 'undecidable' }],
  [
    'OSS-Fuzz',
    'ECOSYSTEM',
    'introduced 0, fixed 1.0',
    ['0.9'],
    { '0.9': 'affected', '0.8': 'undecidable' },
  ],
  [
    'OSS-Fuzz',
    'GIT',
    `introduced ${SHA}, fixed ${SHB}`,
    [],
    {
      [SHA]: 'affected',
      [SHB]: 'unaffected',
      ['c'.repeat(40)]: 'undecidable',
      '1.0': 'undecidable',
    },
  ],
  [
    'OSS-Fuzz',
    'GIT',
    `introduced ${SHA}, fixed ${SHB}`,
    ['v1.0'],
    { 'v1.0': 'affected', 'v1.1': 'unaffected' },
  ],
];

for (const [ecosystem, type, events, versions, answers] of EVALUATIONS) {
  const parsed = events
    .split(', ')
    .filter(Boolean)
    .map((each) => {
      const [kind = '', version = ''] = each.split(' ');
      return { [kind]: version };
    });
  const ranges = type === '' ? [] : [{ type, events: parsed }];
  const record = {
    id: 'OSV-1',
    affected: [{ package: { ecosystem, name: 'x' }, ranges, versions }],
  };
  for (const [version, expected] of Object.entries(answers)) {
    test(`osv ${ecosystem} ${events.slice(0, 60)}: ${version.slice(0, 12)} is ${expected}`, () => {
      const answer = osvStatus(record as JsonValue, { ecosystem, name: 'x' }, version);
      assert.equal(answer?.status, expected, answer?.why.join(' '));
      assert.ok((answer?.why.length ?? 0) > 0);
    });
  }
}

test('packages are named by the rules of their ecosystems', () => {
  const record = (ecosystem: string, name: string, purl?: string) =>
    ({
      affected: [
        { package: { ecosystem, name, ...(purl === undefined ? {} : { purl }) }, versions: ['1'] },
      ],
    }) as JsonValue;
  const speaks = (value: JsonValue, asked: object) => osvStatus(value, asked, '1') !== null;
  assert.ok(speaks(record('PyPI', 'ruamel.yaml'), { ecosystem: 'PyPI', name: 'Ruamel_YAML' }));
  assert.ok(speaks(record('PyPI', 'ruamel.yaml'), { purl: 'pkg:pypi/ruamel-yaml@1.0' }));
  assert.ok(!speaks(record('npm', 'Server'), { ecosystem: 'npm', name: 'server' }));
  assert.ok(speaks(record('npm', '@a/b'), { purl: 'pkg:npm/%40a/b@2' }));
  assert.ok(speaks(record('Maven', 'g:a'), { purl: 'pkg:maven/g/a@2' }));
  assert.ok(!speaks(record('npm', 'zlib'), { ecosystem: 'PyPI', name: 'zlib' }));
  assert.ok(speaks(record('Debian', 'x'), { ecosystem: 'Debian:12', name: 'x' }));
  assert.ok(!speaks(record('Debian:11', 'x'), { ecosystem: 'Debian:12', name: 'x' }));
  assert.ok(!speaks(record('Debian:11', 'x'), { ecosystem: 'Debian', name: 'x' }));
  assert.ok(!speaks(record('Debian:11', 'x'), { purl: 'pkg:deb/debian/x@1' }));
  assert.ok(speaks(record('Bioconductor', 'x', 'pkg:generic/x'), { purl: 'pkg:generic/x@1' }));
  assert.ok(!speaks(record('npm', 'x'), { purl: 'nothing' }));
});

test('a withdrawn record makes no statement', () => {
  const value = { ...advisory(), withdrawn: '2026-03-02T00:00:00Z' } as JsonValue;
  assert.equal(osvStatus(value, { ecosystem: 'npm', name: '@example/server' }, '1.0.0'), null);
  assert.equal(identityOf(value as never)?.withdrawn, true);
});

test('several entries for one package: one that holds the version is enough', () => {
  const named = { ecosystem: 'npm', name: 'x' };
  const record = {
    affected: [
      { package: named, versions: ['1.0.0'] },
      { package: named, versions: ['2.0.0'] },
    ],
  };
  assert.equal(osvStatus(record, named, '2.0.0')?.status, 'affected');
  assert.equal(osvStatus(record, named, '3.0.0')?.status, 'unaffected');
});

test('facts: aliases, edges, weaknesses, packages', () => {
  const facts = factsOf(advisory() as never);
  assert.equal(facts.title, 'Overflow');
  assert.deepEqual(facts.aliases, ['CVE-2026-1234']);
  assert.deepEqual(facts.edges, [
    { kind: 'aliases', target: 'CVE-2026-1234' },
    { kind: 'related', target: 'CVE-2026-9999' },
    { kind: 'cwe', target: 'CWE-121' },
  ]);
  assert.deepEqual(
    facts.observables.map(({ kind, value }) => `${kind} ${value}`),
    ['package npm/@example/server', 'purl pkg:npm/%40example/server'],
  );
});

test('the codec cuts answers, lists and single records byte for byte', async () => {
  const one = JSON.stringify(advisory());
  for (const [text, count] of [
    [one, 1],
    [`[${one},\n ${one}]`, 2],
    [`{"vulns":[${one}], "next_page_token": "x"}`, 1],
  ] as const) {
    const bytes = Buffer.from(text);
    assert.ok(osvCodec.sniff(bytes) >= 0.9);
    const pieces: Uint8Array[] = [];
    let records = 0;
    for await (const piece of osvCodec.records([bytes])) {
      pieces.push(piece.gap, piece.bytes ?? new Uint8Array(0));
      if (piece.record !== undefined) records++;
      assert.deepEqual(piece.issues, []);
    }
    assert.equal(records, count);
    assert.deepEqual(Buffer.concat(pieces), bytes);
  }
  assert.equal(osvCodec.sniff(Buffer.from('{"type":"bundle","id":"bundle--1"}')), 0);
});

test('any value is checked and answered, and never raises', () => {
  const pointers = FAULTS.map(([pointer]) => pointer);
  fc.assert(
    fc.property(fc.constantFrom(...pointers), fc.jsonValue(), (pointer, value) => {
      const record = changed(pointer, value);
      checkOsv(record);
      osvStatus(record, { ecosystem: 'npm', name: '@example/server' }, '1.0.0');
      factsOf(record as never);
    }),
    { numRuns: 1_500 },
  );
});

test('the evaluation is the algorithm of the page', () => {
  const number = fc.integer({ min: 0, max: 9 });
  const kind = fc.constantFrom('introduced', 'fixed', 'limit');
  const event = fc.tuple(kind, number);
  const events = fc.uniqueArray(event, { minLength: 1, maxLength: 6, selector: ([, at]) => at });
  fc.assert(
    fc.property(events, number, (given, asked) => {
      const limits = given.filter(([each]) => each === 'limit');
      let vulnerable = false;
      for (const [each, at] of [...given].sort(([, a], [, b]) => a - b)) {
        if (each !== 'limit' && asked >= at) vulnerable = each === 'introduced';
      }
      const before = limits.length === 0 || limits.some(([, at]) => asked < at);
      const record = {
        affected: [
          {
            package: { ecosystem: 'npm', name: 'x' },
            ranges: [
              { type: 'SEMVER', events: given.map(([each, at]) => ({ [each]: `${at}.0.0` })) },
            ],
          },
        ],
      };
      const answer = osvStatus(record, { ecosystem: 'npm', name: 'x' }, `${asked}.0.0`);
      assert.equal(answer?.status, vulnerable && before ? 'affected' : 'unaffected');
    }),
    { numRuns: 800 },
  );
});
