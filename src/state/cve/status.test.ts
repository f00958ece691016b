/** The status algorithm (definition product, versions), case by case. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../core/json/value.ts';
import { changed, ORG, published, rejected } from './record.test.fixture.ts';
import { cveStatus } from './status/answer.ts';
import { ecosystemOrder } from './status/ecosystems.ts';
import { entryStatus } from './status/entry.ts';

/** `1.0 <2.0 affected semver`, `1.0 <=2.0 …`, `1.0 affected` or `1.0 affected semver`. */
function version(text: string, changes?: readonly (readonly [string, string])[]): JsonObject {
  const [start, second = '', third, fourth] = text.split(' ');
  const end = /^<=?/.exec(second)?.[0];
  const entry: Record<string, JsonValue> = { version: start as string };
  if (end === undefined) {
    entry.status = second;
    if (third !== undefined) entry.versionType = third;
  } else {
    entry[end === '<' ? 'lessThan' : 'lessThanOrEqual'] = second.slice(end.length);
    entry.status = third as string;
    if (fourth !== undefined) entry.versionType = fourth;
  }
  if (changes !== undefined) entry.changes = changes.map(([at, status]) => ({ at, status }));
  return entry;
}

const SHA = 'a'.repeat(40);
const SHB = 'b'.repeat(40);
const SHC = 'c'.repeat(40);

interface Row {
  readonly name: string;
  readonly fallback?: string;
  readonly versions: readonly JsonObject[];
  /** Version asked for → status and basis, `affected listed`. */
  readonly expect: Readonly<Record<string, string>>;
}

const ROWS: readonly Row[] = [
  {
    name: 'no versions: the default',
    fallback: 'affected',
    versions: [],
    expect: { '1.0': 'affected default' },
  },
  {
    name: 'no default: unknown',
    versions: [version('1.0 affected')],
    expect: { '1.0': 'affected listed', '1.1': 'unknown default' },
  },
  {
    name: 'single versions are equal as written',
    fallback: 'unaffected',
    versions: [version('1.0 affected')],
    expect: {
      '1.0': 'affected listed',
      '1.0.0': 'unaffected default',
      'v1.0': 'unaffected default',
      '1.0 ': 'unaffected default',
    },
  },
  {
    name: 'single versions with a type are equal as the type says',
    fallback: 'unaffected',
    versions: [version('1.0 affected python')],
    expect: { '1.0': 'affected listed', '1.0.0': 'affected listed', '1.0.1': 'unaffected default' },
  },
  {
    name: 'lessThan is exclusive, the start inclusive',
    fallback: 'unaffected',
    versions: [version('1.2.0 <2.0.0 affected semver')],
    expect: {
      '1.1.9': 'unaffected default',
      '1.2.0': 'affected listed',
      '1.10.0': 'affected listed',
      '1.99.99': 'affected listed',
      '2.0.0': 'unaffected default',
      '2.0.0-rc.1': 'affected listed',
      '1.2.0-rc.1': 'unaffected default',
    },
  },
  {
    name: 'lessThanOrEqual is inclusive',
    fallback: 'unaffected',
    versions: [version('1.0.0 <=1.3.0 affected semver')],
    expect: {
      '1.3.0': 'affected listed',
      '1.3.1': 'unaffected default',
      '1.3.0+build': 'affected listed',
    },
  },
  {
    name: '0 is the earliest of all, * the latest',
    fallback: 'unknown',
    versions: [version('0 <* affected custom')],
    expect: {
      '1.0': 'affected listed',
      'anything at all': 'affected listed',
      '0.0.0-alpha': 'affected listed',
    },
  },
  {
    name: '0 lies before pre-releases',
    fallback: 'unaffected',
    versions: [version('0 <1.0.0 affected semver')],
    expect: {
      '0.0.0-alpha': 'affected listed',
      '1.0.0-alpha': 'affected listed',
      '1.0.0': 'unaffected default',
    },
  },
  {
    name: 'a branch end holds the whole branch',
    fallback: 'affected',
    versions: [
      version('5.4.100 <=5.4.* unaffected semver'),
      version('5.10.9 <5.10.* unaffected semver'),
    ],
    expect: {
      '5.4.99': 'affected default',
      '5.4.100': 'unaffected listed',
      '5.4.999999': 'unaffected listed',
      '5.5.0': 'affected default',
      '5.5.0-rc1': 'affected default',
      '5.10.9': 'unaffected listed',
      '5.10.200': 'unaffected listed',
      '5.11.0': 'affected default',
    },
  },
  {
    name: 'a branch is cut at its point: 1.4.* does not hold 1.40',
    fallback: 'unaffected',
    versions: [version('1.4.0 <1.4.* affected semver')],
    expect: {
      '1.4.7': 'affected listed',
      '1.40.0': 'unaffected default',
      '1.5.0': 'unaffected default',
    },
  },
  {
    name: 'the first entry that holds the version counts',
    fallback: 'unknown',
    versions: [
      version('1.5.0 unaffected'),
      version('1.0.0 <2.0.0 affected semver'),
      version('1.0.0 <3.0.0 unaffected semver'),
    ],
    expect: {
      '1.5.0': 'unaffected listed',
      '1.6.0': 'affected listed',
      '2.5.0': 'unaffected listed',
    },
  },
  {
    name: 'changes switch the status within the range',
    fallback: 'unaffected',
    versions: [
      version('1.0.0 <* affected semver', [
        ['1.5.0', 'unaffected'],
        ['2.0.0', 'affected'],
        ['2.1.0', 'unknown'],
      ]),
    ],
    expect: {
      '1.4.9': 'affected listed',
      '1.5.0': 'unaffected listed',
      '1.9.0': 'unaffected listed',
      '2.0.0': 'affected listed',
      '2.0.9': 'affected listed',
      '3.0.0': 'unknown listed',
      '0.9.0': 'unaffected default',
    },
  },
  {
    name: 'changes are sorted by the reader',
    versions: [
      version('1.0.0 <* affected semver', [
        ['2.0.0', 'affected'],
        ['1.5.0', 'unaffected'],
      ]),
    ],
    expect: {
      '1.6.0': 'unaffected listed',
      '2.5.0': 'affected listed',
      '10.0.0': 'affected listed',
    },
  },
  {
    name: 'a change beyond the range never speaks',
    fallback: 'unknown',
    versions: [version('1.0.0 <2.0.0 affected semver', [['2.5.0', 'unaffected']])],
    expect: { '1.9.0': 'affected listed', '2.6.0': 'unknown default' },
  },
  {
    name: 'custom is decided at its ends only',
    fallback: 'unaffected',
    versions: [version('R1 <R5 affected custom')],
    expect: {
      R1: 'affected listed',
      R5: 'unaffected default',
      R3: 'undecidable listed',
      R9: 'undecidable listed',
    },
  },
  {
    name: 'custom with an inclusive end',
    fallback: 'unaffected',
    versions: [version('0 <=R5 affected custom')],
    expect: { R5: 'affected listed', R4: 'undecidable listed' },
  },
  {
    name: 'what every outcome agrees on is decided',
    fallback: 'affected',
    versions: [version('R1 <R5 affected custom')],
    expect: { R3: 'affected listed', R9: 'affected listed' },
  },
  {
    name: 'custom: an unplaced change is possible',
    fallback: 'affected',
    versions: [version('0 <* affected custom', [['R5', 'unaffected']])],
    expect: { R5: 'unaffected listed', R3: 'undecidable listed' },
  },
  {
    name: 'an unknown type is not guessed',
    fallback: 'unaffected',
    versions: [version('1.0 <2.0 affected patch-level')],
    expect: { '1.5': 'undecidable listed', '1.0': 'affected listed', '2.0': 'unaffected default' },
  },
  {
    name: 'a version that the scheme cannot read is not guessed',
    fallback: 'unaffected',
    versions: [version('1.0.0 <2.0.0 affected semver')],
    expect: { '1.0.0.0.1': 'undecidable listed', latest: 'undecidable listed' },
  },
  {
    name: 'a later entry decides after one that cannot be known',
    fallback: 'unaffected',
    versions: [version('R1 <R5 affected custom'), version('R3 affected')],
    expect: { R3: 'affected listed' },
  },
  {
    name: 'maven, rpm, deb and python order',
    fallback: 'unaffected',
    versions: [
      version('1.0-alpha <1.0 affected maven'),
      version('2:1.0-1 <2:1.0-3 affected rpm'),
      version('1.0~rc1 <1.0 affected deb'),
      version('3.0a1 <3.0 affected python'),
    ],
    expect: {
      '1.0-beta': 'affected listed',
      '2:1.0-2': 'affected listed',
      '3.0rc1': 'affected listed',
    },
  },
  {
    name: 'git: commits have no order here',
    fallback: 'unaffected',
    versions: [version(`${SHA} <${SHB} affected git`)],
    expect: {
      [SHA]: 'affected listed',
      [SHB]: 'unaffected default',
      [SHC]: 'undecidable listed',
      '5.4.90': 'unaffected other',
    },
  },
  {
    name: 'git from the beginning',
    fallback: 'unaffected',
    versions: [version(`0 <${SHB} affected git`)],
    expect: { [SHB]: 'unaffected default', [SHC]: 'undecidable listed' },
  },
  {
    name: 'a commit is no release',
    fallback: 'affected',
    versions: [version('2.6.12 affected'), version('0 <2.6.12 unaffected semver')],
    expect: {
      [SHA]: 'affected other',
      '2.6.11': 'unaffected listed',
      '2.6.13': 'affected default',
    },
  },
  {
    name: 'an empty range holds nothing',
    fallback: 'unaffected',
    versions: [version('1.0.0 <1.0.0 affected semver'), version('2.0.0 <1.0.0 affected semver')],
    expect: {
      '1.0.0': 'unaffected default',
      '1.5.0': 'unaffected default',
      '2.0.0': 'unaffected default',
    },
  },
];

for (const { name, fallback, versions, expect } of ROWS) {
  const product = { versions, ...(fallback === undefined ? {} : { defaultStatus: fallback }) };
  for (const [asked, expected] of Object.entries(expect)) {
    test(`status: ${name}: ${asked.slice(0, 12)} is ${expected}`, () => {
      const found = entryStatus(product, asked, ecosystemOrder);
      assert.equal(`${found.status} ${found.basis}`, expected, found.why.join(' '));
      assert.ok(found.why.length > 0);
    });
  }
}

const NAME = { vendor: 'Example', product: 'Server' } as const;

/** A record whose CNA has these entries, each with the names of the product. */
function record(...entries: readonly JsonObject[]): JsonValue {
  const affected = entries.map((entry) => ({ ...NAME, ...entry }));
  return changed(published(), '/containers/cna/affected', affected);
}

const ask = (value: JsonValue, asked: string, product = {}) =>
  cveStatus(value, { ...NAME, ...product }, asked, ecosystemOrder).map(
    ({ source, status }) => `${source} ${status}`,
  );

test('git and release entries with opposite defaults do not disturb each other', () => {
  const kernel = record(
    { defaultStatus: 'unaffected', versions: [version(`${SHA} <${SHB} affected git`)] },
    {
      defaultStatus: 'affected',
      versions: [
        version('2.6.12 affected'),
        version('0 <2.6.12 unaffected semver'),
        version('5.4.100 <=5.4.* unaffected semver'),
        version('6.1 <=* unaffected original_commit_for_fix'),
      ],
    },
  );
  assert.deepEqual(ask(kernel, '2.6.11'), ['cna unaffected']);
  assert.deepEqual(ask(kernel, '5.4.101'), ['cna unaffected']);
  assert.deepEqual(ask(kernel, SHB), ['cna unaffected']);
  assert.deepEqual(ask(kernel, SHA), ['cna affected']);
  assert.deepEqual(ask(kernel, SHC), ['cna undecidable']);
});

test('an entry that lists a version beats the defaults of others', () => {
  const two = record(
    { defaultStatus: 'unaffected', versions: [version('1.0.0 <1.5.0 affected semver')] },
    { defaultStatus: 'unaffected', versions: [version('2.0.0 <2.5.0 affected semver')] },
  );
  assert.deepEqual(ask(two, '1.2.0'), ['cna affected']);
  assert.deepEqual(ask(two, '2.2.0'), ['cna affected']);
  assert.deepEqual(ask(two, '3.0.0'), ['cna unaffected']);
  const mixed = record(
    { defaultStatus: 'affected', versions: [version('9.0.0 unaffected')] },
    { versions: [version('1.2.0 unaffected')] },
  );
  assert.deepEqual(ask(mixed, '1.2.0'), ['cna unaffected']);
  assert.deepEqual(ask(mixed, '1.3.0'), ['cna affected']);
});

test('among entries that list it the most serious counts, and says so', () => {
  const split = record(
    { platforms: ['Windows'], versions: [version('1.0.0 affected')] },
    { platforms: ['Linux'], versions: [version('1.0.0 unaffected')] },
  );
  assert.deepEqual(ask(split, '1.0.0'), ['cna affected']);
  assert.deepEqual(ask(split, '1.0.0', { platform: 'linux' }), ['cna unaffected']);
  assert.deepEqual(ask(split, '1.0.0', { platform: 'macOS' }), []);
  const [answer] = cveStatus(split, NAME, '1.0.0', ecosystemOrder);
  assert.match(answer?.why.at(-1) ?? '', /Entries differ/);
  assert.match(answer?.why[0] ?? '', /platforms: Windows/);
});

test('modules narrow an entry', () => {
  const value = record({ modules: ['parser'], versions: [version('1.0.0 affected')] });
  assert.deepEqual(ask(value, '1.0.0', { module: 'parser' }), ['cna affected']);
  assert.deepEqual(ask(value, '1.0.0', { module: 'printer' }), []);
  assert.deepEqual(ask(value, '1.0.0'), ['cna affected']);
});

test('products are found by each of their names', () => {
  const value = record(
    { versions: [version('1.0.0 affected')] },
    {
      vendor: 'n',
      product: 'a',
      collectionURL: 'https://PyPI.example/',
      packageName: 'Server',
      versions: [version('1.0.0 unaffected')],
    },
    {
      vendor: 'n',
      product: 'b',
      packageURL: 'pkg:npm/%40example/server',
      versions: [version('1.0.0 unknown')],
    },
  );
  const by = (product: object) =>
    cveStatus(value, product, '1.0.0', ecosystemOrder).map(({ status }) => status);
  assert.deepEqual(by({ vendor: 'example ', product: 'SERVER' }), ['affected']);
  assert.deepEqual(by({ vendor: 'example' }), []);
  assert.deepEqual(by({ collectionURL: 'https://pypi.example', packageName: 'Server' }), [
    'unaffected',
  ]);
  assert.deepEqual(by({ collectionURL: 'https://pypi.example', packageName: 'server' }), []);
  assert.deepEqual(by({ packageURL: 'pkg:npm/%40example/server@1.0.0' }), ['unknown']);
  assert.deepEqual(by({ packageURL: 'pkg:npm/server' }), []);
  assert.deepEqual(by({}), []);
});

test('each source answers for itself', () => {
  const value = record({ versions: [version('1.0.0 unaffected')] }) as Record<string, unknown>;
  changed(value, '/containers/adp/0/affected', [
    { ...NAME, versions: [version('1.0.0 affected')] },
  ]);
  changed(value, '/containers/adp/1', {
    providerMetadata: { orgId: ORG },
    affected: [{ ...NAME, defaultStatus: 'unknown' }],
  });
  assert.deepEqual(ask(value as JsonValue, '1.0.0'), [
    'cna unaffected',
    'adp:CISA-ADP affected',
    `adp:${ORG} unknown`,
  ]);
});

test('a rejected record, and what is no record, say nothing', () => {
  assert.deepEqual(ask(rejected() as JsonValue, '1.0.0'), []);
  for (const value of [null, [], 'x', {}, { containers: { cna: { affected: 'x' } } }]) {
    assert.deepEqual(ask(value as JsonValue, '1.0.0'), []);
  }
});

test('the outcome is what the algorithm of the format gives, whatever the order of changes', () => {
  const number = fc.integer({ min: 0, max: 9 });
  const status = fc.constantFrom('affected', 'unaffected', 'unknown');
  const change = fc.tuple(number, status);
  const entry = fc.record({
    from: number,
    to: number,
    status,
    changes: fc.uniqueArray(change, { selector: ([at]) => at, maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), status, number, (entries, fallback, asked) => {
      const product = {
        defaultStatus: fallback,
        versions: entries.map(({ from, to, status: base, changes }) => ({
          ...version(`${from}.0.0 <${to}.0.0 ${base} semver`),
          changes: changes.map(([at, next]) => ({ at: `${at}.0.0`, status: next })),
        })),
      };
      const first = entries.find(({ from, to }) => from <= asked && asked < to);
      const reached = first?.changes.filter(([at]) => at <= asked).sort(([a], [b]) => a - b);
      const expected = first === undefined ? fallback : (reached?.at(-1)?.[1] ?? first.status);
      assert.equal(entryStatus(product, `${asked}.0.0`, ecosystemOrder).status, expected);
    }),
    { numRuns: 500 },
  );
});

test('without any order a decided answer is the one that the right order gives', () => {
  const number = fc.integer({ min: 1, max: 6 });
  const status = fc.constantFrom('affected', 'unaffected', 'unknown');
  const entry = fc.record({ from: number, to: number, status });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 3 }), status, number, (entries, fallback, asked) => {
      const sound = entries.filter(({ from, to }) => from < to);
      const product = (type: string) => ({
        defaultStatus: fallback,
        versions: sound.map(({ from, to, status: base }) =>
          version(`${from}.0.0 <${to}.0.0 ${base} ${type}`),
        ),
      });
      const blind = entryStatus(product('custom'), `${asked}.0.0`, ecosystemOrder);
      const seeing = entryStatus(product('semver'), `${asked}.0.0`, ecosystemOrder);
      assert.ok((blind.possible as readonly string[]).includes(seeing.status), blind.why.join(' '));
    }),
    { numRuns: 500 },
  );
});
