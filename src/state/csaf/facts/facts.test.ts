/** What a document says of itself to the house: identity, order, label, facts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Piece } from '../../../core/codec.ts';
import type { JsonObject } from '../../../core/json/index.ts';
import { LIMITS } from '../../../core/limits.ts';
import { type Change, CVSS_2, CVSS_4, changed, newer, older } from '../cases.test.fixture.ts';
import { csafCodec } from '../codec.ts';
import { csafDistribution, csafMarkings } from './distribution.ts';
import { csafFacts } from './facts.ts';
import { csafIdentity } from './identity.ts';
import { csafScores } from './scores.ts';
import { versionKeyOf } from './version-key.ts';

const T = '/document/tracking';
const V = '/vulnerabilities/0';
const UUID = '5868d6be-b28a-404e-a245-0b5093b31b8b';

const made = (change: Change = {}) => changed(newer(), change) as unknown as JsonObject;
const made20 = (change: Change = {}) => older(changed(newer(), change)) as unknown as JsonObject;

test('a document is told apart by namespace and tracking id, its version by number and date', () => {
  assert.deepEqual(csafIdentity(made()), {
    format: 'csaf',
    id: 'https://example.com EX-1',
    type: 'csaf_base',
    specVersion: '2.1',
    version: '2 2024-02-01T10:00:00Z',
    versionKey: versionKeyOf('2024-02-01T10:00:00Z', '2', false),
    creator: 'https://example.com',
    created: '2024-01-01T10:00:00Z',
    withdrawn: false,
  });
  assert.equal(csafIdentity(made20())?.specVersion, '2.0');
  const other = csafIdentity(made({ '/document/publisher/namespace': 'https://example.org' }));
  assert.equal(other?.id, 'https://example.org EX-1');
});

test('without id, version, date or namespace there is no record', () => {
  for (const place of [`${T}/id`, `${T}/version`, `${T}/current_release_date`]) {
    assert.equal(csafIdentity(made({ [place]: undefined })), null, place);
    assert.equal(csafIdentity(made({ [place]: 7 })), null, place);
    assert.equal(csafIdentity(made({ [place]: '' })), null, place);
  }
  assert.equal(csafIdentity(made({ '/document/publisher/namespace': undefined })), null);
  assert.equal(csafIdentity(made({ [`${T}/current_release_date`]: 'yesterday' })), null);
  assert.equal(csafIdentity({}), null);
});

test('withdrawn and superseded documents of 2.1 hold no longer; 2.0 has no such categories', () => {
  const withdrawn = (category: string, of = made) =>
    csafIdentity(of({ '/document/category': category }));
  assert.equal(withdrawn('csaf_withdrawn')?.withdrawn, true);
  assert.equal(withdrawn('csaf_superseded')?.withdrawn, true);
  assert.equal(withdrawn('csaf_superseded')?.type, 'csaf_superseded');
  assert.equal(withdrawn('csaf_vex')?.withdrawn, false);
  assert.equal(withdrawn('csaf_withdrawn', made20)?.withdrawn, false);
  // A category of the publisher's own is of the profile CSAF Base, so that types stay few.
  assert.equal(withdrawn('Example Company Notice')?.type, 'csaf_base');
});

/** Each comes before the next. */
const LADDER: readonly [date: string, version: string, draft: boolean][] = [
  ['2024-01-01T00:00:00Z', '9', false],
  ['2024-01-01T00:00:00.5Z', '1', false],
  ['2024-01-01T00:00:01Z', '0', true],
  ['2024-01-01T00:00:01Z', '1.0.0-1', true],
  ['2024-01-01T00:00:01Z', '1.0.0-9', true],
  ['2024-01-01T00:00:01Z', '1.0.0-10', true],
  ['2024-01-01T00:00:01Z', '1.0.0-alpha', true],
  ['2024-01-01T00:00:01Z', '1.0.0-alpha.1', true],
  ['2024-01-01T00:00:01Z', '1.0.0-alpha.beta', true],
  ['2024-01-01T00:00:01Z', '1.0.0-alpha-x', true],
  ['2024-01-01T00:00:01Z', '1.0.0-beta', true],
  ['2024-01-01T00:00:01Z', '1.0.0', true],
  ['2024-01-01T00:00:01Z', '1.0.0', false],
  ['2024-01-01T00:00:01Z', '1.0.9', false],
  ['2024-01-01T00:00:01Z', '1.0.10', false],
  ['2024-01-01T00:00:01Z', '1.2.0', false],
  ['2024-01-01T00:00:01Z', '2', false],
  ['2024-01-01T00:00:01Z', '10', false],
  ['2024-01-01T02:00:00+00:00', '1', false],
];

test('keys of versions compare as the versions do', () => {
  const keys = LADDER.map((step) => versionKeyOf(...step));
  for (let i = 1; i < keys.length; i++) {
    assert.ok((keys[i - 1] as string) < (keys[i] as string), `${LADDER[i - 1]} < ${LADDER[i]}`);
  }
  const zones = ['2024-01-01T02:00:00Z', '2024-01-01T03:00:00+01:00'] as const;
  assert.equal(versionKeyOf(zones[0], '1', false), versionKeyOf(zones[1], '1', false));
  assert.equal(versionKeyOf(zones[0], '1', false), versionKeyOf(zones[0], '1.0.0+build', false));
});

test('integer versions of any length keep their order', () => {
  const numeral = fc.bigInt({ min: 0n, max: 10n ** 60n });
  fc.assert(
    fc.property(numeral, numeral, (a, b) => {
      const [left, right] = [a, b].map((n) => versionKeyOf('2024-01-01T00:00:00Z', `${n}`, false));
      assert.equal(
        Math.sign(Number(a - b)),
        left === right ? 0 : String(left) < String(right) ? -1 : 1,
      );
    }),
  );
});

test('TLP is declared as written; a sharing group is a marking beside it', () => {
  const marked = (change: Change, of = made) => csafMarkings(of(change)).object;
  const [label, group] = [
    '/document/distribution/tlp/label',
    '/document/distribution/sharing_group',
  ];
  for (const tlp of ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED']) {
    assert.deepEqual(marked({ [label]: tlp }), [`TLP:${tlp}`]);
  }
  assert.deepEqual(marked({ [label]: 'CLEAR' }, made20), ['TLP:WHITE']);
  assert.deepEqual(marked({ [group]: { id: UUID, name: 'Energy' } }), [
    'TLP:GREEN',
    `csaf-sharing-group--${UUID}`,
  ]);
  assert.deepEqual(
    marked({ [group]: { id: UUID.toUpperCase() } })[1],
    `csaf-sharing-group--${UUID}`,
  );
  const max = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const nil = '00000000-0000-0000-0000-000000000000';
  assert.deepEqual(marked({ [label]: 'CLEAR', [group]: { id: max, name: 'Public' } }), [
    'TLP:CLEAR',
  ]);
  // The Max UUID widens nothing: the label is preferred.
  assert.deepEqual(marked({ [label]: 'RED', [group]: { id: max, name: 'Public' } }), ['TLP:RED']);
  assert.deepEqual(
    marked({ [group]: { id: nil, name: 'No sharing allowed' } })[1],
    `csaf-sharing-group--${nil}`,
  );
  assert.equal(csafDistribution(made({ [group]: { id: nil } })).sharingGroup?.audience, 'nobody');
  assert.deepEqual(marked({ '/document/distribution': undefined }, made20), []);
  // A word that is no level is a marking that nobody can interpret, not silence.
  assert.deepEqual(marked({ [label]: 'Amber ' }), ['TLP:Amber ']);
});

test('facts name title, other names, vulnerabilities, weaknesses and links', () => {
  const facts = csafFacts(
    made({
      '/document/title': '製品Xの脆弱性',
      '/document/notes': [{ category: 'summary', text: 'リモートから' }],
      [`${T}/aliases`]: ['CVE-2024-0001', 'VDE-2024-007'],
      [`${V}/ids`]: [{ system_name: 'JVN', text: 'JVNDB-2024-000001' }],
    }),
  );
  assert.equal(facts.title, '製品Xの脆弱性');
  assert.deepEqual(facts.aliases, ['EX-1', 'CVE-2024-0001', 'VDE-2024-007']);
  assert.deepEqual(facts.external, ['CVE-2024-0001', 'JVNDB-2024-000001', 'CWE-256']);
  assert.deepEqual(facts.edges, [
    { kind: 'vulnerability', target: 'CVE-2024-0001' },
    { kind: 'vulnerability', target: 'JVNDB-2024-000001' },
    { kind: 'cwe', target: 'CWE-256' },
    { kind: 'self', target: 'https://example.com/csaf/ex-1.json' },
    { kind: 'reference', target: 'https://example.org/more' },
  ]);
  for (const word of ['リモートから', 'Update.', 'A flaw.', 'VDE-2024-007']) {
    assert.ok(facts.text.includes(word), word);
  }
});

test('what supersedes a document is an edge', () => {
  const edges = (category: string) =>
    csafFacts(
      made({
        '/document/category': category,
        '/document/references': [
          {
            category: 'external',
            summary: 'Superseding Document EX-2',
            url: 'https://example.com/2',
          },
        ],
      }),
    ).edges.at(-1)?.kind;
  assert.equal(edges('csaf_superseded'), 'replacedBy');
  assert.equal(edges('csaf_base'), 'reference');
});

test('products are found by CPE, package URL, vendor and name, and hash, in both versions', () => {
  const names = (root: JsonObject) =>
    csafFacts(root)
      .observables.map(({ kind, value }) => `${kind} ${value}`)
      .sort();
  const expected = [
    'cpe cpe:2.3:o:example:host:*:*:*:*:*:*:*:*',
    'product example/thing',
    'purl pkg:npm/thing@1.0.0',
    'purl pkg:npm/thing@1.1.0',
  ];
  assert.deepEqual(names(made()), expected);
  assert.deepEqual(names(made20()), expected);
  const helper = '/product_tree/full_product_names/0/product_identification_helper';
  const hashes = [
    { filename: 'x', file_hashes: [{ algorithm: 'sha256', value: 'AB'.repeat(32) }] },
  ];
  const hashed = names(made({ [`${helper}/hashes`]: hashes }));
  assert.ok(hashed.includes(`file:hashes.'SHA-256' ${'ab'.repeat(32)}`));
});

test('100,000 branches give at most the bound of facts', () => {
  const branches = Array.from({ length: 120_000 }, (_, i) => ({
    category: 'product_version',
    name: `${i}`,
    product: {
      product_id: `${i}`,
      name: 'x',
      product_identification_helper: { purl: `pkg:npm/a@${i}` },
    },
  }));
  const { observables } = csafFacts(made({ '/product_tree/branches': branches }));
  assert.equal(observables.length, LIMITS.csaf.factsPerDocument);
});

test('scores keep vector, source and products, in both versions', () => {
  const [score, ...more] = csafScores(made());
  assert.deepEqual(more, []);
  assert.deepEqual(score, {
    vulnerability: 'CVE-2024-0001',
    source: '',
    products: ['A'],
    version: '3.1',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    score: 9.8,
    path: `${V}/metrics/0/content/cvss_v3`,
  });
  assert.equal(csafScores(made20())[0]?.path, `${V}/scores/0/cvss_v3`);
  const metric = {
    content: { cvss_v2: CVSS_2, cvss_v4: CVSS_4 },
    products: ['B'],
    source: 'https://nvd.example',
  };
  const both = csafScores(made({ [`${V}/metrics/0`]: metric, [`${V}/cve`]: undefined }));
  assert.deepEqual(
    both.map(({ version, source, vulnerability }) => [version, source, vulnerability]),
    [
      ['2.0', 'https://nvd.example', ''],
      ['4.0', 'https://nvd.example', ''],
    ],
  );
});

async function pieces(text: string, options = {}): Promise<Piece[]> {
  const found: Piece[] = [];
  for await (const piece of csafCodec.records([new TextEncoder().encode(text)], options))
    found.push(piece);
  return found;
}

test('the codec gives one record with its exact bytes, and the digest of its canonical form', async () => {
  const text = JSON.stringify(newer(), null, 2);
  const [piece] = await pieces(text);
  assert.equal(Buffer.from(piece?.record?.bytes ?? []).toString(), text);
  assert.equal(piece?.record?.identity.id, 'https://example.com EX-1');
  assert.deepEqual(piece?.record?.markings.object, ['TLP:GREEN']);
  const [same] = await pieces(JSON.stringify(newer()));
  assert.deepEqual(same?.record?.contentDigest, piece?.record?.contentDigest);
});

test('published faults are tolerated, but not where identity and label stand', async () => {
  const errors = async (change: Change, options: object) =>
    (await pieces(JSON.stringify(made(change)), options))[0]?.issues.filter(
      ({ severity }) => severity === 'error',
    ).length ?? 0;
  const wrong: Change = { [`${V}/product_status/fixed`]: ['NONE'] };
  assert.ok((await errors(wrong, {})) > 0);
  assert.equal(await errors(wrong, { tolerant: true }), 0);
  assert.ok((await errors(wrong, { tolerant: true, strict: true })) > 0);
  const label: Change = { '/document/distribution/tlp/label': 'WHITE' };
  assert.ok((await errors(label, { tolerant: true })) > 0);
  assert.ok((await errors({ [`${T}/version`]: 'one' }, { tolerant: true })) > 0);
  assert.equal((await pieces('{"document":'))[0]?.record, undefined);
});

test('facts of documents of any shape do not throw', () => {
  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, 1, '', 'csaf_vex', '2.1', true),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          ...'document tracking id version vulnerabilities product_tree branches product name category cwe cwes ids references notes distribution tlp label sharing_group metrics scores content cvss_v3 __proto__'.split(
            ' ',
          ),
        ),
        tie('value'),
        { maxKeys: 6 },
      ),
    ),
  })).value;
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('document', 'vulnerabilities', 'product_tree'), json),
      (root) => {
        const object = root as JsonObject;
        csafFacts(object);
        csafMarkings(object);
        csafScores(object);
        csafIdentity(object);
      },
    ),
    { numRuns: 500 },
  );
});
