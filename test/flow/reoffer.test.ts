/** A new member is offered what it missed, once, also while it goes on following. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Principal } from '../../src/core/principal.ts';
import { correlate, type FlowHouse } from '../../src/flow/index.ts';
import { bundle, COLLECTION, indicator, OPERATOR, OTHER, openFlow } from './house.ts';

const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb';
const COMMUNITY = 'c1000000-0000-4000-8000-000000000001';

const ENTRY = {
  principal: 'test',
  organisation: '',
  action: 'test',
  subject: '',
  outcome: 'done',
  detail: {},
} as const;

test('an offer anew ends though the ledger of a follower runs ahead of it', async (t) => {
  const flow = await openFlow(t);
  const count = 2_500;
  for (let sent = 0; sent < count; sent += 500) {
    const objects = Array.from({ length: 500 }, () => indicator({ object_marking_refs: [GREEN] }));
    await flow.deliver(bundle(...objects), { organisation: OPERATOR });
  }
  const follower = (communities: readonly string[]): Principal => ({
    kind: 'organisation',
    id: OTHER,
    organisation: OTHER,
    communities,
    roles: ['reader'],
  });
  const { lastPosition } = await flow.store.operations.state();
  const through = lastPosition;
  await flow.store.writer.deliver({
    principal: OTHER,
    collection: COLLECTION,
    filter: '',
    through,
  });
  await flow.store.operations.change(
    [
      {
        put: 'community',
        value: {
          id: COMMUNITY,
          name: 'C',
          owner: OPERATOR,
          version: 1,
          members: [OPERATOR, OTHER],
        },
      },
    ],
    ENTRY,
  );
  // The follower reads on while it is offered anew: its ledger reaches ahead of every new position.
  let following = true;
  const reads = (async () => {
    for (let ahead = 1; following; ahead++) {
      const later = through + ahead * 60_000_000;
      await flow.store.writer.deliver({
        principal: OTHER,
        collection: COLLECTION,
        filter: '',
        through: later,
      });
    }
  })();
  const offered = await flow.store.writer.reoffer(OTHER, follower([]), follower([COMMUNITY]));
  following = false;
  await reads;
  assert.equal(offered, count);
  const reader = flow.store.readerFor({ principal: follower([COMMUNITY]), channel: 'feed' });
  const page = await reader.objects({
    collection: COLLECTION,
    match: {},
    addedAfter: through,
    limit: 1000,
  });
  assert.equal(page.count, 1000, 'everything lies behind the place that the follower had reached');
});

/** The ids behind a place, as a follower of the other organisation gets them. */
async function newsOf(flow: Awaited<ReturnType<typeof openFlow>>, addedAfter: number) {
  const principal: Principal = {
    kind: 'organisation',
    id: OTHER,
    organisation: OTHER,
    communities: [],
    roles: ['reader'],
  };
  const page = await flow.store
    .readerFor({ principal, channel: 'feed' })
    .objects({ collection: COLLECTION, match: {}, addedAfter, limit: 100 });
  const { objects } = JSON.parse(`{"objects":[${Buffer.from(page.body).toString()}]}`) as {
    objects: { name: string }[];
  };
  return objects.map(({ name }) => name);
}

test('a new client is offered what it has passed, and nothing that came after', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(bundle(indicator({ name: 'passed' })), { organisation: OPERATOR });
  const { lastPosition: through } = await flow.store.operations.state();
  const place = { principal: OTHER, collection: COLLECTION, filter: '', through };
  assert.equal(await flow.store.writer.deliver(place), true);
  assert.equal(await flow.store.writer.deliver(place), false, 'it is on record already');
  assert.deepEqual(await newsOf(flow, 0), []);
  const operator = { id: OPERATOR, name: 'Operator', sample: false, operator: true };
  await flow.store.operations.change(
    [{ put: 'organisation', value: { ...operator, clients: [OTHER] } }],
    ENTRY,
  );
  // It follows on before the outbox is looked at, and is given what comes now where it stands.
  await flow.deliver(bundle(indicator({ name: 'after' })), { organisation: OPERATOR });
  const { lastPosition: later } = await flow.store.operations.state();
  await flow.store.writer.deliver({ ...place, through: later });
  await flow.settle();
  assert.deepEqual(await newsOf(flow, through), ['after', 'passed']);
  assert.deepEqual(await newsOf(flow, later), ['passed']);
});

test('a row of the outbox that fails stays, and those behind it are done', async (t) => {
  const flow = await openFlow(t);
  await flow.deliver(bundle(indicator({ name: 'passed' })), { organisation: OPERATOR });
  await flow.settle();
  const operator = { id: OPERATOR, name: 'Operator', sample: false, operator: true };
  const other = { id: OTHER, name: 'Other', sample: false, operator: false };
  await flow.store.operations.change(
    [
      { put: 'organisation', value: { ...other, clients: [OPERATOR] } },
      { put: 'organisation', value: { ...operator, clients: [OTHER] } },
    ],
    ENTRY,
  );
  const offered: string[] = [];
  const { writer } = flow.house;
  const faulty: FlowHouse['writer'] = {
    ...writer,
    reoffer: async (organisation) => {
      if (organisation === OPERATOR) throw new Error('not now');
      offered.push(organisation);
      return 0;
    },
  };
  await assert.rejects(correlate({ ...flow.house, writer: faulty }), /not now/);
  assert.deepEqual(offered, [OTHER]);
  const left = await writer.takeOutbox(10);
  assert.deepEqual(
    left.map(({ subject }) => subject),
    [OPERATOR],
  );
});
