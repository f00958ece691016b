import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { JsonValue } from '../../../core/json/value.ts';
import { LIMITS } from '../../../core/limits.ts';
import { readSbom } from '../read.ts';

const CONTEXT = 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld';
const INFO = {
  type: 'CreationInfo',
  '@id': '_:info',
  specVersion: '3.0.1',
  created: '2026-11-21T00:00:00Z',
  createdBy: ['urn:x:me'],
  createdUsing: ['urn:x:tool'],
};
const element = (type: string, id: string, more: object = {}) => ({
  type,
  spdxId: `urn:x:${id}`,
  creationInfo: '_:info',
  ...more,
});
const link = (
  id: string,
  from: string,
  relationshipType: string,
  to: readonly string[],
  more = {},
) =>
  element('Relationship', id, {
    from: `urn:x:${from}`,
    relationshipType,
    to: to.map((each) => (each.includes('Element') ? each : `urn:x:${each}`)),
    ...more,
  });
const assess = (type: string, id: string, relationshipType: string, more: object = {}) => ({
  ...link(id, 'cve', relationshipType, ['app']),
  type: `security_${type}VulnAssessmentRelationship`,
  ...more,
});

const GRAPH: readonly object[] = [
  INFO,
  element('Organization', 'me', { name: 'Example' }),
  element('Tool', 'tool', { name: 'by hand' }),
  element('SpdxDocument', 'doc', {
    profileConformance: ['core', 'software', 'security', 'simpleLicensing'],
    rootElement: ['urn:x:sbom'],
    element: ['urn:x:app'],
    import: [{ type: 'ExternalMap', externalSpdxId: 'urn:y:other' }],
  }),
  element('software_Sbom', 'sbom', { rootElement: ['urn:x:app'], software_sbomType: ['build'] }),
  element('software_Package', 'app', {
    name: 'app',
    software_packageVersion: '1.0',
    software_packageUrl: 'pkg:npm/app@1.0',
    software_primaryPurpose: 'operatingSystem',
    suppliedBy: 'urn:x:me',
    originatedBy: ['urn:x:me'],
    verifiedUsing: [
      { type: 'Hash', algorithm: 'sha256', hashValue: 'ab' },
      { type: 'Hash', algorithm: 'sha3_512', hashValue: 'cd' },
    ],
    externalIdentifier: [
      { type: 'ExternalIdentifier', externalIdentifierType: 'cpe23', identifier: 'cpe:2.3:a:x' },
      { type: 'ExternalIdentifier', externalIdentifierType: 'packageUrl', identifier: 'pkg:x/y' },
      { type: 'ExternalIdentifier', externalIdentifierType: 'swid', identifier: 'tag' },
    ],
  }),
  element('software_Package', 'lib', { name: 'lib', software_packageVersion: '2.0' }),
  element('software_Package', 'dev', { name: 'dev' }),
  element('software_File', 'file', { name: './a' }),
  element('simplelicensing_LicenseExpression', 'mit', {
    simplelicensing_licenseExpression: 'MIT OR Apache-2.0',
  }),
  link('r1', 'app', 'dependsOn', ['lib'], { completeness: 'complete' }),
  {
    ...link('r2', 'app', 'dependsOn', ['dev']),
    type: 'LifecycleScopedRelationship',
    scope: 'development',
  },
  link('r3', 'lib', 'dependsOn', ['NoneElement']),
  link('r4', 'app', 'contains', ['file']),
  link('r5', 'app', 'hasDeclaredLicense', ['mit']),
  link('r6', 'file', 'copiedTo', ['lib']),
  element('security_Vulnerability', 'cve', {
    name: 'CVE-2026-0001',
    externalIdentifier: [
      { type: 'ExternalIdentifier', externalIdentifierType: 'cve', identifier: 'CVE-2026-0001' },
      {
        type: 'ExternalIdentifier',
        externalIdentifierType: 'securityOther',
        identifier: 'GHSA-x',
      },
    ],
  }),
  assess('VexNotAffected', 'v1', 'doesNotAffect', {
    security_justificationType: 'componentNotPresent',
    security_assessedElement: 'urn:x:lib',
    suppliedBy: 'urn:x:me',
    security_publishedTime: '2026-11-21T00:00:00Z',
  }),
  assess('VexAffected', 'v2', 'affects', { security_actionStatement: 'Update.' }),
  assess('VexFixed', 'v3', 'fixedIn'),
  assess('VexUnderInvestigation', 'v4', 'underInvestigationFor'),
  assess('CvssV3', 'c1', 'hasAssessmentFor', {
    security_score: 6.8,
    security_severity: 'medium',
    security_vectorString: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:N/A:N',
  }),
  assess('Epss', 'e1', 'hasAssessmentFor', {
    security_probability: '0.01',
    security_percentile: 0.4,
  }),
];

type Graph = readonly object[];
const read = (graph: Graph, context: JsonValue = CONTEXT) =>
  readSbom(JSON.stringify({ '@context': context, '@graph': graph }));
const codes = (graph: Graph, context?: JsonValue) =>
  read(graph, context).issues.map(({ code, path }) => `${code} ${path}`);
/** The graph with the element of an id changed; undefined takes a member out. */
const changed = (id: string, more: object): Graph =>
  GRAPH.map((each) => {
    const node = each as { spdxId?: string; '@id'?: string };
    return node.spdxId === `urn:x:${id}` || node['@id'] === id ? { ...each, ...more } : each;
  });
const at = (id: string) =>
  `/@graph/${GRAPH.findIndex((each) => (each as { spdxId?: string }).spdxId === `urn:x:${id}`)}`;

test('SPDX 3: a document with core, software and security has no finding', () => {
  assert.deepEqual(codes(GRAPH), []);
});

const { sbom, security, format, version } = read(GRAPH);
const part = (name: string) => sbom?.components.find((each) => each.name === name);
const relations = sbom?.relations.map(
  ({ from, kind, to }) => `${from.slice(6)} ${kind} ${to.slice(6)}`,
);
const FACTS: readonly (readonly [name: string, actual: unknown, expected: unknown])[] = [
  ['format', format, 'spdx'],
  ['version', version, '3.0.1'],
  ['identity', sbom?.identity, 'urn:x:doc'],
  ['created', sbom?.created, '2026-11-21T00:00:00Z'],
  ['authors', sbom?.authors, ['Example']],
  ['tools', sbom?.tools, ['by hand']],
  ['the root, through the collection between', sbom?.root, 'urn:x:app'],
  ['components', sbom?.components.map(({ name }) => name), ['app', 'lib', 'dev', './a']],
  ['completeness', sbom?.completeness, 'complete'],
  ['completeness of one', sbom?.completenessOf.get('urn:x:lib'), 'complete'],
  ['what is stated', [...(sbom?.dependenciesKnown ?? [])], ['urn:x:app', 'urn:x:lib']],
  ['type', part('app')?.type, 'operating-system'],
  ['default type', part('lib')?.type, 'library'],
  ['file', part('./a')?.type, 'file'],
  ['version of a component', part('app')?.version, '1.0'],
  ['purl', part('app')?.purl, 'pkg:npm/app@1.0'],
  ['another purl', part('app')?.identifiers, [{ type: 'purl', value: 'pkg:x/y' }]],
  ['cpe', part('app')?.cpes, ['cpe:2.3:a:x']],
  ['swid', part('app')?.swid, 'tag'],
  ['hashes', part('app')?.hashes.map(({ algorithm }) => algorithm), ['SHA-256', 'SHA3-512']],
  ['supplier', part('app')?.supplier, { name: 'Example', urls: [] }],
  ['author', part('app')?.author, 'Example'],
  ['licence', part('app')?.licenses, ['MIT OR Apache-2.0']],
  ['development', part('dev')?.development, true],
  ['no development', part('lib')?.development, undefined],
  ['place', part('lib')?.path, at('lib')],
  ['depends', relations?.includes('app depends-on lib'), true],
  ['contains', relations?.includes('app contains file'), true],
  ['own words', relations?.includes('file copied-to lib'), true],
  ['none is no relation', relations?.filter((each) => each.startsWith('lib')).length, 0],
  ['vulnerability', security?.vulnerabilities[0]?.ids, ['CVE-2026-0001', 'GHSA-x']],
  [
    'statuses',
    security?.assessments.flatMap(({ status }) => status ?? []),
    ['not_affected', 'affected', 'fixed', 'under_investigation'],
  ],
  ['product', security?.assessments[0]?.products, ['urn:x:app']],
  ['component', security?.assessments[0]?.component, 'urn:x:lib'],
  ['justification', security?.assessments[0]?.justification, 'componentNotPresent'],
  ['who says it', security?.assessments[0]?.suppliedBy, 'urn:x:me'],
  ['when', security?.assessments[0]?.published, '2026-11-21T00:00:00Z'],
  ['action', security?.assessments[1]?.action, 'Update.'],
  ['score', security?.assessments[4]?.score, 6.8],
  ['severity', security?.assessments[4]?.severity, 'medium'],
  ['vector', security?.assessments[4]?.vector?.slice(0, 9), 'CVSS:3.1/'],
  ['probability as text', security?.assessments[5]?.probability, 0.01],
];
for (const [name, actual, expected] of FACTS) {
  test(`SPDX 3 fact: ${name}`, () => assert.deepEqual(actual, expected));
}

const WRONG: readonly (readonly [name: string, graph: Graph, findings: readonly string[]])[] = [
  ['no type', changed('lib', { type: undefined }), [`spdx3-class ${at('lib')}/type`]],
  ['unknown class', changed('lib', { type: 'Package' }), [`spdx3-class ${at('lib')}/type`]],
  ['abstract class', changed('file', { type: 'Artifact' }), [`spdx3-class ${at('file')}/type`]],
  ['class __proto__', changed('file', { type: '__proto__' }), [`spdx3-class ${at('file')}/type`]],
  [
    'no spdxId',
    changed('tool', { spdxId: 'tool' }),
    [`spdx3-id ${at('tool')}/spdxId`, 'sbom-ref-dangling /@graph/0/createdUsing/0'],
  ],
  ['no creationInfo', changed('lib', { creationInfo: undefined }), [`spdx3-missing ${at('lib')}`]],
  ['created missing', changed('_:info', { created: undefined }), ['spdx3-missing /@graph/0']],
  ['createdBy empty', changed('_:info', { createdBy: [] }), ['spdx3-missing /@graph/0/createdBy']],
  [
    'createdBy no list',
    changed('_:info', { createdBy: 'urn:x:me' }),
    ['spdx3-type /@graph/0/createdBy'],
  ],
  [
    'createdBy a tool',
    changed('_:info', { createdBy: ['urn:x:tool'] }),
    ['spdx3-reference /@graph/0/createdBy/0'],
  ],
  [
    'time without Z',
    changed('_:info', { created: '2026-11-21T00:00:00' }),
    ['spdx3-type /@graph/0/created'],
  ],
  [
    'time with fractions',
    changed('_:info', { created: '2026-11-21T00:00:00.5Z' }),
    ['spdx3-type /@graph/0/created'],
  ],
  ['specVersion', changed('_:info', { specVersion: '3.0' }), ['spdx3-type /@graph/0/specVersion']],
  [
    'unknown member',
    changed('lib', { versionInfo: '1' }),
    [`spdx3-member ${at('lib')}/versionInfo`],
  ],
  [
    'member of another class',
    changed('me', { software_packageVersion: '1' }),
    [`spdx3-member ${at('me')}/software_packageVersion`],
  ],
  [
    'number as version',
    changed('lib', { software_packageVersion: 2 }),
    [`spdx3-type ${at('lib')}/software_packageVersion`],
  ],
  [
    'purl no URI',
    changed('lib', { software_packageUrl: 'x' }),
    [`spdx3-type ${at('lib')}/software_packageUrl`],
  ],
  [
    'purpose',
    changed('lib', { software_primaryPurpose: 'OPERATING-SYSTEM' }),
    [`spdx3-word ${at('lib')}/software_primaryPurpose`],
  ],
  [
    'profile',
    changed('doc', { profileConformance: ['all'] }),
    [`spdx3-word ${at('doc')}/profileConformance/0`],
  ],
  [
    'hash algorithm',
    changed('lib', { verifiedUsing: [{ type: 'Hash', algorithm: 'SHA256', hashValue: 'a' }] }),
    [`spdx3-word ${at('lib')}/verifiedUsing/0/algorithm`],
  ],
  [
    'hash without value',
    changed('lib', { verifiedUsing: [{ type: 'Hash', algorithm: 'sha1' }] }),
    [`spdx3-missing ${at('lib')}/verifiedUsing/0`],
  ],
  [
    'an object of another class within',
    changed('lib', { verifiedUsing: [{ type: 'ExternalRef' }] }),
    [`spdx3-reference ${at('lib')}/verifiedUsing/0`],
  ],
  [
    'supplier no agent',
    changed('lib', { suppliedBy: 'urn:x:app' }),
    [`spdx3-reference ${at('lib')}/suppliedBy`],
  ],
  [
    'supplier no IRI',
    changed('lib', { suppliedBy: 'Example' }),
    [`spdx3-type ${at('lib')}/suppliedBy`],
  ],
  [
    'supplier nowhere',
    changed('lib', { suppliedBy: 'urn:x:gone' }),
    [`sbom-ref-dangling ${at('lib')}/suppliedBy`],
  ],
  [
    'blank node nowhere',
    changed('lib', { creationInfo: '_:gone' }),
    [`spdx3-reference ${at('lib')}/creationInfo`],
  ],
  ['relationship without to', changed('r1', { to: [] }), [`spdx3-missing ${at('r1')}/to`]],
  [
    'relationship word of 2.3',
    changed('r1', { relationshipType: 'DEPENDS_ON' }),
    [`spdx3-word ${at('r1')}/relationshipType`],
  ],
  ['completeness', changed('r1', { completeness: 'yes' }), [`spdx3-word ${at('r1')}/completeness`]],
  [
    'scope on a plain relationship',
    changed('r1', { scope: 'build' }),
    [`spdx3-member ${at('r1')}/scope`],
  ],
  ['scope word', changed('r2', { scope: 'never' }), [`spdx3-word ${at('r2')}/scope`]],
  [
    'an id twice',
    changed('dev', { spdxId: 'urn:x:lib' }),
    [`sbom-ref-repeated ${at('dev')}`, `sbom-ref-dangling ${at('r2')}/to/0`],
  ],
  [
    'two documents',
    [...GRAPH, element('SpdxDocument', 'doc2')],
    [`spdx3-document /@graph/${GRAPH.length}`],
  ],
  [
    'a licence that is none',
    changed('mit', { simplelicensing_licenseExpression: 'MIT AND' }),
    [`sbom-licence ${at('mit')}/simplelicensing_licenseExpression`],
  ],
  [
    'not affected without reason',
    changed('v1', { security_justificationType: undefined }),
    [`spdx3-assessment ${at('v1')}`],
  ],
  [
    'justification word',
    changed('v1', { security_justificationType: 'component_not_present' }),
    [`spdx3-word ${at('v1')}/security_justificationType`],
  ],
  [
    'VEX with another relationship',
    changed('v2', { relationshipType: 'fixedIn' }),
    [`spdx3-assessment ${at('v2')}/relationshipType`],
  ],
  [
    'an assessment of no vulnerability',
    changed('v3', { from: 'urn:x:lib' }),
    [`spdx3-assessment ${at('v3')}/from`],
  ],
  [
    'CVSS without score',
    changed('c1', { security_score: undefined }),
    [`spdx3-missing ${at('c1')}`],
  ],
  [
    'CVSS severity',
    changed('c1', { security_severity: 'Medium' }),
    [`spdx3-word ${at('c1')}/security_severity`],
  ],
  [
    'CVSS score as words',
    changed('c1', { security_score: 'high' }),
    [`spdx3-type ${at('c1')}/security_score`],
  ],
];
for (const [name, graph, findings] of WRONG) {
  test(`SPDX 3 refused: ${name}`, () =>
    assert.deepEqual(codes(graph).sort(), [...findings].sort()));
}

test('SPDX 3: what may stand otherwise', () => {
  const inline = changed('lib', {
    creationInfo: { ...INFO, '@id': undefined },
    suppliedBy: element('Person', 'somebody', { name: 'Aoi' }),
  });
  assert.deepEqual(codes(inline), []);
  assert.equal(
    read(inline).sbom?.components.find(({ name }) => name === 'lib')?.supplier?.name,
    'Aoi',
  );
  assert.deepEqual(codes(changed('lib', { suppliedBy: 'urn:y:other' })), []);
  assert.deepEqual(codes([...GRAPH, { type: 'https://example.org/My', x: 1 }]), []);
  assert.deepEqual(codes(GRAPH, 'https://spdx.org/rdf/3.0.0/spdx-context.jsonld'), []);
  const terms = 'https://spdx.org/rdf/3.0.1/terms/Core/NoneElement';
  assert.deepEqual(codes(changed('r3', { to: [terms] })), []);
  const listed = changed('r5', { to: ['https://spdx.org/licenses/MIT'] });
  assert.deepEqual(read(listed).sbom?.components[0]?.licenses, ['MIT']);
  const custom = changed('mit', {
    simplelicensing_licenseExpression: 'Mine OR MIT',
    simplelicensing_customIdToUri: [{ type: 'DictionaryEntry', key: 'Mine', value: 'urn:x:mine' }],
  });
  assert.deepEqual(codes(custom), []);
});

test('SPDX 3: contexts and single objects', () => {
  assert.deepEqual(codes(GRAPH, 'https://spdx.org/rdf/4.0.0/spdx-context.jsonld'), [
    'sbom-version /@context',
  ]);
  assert.deepEqual(codes(GRAPH, 'https://spdx.org/rdf/3.0.1/other.jsonld'), [
    'spdx3-context /@context',
  ]);
  const single = readSbom(
    JSON.stringify({
      '@context': CONTEXT,
      ...element('software_Package', 'a', {
        name: 'a',
        creationInfo: { ...INFO, createdBy: ['SpdxOrganization'], createdUsing: undefined },
      }),
    }),
  );
  assert.deepEqual([single.issues, single.sbom?.components.length], [[], 1]);
});

test('SPDX 3: hostile documents are bounded', () => {
  const many = Array.from({ length: 5_000 }, (_, i) => ({ type: 'No', i }));
  assert.equal(read(many).issues.length, LIMITS.shape.issues);
  let root: object = element('Bundle', 'b0', { rootElement: ['urn:x:b0'] });
  assert.equal(
    read([element('SpdxDocument', 'doc', { rootElement: ['urn:x:b0'] }), root]).sbom?.root,
    null,
  );
  for (let i = 0; i < 60; i++) root = { type: 'Bundle', element: [root] };
  assert.ok(read([root]).issues.length > 0);
  const odd: JsonValue = {
    '@context': CONTEXT,
    '@graph': [1, null, [[]], { __proto__: { type: 1 } }],
  };
  assert.ok(readSbom(JSON.stringify(odd)).sbom);
});

test('SPDX 3: the valid document is valid for the bindings of SPDX too', (t) => {
  const python = process.env.CYBEX_PYTHON ?? 'python3';
  if (spawnSync(python, ['-c', 'import spdx_python_model']).status !== 0) {
    return t.skip(`${python} has no spdx_python_model: set CYBEX_PYTHON`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'cybex-spdx3-'));
  try {
    const file = join(folder, 'a.json');
    const program = `
import sys
from spdx_python_model import v3_0_1 as m
objects = m.SHACLObjectSet()
with open(sys.argv[1], "rb") as f: m.JSONLDDeserializer().read(f, objects)
print(len(list(objects.foreach_type("Element", match_subclass=True))))`;
    writeFileSync(file, JSON.stringify({ '@context': CONTEXT, '@graph': GRAPH }));
    const right = spawnSync(python, ['-c', program, file], { encoding: 'utf8' });
    assert.equal(right.stdout.trim(), String(GRAPH.length - 1), right.stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
