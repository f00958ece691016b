/** Deliveries of formats other than STIX: stored, found, given back byte for byte; bad ones kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FEED_FORMAT } from '../../src/store/shelf-name.ts';
import * as made from './formats.ts';
import { COLLECTION, indicator, OPERATOR, OTHER, openFlow, type TestFlow } from './house.ts';

function readerOf(flow: TestFlow, organisation: string) {
  const principal = {
    kind: organisation === '' ? 'anonymous' : 'organisation',
    id: organisation || 'anonymous',
    organisation,
    communities: [],
    roles: ['reader'],
  } as const;
  return flow.store.readerFor({ principal, channel: 'interactive' });
}

const NEWEST = { collections: [COLLECTION], order: 'newest', limit: 100 } as const;

const DELIVERIES: readonly (readonly [format: string, text: string, ids: readonly string[]])[] = [
  ['cve', made.cve(), ['CVE-2026-10001']],
  [
    'cve',
    `[${made.cve({ id: 'CVE-2026-10002' })},\n ${made.cve({ id: 'CVE-2026-10003' })}]`,
    ['CVE-2026-10003', 'CVE-2026-10002'],
  ],
  ['osv', made.osv(), ['GHSA-2222-3333-4444']],
  ['osv', `{"vulns":[${made.osv()}, ${made.osv({ id: 'PYSEC-2026-1' })}]}`, ['PYSEC-2026-1']],
  ['csaf', made.csaf(), ['https://example.com EX-1']],
  ['openvex', made.openvex(), ['https://openvex.dev/docs/example/vex-1']],
  ['nvd', made.nvd('CVE-2026-10001', 'CVE-2026-10004'), ['CVE-2026-10004', 'CVE-2026-10001']],
  ['jvn', made.jvn(), ['JVNDB-2026-000001']],
  ['cwe', made.cwe(), ['CWE-79']],
  ['kev', made.kev(), ['CVE-2026-10001']],
];

test('each format is recognised, stored on its shelf, and given back as it came', async (t) => {
  const flow = await openFlow(t);
  for (const [format, text, ids] of DELIVERIES) {
    const { report } = await flow.deliver(text, { unmarkedTlp: 'CLEAR' });
    const why = JSON.stringify(report.issues);
    assert.deepEqual([report.format, report.status], [format, 'stored'], why);
    assert.equal(
      report.stored + report.duplicate,
      (
        text.match(
          /"cveId"|"schema_version"|JVNDB-2026-000001<|<Weakness |"@context"|"csaf_version"|"vulnStatus"|"cveID"/g,
        ) ?? []
      ).length,
      format,
    );
    const parts: Uint8Array[] = [];
    for await (const part of flow.store.operations.reassemble(report.parcel)) parts.push(part);
    assert.equal(Buffer.concat(parts).toString('utf8'), text, format);
    const { records } = await readerOf(flow, OTHER).records({ ...NEWEST, formats: [format] });
    for (const id of ids)
      assert.ok(
        records.some((record) => record.id === id),
        `${format} ${id}`,
      );
    for (const record of records) {
      const exact = Buffer.from(record.bytes).toString('utf8');
      if (ids.includes(record.id)) assert.ok(text.includes(exact), `${format} ${record.id}`);
    }
  }
  assert.deepEqual(await flow.store.operations.integrity(), []);
  assert.deepEqual(await flow.visible(''), [], 'a feed of STIX has none of it');
});

test('what is public says nothing of TLP: the delivery and the collection do', async (t) => {
  const flow = await openFlow(t);
  const { items } = await flow.deliver(made.cve());
  assert.equal(items[0]?.label?.tlp, 'AMBER', 'the default of the collection');
  const clear = await flow.deliver(made.osv(), { unmarkedTlp: 'CLEAR' });
  assert.equal(clear.items[0]?.label?.tlp, 'CLEAR');
});

test('CSAF says who may see it, and nothing widens it', async (t) => {
  const flow = await openFlow(t);
  const levels = [
    ['CLEAR', 'CLEAR'],
    ['GREEN', 'GREEN'],
    ['AMBER+STRICT', 'AMBER+STRICT'],
    ['RED', 'RED'],
  ] as const;
  for (const [written, tlp] of levels) {
    const text = made.csaf({ id: `EX-${written}`, tlp: written });
    const { items, report } = await flow.deliver(text, { unmarkedTlp: 'CLEAR' });
    assert.equal(items[0]?.label?.tlp, tlp, JSON.stringify([items, report.issues]));
  }
  const { records } = await readerOf(flow, '').records(NEWEST);
  assert.deepEqual(
    records.map(({ id }) => id),
    ['https://example.com EX-CLEAR'],
  );
  const group = made.csaf({ id: 'EX-group', group: '5868d6be-b28a-404e-a245-0b5093b31b8b' });
  await flow.deliver(group);
  assert.equal(
    (await readerOf(flow, OPERATOR).records({ ...NEWEST, id: 'https://example.com EX-group' }))
      .records.length,
    0,
  );
  assert.equal(
    (await readerOf(flow, OTHER).records({ ...NEWEST, id: 'https://example.com EX-group' })).records
      .length,
    1,
  );
});

test('records are found by words, Japanese too, by CPE, purl and by what they point at', async (t) => {
  const flow = await openFlow(t);
  for (const [, text] of DELIVERIES) await flow.deliver(text, { unmarkedTlp: 'CLEAR' });
  const found = async (query: object) =>
    (await readerOf(flow, '').records({ ...NEWEST, ...query })).records
      .map((record) => `${record.format} ${record.id}`)
      .sort();
  assert.deepEqual(await found({ text: '遠隔の第三者' }), ['jvn JVNDB-2026-000001']);
  assert.deepEqual(await found({ text: '認証回避' }), [
    'cve CVE-2026-10001',
    'cve CVE-2026-10002',
    'cve CVE-2026-10003',
  ]);
  assert.ok(
    (await found({ value: 'cpe:2.3:a:example:server:*:*:*:*:*:*:*:*' })).includes(
      'cve CVE-2026-10001',
    ),
  );
  assert.ok((await found({ value: 'CVE-2026-10001' })).includes('osv GHSA-2222-3333-4444'));
  assert.ok((await found({ pointsAt: 'CWE-79' })).includes('cve CVE-2026-10001'));
});

test('a later record takes the place of the earlier one; a rejected one is withdrawn', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.cve({ updated: '2026-02-02T00:00:00.000Z' }), { unmarkedTlp: 'CLEAR' });
  await flow.deliver(made.cve({ updated: '2026-03-02T00:00:00.000Z', rejected: true }), {
    unmarkedTlp: 'CLEAR',
  });
  await flow.deliver(made.cve({ updated: '2026-01-02T00:00:00.000Z' }), { unmarkedTlp: 'CLEAR' });
  const page = await readerOf(flow, '').manifest({
    collection: COLLECTION,
    format: 'cve',
    match: {},
    limit: 10,
  });
  assert.deepEqual(
    page.rows.map(({ version }) => version),
    ['2026-03-02T00:00:00.000Z'],
  );
  const { records } = await readerOf(flow, '').records({ ...NEWEST, id: 'CVE-2026-10001' });
  assert.deepEqual(records.map(({ withdrawn }) => withdrawn).sort(), [false, false, true]);
});

test('bad documents are kept in quarantine with their reasons, and the good ones go on', async (t) => {
  const flow = await openFlow(t);
  const mixed = `[${made.cve()}, {"dataType":"CVE_RECORD","dataVersion":"5.2.0"}, ${made.cve({ id: 'CVE-2026-10009' })}]`;
  const { report } = await flow.deliver(mixed, { unmarkedTlp: 'CLEAR' });
  assert.deepEqual([report.status, report.stored, report.refused], ['partial', 2, 1]);
  const [kept] = await flow.store.operations.quarantine(10);
  assert.match(kept?.issues[0]?.code ?? '', /^[a-z-]+$/);
  assert.equal(
    Buffer.from(kept?.bytes ?? []).toString(),
    '{"dataType":"CVE_RECORD","dataVersion":"5.2.0"}',
  );
});

test('a format that is read and not stored is said to be one', async (t) => {
  const flow = await openFlow(t);
  const sbom = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [] });
  const { report } = await flow.deliver(sbom);
  assert.equal(report.status, 'quarantined');
  assert.equal(report.stored, 0);
  const [kept] = await flow.store.operations.quarantine(10);
  assert.equal(kept?.issues[0]?.code, 'format-not-stored');
  assert.match(kept?.issues[0]?.message ?? '', /cyclonedx/);
});

test('a changed floor reaches what was stored of every format, and back', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.nvd('CVE-2026-10001'), { unmarkedTlp: 'CLEAR' });
  await flow.deliver(made.csaf({ tlp: 'CLEAR' }));
  await flow.deliver(made.cwe(), { unmarkedTlp: 'CLEAR' });
  const ids = async () => (await readerOf(flow, '').records(NEWEST)).records.length;
  assert.equal(await ids(), 3);
  const { collections } = await flow.store.operations.directory();
  const [collection] = collections;
  assert.ok(collection);
  await flow.store.operations.change(
    [{ put: 'collection', value: { ...collection, floor: { tlp: 'GREEN', audience: null } } }],
    {
      principal: 'test',
      organisation: '',
      action: 'test',
      subject: '',
      outcome: 'done',
      detail: {},
    },
  );
  await flow.settle();
  assert.equal(await ids(), 0);
  assert.equal(
    (await readerOf(flow, OTHER).records({ ...NEWEST, formats: ['nvd', 'csaf', 'cwe'] })).records
      .length,
    3,
  );
});

test('the formats stand beside STIX under one collection', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.cve(), { unmarkedTlp: 'CLEAR' });
  const stix = indicator();
  await flow.deliver(
    JSON.stringify({ type: 'bundle', id: `bundle--${COLLECTION}`, objects: [stix] }),
    { unmarkedTlp: 'CLEAR' },
  );
  const [count] = await readerOf(flow, '').counts([COLLECTION]);
  assert.deepEqual(count?.formats, { [FEED_FORMAT]: 1, cve: 1 });
  assert.deepEqual(await flow.visible(''), [stix.id]);
});
