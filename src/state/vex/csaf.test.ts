import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../core/json/value.ts';
import { readVex } from './index.ts';

const product = (id: string, purl?: string): JsonObject => ({
  product_id: id,
  name: id,
  ...(purl ? { product_identification_helper: { purl } } : {}),
});
const csaf = (vulnerability: JsonObject, tree: JsonObject = {}): string =>
  JSON.stringify({
    document: {
      csaf_version: '2.0',
      category: 'csaf_vex',
      publisher: { name: 'Example PSIRT' },
      tracking: { id: 'EX-1', current_release_date: '2026-11-21T00:00:00Z' },
    },
    product_tree: {
      branches: [
        {
          category: 'vendor',
          name: 'Example',
          branches: [
            { category: 'product_version', name: '1', product: product('P1', 'pkg:npm/a@1') },
            { category: 'product_version', name: '2', product: product('P2', 'pkg:npm/a@2') },
          ],
        },
      ],
      full_product_names: [product('OS', 'pkg:generic/os@1')],
      product_groups: [{ group_id: 'G', product_ids: ['P1', 'P2'] }],
      ...tree,
    },
    vulnerabilities: [{ cve: 'CVE-2026-0001', ...vulnerability }],
  });
const said = (text: string) =>
  readVex(text).statements.map(({ product: { id, purls }, subcomponents, status }) =>
    [id, purls[0], status, ...subcomponents.map((each) => each.id)].join(' '),
  );

test('every group that claims something becomes a statement, the others none', () => {
  const status = {
    known_not_affected: ['P1'],
    known_affected: ['P2'],
    first_fixed: ['OS'],
    recommended: ['OS'],
  };
  assert.deepEqual(said(csaf({ product_status: status })), [
    'P1 pkg:npm/a@1 not_affected',
    'P2 pkg:npm/a@2 affected',
    'OS pkg:generic/os@1 fixed',
  ]);
});

test('flags, threats and remediations are reasons, for products and groups', () => {
  const { statements } = readVex(
    csaf({
      product_status: { known_not_affected: ['P1'], known_affected: ['P2'] },
      flags: [{ label: 'component_not_present', group_ids: ['G'] }],
      threats: [{ category: 'impact', details: 'never called', product_ids: ['P1'] }],
      remediations: [{ category: 'vendor_fix', details: 'update', product_ids: ['P2'] }],
    }),
  );
  assert.equal(statements[0]?.justification, 'component_not_present');
  assert.equal(statements[0]?.impact, 'never called');
  assert.equal(statements[1]?.action, 'update');
  assert.equal(statements[1]?.justification, undefined);
});

test('a relationship is a part within a whole, unless it names itself', () => {
  const relationship = (full: JsonObject): JsonObject => ({
    category: 'installed_on',
    product_reference: 'P1',
    relates_to_product_reference: 'OS',
    full_product_name: full,
  });
  const status = { product_status: { known_not_affected: ['R'] } };
  assert.deepEqual(said(csaf(status, { relationships: [relationship(product('R'))] })), [
    'R pkg:generic/os@1 not_affected P1',
  ]);
  assert.deepEqual(
    said(csaf(status, { relationships: [relationship(product('R', 'pkg:generic/r@1'))] })),
    ['R pkg:generic/r@1 not_affected'],
  );
});

test('a product that is not defined is said', () => {
  const { issues, statements } = readVex(csaf({ product_status: { fixed: ['P9'] } }));
  assert.deepEqual(statements, []);
  assert.equal(issues[0]?.path, '/vulnerabilities/0/product_status/fixed/0');
});

test('CycloneDX: each analysis for each element it affects', () => {
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
    metadata: { timestamp: '2026-11-21T00:00:00Z', supplier: { name: 'Example' } },
    components: [{ type: 'library', name: 'a', 'bom-ref': 'a', purl: 'pkg:npm/a@1' }],
    vulnerabilities: [
      {
        id: 'CVE-2026-0001',
        references: [{ id: 'GHSA-x' }],
        analysis: { state: 'false_positive', justification: 'code_not_present', detail: 'no' },
        affects: [{ ref: 'a' }, { ref: 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#b' }],
      },
      { id: 'CVE-2026-0002', affects: [{ ref: 'a' }] },
    ],
  };
  const { statements } = readVex(JSON.stringify(bom));
  assert.equal(statements.length, 2);
  const [first] = statements;
  assert.deepEqual(first?.vulnerability, ['CVE-2026-0001', 'GHSA-x']);
  assert.equal(first?.status, 'not_affected');
  assert.equal(first?.author, 'Example');
  assert.equal(first?.impact, 'no');
  assert.deepEqual(first?.product.purls, ['pkg:npm/a@1']);
});
