/** What feeds do not carry is made into STIX that they do, and follows its source in everything. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Channel } from '../../src/core/principal.ts';
import { correlate } from '../../src/flow/index.ts';
import * as made from './formats.ts';
import {
  COLLECTION,
  indicator,
  OPERATOR,
  OTHER,
  openFlow,
  PROJECTION,
  type TestFlow,
} from './house.ts';

const CLEAR = { unmarkedTlp: 'CLEAR' };
const NEWEST = { collections: [COLLECTION], order: 'newest', limit: 1000 } as const;
const TLP_CLEAR = 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487';
const TLP_AMBER = 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421';

function readerOf(flow: TestFlow, organisation: string, channel: Channel = 'interactive') {
  const kind = organisation === '' ? 'anonymous' : 'organisation';
  const id = organisation || 'anonymous';
  const principal = { kind, id, organisation, communities: [], roles: ['reader'] } as const;
  return flow.store.readerFor({ principal, channel });
}

interface Stix {
  readonly id: string;
  readonly type: string;
  readonly name?: string;
  readonly revoked?: boolean;
  readonly created: string;
  readonly modified: string;
  readonly created_by_ref?: string;
  readonly object_marking_refs?: readonly string[];
  readonly external_references?: readonly { readonly external_id?: string }[];
}

/** Every object that an organisation gets over the feed, last versions. */
async function feed(flow: TestFlow, organisation = ''): Promise<Stix[]> {
  const page = await readerOf(flow, organisation, 'feed').objects({
    collection: COLLECTION,
    match: {},
    limit: 1000,
  });
  return JSON.parse(`[${Buffer.from(page.body).toString('utf8')}]`);
}

async function vulnerabilities(flow: TestFlow, organisation = ''): Promise<Stix[]> {
  return (await feed(flow, organisation)).filter(({ type }) => type === 'vulnerability');
}

test('a CVE record and an OSV record become vulnerabilities of the hub', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.cve(), CLEAR);
  await flow.deliver(made.osv(), CLEAR);
  assert.deepEqual(await feed(flow), []);
  await flow.settle();
  const found = await vulnerabilities(flow);
  assert.equal(found.length, 2);
  for (const each of found) {
    assert.equal(each.created_by_ref, PROJECTION.identity.id);
    assert.deepEqual(each.object_marking_refs, [TLP_CLEAR]);
    assert.equal(each.created, '2026-01-01T00:00:00.000Z');
  }
  const named = found.map(({ external_references: refs }) => refs?.map((ref) => ref.external_id));
  assert.ok(named.flat().includes('CVE-2026-10001'));
  assert.ok(
    (await feed(flow)).some(({ id }) => id === PROJECTION.identity.id),
    'the author is there',
  );
  assert.deepEqual(await flow.store.operations.integrity(), []);
});

test('the projection is found from its source', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.cve(), CLEAR);
  await flow.settle();
  const { records } = await readerOf(flow, '').records({
    ...NEWEST,
    pointsAt: 'cve CVE-2026-10001',
  });
  assert.ok(records.some(({ type }) => type === 'vulnerability'));
  assert.ok(records.every(({ type }) => type !== 'identity'));
});

test('a new version of the source is a new version of it; the same once more is nothing', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.cve(), CLEAR);
  await flow.settle();
  const [first] = await vulnerabilities(flow);
  const before = await flow.store.operations.state();
  await flow.deliver(`\n${made.cve()}`, { ...CLEAR, organisation: OPERATOR });
  await flow.settle();
  assert.deepEqual(await vulnerabilities(flow), [first]);
  assert.equal((await flow.store.operations.state()).memberships, before.memberships);
  await flow.deliver(made.cve({ updated: '2026-04-01T00:00:00.000Z', title: 'Worse' }), CLEAR);
  await flow.settle();
  const [second, ...others] = await vulnerabilities(flow);
  assert.deepEqual(others, []);
  assert.equal(second?.id, first?.id);
  assert.equal(second?.created, first?.created);
  assert.equal(second?.modified, '2026-04-01T00:00:00.000Z');
});

test('a rejected source is a revoked vulnerability', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.cve(), CLEAR);
  await flow.settle();
  assert.equal((await vulnerabilities(flow))[0]?.revoked, undefined);
  await flow.deliver(made.cve({ updated: '2026-05-01T00:00:00.000Z', rejected: true }), CLEAR);
  await flow.settle();
  assert.deepEqual(
    (await vulnerabilities(flow)).map(({ revoked }) => revoked),
    [true],
  );
});

test('the label is that of the source, and says so in the marking', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.cve(), { unmarkedTlp: 'AMBER' });
  await flow.settle();
  assert.deepEqual(await feed(flow, ''), [], 'nothing of it, the author neither');
  const [own] = await vulnerabilities(flow, OTHER);
  assert.deepEqual(own?.object_marking_refs, [TLP_AMBER]);
  await flow.deliver(made.cve(), CLEAR);
  await flow.settle();
  assert.deepEqual(
    (await vulnerabilities(flow, '')).map((each) => each.object_marking_refs),
    [[TLP_CLEAR]],
  );
  assert.equal((await vulnerabilities(flow, OTHER)).length, 1);
  assert.deepEqual(await flow.store.operations.integrity(), []);
});

test('two versions under two labels: each viewer has that of the version that he sees', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.cve({ updated: '2026-02-01T00:00:00.000Z' }), CLEAR);
  await flow.deliver(made.cve({ updated: '2026-03-01T00:00:00.000Z' }), { unmarkedTlp: 'AMBER' });
  await flow.settle();
  const modified = async (organisation: string) =>
    (await vulnerabilities(flow, organisation)).map((each) => each.modified);
  assert.deepEqual(await modified(''), ['2026-02-01T00:00:00.000Z']);
  assert.deepEqual(await modified(OTHER), ['2026-03-01T00:00:00.000Z']);
});

test('what nobody may see leaves no trace in what is made of what he may', async (t) => {
  const worlds = await Promise.all([openFlow(t), openFlow(t)]);
  const [plain, crowded] = worlds as [TestFlow, TestFlow];
  await crowded.deliver(made.cve({ updated: '2026-01-15T00:00:00.000Z' }), { unmarkedTlp: 'RED' });
  await crowded.deliver(made.cve({ id: 'CVE-2026-10002' }), { unmarkedTlp: 'AMBER' });
  await crowded.settle();
  for (const world of worlds) {
    await world.deliver(made.cve(), CLEAR);
    await world.settle();
  }
  const texts = await Promise.all(
    worlds.map(async (world) =>
      JSON.stringify((await feed(world)).sort((a, b) => (a.id < b.id ? -1 : 1))),
    ),
  );
  assert.equal(texts[0], texts[1]);
  const [count] = await readerOf(plain, '').counts([COLLECTION]);
  const [other] = await readerOf(crowded, '').counts([COLLECTION]);
  assert.deepEqual(other?.formats, count?.formats);
});

test('a source that is taken back or erased takes its projection along', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.cve(), CLEAR);
  await flow.deliver(made.osv(), CLEAR);
  await flow.settle();
  const entry = {
    principal: 'test',
    organisation: OTHER,
    action: 'x',
    subject: '',
    outcome: 'done',
    detail: {},
  } as const;
  const every = { versions: ['all'] } as const;
  const reader = readerOf(flow, OTHER);
  await flow.store.writer.remove(
    await reader.authorise(COLLECTION, 'CVE-2026-10001', every, 'cve'),
    entry,
  );
  await flow.settle();
  assert.equal((await vulnerabilities(flow)).length, 1);
  await flow.store.writer.erase(
    await reader.authorise(COLLECTION, 'GHSA-2222-3333-4444', every, 'osv'),
    entry,
  );
  await flow.settle();
  assert.deepEqual(
    (await feed(flow)).filter(
      ({ type }) => !['identity', 'extension-definition', 'software'].includes(type),
    ),
    [],
  );
  assert.deepEqual(await flow.store.operations.integrity(), []);
  await flow.deliver(made.cve(), CLEAR);
  await flow.settle();
  assert.equal((await vulnerabilities(flow)).length, 1, 'brought again, it is made again');
});

test('a CSAF advisory becomes a report, marked with its TLP once and never wider', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.csaf({ id: 'EX-public', tlp: 'CLEAR' }));
  await flow.deliver(made.csaf({ id: 'EX-strict', tlp: 'AMBER+STRICT' }), CLEAR);
  await flow.deliver(made.csaf({ id: 'EX-red', tlp: 'RED' }), CLEAR);
  await flow.settle();
  const reports = async (organisation: string) =>
    (await feed(flow, organisation)).filter(({ type }) => type === 'report');
  const [report, ...others] = await reports('');
  assert.deepEqual(others, []);
  assert.match(report?.name ?? '', /EX-public/);
  assert.deepEqual(report?.object_marking_refs, [TLP_CLEAR]);
  assert.equal((await reports(OPERATOR)).length, 1);
  assert.equal((await reports(OTHER)).length, 2, 'RED goes over no feed');
});

test('an embargo holds for both', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.cve(), { ...CLEAR, from: '2026-06-01T00:00:00Z' });
  await flow.settle();
  assert.deepEqual(await feed(flow), []);
  flow.clock.advance(200 * 86_400_000_000);
  await flow.store.writer.release(flow.clock.now(), 1000);
  await flow.settle();
  assert.equal((await vulnerabilities(flow)).length, 1);
});

test('a collection may do without', async (t) => {
  const flow = await openFlow(t);
  const entry = {
    principal: 'test',
    organisation: '',
    action: 'test',
    subject: '',
    outcome: 'done',
    detail: {},
  } as const;
  const wish = async (projection: boolean) => {
    const [collection] = (await flow.store.operations.directory()).collections;
    assert.ok(collection);
    await flow.store.operations.change(
      [{ put: 'collection', value: { ...collection, projection } }],
      entry,
    );
    await flow.settle();
  };
  await flow.deliver(made.cve(), CLEAR);
  await flow.settle();
  await wish(false);
  assert.deepEqual(await vulnerabilities(flow), []);
  await flow.deliver(made.cve({ id: 'CVE-2026-10002' }), CLEAR);
  await flow.settle();
  assert.deepEqual(await vulnerabilities(flow), []);
  await wish(true);
  assert.equal((await vulnerabilities(flow)).length, 2);
});

test('what stops halfway is done when the outbox is followed again', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.cve(), CLEAR);
  let failing = true;
  const house = {
    ...flow.house,
    writer: {
      ...flow.house.writer,
      append: (chunk: Parameters<typeof flow.house.writer.append>[0]) => {
        if (failing) throw new Error('the power is off');
        return flow.house.writer.append(chunk);
      },
    },
  };
  await assert.rejects(correlate(house), /power/);
  assert.deepEqual(await vulnerabilities(flow), []);
  failing = false;
  flow.clock.advance(1_000_000);
  await correlate(house);
  assert.equal((await vulnerabilities(flow)).length, 1);
});

test('nothing is made of what is STIX already', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(JSON.stringify({ objects: [indicator()] }), CLEAR);
  await flow.settle();
  assert.equal((await feed(flow)).length, 1);
});

test('the same record of two organisations under two labels: neither takes it from the other', async (t) => {
  const flow = await openFlow(t);
  const amber = { unmarkedTlp: 'AMBER' };
  for (let twice = 0; twice < 2; twice++) {
    await flow.deliver(made.cve(), { ...amber, organisation: OTHER });
    await flow.settle();
    await flow.deliver(made.cve(), { ...amber, organisation: OPERATOR });
    await flow.settle();
    assert.equal((await vulnerabilities(flow, OTHER)).length, 1);
    assert.equal((await vulnerabilities(flow, OPERATOR)).length, 1);
  }
  assert.deepEqual(await flow.store.operations.integrity(), []);
});

test('a changed floor reaches what is made, by its source', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(made.cve(), CLEAR);
  await flow.settle();
  const [collection] = (await flow.store.operations.directory()).collections;
  assert.ok(collection);
  const entry = {
    principal: 'test',
    organisation: '',
    action: 'test',
    subject: '',
    outcome: 'done',
    detail: {},
  } as const;
  const raise = async (tlp: 'CLEAR' | 'AMBER') => {
    const value = { ...collection, floor: { tlp, audience: null } };
    await flow.store.operations.change([{ put: 'collection', value }], entry);
    await flow.settle();
  };
  await raise('AMBER');
  const anyone = (await feed(flow, '')).filter(({ type }) => type === 'vulnerability');
  assert.deepEqual(anyone, []);
  assert.deepEqual(
    (await vulnerabilities(flow, OTHER)).map((each) => each.object_marking_refs),
    [[TLP_AMBER]],
  );
  assert.deepEqual(await flow.store.operations.integrity(), []);
});
