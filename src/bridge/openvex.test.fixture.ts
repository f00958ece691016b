/** An OpenVEX document that uses most of the format. */
import type { JsonObject } from '../core/json/index.ts';

export function openVex(): JsonObject {
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://example.org/vex/7',
    author: 'Example PSIRT',
    role: 'Document Creator',
    timestamp: '2026-11-01T10:00:00Z',
    last_updated: '2026-11-20T10:00:00Z',
    version: 3,
    tooling: 'own 1.0',
    statements: [
      {
        '@id': 'https://example.org/vex/7#1',
        version: 1,
        vulnerability: {
          '@id': 'https://example.org/v/1',
          name: 'CVE-2026-0001',
          description: 'The gate opens.',
          aliases: ['GHSA-2345-6789-cfgh'],
        },
        timestamp: '2026-11-02T10:00:00Z',
        products: [
          {
            '@id': 'pkg:npm/%40example/gate@1.4.1',
            identifiers: {
              purl: 'pkg:npm/%40example/gate@1.4.1',
              cpe23: 'cpe:2.3:a:example:gate:1.4.1:*:*:*:*:node.js:*:*',
            },
            hashes: { 'sha-256': 'a'.repeat(64) },
            subcomponents: [{ '@id': 'pkg:npm/hinge@2.0.0' }],
          },
        ],
        status: 'not_affected',
        supplier: 'Example',
        status_notes: 'Looked at twice.',
        justification: 'vulnerable_code_not_present',
        impact_statement: 'The hinge is built without it.',
      },
      {
        vulnerability: { name: 'CVE-2026-0001' },
        products: [{ '@id': 'pkg:npm/%40example/gate@1.3.0' }, { '@id': 'pkg:npm/door@1.0.0' }],
        status: 'affected',
        action_statement: 'Update to 1.4.1.',
        action_statement_timestamp: '2026-11-03T10:00:00Z',
      },
      {
        vulnerability: { name: 'CVE-2026-0001' },
        timestamp: '2026-11-21T10:00:00Z',
        products: [{ '@id': 'pkg:npm/door@1.0.0' }],
        status: 'fixed',
      },
      {
        vulnerability: { name: 'GHSA-0000-1111-2222' },
        products: [{ '@id': 'gate' }],
        status: 'under_investigation',
      },
    ],
  };
}
