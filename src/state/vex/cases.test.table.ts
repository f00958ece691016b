/** Cases of our own for OpenVEX 0.2.0: documents with faults, and what their statements say. */
import { type Fact, type Fault, withChanges } from '../../core/cases.test.fixture.ts';
import type { JsonObject } from '../../core/json/value.ts';
import type { RecordIdentity } from '../../core/record.ts';
import { openVexCodec } from './codec.ts';
import type { VexStatement } from './model.ts';
import { readVexDocument } from './read.ts';
import { vexStatus } from './status.ts';

const CPE = 'cpe:2.3:a:example:tool:3.1:*:*:*:*:*:*:*';

const BASE: JsonObject = {
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'https://example.org/vex/2026-9',
  author: 'Example PSIRT',
  role: 'Supplier',
  timestamp: '2026-06-01T00:00:00Z',
  version: 3,
  tooling: 'by hand',
  statements: [
    {
      '@id': 'https://example.org/vex/2026-9#1',
      vulnerability: {
        '@id': 'https://example.org/v/1',
        name: 'CVE-2026-8001',
        description: 'A loop without end.',
        aliases: ['GHSA-aaaa-aaaa-aaaa'],
      },
      products: [
        {
          '@id': 'pkg:oci/tool@sha256:00ff',
          identifiers: { purl: 'pkg:npm/tool@3.1.0', cpe23: CPE },
          hashes: { 'sha-256': 'ABCDEF' },
          subcomponents: [{ '@id': 'pkg:npm/part@1.0.0' }],
        },
      ],
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
      supplier: 'Example',
    },
    {
      vulnerability: { name: 'CVE-2026-8002' },
      timestamp: '2026-06-02T00:00:00Z',
      products: [{ '@id': 'pkg:npm/tool@3.1.0' }, { '@id': 'pkg:npm/tool@3.2.0' }],
      status: 'affected',
      action_statement: 'Update to 3.3.0.',
      action_statement_timestamp: '2026-06-02T00:00:00Z',
    },
  ],
};

const vex = (change: Readonly<Record<string, unknown>> = {}) => withChanges(BASE, change);

const S = '/statements/0';
const T = '/statements/1';
const P = `${S}/products/0`;
const one = (more: object) => ({
  '/statements': [
    { vulnerability: { name: 'CVE-2026-8003' }, products: [{ '@id': 'pkg:npm/tool' }], ...more },
  ],
});
const TWICE = (BASE.statements as JsonObject[])[1];

export const FAULTS: readonly Fault<JsonObject>[] = [
  ['Document @context', vex({ '/@context': 'https://example.org/ns' }), 'vex-unrecognised '],
  [
    'Document @context',
    vex({ '/@context': 'https://openvex.dev/ns/v0.3.0' }),
    'vex-context /@context',
  ],
  ['Document @id', vex({ '/@id': undefined }), 'shape-missing '],
  ['Document @id', vex({ '/@id': 'not an iri' }), 'shape-form /@id'],
  ['Document author', vex({ '/author': undefined }), 'shape-missing '],
  ['Document role', vex({ '/role': ['Supplier'] }), 'shape-type /role'],
  ['Document timestamp', vex({ '/timestamp': '2026-06-01' }), 'shape-form /timestamp'],
  ['Document timestamp', vex({ '/timestamp': undefined }), 'shape-missing ', `vex-time ${S}`],
  [
    'Document last_updated',
    vex({ '/last_updated': '2026-05-31T23:59:59Z' }),
    'vex-last-updated /last_updated',
  ],
  ['Document version', vex({ '/version': 1.5 }), 'shape-type /version'],
  ['Document version', vex({ '/version': -1 }), 'shape-range /version'],
  ['Document tooling', vex({ '/tooling': {} }), 'shape-type /tooling'],
  ['Document statements', vex({ '/statements': undefined }), 'shape-missing '],
  ['Document statements', vex({ '/statements': {} }), 'shape-type /statements'],
  ['Document statements', vex({ '/statements/2': TWICE }), 'shape-repeated /statements/2'],
  ['Document', vex({ '/extra': 1 }), 'shape-unknown /extra'],
  ['Statement @id', vex({ [`${S}/@id`]: '' }), `shape-length ${S}/@id`],
  ['Statement version', vex({ [`${S}/version`]: 0 }), `shape-range ${S}/version`],
  [
    'Statement vulnerability',
    vex({ [`${S}/vulnerability`]: 'CVE-2026-8001' }),
    `shape-type ${S}/vulnerability`,
  ],
  [
    'Statement vulnerability',
    vex({ [`${S}/vulnerability/name`]: undefined }),
    `shape-missing ${S}/vulnerability`,
  ],
  [
    'Statement vulnerability',
    vex({ [`${S}/vulnerability/aliases/1`]: 'GHSA-aaaa-aaaa-aaaa' }),
    `shape-repeated ${S}/vulnerability/aliases/1`,
  ],
  [
    'Statement vulnerability',
    vex({ [`${S}/vulnerability/score`]: 9 }),
    `shape-unknown ${S}/vulnerability/score`,
  ],
  ['Statement timestamp', vex({ [`${T}/timestamp`]: 'June' }), `shape-form ${T}/timestamp`],
  [
    'Statement last_updated',
    vex({ [`${T}/last_updated`]: '2026-06-01T23:00:00Z' }),
    `vex-last-updated ${T}/last_updated`,
  ],
  ['Statement products', vex({ [`${T}/products`]: undefined }), `vex-products ${T}`],
  [
    'Statement products',
    vex({ [`${T}/products/1`]: 'pkg:npm/tool' }),
    `shape-type ${T}/products/1`,
  ],
  ['Statement status', vex({ [`${T}/status`]: undefined }), `shape-missing ${T}`],
  ['Statement status', vex(one({ status: 'Fixed' })), `shape-word ${S}/status`],
  ['Statement justification', vex({ [`${S}/justification`]: undefined }), `vex-justification ${S}`],
  [
    'Statement justification',
    vex({ [`${S}/justification`]: 'code_not_present' }),
    `shape-word ${S}/justification`,
  ],
  [
    'Statement justification',
    vex({ [`${S}/justification`]: undefined, [`${S}/impact_statement`]: '' }),
    `vex-justification ${S}`,
  ],
  [
    'Statement justification',
    vex(one({ status: 'under_investigation', justification: 'component_not_present' })),
    `vex-justification-place ${S}/justification`,
  ],
  ['Statement action_statement', vex({ [`${T}/action_statement`]: undefined }), `vex-action ${T}`],
  [
    'Statement action_statement_timestamp',
    vex({ [`${T}/action_statement_timestamp`]: '2026-06-31T00:00:00Z' }),
    `shape-form ${T}/action_statement_timestamp`,
  ],
  ['Product @id', vex({ [`${P}/@id`]: 7 }), `shape-type ${P}/@id`],
  ['Product identifiers', vex({ [`${P}/identifiers`]: {} }), `shape-missing ${P}/identifiers`],
  [
    'Product identifiers',
    vex({ [`${P}/identifiers/cpe`]: CPE }),
    `shape-unknown ${P}/identifiers/cpe`,
  ],
  ['Product hashes', vex({ [`${P}/hashes/sha256`]: '00' }), `shape-unknown ${P}/hashes/sha256`],
  ['Product hashes', vex({ [`${P}/hashes/md5`]: 0 }), `shape-type ${P}/hashes/md5`],
  [
    'Product subcomponents',
    vex({ [`${P}/subcomponents/0`]: {} }),
    `shape-missing ${P}/subcomponents/0`,
  ],
  [
    'Product subcomponents',
    vex({ [`${P}/subcomponents/0/subcomponents`]: [] }),
    `shape-unknown ${P}/subcomponents/0/subcomponents`,
  ],
];

const statement =
  <K extends keyof VexStatement>(name: K, at = 0) =>
  (document: JsonObject) =>
    readVexDocument(document).statements[at]?.[name];

/** What the store is told of the document's identity. */
const identity = (name: keyof RecordIdentity) => async (document: JsonObject) => {
  const bytes = Buffer.from(JSON.stringify(document));
  for await (const { record } of openVexCodec.records([bytes])) {
    if (record !== undefined) return record.identity[name];
  }
  return undefined;
};

const trust = { suppliers: ['Example PSIRT'], operator: 'Our house' };

/** The answer on a product, within it a part if one is named. */
const asked =
  (vulnerability: string, product: string, subcomponent?: string) => (document: JsonObject) =>
    vexStatus(
      readVexDocument(document).statements,
      { vulnerability, product, ...(subcomponent === undefined ? {} : { subcomponent }) },
      trust,
    ).status;

const V2 = 'CVE-2026-8002';
const V3 = 'CVE-2026-8003';
const TOOL = 'pkg:npm/tool@3.1.0';
const named = (status: string, id: string, timestamp = '2026-06-01T00:00:00Z') => ({
  vulnerability: { name: V3 },
  products: [{ '@id': id }],
  status,
  timestamp,
});
const said = (...statements: readonly object[]) => vex({ '/statements': statements });
const LATER = '2026-06-02T00:00:00Z';

export const FACTS: readonly Fact<JsonObject>[] = [
  ['Document @context', vex(), (each) => readVexDocument(each).version, '0.2.0'],
  ['Document @id', vex(), statement('document'), 'https://example.org/vex/2026-9'],
  ['Document @id', vex(), identity('id'), 'https://example.org/vex/2026-9'],
  ['Document author', vex(), identity('creator'), 'Example PSIRT'],
  ['Document timestamp', vex(), identity('version'), '2026-06-01T00:00:00Z'],
  [
    'Document last_updated',
    vex({ '/last_updated': '2026-06-02T09:00:00+09:00' }),
    identity('versionKey'),
    '2026-06-02T00:00:00',
  ],
  ['Document', vex(), identity('withdrawn'), false],
  ['Document author', vex(), statement('author'), 'Example PSIRT'],
  ['Document statements', vex(), (each) => readVexDocument(each).statements.length, 3],
  ['Statement @id', vex(), statement('path', 2), '/statements/1'],
  [
    'Statement vulnerability',
    vex(),
    statement('vulnerability'),
    ['CVE-2026-8001', 'GHSA-aaaa-aaaa-aaaa'],
  ],
  [
    'Statement vulnerability',
    vex({ [`${S}/vulnerability`]: { '@id': 'https://example.org/v/1', name: 'X-1' } }),
    statement('vulnerability'),
    ['X-1'],
  ],
  ['Statement supplier', vex(), statement('supplier'), 'Example'],
  ['Statement status', vex(), statement('status'), 'not_affected'],
  [
    'Statement justification',
    vex(),
    statement('justification'),
    'vulnerable_code_not_in_execute_path',
  ],
  ['Statement action_statement', vex(), statement('action', 1), 'Update to 3.3.0.'],
  [
    'Statement impact_statement',
    vex({ [`${S}/impact_statement`]: 'It is never called.' }),
    statement('impact'),
    'It is never called.',
  ],
  ['Statement timestamp', vex(), statement('time', 1), '2026-06-02T00:00:00Z'],
  ['Inheritance of timestamps', vex(), statement('time'), '2026-06-01T00:00:00Z'],
  [
    'Inheritance of timestamps',
    vex({ '/last_updated': '2026-06-03T00:00:00Z' }),
    statement('time'),
    '2026-06-03T00:00:00Z',
  ],
  [
    'Statement last_updated',
    vex({ [`${T}/last_updated`]: '2026-06-05T00:00:00Z' }),
    statement('time', 1),
    '2026-06-05T00:00:00Z',
  ],
  [
    'Product',
    vex(),
    statement('product'),
    {
      id: 'pkg:oci/tool@sha256:00ff',
      purls: ['pkg:oci/tool@sha256:00ff', TOOL],
      cpes: [CPE],
      hashes: ['sha256:abcdef'],
    },
  ],
  [
    'Product identifiers',
    vex({ [`${P}/@id`]: undefined }),
    (each) => statement('product')(each)?.id,
    TOOL,
  ],
  [
    'Product subcomponents',
    vex(),
    (each) => statement('subcomponents')(each)?.map(({ id }) => id),
    ['pkg:npm/part@1.0.0'],
  ],
  ['Product', vex(), asked(V2, TOOL), 'affected'],
  ['Product', vex(), asked(V2, 'pkg:npm/tool@3.3.0'), 'no_data'],
  ['Product', vex(), asked(V2, 'pkg:pypi/tool@3.1.0'), 'no_data'],
  ['Product', vex(), asked(V2, 'pkg:npm/tool@3.2.0?arch=x86'), 'affected'],
  ['Product subcomponents', vex(), asked('CVE-2026-8001', TOOL), 'no_data'],
  [
    'Product subcomponents',
    vex(),
    asked('CVE-2026-8001', TOOL, 'pkg:npm/part@1.0.0'),
    'not_affected',
  ],
  ['Product subcomponents', vex(), asked('CVE-2026-8001', TOOL, 'pkg:npm/part@2.0.0'), 'no_data'],
  [
    'Statement vulnerability aliases',
    vex(),
    asked('GHSA-aaaa-aaaa-aaaa', CPE, 'pkg:npm/part@1.0.0'),
    'not_affected',
  ],
  ['Statement status', said(named('fixed', 'pkg:npm/tool')), asked(V3, TOOL), 'fixed'],
  [
    'Statement status',
    said(named('under_investigation', TOOL)),
    asked(V3, TOOL),
    'under_investigation',
  ],
  [
    'History',
    said(named('under_investigation', TOOL), named('fixed', TOOL, LATER)),
    asked(V3, TOOL),
    'fixed',
  ],
  [
    'History',
    said(named('fixed', TOOL, LATER), named('under_investigation', TOOL)),
    asked(V3, TOOL),
    'fixed',
  ],
  [
    'History',
    // 08:00 of +09:00 is the evening before.
    said(
      named('fixed', TOOL, '2026-06-02T08:00:00+09:00'),
      named('under_investigation', TOOL, LATER),
    ),
    asked(V3, TOOL),
    'under_investigation',
  ],
  ['History', said(named('fixed', TOOL), named('affected', TOOL)), asked(V3, TOOL), 'undecidable'],
  [
    'Product, exactness',
    said(named('not_affected', TOOL), named('affected', 'pkg:npm/tool', LATER)),
    asked(V3, TOOL),
    'not_affected',
  ],
  ['Document author', vex({ '/author': 'A stranger' }), asked(V2, TOOL), 'no_data'],
  ['Document author', vex({ '/author': 'Our house' }), asked(V2, TOOL), 'affected'],
  ['Document', vex(), (each) => openVexCodec.sniff(Buffer.from(JSON.stringify(each))) > 0.5, true],
];
