/** Operating a house: directory, secrets, audit, status, state, epochs, integrity. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  CIRCLE,
  collection,
  entry,
  label,
  type OpenContractHouse,
  ORG,
  objectId,
  openWorld,
  placed,
  record,
  version,
} from './contract.test.world.ts';
import type { Collection, Credential, StatusRecord } from './port.ts';

const byId = <T extends { readonly id: string }>(values: readonly T[]) =>
  [...values].sort((a, b) => (a.id < b.id ? -1 : 1));

export function operateContract(name: string, open: OpenContractHouse): void {
  describe(`${name}: operating`, () => {
    test('the directory comes back as it was put, whole, over a reopening', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const credential: Credential = {
        id: 'credential-1',
        principal: 'person-beta',
        kind: 'password',
        secret: '$argon2id$…',
        userName: 'ベータ',
        scope: ['taxii', 'api'],
        created: 1_700_000_000_000_001,
        expires: 1_900_000_000_000_000,
        revoked: false,
        note: '',
      };
      const full: Collection = {
        id: 'aaaaaaaa-0000-4000-8000-000000000000',
        apiRoot: 'api1',
        alias: 'aliased',
        title: '集合',
        description: 'with\nlines',
        floor: {
          tlp: 'GREEN',
          pap: 'AMBER',
          audience: { organisations: [ORG.beta], communities: [CIRCLE], persons: [] },
        },
        unmarked: 'CLEAR',
        grants: [{ subjectKind: 'community', subject: CIRCLE, read: true, write: true }],
        sample: true,
      };
      await world.change(
        { put: 'credential', value: credential },
        { put: 'credential', value: { ...credential, id: 'credential-2', revoked: true } },
        { put: 'collection', value: full },
      );
      await world.reopen();
      const directory = await world.house.operations.directory();
      assert.equal(directory.policyEpoch, await world.house.operations.policyEpoch());
      assert.deepEqual(byId(directory.credentials), [
        credential,
        { ...credential, id: 'credential-2', revoked: true },
      ]);
      assert.deepEqual(directory.collections, [full]);
      assert.deepEqual(
        byId(directory.organisations)
          .map((one) => one.name)
          .sort(),
        ['alpha', 'beta', 'delta', 'gamma'],
      );
      assert.deepEqual(directory.communities, [
        {
          id: CIRCLE,
          name: 'circle',
          owner: ORG.alpha,
          version: 1,
          members: [ORG.alpha, ORG.beta],
        },
      ]);
      assert.deepEqual(directory.apiRoots, [{ path: 'api1', title: 'API 1', description: '' }]);
      assert.deepEqual(directory.persons.find((one) => one.id === 'person-beta')?.roles, [
        'reader',
        'contributor',
      ]);
      await world.change(
        { remove: 'credential', id: 'credential-1' },
        { remove: 'collection', id: full.id },
        { remove: 'person', id: 'person-delta' },
        { remove: 'community', id: CIRCLE },
        { remove: 'apiRoot', id: 'api1' },
        { remove: 'organisation', id: ORG.delta },
      );
      const rest = await world.house.operations.directory();
      assert.deepEqual(
        [rest.credentials.length, rest.collections.length, rest.communities.length],
        [1, 0, 0],
      );
      assert.deepEqual([rest.apiRoots, rest.persons.length, rest.organisations.length], [[], 3, 3]);
    });

    test('every change raises the policy epoch, writes an audit row and a leaf', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const before = await world.house.operations.state();
      const id = 'bbbbbbbb-0000-4000-8000-000000000000';
      const epoch = await world.house.operations.change([collection(id)], entry('put', id));
      assert.ok(epoch > before.policyEpoch);
      const after = await world.house.operations.state();
      assert.equal(after.policyEpoch, epoch);
      assert.ok(after.leaves > before.leaves);
      const trail = await world.house.operations.auditTrail(0, 1_000);
      assert.equal(trail.filter((row) => row.action === 'put' && row.subject === id).length, 1);
    });

    test('a change that is half wrong changes nothing', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const before = await world.house.operations.directory();
      const [good, bad] = ['cccccccc', 'dddddddd'].map((id) => `${id}-0000-4000-8000-000000000000`);
      const alias = { alias: 'same' };
      await assert.rejects(
        world.change(collection(good ?? '', alias), collection(bad ?? '', alias)),
        { name: 'CybexError' },
        'one alias names one collection of an API root',
      );
      assert.deepEqual(await world.house.operations.directory(), before);
    });

    test('the audit trail keeps what it was told, in order', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const start = (await world.house.operations.auditTrail(0, 10_000)).at(-1)?.id ?? 0;
      const rows = ['一', 'two', 'three'].map((action) => ({
        ...entry(action),
        outcome: 'refused' as const,
        detail: { deep: [1, null, { text: '詳細' }], action },
      }));
      for (const row of rows) await world.house.writer.audit(row);
      const first = await world.house.operations.auditTrail(start, 2);
      const rest = await world.house.operations.auditTrail(first.at(-1)?.id ?? 0, 10);
      const kept = [...first, ...rest];
      assert.deepEqual(
        kept.map(({ id, at, ...row }) => row),
        rows,
      );
      assert.ok(kept.every(({ at }) => Math.abs(at - world.clock.now()) < 60_000_000));
    });

    test('a status is replaced as a whole', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const pending: StatusRecord = {
        id: '2d086da7-4bdc-4f91-900e-d77486753710',
        apiRoot: 'api1',
        organisation: ORG.beta,
        status: 'pending',
        requested: world.clock.now(),
        total: 3,
        successes: [],
        failures: [],
        pending: 3,
      };
      const complete: StatusRecord = {
        ...pending,
        status: 'complete',
        successes: [{ id: objectId('tool', '1'), version: version(1) }],
        failures: [{ id: 'x', version: '', message: 'STIX 2.1 §3.2: 必須' }],
        pending: 0,
      };
      assert.equal(await world.house.operations.status(pending.id), null);
      await world.house.writer.saveStatus(pending);
      assert.deepEqual(await world.house.operations.status(pending.id), pending);
      await world.house.writer.saveStatus(complete);
      await world.reopen();
      assert.deepEqual(await world.house.operations.status(pending.id), complete);
    });

    test('a secret is random, its own for each name, and stays', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const secret = async (of: string) =>
        Buffer.from(await world.house.operations.secret(of)).toString('hex');
      const [one, again] = await Promise.all([secret('one'), secret('one')]);
      const two = await secret('two');
      assert.ok(one.length >= 64);
      assert.equal(one, again);
      assert.notEqual(one, two);
      await world.reopen();
      assert.equal(await secret('one'), one);
    });

    test('small values are kept by name, replaced, forgotten and listed by prefix', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const { operations } = world.house;
      const cursor = { url: 'https://例え.example/', through: 1_700_000_000_000_001, tags: [null] };
      await operations.keep('feed:b', 1);
      await operations.keep('feed:a', cursor);
      await operations.keep('feed:b', { replaced: true });
      await operations.keep('feed_', 'not a feed');
      await operations.keep('feed%', 'not a feed either');
      await world.reopen();
      const kept = () => world.house.operations.kept('feed:');
      assert.deepEqual(
        [...(await kept())],
        [
          ['feed:a', cursor],
          ['feed:b', { replaced: true }],
        ],
      );
      assert.equal((await world.house.operations.kept('')).size, 4);
      assert.equal((await world.house.operations.kept('feed_')).size, 1);
      await world.house.operations.forget('feed:b');
      assert.deepEqual([...(await kept()).keys()], ['feed:a']);
    });

    test('a house keeps its id; its feed epoch changes only when it is told to', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      await world.deliver(
        'alpha',
        into,
        placed(record({ id: objectId('tool', 'x') }), label('CLEAR', 'alpha')),
      );
      const before = await world.house.operations.state();
      await world.reopen();
      const after = await world.house.operations.state();
      assert.deepEqual([after.id, after.feedEpoch], [before.id, before.feedEpoch]);
      assert.match(before.id, /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
      const epoch = await world.house.operations.startFeedEpoch();
      assert.notEqual(epoch, before.feedEpoch);
      const page = await world.reader('beta').objects({ collection: into, match: {}, limit: 1 });
      assert.equal(page.feedEpoch, epoch);
      assert.equal((await world.house.operations.state()).feedEpoch, epoch);
    });

    test('a delivery is in the log, once for each block of the ledger', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      await world.deliver(
        'alpha',
        into,
        placed(record({ id: objectId('tool', 'x') }), label('CLEAR', 'alpha')),
      );
      const before = await world.house.operations.state();
      const place = { principal: 'beta', collection: into, filter: '' };
      const through = before.lastPosition;
      assert.equal(await world.house.writer.deliver({ ...place, through }), true);
      assert.equal(await world.house.writer.deliver({ ...place, through: through - 1 }), false);
      const after = await world.house.operations.state();
      assert.equal(after.leaves, before.leaves + 1);
      assert.deepEqual(await world.house.operations.integrity(), []);
    });

    test('the state counts what is stored, and a sound house has nothing to report', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const empty = await world.house.operations.state();
      assert.deepEqual([empty.records, empty.memberships, empty.quarantined], [0, 0, 0]);
      const items = Array.from({ length: 30 }, (_, n) =>
        placed(
          record({
            id: objectId('tool', `${n % 10}`),
            version: version(n % 3),
            content: `${n % 2}`,
          }),
          label(n % 2 === 0 ? 'CLEAR' : 'AMBER', 'alpha'),
        ),
      );
      await world.deliver('alpha', into, ...items);
      const state = await world.house.operations.state();
      assert.deepEqual([state.records, state.memberships], [30, 30]);
      assert.ok(state.leaves >= empty.leaves + 30);
      assert.ok(state.bytes > 30 * 100 && state.schema >= 1);
      assert.deepEqual(await world.house.operations.integrity(), []);
    });
  });
}
