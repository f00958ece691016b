/** A new member is offered what it missed, once, also while it goes on following. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Principal } from '../../src/core/principal.ts';
import { bundle, COLLECTION, indicator, OPERATOR, OTHER, openFlow } from './house.ts';

const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb';
const COMMUNITY = 'c1000000-0000-4000-8000-000000000001';

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
    {
      principal: 'test',
      organisation: '',
      action: 'test',
      subject: '',
      outcome: 'done',
      detail: {},
    },
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
