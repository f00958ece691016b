/** Cases of our own for every test of clause 6, as changes of one document. */
import { type Change, CVSS_2, CVSS_3, CVSS_4, type Json, SHA256 } from './cases.test.fixture.ts';
import type { CsafVersion } from './model/model.ts';

/** Changes of the document of the cases: what fails a test, and what passes it. */
export interface Cases {
  readonly fail: readonly Change[];
  readonly pass: readonly Change[];
  /** Both versions unless said. */
  readonly only?: CsafVersion;
}

const V = '/vulnerabilities/0';
const T = '/document/tracking';
const H = `${T}/revision_history`;
const TREE = '/product_tree';
const NAMES = `${TREE}/full_product_names`;
const VERSIONS = `${TREE}/branches/0/branches/0/branches`;
const HELPER = `${NAMES}/0/product_identification_helper`;
const METRIC = `${V}/metrics/0`;
const CONTENT = `${METRIC}/content`;
const GROUP = '/document/distribution/sharing_group';
const TLP = '/document/distribution/tlp/label';
const MAX = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const NIL = '00000000-0000-0000-0000-000000000000';
const UUID = '5868d6be-b28a-404e-a245-0b5093b31b8b';
const CATEGORY = '/document/category';
const LICENCE = '/document/license_expression';
const SAME: Change = {};

const revision = (number: string, date: string): Json => ({ date, number, summary: 'x' });
const day = (n: number) => `2024-01-0${n}T10:00:00Z`;
const history = (version: string, ...numbers: string[]): Change => ({
  [H]: numbers.map((number, i) => revision(number, day(i + 1))),
  [`${T}/version`]: version,
});
const leaf = (name: string, id: string, category = 'product_version'): Json => ({
  category,
  name,
  product: { name: `Thing ${name}`, product_id: id },
});
const range = (name: string, id = 'R') => leaf(name, id, 'product_version_range');
const hashes = (...algorithms: string[]): Json => [
  {
    filename: 'a.so',
    file_hashes: algorithms.map((algorithm, i) => ({
      algorithm,
      value: i === 0 ? SHA256 : SHA256.replaceAll('a', 'b'),
    })),
  },
];
const metric = (content: Json, products: string[] = ['A'], source?: string): Json => ({
  content,
  products,
  ...(source === undefined ? {} : { source }),
});
const ssvc = (selection: Json, more: Readonly<Record<string, Json>> = {}): Json => ({
  schemaVersion: '2.0.0',
  timestamp: '2024-01-24T10:00:00Z',
  selections: [selection],
  ...more,
});
const MI = {
  namespace: 'ssvc',
  key: 'MI',
  version: '2.0.0',
  values: [{ key: 'D', name: 'Degraded' }],
};
const inNamespace = (namespace: string) => ssvc({ ...MI, namespace });
const RESOURCE = (namespace: string): Json => [
  { summary: `About ${namespace}`, uri: 'https://example.com/points' },
];
const TESTS =
  'https://raw.githubusercontent.com/oasis-tcs/csaf/refs/heads/master/csaf_2.1/extension/data/valid';
const extension = (number: number, more: Readonly<Record<string, Json>> = {}): Json => ({
  $schema: `${TESTS}/documentation-${number}/documentation-${number}-content_1.0.0.json`,
  category: 'supplementary',
  content: { documentation: 'text' },
  critical: false,
  ...more,
});
const note = (category: string, title?: string): Json => ({
  category,
  text: 'x',
  ...(title === undefined ? {} : { title }),
});
const advisory: Change = { [CATEGORY]: 'csaf_security_advisory' };
const vex: Change = { [CATEGORY]: 'csaf_vex' };
const information: Change = {
  [CATEGORY]: 'csaf_informational_advisory',
  '/vulnerabilities': undefined,
};
const incident: Change = { [CATEGORY]: 'csaf_security_incident_response' };
const withdrawn: Change = {
  [CATEGORY]: 'csaf_withdrawn',
  '/vulnerabilities': undefined,
  [TREE]: undefined,
  '/document/notes': [note('description', 'Reasoning for Withdrawal')],
};
const superseded: Change = {
  ...withdrawn,
  [CATEGORY]: 'csaf_superseded',
  '/document/notes': [note('description', 'Reasoning for Supersession')],
  '/document/references': [
    { category: 'external', summary: 'Superseding Document', url: 'https://example.com/next.json' },
  ],
};
const german = (change: Change): Change => ({ ...change, '/document/lang': 'de' });
const siblings = (...items: Json[]): Change => ({ [VERSIONS]: items });
const statuses = (first: string, second: string): Change => ({
  [`${V}/product_status`]: { [first]: ['R'], [second]: ['S'] },
});
const nested = (name: string, category: string, id: string): Json => ({
  category,
  name,
  branches: [leaf('x64', id, 'architecture')],
});
const exploited = (date: string, exploitation: string): Change => ({
  [`${V}/first_known_exploitation_dates`]: [
    { date, exploitation_date: exploitation, product_ids: ['A'] },
  ],
});
const epss = (timestamp: string): Change => ({
  [CONTENT]: { epss: { percentile: '0.5', probability: '0.1', timestamp } },
});
const flag = (label: string, ids: string[], groups?: string[]): Json => ({
  label,
  product_ids: ids,
  ...(groups === undefined ? {} : { group_ids: groups }),
});
const remedy = (
  category: string,
  ids: string[],
  more: Readonly<Record<string, Json>> = {},
): Json => ({
  category,
  details: 'x',
  product_ids: ids,
  ...more,
});
const deep = (levels: number): Json => {
  let branch: Json = leaf('1', 'DEEP', 'product_name');
  for (let i = 1; i < levels; i++)
    branch = { category: 'product_family', name: `${i}`, branches: [branch] };
  return branch;
};
const cwe = (id: string, name: string, version = '4.13'): Json => [{ id, name, version }];

export const CASES: Readonly<Record<string, Cases>> = {
  '6.1.1': {
    fail: [
      { [`${V}/product_status/fixed`]: ['NONE'] },
      { [`${TREE}/product_groups/0/product_ids`]: ['A', 'X'] },
    ],
    pass: [SAME, { [`${V}/threats`]: [{ category: 'impact', details: 'x', product_ids: ['C'] }] }],
  },
  '6.1.2': {
    fail: [
      { [`${NAMES}/-`]: { name: 'Twice', product_id: 'C' } },
      { [`${NAMES}/0/product_id`]: 'A' },
    ],
    pass: [SAME, { [`${NAMES}/-`]: { name: 'Host', product_id: 'C2' } }],
  },
  '6.1.3': {
    fail: [
      { [`${TREE}/product_paths/0/beginning_product_reference`]: 'D' },
      { [`${TREE}/product_paths/0/subpaths/0/next_product_reference`]: 'D' },
    ],
    pass: [SAME, { [`${TREE}/product_paths/0/beginning_product_reference`]: 'B' }],
  },
  '6.1.4': {
    fail: [
      { [`${V}/remediations/0/group_ids`]: ['H'] },
      { [`${V}/threats`]: [{ category: 'impact', details: 'x', group_ids: ['G', 'H'] }] },
    ],
    pass: [SAME, { [`${V}/remediations/0/group_ids`]: ['G'] }],
  },
  '6.1.5': {
    fail: [
      { [`${TREE}/product_groups/-`]: { group_id: 'G', product_ids: ['A', 'C'] } },
      { [`${TREE}/product_groups/-`]: { group_id: 'G', product_ids: ['A', 'B'] } },
    ],
    pass: [SAME, { [`${TREE}/product_groups/-`]: { group_id: 'G2', product_ids: ['A', 'B'] } }],
  },
  '6.1.6': {
    fail: [
      { [`${V}/product_status/known_not_affected`]: ['A'] },
      { [`${V}/product_status/under_investigation`]: ['B'] },
    ],
    pass: [
      SAME,
      { [`${V}/product_status/recommended`]: ['A', 'B'] },
      { [`${V}/product_status/last_affected`]: ['A'] },
    ],
  },
  '6.1.7': {
    fail: [
      { [`${V}/metrics/-`]: metric({ cvss_v3: { ...CVSS_3 } }, ['C', 'A']) },
      { [`${V}/metrics`]: [metric({ cvss_v2: CVSS_2 }), metric({ cvss_v2: CVSS_2 }, ['A', 'B'])] },
    ],
    pass: [
      SAME,
      { [`${V}/metrics/-`]: metric({ cvss_v2: CVSS_2 }) },
      { [`${V}/metrics/-`]: metric({ cvss_v3: { ...CVSS_3 } }, ['B']) },
    ],
  },
  '6.1.8': {
    fail: [
      { [`${CONTENT}/cvss_v3/baseSeverity`]: undefined },
      { [`${CONTENT}/cvss_v3/vectorString`]: 'AV:N' },
      { [`${CONTENT}/cvss_v3/version`]: '3.0' },
      { [`${CONTENT}/cvss_v3/baseScore`]: '9.8' },
    ],
    pass: [SAME, { [`${CONTENT}/cvss_v2`]: CVSS_2 }],
  },
  '6.1.9': {
    fail: [
      { [`${CONTENT}/cvss_v3/baseScore`]: 9.9 },
      { [`${CONTENT}/cvss_v3/baseSeverity`]: 'HIGH' },
    ],
    pass: [SAME, { [`${CONTENT}/cvss_v2`]: CVSS_2 }],
  },
  '6.1.10': {
    fail: [
      { [`${CONTENT}/cvss_v3/attackVector`]: 'LOCAL' },
      { [`${CONTENT}/cvss_v3/scope`]: 'CHANGED' },
    ],
    pass: [
      SAME,
      { [`${CONTENT}/cvss_v3/attackVector`]: 'NETWORK' },
      { [`${CONTENT}/cvss_v3/modifiedScope`]: 'NOT_DEFINED' },
    ],
  },
  '6.1.11': {
    fail: [
      { [`${V}/cwes`]: cwe('CWE-79', 'Improper Input Validation') },
      { [`${V}/cwes`]: cwe('CWE-1', 'Location') },
    ],
    pass: [SAME, { [`${V}/cwes`]: cwe('CWE-20', 'Improper Input Validation') }],
  },
  '6.1.12': {
    fail: [
      { '/document/lang': 'EZ' },
      { '/document/source_lang': 'en-JJ' },
      { '/document/lang': 'de-Abcd' },
    ],
    pass: [SAME, { '/document/lang': 'zh-Hans-CN' }, { '/document/lang': 'de-1996' }],
  },
  '6.1.13': {
    fail: [{ [`${HELPER}/purls`]: ['pkg:maven/@1.3.4'] }, { [`${HELPER}/purls`]: ['pkg:npm/%ZZ'] }],
    pass: [SAME, { [`${HELPER}/purls`]: ['pkg:deb/debian/curl@7.50.3-1?arch=i386'] }],
  },
  '6.1.14': {
    fail: [history('2', '2', '1'), history('2.0.0', '1.0.0', '1.2.0', '1.1.0', '2.0.0')],
    pass: [SAME, history('1.10.0', '1.2.0', '1.10.0'), { [`${H}/0/date`]: '2024-02-01T10:00:00Z' }],
  },
  '6.1.15': {
    fail: [
      { '/document/publisher/category': 'translator' },
      { '/document/publisher/category': 'translator', '/document/source_lang': '' },
    ],
    pass: [SAME, { '/document/publisher/category': 'translator', '/document/source_lang': 'de' }],
  },
  '6.1.16': {
    fail: [{ [`${T}/version`]: '1' }, history('1.1.0', '1.0.0')],
    pass: [
      SAME,
      history('1.0.0+build', '1.0.0'),
      { ...history('1.0.0-rc', '1.0.0'), [`${T}/status`]: 'draft' },
    ],
  },
  '6.1.17': {
    fail: [
      { [`${T}/version`]: '0' },
      { [`${T}/version`]: '0.9.5' },
      { [`${T}/version`]: '1.0.0-rc' },
    ],
    pass: [SAME, { [`${T}/version`]: '0.9.5', [`${T}/status`]: 'draft' }],
  },
  '6.1.18': {
    fail: [
      history('1', '0', '1'),
      { ...history('1.0.0', '0.9.0', '1.0.0'), [`${T}/status`]: 'interim' },
    ],
    pass: [SAME, { ...history('1', '0', '1'), [`${T}/status`]: 'draft' }],
  },
  '6.1.19': {
    fail: [history('1.0.0', '1.0.0-rc', '1.0.0'), history('2.0.0', '1.0.0', '2.0.0-1')],
    pass: [SAME, history('1.0.0', '1.0.0+b-1')],
  },
  '6.1.20': {
    fail: [
      { [`${T}/version`]: '1.0.0-alpha' },
      { [`${T}/version`]: '1.0.0-1', [`${T}/status`]: 'interim' },
    ],
    pass: [SAME, { [`${T}/version`]: '1.0.0-alpha', [`${T}/status`]: 'draft' }],
  },
  '6.1.21': {
    fail: [history('3', '1', '3'), history('2', '2'), history('3.0.0', '1.0.0', '3.0.0')],
    pass: [SAME, history('1', '0', '1'), history('1.5.0', '1.0.0', '1.5.0')],
  },
  '6.1.22': {
    fail: [history('1', '1', '1'), history('2', '1', '2', '2')],
    pass: [SAME, history('1', '1')],
  },
  '6.1.23': {
    fail: [
      { '/vulnerabilities/-': { cve: 'CVE-2024-0001' } },
      {
        '/vulnerabilities': [
          { cve: 'CVE-2024-0002' },
          { cve: 'CVE-2024-0003' },
          { cve: 'CVE-2024-0002' },
        ],
      },
    ],
    pass: [SAME, { '/vulnerabilities/-': { cve: 'CVE-2024-0002' } }],
  },
  '6.1.24': {
    fail: [
      {
        [`${V}/involvements`]: [
          { party: 'vendor', status: 'open', date: day(1) },
          { party: 'vendor', status: 'completed', date: day(1) },
        ],
      },
      {
        [`${V}/involvements`]: [
          { party: 'vendor', status: 'open', date: '2024-01-01T10:00:00Z' },
          { party: 'vendor', status: 'completed', date: '2024-01-01T11:00:00+01:00' },
        ],
      },
    ],
    pass: [
      SAME,
      {
        [`${V}/involvements`]: [
          { party: 'vendor', status: 'open', date: day(1) },
          { party: 'vendor', status: 'completed', date: day(2) },
        ],
      },
    ],
  },
  '6.1.25': {
    fail: [
      { [`${HELPER}/hashes`]: hashes('sha256', 'sha256') },
      { [`${HELPER}/hashes`]: hashes('sha512', 'sha256', 'sha512') },
    ],
    pass: [
      { [`${HELPER}/hashes`]: hashes('sha256') },
      { [`${HELPER}/hashes`]: hashes('sha256', 'sha512') },
    ],
  },
  '6.1.26': {
    fail: [
      { [CATEGORY]: 'Security_Incident_Response' },
      { [CATEGORY]: 'csaf_other' },
      { [CATEGORY]: 'V_eX' },
      { [CATEGORY]: 'Security—Advisory' },
      { [CATEGORY]: 'CSAF_BASE' },
    ],
    pass: [SAME, { [CATEGORY]: 'Example Company Notice' }, vex],
  },
  '6.1.27.1': {
    fail: [
      { ...information, '/document/notes': [note('legal_disclaimer')] },
      { ...incident, '/document/notes': undefined },
    ],
    pass: [
      information,
      { ...incident, '/document/notes': [note('summary')] },
      { '/document/notes': undefined },
    ],
  },
  '6.1.27.2': {
    fail: [
      { ...information, '/document/references/1': undefined },
      { ...incident, '/document/references': undefined },
    ],
    pass: [information, incident],
  },
  '6.1.27.3': {
    fail: [
      { [CATEGORY]: 'csaf_informational_advisory' },
      { [CATEGORY]: 'csaf_informational_advisory', '/vulnerabilities': [{ title: 'x' }] },
    ],
    pass: [information, SAME],
  },
  '6.1.27.4': {
    fail: [
      { ...advisory, [TREE]: undefined },
      { ...vex, [TREE]: undefined },
    ],
    pass: [advisory, vex, { [TREE]: undefined }],
  },
  '6.1.27.5': {
    fail: [
      { ...advisory, [`${V}/notes`]: undefined },
      { ...vex, [`${V}/notes`]: undefined },
    ],
    pass: [advisory, { [`${V}/notes`]: undefined }],
  },
  '6.1.27.6': {
    fail: [
      { ...advisory, [`${V}/product_status`]: undefined },
      { ...advisory, '/vulnerabilities/-': { cve: 'CVE-2024-2' } },
    ],
    pass: [advisory, { [`${V}/product_status`]: undefined }],
  },
  '6.1.27.7': {
    fail: [
      { ...vex, [`${V}/product_status`]: { first_fixed: ['B'] } },
      { ...vex, [`${V}/product_status`]: { recommended: ['B'], last_affected: ['A'] } },
    ],
    pass: [vex, { [`${V}/product_status`]: { first_fixed: ['B'] } }],
  },
  '6.1.27.8': {
    fail: [
      { ...vex, [`${V}/cve`]: undefined },
      { ...vex, '/vulnerabilities/-': { title: 'x' } },
    ],
    pass: [
      vex,
      {
        ...vex,
        [`${V}/cve`]: undefined,
        [`${V}/ids`]: [{ system_name: 'https://example.com', text: '1' }],
      },
    ],
  },
  '6.1.27.9': {
    fail: [
      { ...vex, [`${V}/product_status/known_not_affected`]: ['C'] },
      {
        ...vex,
        [`${V}/product_status/known_not_affected`]: ['C'],
        [`${V}/threats`]: [{ category: 'exploit_status', details: 'x', product_ids: ['C'] }],
      },
    ],
    pass: [
      vex,
      {
        ...vex,
        [`${V}/product_status/known_not_affected`]: ['C'],
        [`${V}/flags`]: [flag('component_not_present', ['C'])],
      },
    ],
  },
  '6.1.27.10': {
    fail: [
      { ...vex, [`${V}/remediations`]: undefined },
      { ...vex, [`${V}/remediations/0/product_ids`]: ['A'] },
    ],
    pass: [vex, { [`${V}/remediations`]: undefined }],
  },
  '6.1.27.11': {
    fail: [
      { ...advisory, '/vulnerabilities': undefined },
      { ...vex, '/vulnerabilities': undefined },
    ],
    pass: [advisory, { '/vulnerabilities': undefined }],
  },
  '6.1.27.12': {
    fail: [
      { ...advisory, [`${V}/product_status/known_affected`]: undefined },
      { ...advisory, [`${V}/product_status`]: { under_investigation: ['A'] } },
    ],
    pass: [advisory, { [`${V}/product_status`]: { under_investigation: ['A'] } }],
  },
  '6.1.27.13': {
    fail: [
      { ...advisory, [`${V}/product_status`]: { fixed: ['B'] } },
      { ...advisory, [`${V}/product_status`]: { fixed: ['B'], known_affected: ['C'] } },
    ],
    pass: [advisory, { [`${V}/product_status`]: { fixed: ['B'] } }],
  },
  '6.1.27.14': {
    fail: [
      { ...withdrawn, '/document/notes': [note('summary')] },
      { ...superseded, '/document/notes': undefined },
    ],
    pass: [withdrawn, superseded],
  },
  '6.1.27.15': {
    fail: [
      { ...withdrawn, [TREE]: { full_product_names: [{ name: 'x', product_id: 'x' }] } },
      { [CATEGORY]: 'csaf_superseded' },
    ],
    pass: [withdrawn, superseded],
  },
  '6.1.27.16': {
    fail: [
      { ...withdrawn, ...history('1', '1') },
      { ...superseded, ...history('1', '1') },
    ],
    pass: [withdrawn, superseded],
  },
  '6.1.27.17': {
    fail: [
      { ...withdrawn, '/document/notes': [note('summary', 'Reasoning for Withdrawal')] },
      {
        ...withdrawn,
        '/document/notes': [
          note('description', 'Reasoning for Withdrawal'),
          note('description', 'Reasoning for Withdrawal'),
        ],
      },
    ],
    pass: [
      withdrawn,
      { ...withdrawn, '/document/lang': 'fr', '/document/notes': [note('description')] },
    ],
  },
  '6.1.27.18': {
    fail: [
      { ...superseded, '/document/notes': [note('details', 'Reasoning for Supersession')] },
      { ...superseded, '/document/notes': [note('description')] },
    ],
    pass: [superseded, withdrawn],
  },
  '6.1.27.19': {
    fail: [
      { ...superseded, '/document/references/0/category': 'self' },
      { ...superseded, '/document/references/0/summary': 'A Superseding Document' },
    ],
    pass: [
      superseded,
      { ...superseded, '/document/references/0/summary': 'Superseding Document: EX-2' },
    ],
  },
  '6.1.28': {
    fail: [
      { '/document/source_lang': 'en' },
      { '/document/lang': 'en-US', '/document/source_lang': 'en-us' },
    ],
    pass: [SAME, { '/document/lang': 'en-US', '/document/source_lang': 'en-GB' }],
  },
  '6.1.29': {
    fail: [
      { [`${V}/remediations/0/product_ids`]: undefined },
      { [`${V}/remediations/-`]: { category: 'workaround', details: 'x' } },
    ],
    pass: [
      SAME,
      { [`${V}/remediations/0/product_ids`]: undefined, [`${V}/remediations/0/group_ids`]: ['G'] },
    ],
  },
  '6.1.30': {
    fail: [history('2', '1.0.0', '2'), history('1.0.0', '1')],
    pass: [SAME, history('1.1.0', '1.0.0', '1.1.0')],
  },
  '6.1.31': {
    fail: [
      siblings(leaf('prior to 4.2', 'A')),
      siblings(leaf('<4.2', 'A')),
      siblings(leaf('4.1 and LATER', 'A')),
    ],
    pass: [SAME, siblings(leaf('after-eight', 'A')), siblings(range('<4.2'))],
  },
  '6.1.32': {
    fail: [
      { [`${V}/flags`]: [{ label: 'component_not_present' }] },
      {
        [`${V}/flags`]: [
          flag('component_not_present', ['C']),
          { label: 'vulnerable_code_not_present' },
        ],
      },
    ],
    pass: [SAME, { [`${V}/flags`]: [flag('component_not_present', ['C'])] }],
  },
  '6.1.33': {
    fail: [
      {
        [`${V}/flags`]: [
          flag('component_not_present', ['C']),
          flag('vulnerable_code_not_present', ['C']),
        ],
      },
      {
        [`${V}/flags`]: [
          flag('component_not_present', ['A']),
          { label: 'vulnerable_code_not_present', group_ids: ['G'] },
        ],
      },
    ],
    pass: [
      SAME,
      {
        [`${V}/flags`]: [
          flag('component_not_present', ['C']),
          { label: 'vulnerable_code_not_present', group_ids: ['G'] },
        ],
      },
    ],
  },
  '6.1.34': {
    fail: [{ [`${TREE}/branches`]: [deep(31)] }, { [`${TREE}/branches`]: [deep(2), deep(40)] }],
    pass: [SAME, { [`${TREE}/branches`]: [deep(30)] }],
  },
  '6.1.35': {
    fail: [
      { [`${V}/remediations/-`]: remedy('no_fix_planned', ['A']) },
      { [`${V}/remediations/-`]: { category: 'none_available', details: 'x', group_ids: ['G'] } },
    ],
    pass: [
      SAME,
      { [`${V}/remediations/-`]: remedy('workaround', ['A']) },
      { [`${V}/remediations/-`]: remedy('no_fix_planned', ['C']) },
    ],
  },
  '6.1.36': {
    fail: [
      { [`${V}/remediations/0/product_ids`]: ['B'] },
      { [`${V}/remediations/-`]: { category: 'workaround', details: 'x', group_ids: ['G'] } },
    ],
    pass: [SAME, { [`${V}/remediations/-`]: remedy('optional_patch', ['B']) }],
  },
  '6.1.37': {
    fail: [
      { [`${T}/current_release_date`]: '2024-01-24 10:00:00.000Z' },
      { [`${V}/discovery_date`]: '2016-12-31T23:59:60Z' },
      { [`${H}/0/date`]: '2024-01-01t10:00:00z' },
      { [`${V}/discovery_date`]: '2024-02-30T10:00:00Z' },
    ],
    pass: [SAME, { [`${V}/discovery_date`]: '2024-01-24T10:00:00.123456+01:00' }],
  },
  '6.1.38': {
    fail: [
      { [GROUP]: { id: MAX, name: 'Public' } },
      { [GROUP]: { id: MAX, name: 'Public' }, [TLP]: 'RED' },
    ],
    pass: [SAME, { [GROUP]: { id: MAX, name: 'Public' }, [TLP]: 'CLEAR' }],
  },
  '6.1.39': {
    fail: [
      { [GROUP]: { id: UUID }, [TLP]: 'CLEAR' },
      { [GROUP]: { id: NIL, name: 'No sharing allowed' }, [TLP]: 'CLEAR' },
    ],
    pass: [
      SAME,
      {
        [GROUP]: { id: NIL, name: 'No sharing allowed' },
        [TLP]: 'CLEAR',
        [`${T}/status`]: 'draft',
      },
    ],
  },
  '6.1.40': {
    fail: [
      { [GROUP]: { id: UUID, name: 'Public' } },
      { [GROUP]: { id: MAX, name: 'No sharing allowed' } },
    ],
    pass: [{ [GROUP]: { id: UUID, name: 'Group' } }, { [GROUP]: { id: MAX, name: 'Public' } }],
  },
  '6.1.41': {
    fail: [{ [GROUP]: { id: MAX } }, { [GROUP]: { id: NIL, name: 'None' } }],
    pass: [{ [GROUP]: { id: UUID } }, { [GROUP]: { id: NIL, name: 'No sharing allowed' } }],
  },
  '6.1.42': {
    fail: [
      { [`${HELPER}/purls`]: ['pkg:npm/a@1', 'pkg:npm/b@1'] },
      { [`${HELPER}/purls`]: ['pkg:npm/a@1', 'pkg:npm/a@2'] },
    ],
    pass: [
      SAME,
      {
        [`${HELPER}/purls`]: [
          'pkg:deb/debian/curl@1?arch=i386',
          'pkg:deb/debian/curl@1?arch=amd64',
        ],
      },
    ],
  },
  '6.1.43': {
    fail: [{ [`${HELPER}/model_numbers`]: ['P*A*'] }, { [`${HELPER}/model_numbers`]: ['A', '**'] }],
    pass: [{ [`${HELPER}/model_numbers`]: ['P*'] }, { [`${HELPER}/model_numbers`]: ['P\\*A*'] }],
  },
  '6.1.44': {
    fail: [
      { [`${HELPER}/serial_numbers`]: ['P*A*'] },
      { [`${HELPER}/serial_numbers`]: ['\\\\**'] },
    ],
    pass: [
      { [`${HELPER}/serial_numbers`]: ['P*'] },
      { [`${HELPER}/serial_numbers`]: ['P\\*\\*A*'] },
    ],
  },
  '6.1.45': {
    fail: [
      { [TLP]: 'CLEAR', [`${V}/disclosure_date`]: '2024-03-01T10:00:00Z' },
      {
        [TLP]: 'CLEAR',
        [`${T}/status`]: 'interim',
        [`${V}/disclosure_date`]: '2024-02-01T09:30:00-01:00',
      },
    ],
    pass: [
      { [`${V}/disclosure_date`]: '2024-03-01T10:00:00Z' },
      { [TLP]: 'CLEAR', [`${V}/disclosure_date`]: '2024-02-01T11:00:00+01:00' },
    ],
  },
  '6.1.46': {
    fail: [
      { [CONTENT]: { ssvc_v2: { schemaVersion: '2.0.0', timestamp: day(1) } } },
      { [CONTENT]: { ssvc_v2: ssvc({ ...MI, values: [] }) } },
    ],
    pass: [SAME, { [CONTENT]: { ssvc_v2: ssvc(MI) } }],
  },
  '6.1.47': {
    fail: [
      { [CONTENT]: { ssvc_v2: ssvc(MI, { target_ids: ['CVE-2024-9999'] }) } },
      {
        [CONTENT]: { ssvc_v2: ssvc(MI, { target_ids: ['EX-1'] }) },
        [`${V}/ids`]: [{ system_name: 'x', text: 'EX-1' }],
        '/vulnerabilities/-': { title: 'x' },
      },
    ],
    pass: [
      { [CONTENT]: { ssvc_v2: ssvc(MI) } },
      { [CONTENT]: { ssvc_v2: ssvc(MI, { target_ids: ['CVE-2024-0001'] }) } },
    ],
  },
  '6.1.48': {
    fail: [
      { [CONTENT]: { ssvc_v2: ssvc({ ...MI, version: '9.0.0' }) } },
      { [CONTENT]: { ssvc_v2: ssvc({ ...MI, values: [{ key: 'Q' }] }) } },
    ],
    pass: [
      { [CONTENT]: { ssvc_v2: ssvc(MI) } },
      { [CONTENT]: { ssvc_v2: inNamespace('x_example.test#own') } },
    ],
  },
  '6.1.49': {
    fail: [
      { [CONTENT]: { ssvc_v2: ssvc(MI, { timestamp: '2024-03-01T10:00:00Z' }) } },
      { [CONTENT]: { ssvc_v2: ssvc(MI, { timestamp: '2024-02-01T09:30:00-01:00' }) } },
    ],
    pass: [
      { [CONTENT]: { ssvc_v2: ssvc(MI) } },
      {
        [`${T}/status`]: 'draft',
        [CONTENT]: { ssvc_v2: ssvc(MI, { timestamp: '2024-03-01T10:00:00Z' }) },
      },
    ],
  },
  '6.1.50': {
    fail: [
      siblings(range('all versions < 4.2.0')),
      siblings(range('vers:npm/ >=1.0.0|<2.0.0')),
      siblings(range('vers:semver/<2.0.0|>=1.0.0')),
      siblings(range('vers:npm/*')),
      siblings(range('>1|>2')),
      siblings(range('vers:semver/=1.0.0|<2.0.0')),
    ],
    pass: [
      SAME,
      siblings(range('vers:semver/>=1.0.0|<2.0.0')),
      siblings(range('<V3.0.29')),
      siblings(range('vers:all/*')),
      siblings(range('vers:unknowntype/<4')),
    ],
  },
  '6.1.51': {
    fail: [
      epss('2024-03-01T00:00:00Z'),
      { ...epss('2024-02-01T10:00:01Z'), [`${T}/status`]: 'interim' },
    ],
    pass: [
      epss('2024-01-31T00:00:00Z'),
      { ...epss('2024-03-01T00:00:00Z'), [`${T}/status`]: 'draft' },
    ],
  },
  '6.1.52': {
    fail: [
      exploited('2024-03-01T00:00:00Z', day(1)),
      exploited('2024-03-02T00:00:00Z', '2024-03-01T00:00:00Z'),
    ],
    pass: [
      exploited(day(2), day(1)),
      { ...exploited('2024-03-01T00:00:00Z', day(1)), [`${T}/status`]: 'draft' },
    ],
  },
  '6.1.53': {
    fail: [
      exploited(day(1), day(2)),
      exploited('2024-01-01T10:00:00+02:00', '2024-01-01T09:00:00Z'),
    ],
    pass: [exploited(day(2), day(1)), exploited(day(1), day(1))],
  },
  '6.1.54': {
    fail: [
      { [LICENCE]: 'This is a license text.' },
      { [LICENCE]: 'MIT OR' },
      { [LICENCE]: '(MIT' },
      { [LICENCE]: 'DocumentRef-x:LicenseRef-y-z' },
    ],
    pass: [
      SAME,
      { [LICENCE]: 'MIT OR (Apache-2.0 AND GPL-2.0-or-later WITH Classpath-exception-2.0)' },
    ],
  },
  '6.1.55': {
    fail: [
      { [LICENCE]: 'LicenseRef-example.com-own' },
      { [LICENCE]: 'LicenseRef-example.com-own', '/document/notes/-': note('other', 'License') },
    ],
    pass: [
      SAME,
      {
        [LICENCE]: 'LicenseRef-example.com-own',
        '/document/notes/-': note('legal_disclaimer', 'License'),
      },
    ],
  },
  '6.1.56': {
    fail: [
      { [`${CONTENT}/qualitative_severity_rating`]: 'high' },
      { [`${V}/metrics/-`]: metric({ qualitative_severity_rating: 'high' }) },
    ],
    pass: [
      SAME,
      {
        [`${V}/metrics/-`]: metric(
          { qualitative_severity_rating: 'high' },
          ['A'],
          'https://example.org/x',
        ),
      },
    ],
  },
  '6.1.57': {
    fail: [
      { [`${TREE}/branches/0/branches/0/category`]: 'vendor' },
      { [`${TREE}/branches/0/category`]: 'product_version' },
    ],
    pass: [SAME, { [`${TREE}/branches`]: [deep(5)] }],
  },
  '6.1.58': {
    fail: [
      { [`${TREE}/branches/0/branches/0/category`]: 'product_version_range' },
      { [`${TREE}/branches/0/category`]: 'product_version_range' },
    ],
    pass: [SAME, siblings(range('<2'), leaf('2', 'A'))],
  },
  '6.1.59': {
    fail: [siblings(range('vers:intdot/4.2.0')), siblings(range('4.2.0'))],
    pass: [siblings(range('vers:intdot/<4.2.0')), siblings(leaf('4.2.0', 'A'))],
  },
  '6.1.60.1': {
    fail: [
      { '/x_extensions': [{ $schema: 'https://example.com/e_1.0.0.json' }] },
      { '/document/x_extensions': [extension(11, { category: 'critical' })] },
      { '/x_extensions': [extension(11, { $schema: 'https://example.com/e.json' })] },
    ],
    pass: [SAME, { '/x_extensions': [extension(11)] }],
  },
  '6.1.60.2': {
    fail: [
      { '/x_extensions': [extension(11, { content: { other: 1 } })] },
      { [`${V}/x_extensions`]: [extension(12, { content: { notes: ['x'] } })] },
    ],
    pass: [
      { '/x_extensions': [extension(11)] },
      { '/x_extensions': [extension(11, { $schema: 'https://example.com/e_1.0.0.json' })] },
    ],
  },
  '6.1.60.3': {
    fail: [
      { '/x_extensions': [extension(11), extension(11, { category: 'significant' })] },
      { '/x_extensions': [extension(11), extension(12)] },
    ],
    pass: [
      { '/x_extensions': [extension(11)] },
      { '/x_extensions': [extension(12), extension(12, { category: 'significant' })] },
    ],
  },
  '6.1.61': {
    fail: [{ [`${HELPER}/skus`]: ['NL*12*'] }, { [`${HELPER}/skus`]: ['**'] }],
    pass: [SAME, { [`${HELPER}/skus`]: ['NL*', '\\*\\*'] }],
  },
  '6.2.1': {
    fail: [
      { [`${NAMES}/-`]: { name: 'x', product_id: 'X' } },
      { [`${V}/product_status/fixed`]: undefined, [`${TREE}/product_groups`]: undefined },
    ],
    pass: [SAME, { ...information, [`${NAMES}/-`]: { name: 'x', product_id: 'X' } }],
  },
  '6.2.2': {
    fail: [
      { [`${V}/remediations`]: undefined },
      { [`${V}/product_status/under_investigation`]: ['C'] },
    ],
    pass: [
      SAME,
      { [`${V}/remediations`]: [remedy('none_available', ['A']), remedy('workaround', ['D'])] },
    ],
  },
  '6.2.3': {
    fail: [SAME, { [`${V}/metrics`]: undefined }],
    pass: [
      { [`${METRIC}/products`]: ['A', 'D'] },
      { [`${V}/product_status/known_affected`]: ['A'] },
    ],
  },
  '6.2.4': {
    fail: [history('1.0.0', '1.0.0+exp'), history('1.1.0', '1.0.0', '1.1.0-rc+1')],
    pass: [SAME, history('1.0.0', '1.0.0')],
  },
  '6.2.5': {
    fail: [
      { [`${T}/initial_release_date`]: '2023-01-01T10:00:00Z' },
      { [`${T}/initial_release_date`]: '2024-01-01T10:30:00+01:00' },
    ],
    pass: [SAME, { [`${T}/initial_release_date`]: '2024-01-01T11:00:00+01:00' }],
  },
  '6.2.6': {
    fail: [
      { [`${T}/current_release_date`]: '2024-01-31T10:00:00Z' },
      { [`${T}/current_release_date`]: '2024-02-01T10:30:00+01:00' },
    ],
    pass: [SAME, { [`${T}/current_release_date`]: '2024-02-02T10:00:00Z' }],
  },
  '6.2.7': {
    fail: [
      { [`${V}/involvements`]: [{ party: 'vendor', status: 'open' }] },
      {
        [`${V}/involvements`]: [
          { party: 'user', status: 'open', date: day(1) },
          { party: 'vendor', status: 'open' },
        ],
      },
    ],
    pass: [SAME, { [`${V}/involvements`]: [{ party: 'vendor', status: 'open', date: day(1) }] }],
  },
  '6.2.8': {
    fail: [{ [`${HELPER}/hashes`]: hashes('md5') }, { [`${HELPER}/hashes`]: hashes('md5', 'md5') }],
    pass: [
      { [`${HELPER}/hashes`]: hashes('sha256') },
      { [`${HELPER}/hashes`]: hashes('md5', 'sha256') },
    ],
  },
  '6.2.9': {
    fail: [
      { [`${HELPER}/hashes`]: hashes('sha1') },
      { [`${HELPER}/hashes`]: hashes('sha1', 'sha1') },
    ],
    pass: [
      { [`${HELPER}/hashes`]: hashes('sha256') },
      { [`${HELPER}/hashes`]: hashes('sha1', 'sha512') },
    ],
  },
  '6.2.10': {
    only: '2.0',
    fail: [{ '/document/distribution': undefined }, { '/document/distribution': { text: 'x' } }],
    pass: [SAME, { [TLP]: 'RED' }],
  },
  '6.2.11': {
    fail: [
      { '/document/references/0/category': 'external' },
      { '/document/references/0/url': 'http://example.com/csaf/ex-1.json' },
      { '/document/references/0/url': 'https://example.com/csaf/ex_1.json' },
    ],
    pass: [
      SAME,
      { [`${T}/id`]: 'EX  1', '/document/references/0/url': 'https://example.com/ex_1.json' },
    ],
  },
  '6.2.12': {
    fail: [
      { '/document/lang': undefined },
      { '/document/lang': undefined, '/document/source_lang': 'de' },
    ],
    pass: [SAME, { '/document/lang': 'de' }],
  },
  '6.2.13': {
    fail: [
      { '/document/aggregate_severity': { text: 'x' } },
      { [`${V}/acknowledgments`]: [{ names: ['x'] }] },
    ],
    pass: [
      {
        '/vulnerabilities': [{ cve: 'CVE-2024-0001', title: 'x' }],
        [TREE]: undefined,
        '/document/notes': [note('description')],
      },
      { '/vulnerabilities': undefined, [TREE]: undefined },
    ],
  },
  '6.2.14': {
    fail: [
      { '/document/lang': 'qtx' },
      { '/document/lang': 'en-QM' },
      { '/document/source_lang': 'en-Qabc' },
    ],
    pass: [SAME, { '/document/lang': 'de-DE' }],
  },
  '6.2.15': {
    fail: [{ '/document/lang': 'i-default' }, { '/document/source_lang': 'I-Default' }],
    pass: [SAME, { '/document/source_lang': 'de' }],
  },
  '6.2.16': {
    fail: [{ [HELPER]: undefined }, { [`${NAMES}/-`]: { name: 'x', product_id: 'X' } }],
    pass: [SAME, { [TREE]: undefined }],
  },
  '6.2.17': {
    fail: [
      { [`${V}/ids`]: [{ system_name: 'x', text: 'CVE-2024-0001' }] },
      {
        [`${V}/ids`]: [
          { system_name: 'x', text: '1' },
          { system_name: 'y', text: 'CVE-2024-12345' },
        ],
      },
    ],
    pass: [SAME, { [`${V}/ids`]: [{ system_name: 'x', text: '#CVE-2024-0001' }] }],
  },
  '6.2.18': {
    fail: [siblings(range('>4.2')), siblings(range('vers:/x'))],
    pass: [SAME, siblings(range('vers:semver/>4.2.0'))],
  },
  '6.2.19': {
    fail: [
      { [`${METRIC}/products`]: ['A', 'B'] },
      { [`${METRIC}/products`]: ['B'], [`${CONTENT}/cvss_v3/modifiedIntegrityImpact`]: 'NONE' },
    ],
    pass: [
      SAME,
      { [`${METRIC}/products`]: ['B'], [`${CONTENT}/cvss_v3/environmentalScore`]: 0 },
      {
        [`${METRIC}/products`]: ['B'],
        [`${CONTENT}/cvss_v3/vectorString`]: `${CVSS_3.vectorString}/MC:N/MI:N/MA:N`,
      },
    ],
  },
  '6.2.20': {
    fail: [{ [`${CONTENT}/cvss_v3/custom`]: 'x' }, { '/document/custom': 1 }],
    pass: [SAME, { [`${CONTENT}/cvss_v3/attackVector`]: 'NETWORK' }],
  },
  '6.2.21': {
    fail: [
      { [`${H}/0/date`]: '2024-02-01T10:00:00Z' },
      { [`${H}/0/date`]: '2024-02-01T11:00:00+01:00' },
    ],
    pass: [SAME, history('1', '1')],
  },
  '6.2.22': {
    fail: [{ '/document/title': 'EX-1: A document' }, { '/document/title': 'A document (EX-1)' }],
    pass: [SAME, { '/document/title': 'EX 1' }],
  },
  '6.2.23': {
    fail: [
      { [`${V}/cwes`]: cwe('CWE-596', 'DEPRECATED: Incorrect Semantic Object Comparison') },
      { [`${V}/cwes`]: cwe('CWE-1187', 'x', '4.13') },
    ],
    pass: [SAME, { [`${V}/cwes`]: cwe('CWE-596', 'Incorrect Semantic Object Comparison', '3.0') }],
  },
  '6.2.24': {
    fail: [{ [`${V}/cwes/0/version`]: '4.12' }, { [`${V}/cwes/0/version`]: '4.15' }],
    pass: [SAME, { [`${V}/cwes`]: undefined }],
  },
  '6.2.25': {
    fail: [
      { [`${V}/cwes`]: cwe('CWE-20', 'Improper Input Validation') },
      { [`${V}/cwes`]: cwe('CWE-596', 'x') },
    ],
    pass: [SAME, { [`${V}/cwes`]: cwe('CWE-20', 'Improper Input Validation', '4.0') }],
  },
  '6.2.26': {
    fail: [
      { [`${V}/cwes`]: cwe('CWE-1023', 'x') },
      { [`${V}/cwes`]: cwe('CWE-1023', 'x', '4.15') },
    ],
    pass: [SAME, { [`${V}/cwes`]: cwe('CWE-1023', 'x', '4.0') }],
  },
  '6.2.27': {
    fail: [
      {
        [`${V}/product_status/under_investigation`]: ['C'],
        [`${V}/remediations/-`]: remedy('workaround', ['C']),
      },
      { [`${V}/remediations/-`]: remedy('optional_patch', ['B']) },
    ],
    pass: [
      SAME,
      {
        [`${V}/product_status/under_investigation`]: ['C'],
        [`${V}/remediations/-`]: remedy('none_available', ['C']),
      },
    ],
  },
  '6.2.28': {
    fail: [{ [GROUP]: { id: MAX } }, { [GROUP]: { id: MAX, name: 'Public' } }],
    pass: [SAME, { [GROUP]: { id: UUID } }],
  },
  '6.2.29': {
    fail: [{ [GROUP]: { id: NIL } }, { [GROUP]: { id: NIL, name: 'No sharing allowed' } }],
    pass: [SAME, { [GROUP]: { id: UUID } }],
  },
  '6.2.30': {
    fail: [
      { [TLP]: 'CLEAR', [GROUP]: { id: MAX, name: 'Public' } },
      { [TLP]: 'CLEAR', [GROUP]: { id: UUID } },
    ],
    pass: [{ [TLP]: 'CLEAR' }, { [GROUP]: { id: UUID } }],
  },
  '6.2.31': {
    fail: [
      { [`${HELPER}/serial_numbers`]: ['1'], [`${TREE}/product_paths`]: undefined },
      {
        [`${NAMES}/-`]: {
          name: 'x',
          product_id: 'X',
          product_identification_helper: { model_numbers: ['1'] },
        },
      },
    ],
    pass: [SAME, { [`${HELPER}/serial_numbers`]: ['1'] }],
  },
  '6.2.32': {
    fail: [
      { [`${HELPER}/skus`]: ['D*'] },
      { [`${HELPER}/purls`]: ['pkg:npm/thing@1.0.0'] },
      {
        [`${HELPER}/hashes`]: hashes('sha256', 'sha512'),
        [`${NAMES}/-`]: {
          name: 'x',
          product_id: 'X',
          product_identification_helper: { hashes: hashes('sha256', 'sha512') },
        },
      },
    ],
    pass: [SAME, { [`${HELPER}/model_numbers`]: ['D*'] }],
  },
  '6.2.33': {
    fail: [
      { [`${V}/disclosure_date`]: '2024-03-01T10:00:00Z' },
      { [`${V}/disclosure_date`]: '2024-02-01T10:00:01Z' },
    ],
    pass: [
      SAME,
      { [`${V}/disclosure_date`]: '2030-01-01T00:00:00Z' },
      { [`${V}/disclosure_date`]: day(1) },
    ],
  },
  '6.2.34': {
    fail: [
      { [CONTENT]: { ssvc_v2: inNamespace('x_example.test#own') } },
      { [CONTENT]: { ssvc_v2: inNamespace('invalid') } },
    ],
    pass: [
      { [CONTENT]: { ssvc_v2: ssvc(MI) } },
      { [CONTENT]: { ssvc_v2: inNamespace('example') } },
    ],
  },
  '6.2.35': {
    fail: [
      { [TLP]: 'CLEAR', [CONTENT]: { ssvc_v2: inNamespace('x_example.test#own') } },
      { [TLP]: 'CLEAR', [CONTENT]: { ssvc_v2: inNamespace('unknownbase') } },
    ],
    pass: [
      { [TLP]: 'CLEAR', [CONTENT]: { ssvc_v2: ssvc(MI) } },
      { [CONTENT]: { ssvc_v2: inNamespace('x_example.test#own') } },
    ],
  },
  '6.2.36': {
    fail: [
      { [TLP]: 'CLEAR', [CONTENT]: { ssvc_v2: inNamespace('ssvc//.example.test#more') } },
      { [TLP]: 'CLEAR', [CONTENT]: { ssvc_v2: inNamespace('ssvc/de-DE') } },
    ],
    pass: [
      { [TLP]: 'CLEAR', [CONTENT]: { ssvc_v2: ssvc(MI) } },
      { [CONTENT]: { ssvc_v2: inNamespace('ssvc//.example.test#more') } },
    ],
  },
  '6.2.37': {
    fail: [
      { [CONTENT]: { ssvc_v2: inNamespace('x_example.test#own') } },
      {
        [CONTENT]: {
          ssvc_v2: ssvc(
            { ...MI, namespace: 'x_example.test#own/de' },
            { decision_point_resources: RESOURCE('x_example.test#other') },
          ),
        },
      },
    ],
    pass: [
      { [CONTENT]: { ssvc_v2: ssvc(MI) } },
      {
        [CONTENT]: {
          ssvc_v2: ssvc(
            { ...MI, namespace: 'x_example.test#own' },
            { decision_point_resources: RESOURCE('x_example.test#own') },
          ),
        },
      },
    ],
  },
  '6.2.38': {
    fail: [
      { [CATEGORY]: 'csaf_deprecated_security_advisory' },
      { [CATEGORY]: 'csaf_deprecated_other' },
    ],
    pass: [SAME, advisory],
  },
  '6.2.39.1': {
    fail: [
      { ...advisory, [`${V}/product_status/fixed`]: undefined },
      { ...advisory, [`${V}/product_status`]: { known_affected: ['A'], fixed: ['C'] } },
    ],
    pass: [
      { ...advisory, [`${V}/product_status/known_affected`]: ['A'] },
      {
        ...advisory,
        [`${V}/product_status`]: { known_affected: ['A'] },
        [`${V}/remediations`]: [remedy('no_fix_planned', ['A'])],
      },
    ],
  },
  '6.2.39.2': {
    fail: [
      german(withdrawn),
      german({
        ...withdrawn,
        '/document/notes': [note('summary', 'Begründung für die Zurückziehung')],
      }),
    ],
    pass: [
      german({
        ...withdrawn,
        '/document/notes': [note('description', 'Begründung für die Zurückziehung')],
      }),
      withdrawn,
    ],
  },
  '6.2.39.3': {
    fail: [
      german(superseded),
      german({ ...superseded, '/document/notes': [note('other', 'Begründung für die Ersetzung')] }),
    ],
    pass: [
      german({
        ...superseded,
        '/document/notes': [note('description', 'Begründung für die Ersetzung')],
      }),
      superseded,
    ],
  },
  '6.2.39.4': {
    fail: [
      german(superseded),
      german({
        ...superseded,
        '/document/references/0/summary': 'Ersetzendes Dokument',
        '/document/references/0/category': 'self',
      }),
    ],
    pass: [
      german({ ...superseded, '/document/references/0/summary': 'Ersetzendes Dokument' }),
      superseded,
    ],
  },
  '6.2.39.5': {
    fail: [
      { ...withdrawn, '/x_extensions': [extension(11)] },
      { ...superseded, '/document/x_extensions': [extension(11)] },
    ],
    pass: [withdrawn, { '/x_extensions': [extension(11)] }],
  },
  '6.2.40': {
    fail: [
      { '/document/notes/-': note('description', 'Product Description') },
      german({ '/document/notes/-': note('description', 'Produktbeschreibung für A') }),
    ],
    pass: [
      SAME,
      {
        '/document/notes/-': {
          ...(note('description', 'Product Description') as object),
          product_ids: ['A'],
        } as Json,
      },
      { '/document/notes/-': note('general', 'Product Description') },
    ],
  },
  '6.2.41': {
    fail: [epss('2024-01-01T00:00:00Z'), epss('2024-01-17T09:59:59Z')],
    pass: [
      epss('2024-01-17T10:00:00Z'),
      {
        ...epss('2023-01-01T00:00:00Z'),
        [`${V}/metrics/-`]: metric({
          epss: { percentile: '0.5', probability: '0.1', timestamp: '2024-01-31T00:00:00Z' },
        }),
      },
    ],
  },
  '6.2.42': {
    fail: [
      {
        [`${VERSIONS}/0/product/product_identification_helper`]: {
          cpe: 'cpe:2.3:a:example:thing:2.0.0:*:*:*:*:*:*:*',
        },
      },
      {
        [`${VERSIONS}/0/product/product_identification_helper`]: {
          cpe: 'cpe:2.3:a:example:thing:1.0.0:*:*:de:*:*:*:*',
        },
      },
      { [`${VERSIONS}/0/product/product_identification_helper`]: { purls: ['pkg:npm/thing'] } },
    ],
    pass: [
      SAME,
      {
        [`${VERSIONS}/0/product/product_identification_helper`]: {
          cpe: 'cpe:2.3:a:example:thing:1.0.0:*:*:*:*:*:*:*',
        },
      },
    ],
  },
  '6.2.43': {
    fail: [{ [LICENCE]: undefined }, { [LICENCE]: '' }],
    pass: [SAME, { [LICENCE]: 'MIT' }],
  },
  '6.2.44': {
    fail: [{ [LICENCE]: 'GFDL-1.1' }, { [LICENCE]: 'MIT OR GPL-2.0' }],
    pass: [SAME, { [LICENCE]: 'GPL-2.0-only' }],
  },
  '6.2.45': {
    fail: [{ [LICENCE]: 'No-Such-License' }, { [LICENCE]: 'MIT WITH No-exception' }],
    pass: [SAME, { [LICENCE]: 'LicenseRef-example.com-own' }],
  },
  '6.2.46': {
    fail: [
      german({ [LICENCE]: 'LicenseRef-example.com-own' }),
      german({
        [LICENCE]: 'LicenseRef-example.com-own',
        '/document/notes/-': note('summary', 'Lizenz'),
      }),
    ],
    pass: [
      SAME,
      german({
        [LICENCE]: 'LicenseRef-example.com-own',
        '/document/notes/-': note('legal_disclaimer', 'Lizenz'),
      }),
    ],
  },
  '6.2.47': {
    fail: [
      { [CONTENT]: { qualitative_severity_rating: 'low' } },
      {
        [METRIC]: metric(
          { qualitative_severity_rating: 'low' },
          ['A'],
          'https://example.com/csaf/ex-1.json',
        ),
      },
    ],
    pass: [
      SAME,
      { [METRIC]: metric({ qualitative_severity_rating: 'low' }, ['A'], 'https://example.org/x') },
    ],
  },
  '6.2.48': {
    fail: [
      { [`${TREE}/branches/0/name`]: 'Open Source' },
      { [`${TREE}/branches/0/name`]: 'OPEN-source\u200b' },
    ],
    pass: [SAME, { [`${TREE}/branches/0/name`]: 'Open Source Ltd.' }],
  },
  '6.2.49': {
    fail: [siblings(range('vers:intdot/>=4.2.0')), siblings(range('<1|>=2|!=3'))],
    pass: [SAME, siblings(range('vers:intdot/>=1|<=2'))],
  },
  '6.2.50.1': {
    fail: [
      {
        ...siblings(range('vers:intdot/>2.1|<4.2', 'R'), range('vers:intdot/>1.2|<2.4', 'S')),
        ...statuses('known_affected', 'fixed'),
      },
      {
        ...siblings(range('vers:intdot/<=2', 'R'), range('vers:intdot/>=2|<3', 'S')),
        ...statuses('known_affected', 'known_not_affected'),
      },
    ],
    pass: [
      SAME,
      {
        ...siblings(range('vers:intdot/<2', 'R'), range('vers:intdot/>=2|<3', 'S')),
        ...statuses('known_affected', 'known_not_affected'),
      },
    ],
  },
  '6.2.50.2': {
    fail: [
      {
        ...siblings(range('>2.1|<4.2', 'R'), range('>1.2|<2.4', 'S')),
        ...statuses('known_affected', 'fixed'),
      },
      {
        ...siblings(range('<3', 'R'), range('>1|<2', 'S')),
        ...statuses('fixed', 'under_investigation'),
      },
    ],
    pass: [
      SAME,
      {
        ...siblings(range('<2', 'R'), range('>2|<3', 'S')),
        ...statuses('known_affected', 'fixed'),
      },
    ],
  },
  '6.2.50.3': {
    fail: [
      {
        ...siblings(range('vers:intdot/<4', 'R'), leaf('2.4', 'S')),
        ...statuses('known_affected', 'fixed'),
      },
      {
        ...siblings(range('<4', 'R'), leaf('v2.4', 'S')),
        ...statuses('known_affected', 'known_not_affected'),
      },
    ],
    pass: [
      {
        ...siblings(range('vers:intdot/!=2.4|<4', 'R'), leaf('2.4', 'S')),
        ...statuses('known_affected', 'fixed'),
      },
      {
        ...siblings(range('vers:intdot/<2', 'R'), leaf('2.4', 'S')),
        ...statuses('known_affected', 'fixed'),
      },
    ],
  },
  '6.2.51': {
    fail: [siblings(range('vers:someweirdtype/<4')), siblings(range('vers:other/<4'))],
    pass: [SAME, siblings(range('vers:deb/<1:2.0-1')), siblings(range('<4'))],
  },
  '6.2.52': {
    fail: [
      { [`${HELPER}/hashes`]: hashes('unknown') },
      { [`${HELPER}/hashes`]: hashes('sha256', 'sha-512') },
    ],
    pass: [
      { [`${HELPER}/hashes`]: hashes('sha256') },
      { [`${HELPER}/hashes`]: hashes('blake2b512') },
    ],
  },
  '6.2.53': {
    fail: [
      { [`${V}/ids`]: [{ system_name: 'https://github.com/oasis-tcs/csaf', text: 'Issue 1' }] },
      { [`${V}/ids`]: [{ system_name: 'https://github.com/oasis-tcs/csaf', text: '1' }] },
    ],
    pass: [
      { [`${V}/ids`]: [{ system_name: 'https://github.com/oasis-tcs/csaf', text: '#1' }] },
      { [`${V}/ids`]: [{ system_name: 'other', text: '1' }] },
    ],
  },
  '6.2.54.1': {
    fail: [{ '/x_extensions': [extension(11)] }, { [`${V}/x_extensions`]: [extension(12)] }],
    pass: [
      SAME,
      {
        '/x_extensions': [
          extension(11, {
            $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/extension/x_1.0.0.json',
          }),
        ],
      },
    ],
  },
  '6.2.54.2': {
    fail: [{ '/x_extensions': [extension(11)] }, { [`${CONTENT}/x_extensions`]: [extension(12)] }],
    pass: [
      SAME,
      {
        '/x_extensions': [
          extension(11, {
            $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/extension/x_1.0.0.json',
          }),
        ],
      },
    ],
  },
  '6.2.54.3': {
    fail: [
      { '/x_extensions': [extension(11, { critical: true })] },
      { '/document/x_extensions': [extension(12, { critical: true })] },
    ],
    pass: [SAME, { '/x_extensions': [extension(11)] }],
  },
  '6.2.54.4': {
    fail: [
      { [TLP]: 'CLEAR', '/x_extensions': [extension(11)] },
      { [TLP]: 'CLEAR', [`${V}/x_extensions`]: [extension(12)] },
    ],
    pass: [{ [TLP]: 'CLEAR' }, { '/x_extensions': [extension(11)] }],
  },
  '6.3.1': {
    fail: [
      { [CONTENT]: { cvss_v2: CVSS_2 } },
      { [`${V}/metrics/-`]: metric({ cvss_v2: CVSS_2 }, ['A', 'C']) },
    ],
    pass: [SAME, { [`${CONTENT}/cvss_v2`]: CVSS_2 }],
  },
  '6.3.2': {
    fail: [
      { [`${CONTENT}/cvss_v3/version`]: '3.0' },
      { [`${CONTENT}/cvss_v3/vectorString`]: CVSS_3.vectorString.replace('3.1', '3.0') },
    ],
    pass: [SAME, { [CONTENT]: { cvss_v2: CVSS_2 } }],
  },
  '6.3.3': {
    fail: [{ [`${V}/cve`]: undefined }, { '/vulnerabilities/-': { title: 'x' } }],
    pass: [SAME, { '/vulnerabilities': undefined }],
  },
  '6.3.4': {
    fail: [{ [`${V}/cwes`]: undefined }, { '/vulnerabilities/-': { title: 'x' } }],
    pass: [SAME, { '/vulnerabilities': undefined }],
  },
  '6.3.5': {
    fail: [
      {
        [`${HELPER}/hashes`]: [
          { filename: 'a', file_hashes: [{ algorithm: 'md5', value: 'a'.repeat(32) }] },
        ],
      },
      {
        [`${HELPER}/hashes`]: [
          { filename: 'a', file_hashes: [{ algorithm: 'sha256', value: 'a'.repeat(63) }] },
        ],
      },
    ],
    pass: [SAME, { [`${HELPER}/hashes`]: hashes('sha256') }],
  },
  '6.3.6': {
    fail: [
      { '/document/references/1/url': 'https://example.invalid/x' },
      { '/document/acknowledgments': [{ urls: ['https://a.invalid/'] }] },
    ],
    pass: [SAME, { '/document/references/0/url': 'https://example.invalid/ex-1.json' }],
  },
  '6.3.7': {
    fail: [
      { '/document/references/0/url': 'https://example.invalid/ex-1.json' },
      { [`${V}/references`]: [{ category: 'self', summary: 'x', url: 'https://b.invalid/' }] },
    ],
    pass: [SAME, { '/document/references/1/url': 'https://example.invalid/x' }],
  },
  '6.3.8': {
    fail: [{ '/document/title': 'Secruity' }, { '/document/lang': 'xx' }],
    pass: [SAME, { '/document/title': 'Security' }],
  },
  '6.3.9': {
    fail: [
      { [`${TREE}/branches/0/category`]: 'product_family' },
      siblings(leaf('91', 'A', 'patch_level')),
    ],
    pass: [SAME, { [`${TREE}/branches`]: undefined }],
  },
  '6.3.10': {
    fail: [siblings(range('<2')), { [`${TREE}/branches/0/category`]: 'product_version_range' }],
    pass: [SAME, { [`${TREE}/branches`]: undefined }],
  },
  '6.3.11': {
    fail: [siblings(leaf('v4.2', 'A')), siblings(leaf('V3', 'A'))],
    pass: [SAME, siblings(leaf('vista', 'A'))],
  },
  '6.3.12': {
    fail: [SAME, { [`${V}/metrics`]: undefined }],
    pass: [
      { [METRIC]: metric({ cvss_v4: CVSS_4 }, ['A', 'D']) },
      { [METRIC]: metric({ cvss_v3: { ...CVSS_3 }, cvss_v4: CVSS_4 }, ['A', 'D']) },
    ],
  },
  '6.3.13': {
    fail: [
      { [CONTENT]: { ssvc_v2: ssvc({ ...MI, version: '1.0.0' }) } },
      { [CONTENT]: { ssvc_v2: ssvc({ ...MI, version: '3.0.0' }) } },
    ],
    pass: [SAME, { [CONTENT]: { ssvc_v2: ssvc(MI) } }],
  },
  '6.3.14': {
    fail: [
      { [CONTENT]: { ssvc_v2: inNamespace('x_example.test#own') } },
      { [TLP]: 'RED', [CONTENT]: { ssvc_v2: inNamespace('unknownbase') } },
    ],
    pass: [
      { [CONTENT]: { ssvc_v2: ssvc(MI) } },
      { [TLP]: 'CLEAR', [CONTENT]: { ssvc_v2: inNamespace('x_example.test#own') } },
    ],
  },
  '6.3.15': {
    fail: [
      { [CONTENT]: { ssvc_v2: inNamespace('ssvc//.example.test#more') } },
      { [CONTENT]: { ssvc_v2: inNamespace('x_example.test#own/de') } },
    ],
    pass: [
      { [CONTENT]: { ssvc_v2: ssvc(MI) } },
      { [TLP]: 'CLEAR', [CONTENT]: { ssvc_v2: inNamespace('ssvc//.example.test#more') } },
    ],
  },
  '6.3.16': {
    fail: [{ '/document/title': 'It must followed' }, { [`${V}/title`]: 'must followed' }],
    pass: [SAME, { '/document/title': 'It must be followed' }],
  },
  '6.3.17': {
    fail: [{ [LICENCE]: 'LicenseRef-example.com-own' }, { [LICENCE]: 'MIT OR No-Such-License' }],
    pass: [SAME, { [LICENCE]: 'LicenseRef-scancode-public-domain' }],
  },
  '6.3.18': {
    fail: [
      { [CONTENT]: { qualitative_severity_rating: 'low' } },
      { [METRIC]: metric({ qualitative_severity_rating: 'low' }, ['A'], 'https://example.org/x') },
    ],
    pass: [SAME, { [`${V}/metrics`]: undefined }],
  },
  '6.3.19.1': {
    fail: [
      {
        ...siblings(range('vers:intdot/>2.1|<4.2', 'R'), range('vers:intdot/>1.2|<2.4', 'S')),
        ...statuses('first_fixed', 'fixed'),
      },
      {
        ...siblings(range('vers:intdot/<3', 'R'), range('vers:intdot/<2', 'S')),
        [`${V}/product_status`]: { fixed: ['R', 'S'] },
      },
    ],
    pass: [
      SAME,
      {
        ...siblings(range('vers:intdot/<2', 'R'), range('vers:intdot/>2|<3', 'S')),
        ...statuses('first_fixed', 'fixed'),
      },
    ],
  },
  '6.3.19.2': {
    fail: [
      {
        ...siblings(range('>2.1|<4.2', 'R'), range('>1.2|<2.4', 'S')),
        ...statuses('first_fixed', 'fixed'),
      },
      {
        ...siblings(range('<3', 'R'), range('<2', 'S')),
        ...statuses('last_affected', 'known_affected'),
      },
    ],
    pass: [
      SAME,
      { ...siblings(range('<2', 'R'), range('>2|<3', 'S')), ...statuses('first_fixed', 'fixed') },
    ],
  },
  '6.3.19.3': {
    fail: [
      {
        ...siblings(range('vers:intdot/<4', 'R'), leaf('2.4', 'S')),
        ...statuses('first_fixed', 'fixed'),
      },
      {
        ...siblings(range('<4', 'R'), leaf('2.4', 'S')),
        ...statuses('last_affected', 'known_affected'),
      },
    ],
    pass: [
      { ...siblings(range('<2', 'R'), leaf('2.4', 'S')), ...statuses('first_fixed', 'fixed') },
      { ...siblings(range('<4', 'R'), leaf('2.4', 'S')), ...statuses('known_affected', 'fixed') },
    ],
  },
  '6.3.19.4': {
    fail: [
      siblings(
        nested('>2.1|<4.2', 'product_version_range', 'R'),
        nested('>1.2|<2.4', 'product_version_range', 'S'),
      ),
      siblings(
        range('vers:intdot/<3', 'R'),
        nested('vers:intdot/<2', 'product_version_range', 'S'),
      ),
    ],
    pass: [
      SAME,
      siblings(
        nested('>=2.4|<4.2', 'product_version_range', 'R'),
        nested('>1.2|<2.4', 'product_version_range', 'S'),
      ),
    ],
  },
  '6.3.19.5': {
    fail: [
      siblings(
        nested('>2.1|<4.2', 'product_version_range', 'R'),
        nested('3.0', 'product_version', 'S'),
      ),
      siblings(range('vers:intdot/<3', 'R'), nested('2', 'product_version', 'S')),
    ],
    pass: [
      SAME,
      siblings(
        nested('>2.1|<4.2', 'product_version_range', 'R'),
        nested('1.0', 'product_version', 'S'),
      ),
    ],
  },
  '6.3.20': {
    fail: [
      { [`${V}/ids`]: [{ system_name: 'GitHub', text: '1' }] },
      {
        [`${V}/ids`]: [
          { system_name: 'https://github.com/oasis-tcs/csaf', text: '#1' },
          { system_name: 'x', text: '1' },
        ],
      },
    ],
    pass: [
      SAME,
      { [`${V}/ids`]: [{ system_name: 'https://github.com/oasis-tcs/csaf', text: '#1' }] },
    ],
  },
  '6.3.21.1': {
    fail: [
      { '/x_extensions': [extension(11, { category: 'essential' })] },
      { [`${V}/x_extensions`]: [extension(11, { category: 'essential' })] },
    ],
    pass: [SAME, { '/x_extensions': [extension(11)] }],
  },
  '6.3.21.2': {
    fail: [{ '/x_extensions': [extension(11)] }, { [`${V}/x_extensions`]: [extension(12)] }],
    pass: [SAME, { [TLP]: 'CLEAR', '/x_extensions': [extension(11)] }],
  },
  '6.3.21.3': {
    fail: [
      { '/document/x_extensions': [extension(11)] },
      { '/document/x_extensions': [extension(12)] },
    ],
    pass: [SAME, { '/x_extensions': [extension(11)] }],
  },
  '6.3.21.4': {
    fail: [
      { [`${VERSIONS}/0/product/x_extensions`]: [extension(11)] },
      { [`${VERSIONS}/1/product/x_extensions`]: [extension(12)] },
    ],
    pass: [SAME, { '/x_extensions': [extension(11)] }],
  },
  '6.3.21.5': {
    fail: [
      { [`${NAMES}/0/x_extensions`]: [extension(11)] },
      { [`${NAMES}/0/x_extensions`]: [extension(12)] },
    ],
    pass: [SAME, { '/x_extensions': [extension(11)] }],
  },
  '6.3.21.6': {
    fail: [
      { [`${TREE}/product_paths/0/full_product_name/x_extensions`]: [extension(11)] },
      { [`${TREE}/product_paths/0/full_product_name/x_extensions`]: [extension(12)] },
    ],
    pass: [SAME, { '/x_extensions': [extension(11)] }],
  },
  '6.3.21.7': {
    fail: [
      { [`${CONTENT}/x_extensions`]: [extension(11)] },
      { [`${CONTENT}/x_extensions`]: [extension(12)] },
    ],
    pass: [SAME, { '/x_extensions': [extension(11)] }],
  },
  '6.3.21.8': {
    fail: [{ [`${V}/x_extensions`]: [extension(11)] }, { [`${V}/x_extensions`]: [extension(12)] }],
    pass: [SAME, { '/x_extensions': [extension(11)] }],
  },
  '6.3.21.9': {
    fail: [{ '/x_extensions': [extension(11)] }, { '/x_extensions': [extension(12)] }],
    pass: [SAME, { '/document/x_extensions': [extension(11)] }],
  },
  '6.3.22': {
    fail: [
      {
        [`${TREE}/product_paths/-`]: {
          beginning_product_reference: 'D',
          full_product_name: { name: 'x', product_id: 'E' },
          subpaths: [{ category: 'installed_on', next_product_reference: 'C' }],
        },
      },
      {
        [`${TREE}/product_paths/-`]: {
          beginning_product_reference: 'A',
          full_product_name: { name: 'x', product_id: 'E' },
          subpaths: [{ category: 'installed_on', next_product_reference: 'D' }],
        },
      },
    ],
    pass: [SAME, { [`${TREE}/product_paths`]: undefined }],
  },
};

/** The world outside, as the cases know it. */
export const PORTS = {
  now: '2026-11-22T00:00:00Z',
  status: async (url: string) => (url.includes('.invalid') ? null : 200),
  misspelled: async (text: string, language: string) =>
    language === 'xx' ? null : (text.match(/Secruity/g) ?? []),
  grammar: async (text: string) => text.match(/must followed/g) ?? [],
};
