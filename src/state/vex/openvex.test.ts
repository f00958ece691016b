import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../core/json/value.ts';
import { readVex } from './index.ts';

const statement = (more: JsonObject = {}): JsonObject => ({
  vulnerability: { name: 'CVE-2026-0001' },
  products: [{ '@id': 'pkg:npm/a@1.0' }],
  status: 'under_investigation',
  ...more,
});
const document = (more: JsonObject = {}): JsonObject => ({
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://example.org/vex/1',
  author: 'Example PSIRT',
  timestamp: '2026-11-21T09:30:00Z',
  version: 1,
  statements: [statement()],
  ...more,
});
const found = (more: JsonObject) =>
  readVex(JSON.stringify(document(more))).issues.map(({ code, path }) => `${code} ${path}`);
const one = (more: JsonObject) => found({ statements: [statement(more)] });

const CASES: readonly [string, readonly string[], readonly string[]][] = [
  ['a document', found({}), []],
  [
    'not affected, justified',
    one({ status: 'not_affected', justification: 'component_not_present' }),
    [],
  ],
  [
    'not affected, explained',
    one({ status: 'not_affected', impact_statement: 'never called' }),
    [],
  ],
  [
    'not affected without a reason',
    one({ status: 'not_affected' }),
    ['vex-justification /statements/0'],
  ],
  ['affected with what to do', one({ status: 'affected', action_statement: 'update' }), []],
  ['affected without', one({ status: 'affected' }), ['vex-action /statements/0']],
  [
    'a justification of a fix',
    one({ status: 'fixed', justification: 'component_not_present' }),
    ['vex-justification-place /statements/0/justification'],
  ],
  [
    'an unknown justification',
    one({ status: 'not_affected', justification: 'because' }),
    ['shape-word /statements/0/justification'],
  ],
  ['an unknown status', one({ status: 'safe' }), ['shape-word /statements/0/status']],
  [
    'no vulnerability',
    found({ statements: [{ products: [{ '@id': 'pkg:npm/a' }], status: 'fixed' }] }),
    ['shape-missing /statements/0'],
  ],
  [
    'a vulnerability without name',
    one({ vulnerability: { '@id': 'https://example.org/v' } }),
    ['shape-missing /statements/0/vulnerability'],
  ],
  ['no product', one({ products: [] }), ['vex-products /statements/0']],
  [
    'a product without a name',
    one({ products: [{ hashes: { md5: 'x' } }] }),
    ['shape-missing /statements/0/products/0', 'vex-products /statements/0'],
  ],
  ['a product by identifier only', one({ products: [{ identifiers: { purl: 'pkg:npm/a' } }] }), []],
  [
    'identifiers of no known kind',
    one({ products: [{ identifiers: { swid: 'x' } }] }),
    [
      'shape-unknown /statements/0/products/0/identifiers/swid',
      'shape-missing /statements/0/products/0/identifiers',
      'vex-products /statements/0',
    ],
  ],
  [
    'one product twice',
    one({ products: [{ '@id': 'pkg:npm/a' }, { '@id': 'pkg:npm/a' }] }),
    ['shape-repeated /statements/0/products/1'],
  ],
  ['an unknown member', one({ note: 'x' }), ['shape-unknown /statements/0/note']],
  ['version 0', found({ version: 0 }), ['shape-range /version']],
  ['version as text', found({ version: '1' }), ['shape-type /version']],
  ['no statements', found({ statements: [] }), ['shape-count /statements']],
  ['no author', found({ author: null }), ['shape-type /author']],
  ['a time without zone', found({ timestamp: '2026-11-21T09:30:00' }), ['shape-form /timestamp']],
  [
    'updated before it was issued',
    found({ last_updated: '2026-11-20T09:30:00Z' }),
    ['vex-last-updated /last_updated'],
  ],
  [
    'a later version of the context',
    found({ '@context': 'https://openvex.dev/ns/v0.9.0' }),
    ['vex-context /@context'],
  ],
  [
    'the context of 0.0.1',
    found({ '@context': 'https://openvex.dev/ns' }),
    ['vex-older /@context'],
  ],
];

for (const [name, actual, expected] of CASES) {
  test(`OpenVEX: ${name}`, () => assert.deepEqual(actual, expected));
}

test('times and names cascade', () => {
  const { statements } = readVex(
    JSON.stringify(
      document({
        statements: [
          statement({ timestamp: '2026-11-22T00:00:00Z', supplier: 'Example' }),
          statement({
            vulnerability: { name: 'CVE-2026-0002', aliases: ['GHSA-x'] },
            products: [
              {
                '@id': 'https://example.org/p',
                identifiers: { purl: 'pkg:npm/a@1.0', cpe23: 'cpe:2.3:a:e:a:1.0:*:*:*:*:*:*:*' },
                hashes: { 'sha-256': 'ABCD' },
                subcomponents: [{ '@id': 'pkg:npm/b@2.0' }],
              },
            ],
          }),
        ],
      }),
    ),
  );
  assert.deepEqual(
    statements.map(({ time }) => time),
    ['2026-11-22T00:00:00Z', '2026-11-21T09:30:00Z'],
  );
  assert.deepEqual(statements[1]?.vulnerability, ['CVE-2026-0002', 'GHSA-x']);
  assert.deepEqual(statements[1]?.product, {
    id: 'https://example.org/p',
    purls: ['pkg:npm/a@1.0'],
    cpes: ['cpe:2.3:a:e:a:1.0:*:*:*:*:*:*:*'],
    hashes: ['sha256:abcd'],
  });
  assert.deepEqual(statements[1]?.subcomponents[0]?.purls, ['pkg:npm/b@2.0']);
});

test('a document of 0.0.1 is read: texts for products and vulnerability', () => {
  const { statements } = readVex(
    JSON.stringify({
      '@context': 'https://openvex.dev/ns',
      '@id': 'https://example.org/vex/0',
      author: 'x',
      timestamp: '2023-01-08T18:02:03-06:00',
      version: '1',
      statements: [
        {
          vulnerability: 'CVE-2023-12345',
          products: ['pkg:apk/wolfi/git@2.39.0-r1'],
          subcomponents: ['pkg:apk/wolfi/perl@5'],
          status: 'fixed',
        },
      ],
    }),
  );
  assert.deepEqual(statements[0]?.vulnerability, ['CVE-2023-12345']);
  assert.equal(statements[0]?.subcomponents[0]?.id, 'pkg:apk/wolfi/perl@5');
});

test('what is no VEX is said to be none', () => {
  assert.equal(readVex('{"a": 1}').issues[0]?.code, 'vex-unrecognised');
  assert.equal(readVex('[]').issues[0]?.code, 'vex-unrecognised');
  assert.equal(readVex('{').issues[0]?.code, 'json-syntax');
});
