/** CSAF documents that use most of the format: the small right ones of CSAF's own tests, enriched. */
import type { JsonObject } from '../core/json/index.ts';
import { changed, newer, older } from '../state/csaf/cases.test.fixture.ts';

const V = '/vulnerabilities/0';

/** Document of 2.1. */
export function csaf21(): JsonObject {
  return changed(newer(), {
    '/document/acknowledgments': [
      { names: ['Hana Sato'], organization: 'Example CSIRT', summary: 'Found it.' },
    ],
    '/document/aggregate_severity': { text: 'Important', namespace: 'https://example.com/s' },
    '/document/distribution/text': 'For customers only.',
    '/document/distribution/sharing_group': {
      id: '5af7ff28-3a0c-4d2c-8e5a-3c3d0c4b6d01',
      name: 'Gate keepers',
    },
    '/document/publisher/contact_details': 'psirt@example.com',
    '/document/publisher/issuing_authority': 'The PSIRT of Example.',
    '/document/tracking/aliases': ['EX-ALIAS-1'],
    '/document/tracking/generator': { engine: { name: 'own', version: '1' } },
    '/document/notes/-': {
      category: 'legal_disclaimer',
      title: 'Terms',
      text: 'As it is.',
      audience: 'all',
    },
    '/product_tree/product_groups/0/summary': 'Both',
    [`${V}/acknowledgments`]: [{ organization: 'Example CSIRT' }],
    [`${V}/title`]: 'Thing stores passwords',
    [`${V}/ids`]: [{ system_name: 'Example bugs', text: 'BUG-7' }],
    [`${V}/disclosure_date`]: '2024-01-01T09:00:00Z',
    [`${V}/discovery_date`]: '2023-12-01T09:00:00Z',
    [`${V}/involvements`]: [
      { party: 'vendor', status: 'completed', date: '2024-01-01T10:00:00Z', summary: 'Fixed.' },
    ],
    [`${V}/threats`]: [
      { category: 'exploit_status', details: 'None known.', product_ids: ['A'] },
      { category: 'target_set', details: 'Everybody.', group_ids: ['G'] },
      { category: 'impact', details: 'There is no password on a host.', product_ids: ['C'] },
    ],
    [`${V}/product_status/known_not_affected`]: ['C'],
    [`${V}/flags`]: [{ label: 'vulnerable_code_not_present', product_ids: ['C'] }],
    [`${V}/references`]: [{ summary: 'Fix', url: 'https://example.org/fix' }],
    [`${V}/remediations/0/url`]: 'https://example.org/update',
    [`${V}/remediations/0/date`]: '2024-01-31T10:00:00Z',
    [`${V}/remediations/0/restart_required`]: { category: 'service', details: 'Of the thing.' },
    [`${V}/remediations/-`]: {
      category: 'workaround',
      details: 'Take it down.',
      product_ids: ['D'],
    },
  }) as unknown as JsonObject;
}

/** The same as 2.0 would say it. */
export function csaf20(): JsonObject {
  const document = older(csaf21() as never) as unknown as Record<string, JsonObject>;
  return changed(document as never, {
    '/document/distribution/sharing_group': undefined,
    [`${V}/disclosure_date`]: undefined,
    [`${V}/release_date`]: '2024-01-01T09:00:00Z',
  }) as unknown as JsonObject;
}
