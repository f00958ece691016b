/** Tests that look at many places find a fault in each of them, and name that place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, changed, type Json, newer, older, SHA256 } from './cases.test.fixture.ts';
import { PORTS } from './cases.test.table.ts';
import { checkCsafOutside } from './check.ts';
import type { CsafVersion } from './model/model.ts';

const V = '/vulnerabilities/0';
const T = '/document/tracking';
const NAME = '/product_tree/full_product_names/0';
const HELPER = `${NAME}/product_identification_helper`;
const note = (more: Readonly<Record<string, Json>>): Json => ({
  category: 'other',
  text: 'x',
  ...more,
});

type Row = readonly [change: Change, place: string, only?: CsafVersion];

/** An id that nothing defines, in each list that may hold one. */
const references = (member: 'product_ids' | 'group_ids', id: string): Row[] => {
  const with1 = (item: Readonly<Record<string, Json>>): Json => [{ ...item, [member]: [id] }];
  const at = (list: string) => `${list}/0/${member}/0`;
  const day = '2024-01-01T10:00:00Z';
  const rows: readonly (readonly [
    list: string,
    item: Readonly<Record<string, Json>>,
    only?: CsafVersion,
  ])[] = [
    ['/document/notes', { category: 'other', text: 'x' }, '2.1'],
    [`${V}/first_known_exploitation_dates`, { date: day, exploitation_date: day }, '2.1'],
    [`${V}/flags`, { label: 'component_not_present' }],
    [`${V}/ids`, { system_name: 'x', text: '1' }, '2.1'],
    [`${V}/involvements`, { party: 'vendor', status: 'open' }, '2.1'],
    [`${V}/notes`, { category: 'other', text: 'x' }, '2.1'],
    [`${V}/remediations`, { category: 'mitigation', details: 'x' }],
    [`${V}/threats`, { category: 'impact', details: 'x' }],
  ];
  return rows.map(([list, item, only]): Row => {
    const row: Row = [{ [list]: with1(item) }, at(list)];
    return only === undefined ? row : [row[0], row[1], only];
  });
};

const STATUSES =
  'first_affected first_fixed fixed known_affected known_not_affected last_affected recommended under_investigation';

const BAD_TIME = '2024-13-01T10:00:00Z';
const inList = (list: string, item: Readonly<Record<string, Json>>, name = 'date'): Row => [
  { [`${V}/${list}`]: [{ ...item, [name]: BAD_TIME }] },
  `${V}/${list}/0/${name}`,
  '2.1',
];
const at = (place: string, only?: CsafVersion): Row =>
  only === undefined ? [{ [place]: BAD_TIME }, place] : [{ [place]: BAD_TIME }, place, only];

const URL = 'https://gone.invalid/x';
const link = (place: string, only?: CsafVersion): Row =>
  only === undefined ? [{ [place]: URL }, place] : [{ [place]: URL }, place, only];

const WORD = 'Secruity';
const word = (place: string, only?: CsafVersion): Row =>
  only === undefined ? [{ [place]: WORD }, place] : [{ [place]: WORD }, place, only];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  '6.1.1': [
    ...references('product_ids', 'NONE'),
    ...STATUSES.split(' ').map(
      (name): Row => [
        { [`${V}/product_status/${name}`]: ['A', 'NONE'] },
        `${V}/product_status/${name}/1`,
      ],
    ),
    [{ [`${V}/product_status/unknown`]: ['NONE'] }, `${V}/product_status/unknown/0`, '2.1'],
    [{ [`${V}/metrics/0/products`]: ['A', 'NONE'] }, `${V}/metrics/0/products/1`, '2.1'],
    [
      { '/product_tree/product_paths/0/beginning_product_reference': 'NONE' },
      '/product_tree/product_paths/0/beginning_product_reference',
      '2.1',
    ],
    [
      { '/product_tree/product_paths/0/subpaths/0/next_product_reference': 'NONE' },
      '/product_tree/product_paths/0/subpaths/0/next_product_reference',
      '2.1',
    ],
  ],
  '6.1.4': references('group_ids', 'NOGROUP'),
  '6.1.37': [
    at(`${T}/current_release_date`, '2.1'),
    at(`${T}/initial_release_date`, '2.1'),
    at(`${T}/revision_history/1/date`, '2.1'),
    [
      { [`${T}/generator`]: { date: BAD_TIME, engine: { name: 'x' } } },
      `${T}/generator/date`,
      '2.1',
    ],
    at(`${V}/disclosure_date`, '2.1'),
    at(`${V}/discovery_date`, '2.1'),
    inList('flags', { label: 'component_not_present', product_ids: ['C'] }),
    inList('involvements', { party: 'vendor', status: 'open' }),
    inList('remediations', { category: 'vendor_fix', details: 'x', product_ids: ['A'] }),
    inList('threats', { category: 'impact', details: 'x', product_ids: ['A'] }),
    inList('first_known_exploitation_dates', {
      exploitation_date: '2024-01-01T10:00:00Z',
      product_ids: ['A'],
    }),
    inList(
      'first_known_exploitation_dates',
      { date: '2024-01-01T10:00:00Z', product_ids: ['A'] },
      'exploitation_date',
    ),
    [
      {
        [`${V}/metrics/0/content`]: {
          epss: { percentile: '0.5', probability: '0.1', timestamp: BAD_TIME },
        },
      },
      `${V}/metrics/0/content/epss/timestamp`,
      '2.1',
    ],
    ...[
      '2024-01-32T10:00:00Z',
      '2024-02-30T10:00:00Z',
      '2024-01-01T24:00:00Z',
      '2024-01-01T10:60:00Z',
      '2024-01-01 10:00:00Z',
      '2024-01-01T10:00:00',
      '2024-01-01T10:00:00+24:00',
      '2024-01-01t10:00:00Z',
      '2024-01-01T10:00:00z',
      '2016-12-31T23:59:60Z',
    ].map((time): Row => [{ [`${V}/discovery_date`]: time }, `${V}/discovery_date`, '2.1']),
  ],
  '6.3.6': [
    link('/document/references/1/url'),
    link(`${HELPER}/sbom_urls/0`),
    [
      { [`${HELPER}/x_generic_uris`]: [{ namespace: URL, uri: 'https://example.com/a' }] },
      `${HELPER}/x_generic_uris/0/namespace`,
    ],
    [
      { [`${HELPER}/x_generic_uris`]: [{ namespace: 'https://example.com/a', uri: URL }] },
      `${HELPER}/x_generic_uris/0/uri`,
    ],
    [{ [`${V}/acknowledgments`]: [{ urls: [URL] }] }, `${V}/acknowledgments/0/urls/0`],
    link(`${V}/remediations/0/url`),
    link(`${V}/metrics/0/source`, '2.1'),
  ],
  '6.3.8': [
    word('/document/title'),
    word('/document/notes/0/text'),
    word('/document/notes/0/title'),
    word('/document/notes/0/audience'),
    word('/document/references/0/summary'),
    [{ '/document/acknowledgments': [{ summary: WORD }] }, '/document/acknowledgments/0/summary'],
    [{ [`${T}/revision_history/0/summary`]: WORD }, `${T}/revision_history/0/summary`],
    word(`${V}/title`),
    word(`${V}/notes/0/text`),
    word(`${V}/remediations/0/details`),
    [
      { [`${V}/threats`]: [{ category: 'impact', details: WORD, product_ids: ['A'] }] },
      `${V}/threats/0/details`,
    ],
    [
      { [`${V}/involvements`]: [{ party: 'vendor', status: 'open', summary: WORD }] },
      `${V}/involvements/0/summary`,
    ],
    word(`${NAME}/name`),
    word('/product_tree/product_groups/0/summary'),
  ],
  '6.3.5': [
    [
      {
        [`${HELPER}/hashes`]: [
          {
            filename: 'a',
            file_hashes: [
              { algorithm: 'sha256', value: SHA256 },
              { algorithm: 'md5', value: 'a'.repeat(32) },
            ],
          },
        ],
      },
      `${HELPER}/hashes/0/file_hashes/1/value`,
    ],
  ],
  '6.2.40': [
    [
      { '/document/notes/-': note({ category: 'description', title: 'Product Description' }) },
      '/document/notes/1',
      '2.1',
    ],
  ],
};

// A list that the document of the cases has not is made first.
const LISTS: Change = { [`${HELPER}/sbom_urls`]: ['https://example.com/sbom'] };

for (const [id, rows] of Object.entries(ROWS)) {
  for (const version of ['2.0', '2.1'] as const) {
    const own = rows.filter(([, , only]) => only === undefined || only === version);
    if (own.length === 0) continue;
    test(`${id} finds a fault in each of ${own.length} places of ${version}`, async () => {
      for (const [change, place] of own) {
        const made = changed(changed(newer(), LISTS), change);
        const text = JSON.stringify(version === '2.0' ? older(made) : made);
        const report = await checkCsafOutside(text, { tests: [id], ports: PORTS });
        const found = report.tests[0]?.issues.map(({ path }) => path) ?? [];
        assert.deepEqual(found, [place], JSON.stringify([change, report.tests[0]]).slice(0, 500));
      }
    });
  }
}
