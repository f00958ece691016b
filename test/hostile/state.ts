/** Requests of rpc that reach the readers of the state cluster (X.1500 §7.1), to be mutated. */
const VULNERABLE = {
  dataType: 'CVE_RECORD',
  dataVersion: '5.1',
  cveMetadata: { cveId: 'CVE-2026-0001', state: 'PUBLISHED' },
  containers: {
    cna: {
      affected: [
        {
          vendor: 'example',
          product: 'gate',
          defaultStatus: 'unaffected',
          versions: [
            { version: '1.0', lessThan: '1.4.2', versionType: 'semver', status: 'affected' },
          ],
        },
      ],
      descriptions: [{ lang: 'en', value: 'A gate that opens.' }],
    },
  },
};
const ADVISORY = {
  document: {
    category: 'csaf_base',
    csaf_version: '2.0',
    title: 'Example',
    publisher: { category: 'vendor', name: 'Example', namespace: 'https://example.com' },
    tracking: { id: 'EX-1', version: '1', status: 'final' },
  },
};
const PARTS = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  components: [{ type: 'library', name: 'gate', version: '1.0', purl: 'pkg:npm/gate@1.0' }],
};

const OSV = {
  id: 'EX-1',
  modified: '2026-11-21T00:00:00Z',
  affected: [
    {
      package: { ecosystem: 'npm', name: 'gate' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.4.2' }] }],
    },
  ],
};
const VEX = {
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://example.org/vex/1',
  author: 'Example',
  timestamp: '2026-11-21T00:00:00Z',
  version: 1,
  statements: [
    {
      vulnerability: { name: 'CVE-2026-0001' },
      products: [{ '@id': 'pkg:npm/gate@1.0' }],
      status: 'not_affected',
      justification: 'component_not_present',
    },
  ],
};
const CPE = 'cpe:2.3:a:example:gate:1.4:*:*:*:*:*:*:*';

const OVAL_TEXT = `<oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5" xmlns:o="http://oval.mitre.org/XMLSchema/oval-common-5" xmlns:i="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent"><generator><o:schema_version>5.11</o:schema_version><o:timestamp>2026-11-22T00:00:00</o:timestamp></generator><tests><i:family_test id="oval:e:tst:1" version="1" check="all" comment="c"><i:object object_ref="oval:e:obj:1"/></i:family_test></tests><objects><i:family_object id="oval:e:obj:1" version="1"/></objects></oval_definitions>`;

export const STATE_REQUESTS: readonly { readonly op: string; readonly args: object }[] = [
  { op: 'cvss.score', args: { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:N/E:P' } },
  {
    op: 'cvss.score',
    args: { vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:A' },
  },
  { op: 'cvss.explain', args: { vector: 'AV:N/AC:L/Au:N/C:P/I:P/A:P' } },
  { op: 'purl.parse', args: { purl: 'pkg:golang/example.org/Gate@v1.2.3?os=linux#cmd/x' } },
  {
    op: 'purl.build',
    args: { components: { type: 'npm', namespace: '@example', name: 'gate', version: '1.0' } },
  },
  { op: 'purl.validate', args: { purl: 'pkg:deb/debian/gate@1.0-1?arch=amd64', type: 'deb' } },
  { op: 'vers.parse', args: { range: 'vers:npm/>=1.0.0|<1.4.2|!=1.3.0' } },
  { op: 'vers.contains', args: { range: 'vers:deb/<1:2.0~rc1-1', version: '1:1.9-3' } },
  { op: 'vers.compare', args: { scheme: 'pypi', a: '1.0.post1', b: '1!0.9rc2' } },
  { op: 'vers.fromNative', args: { scheme: 'npm', native: '^1.2.3 || ~2.0 <2.0.9' } },
  { op: 'check', args: { text: OVAL_TEXT, format: 'oval' } },
  { op: 'csaf.check', args: { text: JSON.stringify(ADVISORY) } },
  { op: 'sbom.read', args: { text: JSON.stringify(PARTS) } },
  {
    op: 'cve.status',
    args: {
      record: VULNERABLE,
      product: { vendor: 'example', product: 'gate' },
      version: '1.2.0',
    },
  },
  { op: 'convert', args: { text: JSON.stringify(ADVISORY), to: 'csaf-2.1' } },
  { op: 'convert', args: { text: JSON.stringify(ADVISORY), to: 'stix' } },
  { op: 'convert', args: { text: JSON.stringify(ADVISORY), to: 'openvex' } },
  { op: 'convert', args: { text: JSON.stringify(ADVISORY), to: 'cve' } },
  { op: 'convert', args: { text: JSON.stringify(VULNERABLE), to: 'csaf' } },
  { op: 'convert', args: { text: JSON.stringify(VEX), to: 'csaf' } },
  { op: 'convert', args: { text: JSON.stringify(VULNERABLE), to: 'stix', from: 'cve' } },
  { op: 'convert', args: { text: JSON.stringify(OSV), to: 'stix', now: '2026-11-22T00:00:00Z' } },
  { op: 'cpe.parse', args: { name: CPE } },
  { op: 'cpe.match', args: { source: 'cpe:/a:example:gate', target: CPE } },
  {
    op: 'cpe.applies',
    args: {
      expression: {
        operator: 'OR',
        cpeMatch: [{ criteria: CPE, vulnerable: true, versionEndExcluding: '1.5' }],
      },
      names: [CPE],
    },
  },
  {
    op: 'scan',
    args: {
      sbom: PARTS,
      advisories: [OSV, VULNERABLE],
      vex: [VEX],
      trust: { suppliers: ['Example'] },
      ignores: [
        { vulnerability: 'EX-1', reason: 'r', author: 'a', expires: '2027-01-01T00:00:00Z' },
      ],
      time: '2026-11-21T00:00:00Z',
    },
  },
  {
    op: 'vex.status',
    args: {
      documents: [VEX],
      product: 'pkg:npm/gate@1.0',
      vulnerability: 'CVE-2026-0001',
      trust: { suppliers: ['Example'] },
    },
  },
  {
    op: 'cwss.score',
    args: { vector: '(TI:H/AP:A/AL:A/IC:N/FC:T/RP:N/RL:A/AV:I/AS:N/IN:A/SC:A)' },
  },
  {
    op: 'ssvc.decide',
    args: { table: 'CISA BOD 26-04', values: { KEV: 'Y', Automatable: 'yes', TI: 'T' } },
  },
];
