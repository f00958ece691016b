/** Documents that use most of their formats; every test of a conversion begins with one of them. */
import type { JsonObject } from '../core/json/index.ts';

export const CNA = 'b3476cb9-2e3d-41a6-98d0-0f47421a65b6';
export const ADP = '134c704f-9b21-4f2e-91b3-4a467353bcc0';

export const CONTEXT = {
  namespace: '0f9f6f4e-6a1c-4b0e-9a3c-1d2e3f405162',
  createdBy: 'identity--6f1f2a10-7f7c-4c43-9d0a-20a5b3f0c111',
  now: '2026-11-22T00:00:00.000Z',
} as const;

const V31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const V4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';

export function osvRecord(): JsonObject {
  return {
    schema_version: '1.7.0',
    id: 'GHSA-2345-6789-cfgh',
    modified: '2026-11-20T10:00:00Z',
    published: '2026-11-01T10:00:00.5Z',
    aliases: ['CVE-2026-0001'],
    upstream: ['CVE-2026-0002'],
    related: ['GHSA-0000-1111-2222'],
    summary: 'Gate opens for all',
    details: 'The gate opens.\n\n## Impact\nEverybody gets in.',
    severity: [
      { type: 'CVSS_V3', score: V31 },
      { type: 'CVSS_V4', score: V4 },
    ],
    affected: [
      {
        package: { ecosystem: 'npm', name: '@example/gate', purl: 'pkg:npm/%40example/gate' },
        ranges: [
          {
            type: 'SEMVER',
            events: [{ introduced: '0' }, { fixed: '1.4.2' }, { introduced: '2.0.0' }],
            database_specific: { last_known: '<= 1.4.1' },
          },
          {
            type: 'GIT',
            repo: 'https://git.example.org/gate',
            events: [{ introduced: '0' }, { last_affected: 'deadbeef' }],
          },
        ],
        versions: ['1.4.0', '1.4.1'],
        ecosystem_specific: { imports: ['gate'] },
        database_specific: { source: 'https://example.org/db/1' },
      },
      {
        package: { ecosystem: 'Ubuntu:24.04:LTS', name: 'gate' },
        severity: [{ type: 'Ubuntu', score: 'medium' }],
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1.4-2ubuntu1' }] }],
      },
    ],
    references: [
      { type: 'ADVISORY', url: 'https://example.org/advisories/1' },
      { type: 'FIX', url: 'https://git.example.org/gate/commit/1' },
    ],
    credits: [{ name: 'Hana Sato', contact: ['https://example.org/~hana'], type: 'FINDER' }],
    database_specific: { cwe_ids: ['CWE-284'], severity: 'CRITICAL' },
  };
}

export function withdrawnOsv(): JsonObject {
  return { ...osvRecord(), withdrawn: '2026-11-21T00:00:00Z' };
}

function product(): JsonObject {
  return {
    vendor: 'Example',
    product: 'Gate',
    packageURL: 'pkg:npm/%40example/gate',
    cpes: ['cpe:2.3:a:example:gate:*:*:*:*:*:node.js:*:*', 'cpe:/a:example:gate'],
    modules: ['hinge'],
    programFiles: ['src/hinge.c'],
    programRoutines: [{ name: 'swing' }],
    platforms: ['Linux'],
    repo: 'https://git.example.org/gate',
    defaultStatus: 'unaffected',
    versions: [
      {
        version: '1.0.0',
        lessThan: '2.0.0',
        versionType: 'semver',
        status: 'affected',
        changes: [{ at: '1.9.0', status: 'unaffected' }],
      },
      { version: '3.0.0', lessThanOrEqual: '3.1.0', versionType: 'semver', status: 'unknown' },
    ],
  };
}

export function cveRecord(): JsonObject {
  return {
    dataType: 'CVE_RECORD',
    dataVersion: '5.2.0',
    cveMetadata: {
      cveId: 'CVE-2026-0001',
      assignerOrgId: CNA,
      assignerShortName: 'example',
      state: 'PUBLISHED',
      dateReserved: '2026-10-01T00:00:00',
      datePublished: '2026-11-01T10:00:00.500Z',
      dateUpdated: '2026-11-20T19:00:00+09:00',
      serial: 3,
    },
    containers: {
      cna: {
        providerMetadata: {
          orgId: CNA,
          shortName: 'example',
          dateUpdated: '2026-11-20T10:00:00.000Z',
        },
        dateAssigned: '2026-10-01T00:00:00Z',
        datePublic: '2026-10-31T00:00:00',
        title: 'Gate opens for all',
        descriptions: [
          {
            lang: 'en',
            value: 'The gate opens.',
            supportingMedia: [
              { type: 'text/html', base64: false, value: '<p>The gate opens.</p>' },
            ],
          },
          { lang: 'ja', value: '門が開く。' },
          { lang: 'en-GB', value: 'The gate does open.' },
        ],
        affected: [product(), { vendor: 'Example', product: 'Door', defaultStatus: 'unaffected' }],
        cpeApplicability: [
          {
            operator: 'OR',
            nodes: [
              {
                operator: 'OR',
                negate: false,
                cpeMatch: [
                  { vulnerable: true, criteria: 'cpe:2.3:a:example:gate:*:*:*:*:*:node.js:*:*' },
                ],
              },
            ],
          },
        ],
        problemTypes: [
          {
            descriptions: [
              { lang: 'en', description: 'CWE-284 Access control', cweId: 'CWE-284', type: 'CWE' },
              { lang: 'en', description: 'It opens' },
            ],
          },
        ],
        impacts: [
          { capecId: 'CAPEC-1', descriptions: [{ lang: 'en', value: 'CAPEC-1 Functions' }] },
        ],
        references: [
          { url: 'https://example.org/advisories/1', name: 'EX-1', tags: ['vendor-advisory'] },
          { url: 'https://git.example.org/gate/commit/1' },
        ],
        metrics: [
          {
            format: 'CVSS',
            scenarios: [{ lang: 'en', value: 'Gates on the street' }],
            cvssV3_1: {
              version: '3.1',
              vectorString: V31,
              baseScore: 9.8,
              baseSeverity: 'CRITICAL',
              attackVector: 'NETWORK',
            },
          },
          {
            format: 'CVSS',
            scenarios: [{ lang: 'en', value: 'GENERAL' }],
            cvssV4_0: {
              version: '4.0',
              vectorString: V4,
              baseScore: 9.3,
              baseSeverity: 'CRITICAL',
            },
          },
        ],
        configurations: [{ lang: 'en', value: 'A gate with a hinge.' }],
        workarounds: [{ lang: 'en', value: 'Lock it.' }],
        solutions: [
          { lang: 'en', value: 'Update to 2.0.0.' },
          { lang: 'ja', value: '2.0.0 に更新する。' },
        ],
        exploits: [{ lang: 'en', value: 'None known.' }],
        timeline: [{ time: '2026-10-02T00:00:00.000Z', lang: 'en', value: 'Found.' }],
        credits: [{ lang: 'en', value: 'Hana Sato', user: ADP, type: 'finder' }],
        source: { discovery: 'EXTERNAL' },
        tags: ['disputed'],
        taxonomyMappings: [
          {
            taxonomyName: 'Example list',
            taxonomyVersion: '4',
            taxonomyRelations: [
              { taxonomyId: 'T1', relationshipName: 'mitigated by', relationshipValue: 'T2' },
            ],
          },
        ],
        x_generator: { engine: 'own' },
      },
      adp: [
        {
          providerMetadata: {
            orgId: ADP,
            shortName: 'CISA-ADP',
            dateUpdated: '2026-11-02T00:00:00Z',
          },
          title: 'Enrichment',
          metrics: [
            { other: { type: 'ssvc', content: { version: '2.0.3', role: 'CISA Coordinator' } } },
            {
              cvssV3_1: {
                version: '3.1',
                vectorString: V31,
                baseScore: 9.8,
                baseSeverity: 'CRITICAL',
              },
            },
          ],
          affected: [product()],
          references: [{ url: 'https://example.net/poc', tags: ['exploit'] }],
        },
      ],
    },
  };
}

export function rejectedCve(): JsonObject {
  return {
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: {
      cveId: 'CVE-2026-0003',
      assignerOrgId: CNA,
      state: 'REJECTED',
      dateRejected: '2026-11-20T10:00:00.000Z',
    },
    containers: {
      cna: {
        providerMetadata: { orgId: CNA, shortName: 'example' },
        rejectedReasons: [{ lang: 'en', value: 'It is the same as CVE-2026-0001.' }],
        replacedBy: ['CVE-2026-0001'],
      },
    },
  };
}
