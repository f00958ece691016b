/** NVD API 2.0: every rule finds its fault; facts; pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Piece } from '../../core/codec.ts';
import type { JsonObject, JsonValue } from '../../core/json/value.ts';
import { checkNvd, type NvdKind } from './check.ts';
import { nvdCodec, nvdCpeCodec, nvdMatchCodec } from './codec.ts';
import { factsOf, hasApplicability, identityOf, nvdMatches } from './facts.ts';
import { NVD_ISSUES } from './issues.table.ts';

const ID = '36FBCF0F-8CEE-474C-8A04-5075AF53FAF4';
const NAME = 'cpe:2.3:a:example:server:*:*:*:*:*:*:*:*';
const OS = 'cpe:2.3:o:example:os:-:*:*:*:*:*:*:*';

const RECORDS: Readonly<Record<NvdKind, () => Record<string, unknown>>> = {
  cve: () => ({
    id: 'CVE-2026-1234',
    sourceIdentifier: 'csirt@example.org',
    published: '2026-02-01T00:00:00.000',
    lastModified: '2026-02-02T00:00:00.000',
    vulnStatus: 'Analyzed',
    cveTags: [{ sourceIdentifier: 'csirt@example.org', tags: ['disputed'] }],
    descriptions: [
      { lang: 'en', value: 'An overflow.' },
      { lang: 'es', value: 'Desbordamiento.' },
    ],
    metrics: {
      cvssMetricV31: [
        {
          source: 'nvd@nist.gov',
          type: 'Primary',
          cvssData: {
            version: '3.1',
            vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
            baseScore: 9.8,
            baseSeverity: 'CRITICAL',
          },
          exploitabilityScore: 3.9,
          impactScore: 5.9,
        },
      ],
      cvssMetricV2: [
        {
          source: 'nvd@nist.gov',
          type: 'Secondary',
          cvssData: { version: '2.0', vectorString: 'AV:N/AC:L/Au:N/C:P/I:P/A:P', baseScore: 7.5 },
          baseSeverity: 'HIGH',
        },
      ],
    },
    weaknesses: [
      {
        source: 'nvd@nist.gov',
        type: 'Primary',
        description: [
          { lang: 'en', value: 'CWE-787' },
          { lang: 'en', value: 'NVD-CWE-noinfo' },
        ],
      },
    ],
    configurations: [
      {
        operator: 'AND',
        nodes: [
          {
            operator: 'OR',
            negate: false,
            cpeMatch: [
              {
                vulnerable: true,
                criteria: NAME,
                versionStartIncluding: '1.0',
                versionEndExcluding: '2.0',
                matchCriteriaId: ID,
              },
            ],
          },
          {
            operator: 'OR',
            negate: false,
            cpeMatch: [{ vulnerable: false, criteria: OS, matchCriteriaId: ID }],
          },
        ],
      },
    ],
    references: [{ url: 'https://example.org', source: 'csirt@example.org', tags: ['Patch'] }],
  }),
  cpe: () => ({
    deprecated: true,
    cpeName: NAME,
    cpeNameId: ID,
    created: '2026-01-01T00:00:00.000',
    lastModified: '2026-01-02T00:00:00.000',
    titles: [
      { title: 'Example Server', lang: 'en' },
      { title: 'サーバー', lang: 'ja' },
    ],
    refs: [{ ref: 'https://example.org', type: 'Vendor' }],
    deprecatedBy: [{ cpeName: OS, cpeNameId: ID }],
  }),
  match: () => ({
    matchCriteriaId: ID,
    criteria: NAME,
    versionEndExcluding: '2.0',
    created: '2026-01-01T00:00:00.000',
    lastModified: '2026-01-02T00:00:00.000',
    cpeLastModified: '2026-01-02T00:00:00.000',
    status: 'Active',
    matches: [{ cpeName: OS, cpeNameId: ID }],
  }),
};

const GONE = Symbol('gone');

function changed(kind: NvdKind, pointer: string, value: unknown): JsonValue {
  const record = RECORDS[kind]();
  const steps = pointer.slice(1).split('/');
  const last = steps.pop() as string;
  let at = record;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  if (value === GONE) delete at[last];
  else at[last] = value;
  return record as JsonValue;
}

const found = (kind: NvdKind, value: JsonValue) =>
  checkNvd(kind, value).map(({ code, severity, path }) => `${severity} ${code} ${path}`);

for (const kind of ['cve', 'cpe', 'match'] as const) {
  test(`the ${kind} that the faults are put into has none`, () => {
    assert.deepEqual(found(kind, RECORDS[kind]() as JsonValue), []);
  });
}

const D = '/metrics/cvssMetricV31/0/cvssData';
const N = '/configurations/0/nodes/0';
const M = `${N}/cpeMatch/0`;

const FAULTS: readonly (readonly [
  kind: NvdKind,
  pointer: string,
  value: unknown,
  ...findings: string[],
])[] = [
  ['cve', '/id', 'CVE-26-1', 'shape-form'],
  ['cve', '/id', GONE, 'shape-missing '],
  ['cve', '/published', '2026-02-30T00:00:00.000', 'shape-form'],
  ['cve', '/published', '2026-02-03T00:00:00.000', 'warning nvd-date-order /lastModified'],
  ['cve', '/lastModified', GONE, 'shape-missing '],
  ['cve', '/lastModified', '2026-02-02', 'shape-form'],
  ['cve', '/vulnStatus', 'Perhaps', 'warning nvd-status'],
  ['cve', '/descriptions', GONE, 'shape-missing '],
  ['cve', '/descriptions/0/lang', 'fr', 'warning nvd-english /descriptions'],
  ['cve', '/descriptions/0', 'text', 'shape-type', 'warning nvd-english /descriptions'],
  ['cve', '/cveTags/0/tags', ['x_own'], 'shape-word /cveTags/0/tags/0'],
  ['cve', '/references', GONE, 'shape-missing '],
  ['cve', '/references/0/url', GONE, 'shape-missing /references/0'],
  ['cve', '/metrics/cvssMetricV31/0/type', 'Third', 'shape-word'],
  ['cve', `${D}/vectorString`, 'CVSS:3.1/AV:N', 'nvd-vector'],
  ['cve', `${D}/vectorString`, 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'nvd-vector'],
  ['cve', `${D}/baseScore`, 9.9, 'warning nvd-score'],
  ['cve', `${D}/baseScore`, 10.1, 'shape-range', 'warning nvd-score'],
  ['cve', `${D}/baseSeverity`, 'HIGH', 'warning nvd-score'],
  ['cve', `${D}/baseSeverity`, 'SEVERE', 'shape-word', 'warning nvd-score'],
  ['cve', '/weaknesses/0/description/0/value', 'CWE-0', 'nvd-weakness'],
  ['cve', '/weaknesses/0/description/0/value', 'NVD-CWE-none', 'nvd-weakness'],
  ['cve', '/configurations', GONE, 'info nvd-no-applicability '],
  ['cve', '/configurations/0/nodes', GONE, 'shape-missing /configurations/0'],
  ['cve', '/configurations/0/operator', 'NOT', 'shape-word'],
  ['cve', `${N}/operator`, GONE, `shape-missing ${N}`],
  ['cve', `${N}/negate`, true, `info nvd-negate ${N}`],
  ['cve', '/configurations/0/negate', true, 'info nvd-negate /configurations/0'],
  ['cve', `${M}/criteria`, 'cpe:/a:example:server', 'shape-form'],
  ['cve', `${M}/criteria`, 'cpe:2.3:a:example:server:1.5:*:*:*:*:*:*:*', 'warning nvd-range-fixed'],
  ['cve', `${M}/versionEndIncluding`, '1.9', `nvd-range-both ${M}/versionEndExcluding`],
  ['cve', `${M}/versionStartExcluding`, '1.0', 'nvd-range-both'],
  ['cve', `${M}/matchCriteriaId`, 'x', 'shape-form'],
  ['cve', `${M}/vulnerable`, 'true', 'shape-type'],
  ['cpe', '/cpeName', 'cpe:2.3:a:example', 'shape-form'],
  ['cpe', '/cpeNameId', GONE, 'shape-missing '],
  ['cpe', '/deprecated', 'no', 'shape-type'],
  ['cpe', '/deprecated', false, 'warning nvd-deprecated-by '],
  ['cpe', '/deprecatedBy', [], 'warning nvd-deprecated-by '],
  ['cpe', '/deprecatedBy/0/cpeName', NAME, 'nvd-deprecated-self /deprecatedBy/0'],
  ['cpe', '/created', '2026-03-01T00:00:00.000', 'warning nvd-date-order /lastModified'],
  ['cpe', '/titles/0/lang', GONE, 'shape-missing /titles/0'],
  ['match', '/status', 'Old', 'shape-word'],
  ['match', '/criteria', GONE, 'shape-missing '],
  ['match', '/versionEndIncluding', '2.0', 'nvd-range-both /versionEndExcluding'],
  ['match', '/matches/0/cpeNameId', '1', 'shape-form'],
];

for (const [kind, pointer, value, ...findings] of FAULTS) {
  const shown = value === GONE ? 'absent' : JSON.stringify(value)?.slice(0, 50);
  test(`nvd ${kind}: ${pointer} ${shown}`, () => {
    const expected = findings.map((each) => {
      const [first = '', ...rest] = each.split(' ');
      const severity = first === 'warning' || first === 'info' ? first : 'error';
      const [code, path] = severity === 'error' ? [first, rest[0]] : [rest[0], rest[1]];
      return `${severity} ${code} ${path ?? pointer}`;
    });
    assert.deepEqual(found(kind, changed(kind, pointer, value)).sort(), expected.sort());
  });
}

test('each code of the table is found by a case', () => {
  const codes = new Set(FAULTS.flatMap(([, , , ...f]) => f.flatMap((each) => each.split(' '))));
  const around = ['nvd-envelope', 'nvd-count'];
  assert.deepEqual(
    Object.keys(NVD_ISSUES)
      .filter((code) => !codes.has(code))
      .sort(),
    around.sort(),
  );
});

test('a rejected record needs no applicability and is withdrawn', () => {
  const record = changed('cve', '/vulnStatus', 'Rejected') as Record<string, unknown>;
  delete record.configurations;
  assert.deepEqual(found('cve', record as JsonValue), []);
  assert.equal(identityOf('cve', record as JsonObject)?.withdrawn, true);
});

test('facts: identity, times in UTC, weaknesses, criteria', () => {
  const record = RECORDS.cve() as JsonObject;
  const identity = identityOf('cve', record);
  assert.deepEqual(
    [identity?.id, identity?.version, identity?.created, identity?.withdrawn],
    ['CVE-2026-1234', '2026-02-02T00:00:00.000', '2026-02-01T00:00:00.000Z', false],
  );
  assert.ok((identity?.versionKey ?? '') !== '');
  const facts = factsOf('cve', record);
  assert.deepEqual(facts.external, ['CWE-787']);
  assert.deepEqual(
    facts.observables.map(({ value }) => value),
    [NAME, OS],
  );
  assert.equal(facts.title, 'An overflow.');
  assert.ok(facts.text.includes('Desbordamiento'));
  assert.deepEqual(nvdMatches(record), [
    { criteria: NAME, vulnerable: true, versionStartIncluding: '1.0', versionEndExcluding: '2.0' },
    { criteria: OS, vulnerable: false },
  ]);
  assert.equal(hasApplicability(record), true);
  assert.equal(hasApplicability({ id: 'CVE-2026-1' }), false);
});

test('facts of names and match strings', () => {
  const cpe = RECORDS.cpe() as JsonObject;
  assert.equal(identityOf('cpe', cpe)?.withdrawn, true);
  assert.equal(factsOf('cpe', cpe).title, 'Example Server');
  assert.ok(factsOf('cpe', cpe).text.includes('サーバー'));
  assert.deepEqual(factsOf('cpe', cpe).edges, [{ kind: 'deprecatedBy', target: ID }]);
  const match = RECORDS.match() as JsonObject;
  assert.deepEqual(
    factsOf('match', match).observables.map(({ value }) => value),
    [NAME, OS],
  );
  assert.equal(identityOf('match', { ...match, status: 'Inactive' })?.withdrawn, true);
});

const PAGES = [
  [nvdCodec, 'cve', 'NVD_CVE', 'vulnerabilities', 'cve'],
  [nvdCpeCodec, 'cpe', 'NVD_CPE', 'products', 'cpe'],
  [nvdMatchCodec, 'match', 'NVD_CPEMatchString', 'matchStrings', 'matchString'],
] as const;

async function read(codec: typeof nvdCodec, text: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of codec.records([Buffer.from(text)])) pieces.push(piece);
  return pieces;
}

for (const [codec, kind, format, list, wrapper] of PAGES) {
  const page = (change: object = {}) =>
    JSON.stringify({
      resultsPerPage: 2,
      startIndex: 0,
      totalResults: 2,
      format,
      version: '2.0',
      timestamp: '2026-02-03T00:00:00.000',
      [list]: [{ [wrapper]: RECORDS[kind]() }, { [wrapper]: RECORDS[kind]() }],
      ...change,
    });

  test(`a page of ${format} is cut byte for byte`, async () => {
    const pieces = await read(codec, page());
    assert.deepEqual(
      pieces.flatMap(({ issues }) => issues),
      [],
    );
    assert.equal(pieces.filter(({ record }) => record !== undefined).length, 2);
    const whole = Buffer.concat(pieces.flatMap(({ gap, bytes }) => [gap, bytes ?? Buffer.of()]));
    assert.equal(whole.toString(), page());
    assert.equal(codec.sniff(Buffer.from(page())), 1);
    for (const [other] of PAGES)
      if (other !== codec) assert.equal(other.sniff(Buffer.from(page())), 0);
  });

  const AROUND: readonly (readonly [change: object, ...findings: string[]])[] = [
    [{ format: 'NVD' }, 'nvd-envelope /format'],
    [{ version: '1.0' }, 'nvd-envelope /version'],
    [{ totalResults: '2' }, 'nvd-envelope /totalResults'],
    [{ startIndex: -1 }, 'nvd-envelope /startIndex'],
    [{ resultsPerPage: 3, totalResults: 9 }, 'nvd-count '],
    [{ totalResults: 1 }, 'nvd-count '],
    [{ startIndex: 2, resultsPerPage: 2000, totalResults: 4 }],
  ];

  for (const [change, ...expected] of AROUND) {
    test(`a page of ${format} with ${JSON.stringify(change)}`, async () => {
      const issues = (await read(codec, page(change))).flatMap((piece) => piece.issues);
      assert.deepEqual(
        issues.map(({ code, path }) => `${code} ${path}`),
        expected,
      );
    });
  }
}

test('any value is checked and never raises', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FAULTS), fc.jsonValue(), ([kind, pointer], value) => {
      const record = changed(kind, pointer, value);
      checkNvd(kind, record);
      factsOf(kind, record as JsonObject);
      identityOf(kind, record as JsonObject);
    }),
    { numRuns: 1_000 },
  );
});
