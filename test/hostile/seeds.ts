/** Good inputs of our own, small enough that a change hits something. */

const INDICATOR = {
  type: 'indicator',
  spec_version: '2.1',
  id: 'indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f',
  created_by_ref: 'identity--f431f809-377b-45e0-aa1c-6a4751cae5ff',
  created: '2026-04-06T20:03:48.000Z',
  modified: '2026-04-06T20:03:48.123456Z',
  name: '偽の更新サーバー',
  indicator_types: ['malicious-activity'],
  pattern: "[domain-name:value = 'update.example.com'] WITHIN 300 SECONDS",
  pattern_type: 'stix',
  valid_from: '2026-04-06T20:03:48Z',
  confidence: 85,
  object_marking_refs: ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
  granular_markings: [
    {
      marking_ref: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
      selectors: ['name'],
    },
  ],
  external_references: [
    { source_name: 'cve', external_id: 'CVE-2021-44228', url: 'https://example.com/?a=1&b=2' },
  ],
  extensions: {
    'extension-definition--04c3a0c5-8f0c-4ff5-b6a6-9d0f4f7a8b10': {
      extension_type: 'property-extension',
      'x/y~z': [0, -1.5e-3, 1e21, true, null, ''],
    },
  },
};

const FILE = {
  type: 'file',
  spec_version: '2.1',
  id: 'file--e277603e-1060-5ad4-9937-c26c97f1ca68',
  hashes: { 'SHA-256': 'fe90a7e910cb3a4739bed9180e807e93fa70c90f25a8915476f5e4bfbac681db' },
  size: 25536,
  name: 'qwerty"\\\u0001😀.dll',
  parent_directory_ref: 'directory--93c0a9b0-520d-545d-9094-1a08ddf46b05',
};

const RELATIONSHIP = {
  type: 'relationship',
  spec_version: '2.1',
  id: 'relationship--57b56a43-b8b0-4cba-9deb-34e3e1faed9e',
  created: '2026-05-12T08:17:27.000Z',
  modified: '2026-05-12T08:17:27.000Z',
  relationship_type: 'based-on',
  source_ref: INDICATOR.id,
  target_ref: 'observed-data--cf8eaa41-6f4c-482e-89b9-9cd2d6a83cb1',
};

/** STIX objects, a bundle, an envelope; also JSON that is none of these. */
export const JSON_SEEDS: readonly string[] = [
  JSON.stringify(INDICATOR),
  JSON.stringify({
    type: 'bundle',
    id: 'bundle--5d0092c5-5f74-4287-9642-33f4c354e56d',
    objects: [INDICATOR, FILE, RELATIONSHIP],
  }),
  JSON.stringify({ more: true, next: 'x', objects: [RELATIONSHIP, FILE] }, null, 2),
  JSON.stringify([FILE, [], {}, 1, 'x', null]),
  JSON.stringify(FILE, null, '\t'),
  '{"n":[0,-0,1e5,1E-7,9007199254740991,-9007199254740993,0.1],"s":"\\u00e9\\ud83d\\ude00\\n\\/"}',
  '\ufeff{"objects":[]}',
  '"text"',
  '12',
];

export const TIMESTAMP_SEEDS: readonly string[] = [
  '2026-04-06T20:03:48.000Z',
  '2016-12-31T23:59:60Z',
  '1996-12-19T16:39:57-08:00',
  '2024-02-29T12:00:00.123456789012+05:45',
  '0000-01-01t00:00:00z',
];

export const TEXT_SEEDS: readonly string[] = [
  'The actor used T1059.001 and CVE-2021-44228 against www[.]example[.]com (192.0.2.1).',
  '標的型メールの添付ファイルからマルウェア「ｴﾓﾃｯﾄ」に感染する。IPv6:2001:db8::1、SHA-256 fe90a7e910cb3a47',
  'Straße ΟΔΟΣ ﬁle İstanbul 악성코드 มัลแวร์ 𠮷野家 👩‍👩‍👧 e\u0301 \u202eabc',
  'indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f, mailto:ann@example.org C:\\Windows\\evil.exe',
];
