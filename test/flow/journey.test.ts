/** The way of the information, stage by stage, on a real store. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { bundle, COLLECTION, indicator, OPERATOR, OTHER, openFlow } from './house.ts';

const CLEAR = 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487';
const RED = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1';
const FOREIGN = 'marking-definition--11111111-1111-4111-8111-111111111111';

test('a parcel reassembles to its digest, whatever stands between the records', async (t) => {
  const flow = await openFlow(t);
  const texts = [
    bundle(indicator(), indicator()),
    `{\n "objects" : [\n ${JSON.stringify(indicator())} ,\t${JSON.stringify(indicator())}\n]\n}\n\n`,
    JSON.stringify(indicator()),
    `{"objects":[${JSON.stringify(indicator())},{"type":"nothing"},7],"more":false}`,
    '{}',
    'this is no STIX at all',
    '',
  ];
  for (const text of texts) {
    const { report } = await flow.deliver(text);
    const pieces: Uint8Array[] = [];
    for await (const piece of flow.store.operations.reassemble(report.parcel)) pieces.push(piece);
    assert.equal(Buffer.concat(pieces).toString('utf8'), text);
    assert.equal(report.digest, createHash('sha256').update(text).digest('hex'));
    const parcel = await flow.store.operations.parcel(report.parcel);
    assert.equal(Buffer.from(parcel?.digest ?? []).toString('hex'), report.digest);
  }
});

test('the good records of a mixed delivery are stored, the others quarantined with reasons', async (t) => {
  const flow = await openFlow(t);
  const good = indicator({ object_marking_refs: [CLEAR] });
  const bad = indicator({ valid_from: 'yesterday' });
  const { report, items } = await flow.deliver(bundle(good, bad));
  assert.equal(report.status, 'partial');
  assert.deepEqual([report.stored, report.refused], [1, 1]);
  assert.deepEqual(await flow.visible(''), [good.id]);
  const refused = items.find(({ outcome }) => outcome === 'refused');
  assert.equal(refused?.path, '/objects/1');
  const [row] = await flow.store.operations.quarantine(10);
  assert.equal(row?.id, bad.id);
  assert.ok(row?.issues.some(({ path }) => path === '/valid_from'));
  assert.equal(Buffer.from(row?.bytes ?? []).toString('utf8'), JSON.stringify(bad));
});

test('more records than a chunk holds arrive whole and in order', async (t) => {
  const flow = await openFlow(t);
  const objects = Array.from({ length: 251 }, () => indicator({ object_marking_refs: [CLEAR] }));
  const progress: number[] = [];
  const { report } = await flow.deliver(bundle(...objects), {
    onProgress: ({ stored }) => progress.push(stored),
  });
  assert.equal(report.stored, 251);
  assert.deepEqual(progress, [100, 200, 251]);
  assert.equal((await flow.visible('')).length, 251);
});

test('what comes without a marking takes the default and is its owner’s alone', async (t) => {
  const flow = await openFlow(t);
  const mine = indicator();
  const { report } = await flow.deliver(bundle(mine));
  assert.equal(report.unmarked, 1);
  assert.deepEqual([...report.labels], [['AMBER', 1]]);
  assert.deepEqual(await flow.visible(OTHER), [mine.id]);
  assert.deepEqual(await flow.visible(OPERATOR), []);
  assert.deepEqual(await flow.visible(''), []);
});

test('the same again is a duplicate; with a lower default it is offered anew', async (t) => {
  const flow = await openFlow(t);
  const text = bundle(indicator());
  await flow.deliver(text);
  const again = await flow.deliver(text);
  assert.deepEqual([again.report.stored, again.report.duplicate], [0, 1]);
  const lowered = await flow.deliver(text, { unmarkedTlp: 'CLEAR' });
  assert.equal(lowered.report.relabelled, 1);
  assert.equal((await flow.visible('')).length, 1);
});

test('RED is accepted and never comes back over a feed, not even to its owner', async (t) => {
  const flow = await openFlow(t);
  const { report } = await flow.deliver(bundle(indicator({ object_marking_refs: [RED] })));
  assert.equal(report.stored, 1);
  assert.deepEqual(await flow.visible(OTHER), []);
});

test('nobody hides another’s object by posting a copy with a stricter marking', async (t) => {
  const flow = await openFlow(t);
  const open = indicator({ object_marking_refs: [CLEAR] });
  await flow.deliver(bundle(open), { organisation: OPERATOR });
  await flow.deliver(bundle({ ...open, object_marking_refs: [RED] }), { organisation: OTHER });
  assert.deepEqual(await flow.visible(''), [open.id]);
});

function definition(id: string, statement: string): object {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id,
    created: '2026-01-01T00:00:00.000Z',
    definition_type: 'statement',
    definition: { statement },
  };
}

test('a definition that arrives late, from the same source, relabels its referrers', async (t) => {
  const flow = await openFlow(t);
  const marked = indicator({ object_marking_refs: [FOREIGN] });
  await flow.deliver(bundle(marked), { unmarkedTlp: 'CLEAR' });
  assert.deepEqual(await flow.visible(''), [], 'an unknown marking: owner only');
  await flow.deliver(bundle(definition(FOREIGN, 'ours')));
  await flow.settle();
  assert.deepEqual(await flow.visible(''), [marked.id, FOREIGN].sort());
});

test('a stranger’s definition under the same id widens nothing', async (t) => {
  const flow = await openFlow(t);
  const marked = indicator({ object_marking_refs: [FOREIGN] });
  await flow.deliver(bundle(marked), { organisation: OPERATOR, unmarkedTlp: 'CLEAR' });
  await flow.deliver(bundle(definition(FOREIGN, 'theirs')), { organisation: OTHER });
  await flow.settle();
  assert.ok(!(await flow.visible('')).includes(String(marked.id)));
  await flow.deliver(bundle(definition(FOREIGN, 'theirs')), { organisation: OPERATOR });
  await flow.settle();
  assert.ok((await flow.visible('')).includes(String(marked.id)));
});

test('an embargo holds until its hour, then the record is offered at a new position', async (t) => {
  const flow = await openFlow(t);
  const held = indicator({ object_marking_refs: [CLEAR] });
  await flow.deliver(bundle(held), { from: '2026-01-01T01:00:00Z' });
  assert.deepEqual(await flow.visible(''), []);
  assert.deepEqual(await flow.visible(OTHER), [held.id]);
  flow.clock.advance(2 * 3600 * 1_000_000);
  await flow.store.writer.release(flow.clock.now(), 100);
  assert.deepEqual(await flow.visible(''), [held.id]);
});

test('one creator who contradicts himself is a visible conflict; nothing is overwritten', async (t) => {
  const flow = await openFlow(t);
  const first = indicator({ object_marking_refs: [CLEAR] });
  await flow.deliver(bundle(first));
  const { report } = await flow.deliver(bundle({ ...first, name: 'Another name' }));
  assert.equal(report.conflicts, 1);
  const reader = flow.store.readerFor({
    principal: { kind: 'anonymous', id: 'anonymous', organisation: '', communities: [], roles: [] },
    channel: 'feed',
  });
  const page = await reader.objects({ collection: COLLECTION, match: {}, limit: 10 });
  assert.equal(JSON.parse(Buffer.from(page.body).toString('utf8')).name, first.name);
});

test('a dry run decides and stores nothing', async (t) => {
  const flow = await openFlow(t);
  const { report, items } = await flow.deliver(bundle(indicator()), { dryRun: true });
  assert.equal(report.status, 'checked');
  assert.equal(items[0]?.outcome, 'checked');
  assert.equal((await flow.store.operations.state()).records, 0);
});

const NO_ENVELOPES: readonly (readonly [string, string])[] = [
  ['a list', '[{"type":"identity"}]'],
  ['an empty list', '[]'],
  ['a number', '3'],
  ['objects that is no list', '{"objects":3}'],
  ['a lone object', '{"type":"identity","id":"identity--x"}'],
];

for (const [what, text] of NO_ENVELOPES) {
  test(`where an envelope is asked for, ${what} is none`, async (t) => {
    const flow = await openFlow(t);
    const { report, items } = await flow.deliver(text, { envelope: true, format: 'stix' });
    const codes = [...report.issues, ...items.flatMap(({ issues }) => issues)].map(
      ({ code }) => code,
    );
    assert.ok(codes.includes('not-an-envelope'), codes.join());
    assert.equal(report.stored, 0);
  });
}

test('an abandoned delivery stops, and what is stored stays', async (t) => {
  const flow = await openFlow(t);
  const abort = new AbortController();
  const objects = Array.from({ length: 300 }, () => indicator({ object_marking_refs: [CLEAR] }));
  const text = bundle(...objects);
  async function* slowly() {
    for (let at = 0; at < text.length; at += 4096) yield Buffer.from(text.slice(at, at + 4096));
  }
  const delivery = flow.deliver('', {
    source: slowly(),
    signal: abort.signal,
    onProgress: () => abort.abort(new Error('enough')),
  });
  await assert.rejects(delivery, /enough/);
  assert.equal((await flow.visible('')).length, 100);
  const whole = await flow.deliver(text);
  assert.deepEqual([whole.report.stored, whole.report.duplicate], [200, 100]);
});
