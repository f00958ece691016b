import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../core/json/index.ts';
import { objectsOf, textOf } from '../../core/json/view.ts';
import { readVexDocument, vexStatus } from '../vex/index.ts';
import { toOpenVex } from './openvex.ts';
import { component, finding, fullReport, report } from './report.test.fixture.ts';

const AUTHOR = { author: 'Example CSIRT' };
const RULE = {
  author: 'Hana Sato',
  expires: '2027-01-31T00:00:00Z',
  reason: 'our own encoder only',
};

function made(...args: Parameters<typeof toOpenVex>): JsonObject {
  const document = toOpenVex(...args);
  assert.ok(document);
  assert.deepEqual(readVexDocument(document).issues, []);
  return document;
}

/** `vulnerability status`, in order. */
function said(document: JsonObject): readonly string[] {
  return objectsOf(document, 'statements').map(
    (each) => `${textOf(each.vulnerability, 'name')} ${textOf(each, 'status')}`,
  );
}

test('every judgement is a statement, and the document is valid', () => {
  assert.deepEqual(said(made(fullReport(), AUTHOR)), [
    'CVE-2026-0001 under_investigation',
    'EXAMPLE-5 under_investigation',
    'CVE-2026-0002 not_affected',
    'CVE-2026-0003 fixed',
    'CVE-2026-0004 affected',
  ]);
});

test('an ignored finding is "not affected" only where its rule gives a justification', () => {
  const justified = { ...RULE, justification: 'vulnerable_code_not_in_execute_path' };
  const fourth = (rules: readonly object[]) => said(made(fullReport(), { ...AUTHOR, rules }))[4];
  assert.equal(fourth([justified]), 'CVE-2026-0004 not_affected');
  assert.equal(fourth([RULE]), 'CVE-2026-0004 affected');
  assert.equal(fourth([{ ...RULE, justification: 'because' }]), 'CVE-2026-0004 affected');
  assert.equal(fourth([{ ...justified, author: 'somebody else' }]), 'CVE-2026-0004 affected');
});

test('nothing found is no document: OpenVEX has at least one statement', () => {
  assert.equal(toOpenVex(report(), AUTHOR), null);
});

test('the product is what the SBOM is about, limited to the component', () => {
  const full = fullReport();
  const components = full.sbom.components.map((each) =>
    each.ref === 'app' ? { ...each, purl: 'pkg:npm/app@2.0.0' } : each,
  );
  const document = made({ ...full, sbom: { ...full.sbom, components } }, AUTHOR);
  const [, , closed] = objectsOf(document, 'statements');
  assert.deepEqual(closed?.products, [
    {
      '@id': 'pkg:npm/app@2.0.0',
      identifiers: { purl: 'pkg:npm/app@2.0.0' },
      subcomponents: [
        { '@id': 'pkg:npm/alpha@1.0.0', identifiers: { purl: 'pkg:npm/alpha@1.0.0' } },
      ],
    },
  ]);
  const { statements } = readVexDocument(document);
  const question = {
    product: 'pkg:npm/app@2.0.0',
    subcomponent: 'pkg:npm/alpha@1.0.0',
    vulnerability: 'CVE-2026-0002',
  };
  const { status } = vexStatus(statements, question, { suppliers: ['Example CSIRT'] });
  assert.equal(status, 'not_affected');
});

test('a component without a package URL is named by its CPE, or by its place in the SBOM', () => {
  const { purl: _, ...bare } = component('in house');
  const cpe = { ...bare, cpes: ['cpe:2.3:a:v:p:1.0:*:*:*:*:*:*:*'] };
  const matches = [finding({ component: bare }), finding({ component: cpe })];
  const [statement] = objectsOf(made(report({ matches }), AUTHOR), 'statements');
  assert.deepEqual(statement?.products, [
    { '@id': 'urn:uuid:6f1f9a3e-0c43-4f0e-9f37-0a7c54b6a001/1#in%20house' },
    { identifiers: { cpe23: 'cpe:2.3:a:v:p:1.0:*:*:*:*:*:*:*' } },
  ]);
});
