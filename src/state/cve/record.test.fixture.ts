/** A record that is right, and a way to change one thing in it. */
import type { JsonValue } from '../../core/json/value.ts';

export const ORG = 'b3476cb9-2e3d-41a6-98d0-0f47421a65b6';

/** A published record of 5.2 that uses most of the format. */
export function published(): Record<string, unknown> {
  return {
    dataType: 'CVE_RECORD',
    dataVersion: '5.2.0',
    cveMetadata: {
      cveId: 'CVE-2026-12345678901234567',
      assignerOrgId: ORG,
      assignerShortName: 'example',
      state: 'PUBLISHED',
      dateReserved: '2026-01-01T00:00:00',
      datePublished: '2026-02-01T00:00:00.000Z',
      dateUpdated: '2026-02-02T09:00:00+09:00',
      serial: 1,
    },
    containers: {
      cna: {
        providerMetadata: { orgId: ORG, shortName: 'example', dateUpdated: '2026-02-02T00:00:00Z' },
        title: 'Overflow in Example',
        datePublic: '2026-01-31T12:00:00',
        descriptions: [
          { lang: 'en', value: 'An overflow.' },
          { lang: 'ja', value: 'オーバーフロー' },
        ],
        affected: [
          {
            vendor: 'Example',
            product: 'Server',
            packageURL: 'pkg:npm/%40example/server',
            cpes: ['cpe:2.3:a:example:server:*:*:*:*:*:*:*:*', 'cpe:/a:example:server'],
            defaultStatus: 'unaffected',
            versions: [
              {
                version: '1.0.0',
                status: 'affected',
                versionType: 'semver',
                lessThan: '2.0.0',
                changes: [{ at: '1.9.0', status: 'unaffected' }],
              },
              { version: '0.9.1', status: 'unknown', versionType: 'semver' },
            ],
            platforms: ['Linux'],
            modules: ['parser'],
            programFiles: ['src/parse.c'],
            programRoutines: [{ name: 'parse' }],
            repo: 'https://example.org/repo',
          },
        ],
        cpeApplicability: [
          {
            operator: 'AND',
            negate: false,
            nodes: [
              {
                operator: 'OR',
                negate: false,
                cpeMatch: [
                  {
                    vulnerable: true,
                    criteria: 'cpe:2.3:a:example:server:*:*:*:*:*:*:*:*',
                    versionStartIncluding: '1.0.0',
                    versionEndExcluding: '1.9.0',
                    matchCriteriaId: '7D444840-9DC0-41D1-B245-5FFDCE74FAD2',
                  },
                ],
              },
            ],
          },
        ],
        problemTypes: [
          {
            descriptions: [
              { lang: 'en', description: 'CWE-121 Overflow', cweId: 'CWE-121', type: 'CWE' },
            ],
          },
        ],
        references: [{ url: 'https://example.org/1', name: 'Advisory', tags: ['patch', 'x_own'] }],
        impacts: [
          { capecId: 'CAPEC-100', descriptions: [{ lang: 'en', value: 'CAPEC-100 Overflow' }] },
        ],
        metrics: [
          {
            format: 'CVSS',
            scenarios: [{ lang: 'en', value: 'GENERAL' }],
            cvssV3_1: {
              version: '3.1',
              vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
              baseScore: 9.8,
              baseSeverity: 'CRITICAL',
            },
          },
        ],
        solutions: [
          {
            lang: 'en',
            value: 'Update.',
            supportingMedia: [{ type: 'text/html', base64: true, value: 'VXBkYXRl' }],
          },
        ],
        timeline: [{ time: '2026-01-01T00:00:00', lang: 'en', value: 'Found' }],
        credits: [{ lang: 'en', value: 'A finder', type: 'remediation developer', user: ORG }],
        source: { discovery: 'INTERNAL' },
        tags: ['disputed', 'x_own'],
        taxonomyMappings: [
          {
            taxonomyName: 'ATT&CK',
            taxonomyRelations: [
              { taxonomyId: 'T1190', relationshipName: 'mitigated by', relationshipValue: 'M1' },
            ],
          },
        ],
        x_generator: { engine: 'by hand' },
      },
      adp: [
        {
          providerMetadata: {
            orgId: '134c704f-9b21-4f2e-91b3-4a467353bcc0',
            shortName: 'CISA-ADP',
          },
          title: 'Enrichment',
          metrics: [{ other: { type: 'ssvc', content: { id: 'CVE-2026-1' } } }],
        },
      ],
    },
  };
}

/** A rejected record that is right. */
export function rejected(): Record<string, unknown> {
  return {
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: {
      cveId: 'CVE-2026-0001',
      assignerOrgId: ORG,
      state: 'REJECTED',
      dateRejected: '2026-03-01T00:00:00Z',
    },
    containers: {
      cna: {
        providerMetadata: { orgId: ORG },
        rejectedReasons: [{ lang: 'en', value: 'Duplicate.' }],
        replacedBy: ['CVE-2026-0002'],
      },
    },
  };
}

/** Removes the member in `changed`. */
export const GONE = Symbol('gone');

/** The record with the member at a pointer set, or removed. */
export function changed(
  record: Record<string, unknown>,
  pointer: string,
  value: unknown,
): JsonValue {
  const steps = pointer.slice(1).split('/');
  const last = steps.pop() as string;
  let at = record as Record<string, unknown>;
  for (const step of steps) at = at[step] as Record<string, unknown>;
  if (value === GONE) delete at[last];
  else at[last] = value;
  return record as JsonValue;
}
