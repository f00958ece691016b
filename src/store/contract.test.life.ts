/** What becomes of records later: removal, erasure, definitions, the outbox, retention. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  CIRCLE,
  circle,
  collection,
  DAY,
  entry,
  idsIn,
  label,
  type Name,
  type OpenContractHouse,
  ORG,
  objectId,
  openWorld,
  organisation,
  placed,
  positionOf,
  record,
  version,
  visibleIds,
  type World,
} from './contract.test.world.ts';
import type { AuthorisedRecord, Match, OutboxRow } from './port.ts';

function handles(world: World, who: Name, into: string, id: string, match: Match = ALL) {
  return world.reader(who, 'interactive').authorise(into, id, match);
}

async function remove(world: World, who: Name, into: string, id: string) {
  const found = await handles(world, who, into, id);
  return world.house.writer.remove(found, entry('object.remove', id));
}

async function outbox(world: World, kind: OutboxRow['kind']) {
  const rows = await world.house.writer.takeOutbox(1_000);
  return rows.filter((row) => row.kind === kind).map((row) => [row.subject, row.organisation]);
}

async function drain(world: World): Promise<void> {
  let rows = await world.house.writer.takeOutbox(1_000);
  while (rows.length > 0) {
    await world.house.writer.doneOutbox(rows.map((row) => row.id));
    rows = await world.house.writer.takeOutbox(1_000);
  }
}

const ALL: Match = { versions: ['all'] };
const MARKING = objectId('marking-definition', 'house rules');

export function lifeContract(name: string, open: OpenContractHouse): void {
  describe(`${name}: life of a record`, () => {
    test('an organisation removes what it added, and nothing else', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const id = objectId('tool', 'removed');
      const other = objectId('tool', 'kept');
      await world.deliver('alpha', into, placed(record({ id }), label('GREEN', 'alpha')));
      await world.deliver('alpha', into, placed(record({ id: other }), label('GREEN', 'alpha')));
      assert.equal(await remove(world, 'beta', into, id), 0);
      assert.equal((await visibleIds(world.reader('gamma'), into)).length, 2);
      assert.equal(await remove(world, 'alpha', into, id), 1);
      assert.deepEqual(await visibleIds(world.reader('gamma'), into), [other]);
      assert.deepEqual(await handles(world, 'alpha', into, id), []);
      const trail = await world.house.operations.auditTrail(0, 1_000);
      assert.ok(trail.some((row) => row.action === 'object.remove' && row.subject === id));
      assert.deepEqual(await world.house.operations.integrity(), []);
    });

    test('a deletion may touch every visible copy that its match names, and no other', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const id = objectId('tool', 'copies');
      for (const [by, number, under] of [
        ['alpha', 1, label('GREEN', 'alpha')],
        ['beta', 1, label('GREEN', 'beta')],
        ['beta', 2, label('GREEN', 'beta')],
        ['gamma', 3, label('AMBER', 'gamma')],
      ] as const) {
        await world.deliver(by, into, placed(record({ id, version: version(number) }), under));
      }
      const own = async (who: Name, match: Match) =>
        (await handles(world, who, into, id, match)).map((handle) => handle.own).sort();
      assert.deepEqual(await own('beta', ALL), [false, true, true]);
      assert.deepEqual(await own('beta', {}), [true]);
      assert.deepEqual(await own('gamma', {}), [true]);
      assert.deepEqual(await own('delta', { versions: ['first'] }), [false, false]);
      assert.deepEqual(await own('beta', { versions: [{ version: version(3) }] }), []);
      assert.deepEqual(await own('beta', { versions: ['all'], types: ['malware'] }), []);
      assert.deepEqual(await world.reader('anonymous').authorise(into, id, ALL), []);
      const forged = { membership: 1, organisation: ORG.beta, own: true };
      await assert.rejects(
        world.house.writer.remove([forged as unknown as AuthorisedRecord], entry('object.remove')),
        { code: 'invalid-argument' },
      );
    });

    test('a membership of two sources stays until both have removed it', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const id = objectId('tool', 'of two');
      for (const by of ['alpha', 'beta'] as const) {
        await world.deliver(by, into, placed(record({ id }), label('CLEAR', by)));
      }
      await remove(world, 'alpha', into, id);
      assert.deepEqual(await visibleIds(world.reader('anonymous'), into), [id]);
      await remove(world, 'beta', into, id);
      assert.deepEqual(await visibleIds(world.reader('anonymous'), into), []);
    });

    test('with the last version removed, the one before is the last', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const id = objectId('tool', 'versions');
      for (const number of [1, 2]) {
        const item = placed(record({ id, version: version(number) }), label('CLEAR', 'alpha'));
        await world.deliver('alpha', into, item);
      }
      const last = async () => {
        const query = { collection: into, match: {}, limit: 5 };
        return (await world.reader('beta').manifest(query)).rows.map((row) => row.version);
      };
      assert.deepEqual(await last(), [version(2)]);
      const second = await handles(world, 'alpha', into, id, {});
      assert.equal(await world.house.writer.remove(second, entry('object.remove')), 1);
      assert.deepEqual(await last(), [version(1)]);
    });

    test('what rises by a removal does not depend on versions under other labels', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const id = objectId('tool', 'risen');
      const gap = async (between: 'AMBER' | null) => {
        const into = await world.collection();
        const post = async (number: number, tlp: 'GREEN' | 'AMBER') => {
          const item = placed(record({ id, version: version(number) }), label(tlp, 'alpha'));
          return positionOf((await world.deliver('alpha', into, item))[0]);
        };
        const first = await post(1, 'GREEN');
        if (between !== null) await post(2, between);
        await post(3, 'GREEN');
        const third = await handles(world, 'alpha', into, id, {});
        assert.equal(await world.house.writer.remove(third, entry('object.remove')), 1);
        const query = { collection: into, match: {}, limit: 5 };
        const { rows } = await world.reader('gamma').manifest(query);
        assert.deepEqual(
          rows.map((row) => row.version),
          [version(1)],
        );
        return (rows[0]?.added ?? 0) > first;
      };
      assert.deepEqual([await gap(null), await gap('AMBER')], [true, true]);
    });

    test('what was removed and is posted again is restored at a new position', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const item = placed(record({ id: objectId('tool', 'back') }), label('GREEN', 'alpha'));
      const [first] = await world.deliver('alpha', into, item);
      await remove(world, 'alpha', into, objectId('tool', 'back'));
      await world.reopen();
      const [again] = await world.deliver('alpha', into, item);
      assert.equal(again?.kind, 'restored');
      assert.ok(positionOf(again) > positionOf(first));
      const [third] = await world.deliver('alpha', into, item);
      assert.equal(third?.kind, 'duplicate');
      assert.equal((await visibleIds(world.reader('beta'), into)).length, 1);
    });

    test('a re-post after a removal is told alike, whoever else has the same content', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const id = objectId('tool', 'back among others');
      const again = async (by: Name | null) => {
        const into = await world.collection();
        const item = (owner: Name) => placed(record({ id }), label('AMBER', owner));
        await world.deliver('alpha', into, item('alpha'));
        if (by !== null) await world.deliver(by, into, item(by));
        await remove(world, 'alpha', into, id);
        return (await world.deliver('alpha', into, item('alpha')))[0]?.kind;
      };
      assert.deepEqual([await again(null), await again('beta')], ['restored', 'restored']);
    });

    test('erasure takes bytes, facts and text everywhere; the audit trail stays', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const [one, two] = [await world.collection(), await world.collection()];
      const id = objectId('report', 'erased');
      const draft = {
        id,
        title: 'Unerasable',
        facts: {
          text: 'Unerasable words',
          observables: [{ kind: 'email-addr:value', value: 'who@example.org' }],
          edges: [{ kind: 'object_refs', target: objectId('tool', 'x') }],
        },
      };
      for (const into of [one, two]) {
        await world.deliver('alpha', into, placed(record(draft), label('GREEN', 'alpha')));
      }
      const before = await world.house.operations.state();
      const found = await handles(world, 'alpha', one, id);
      assert.ok((await world.house.writer.erase(found, entry('record.erase', id))) >= 1);
      const reader = world.reader('alpha', 'interactive');
      for (const into of [one, two]) assert.deepEqual(await visibleIds(reader, into), []);
      for (const query of [
        { text: 'unerasable' },
        { value: 'who@example.org' },
        { pointsAt: objectId('tool', 'x') },
        { id },
      ]) {
        const page = await reader.records({ collections: [], order: 'newest', limit: 5, ...query });
        assert.deepEqual(page.records, [], JSON.stringify(query));
      }
      const state = await world.house.operations.state();
      assert.ok(state.leaves > before.leaves && state.memberships === before.memberships - 2);
      assert.ok(state.bytes < before.bytes);
      const trail = await world.house.operations.auditTrail(0, 1_000);
      assert.ok(trail.some((row) => row.action === 'record.erase' && row.subject === id));
      assert.deepEqual(await world.house.operations.integrity(), []);
      const item = placed(record(draft), label('GREEN', 'alpha'));
      const [again] = await world.deliver('alpha', one, item);
      assert.ok(again?.kind === 'stored' || again?.kind === 'restored');
      assert.deepEqual(await visibleIds(reader, one), [id]);
    });

    test('marking definitions are known by who delivered them, with their referrers', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      await drain(world);
      const unknown = label('GREEN', 'alpha', { unknown: [MARKING] });
      const ids = Array.from({ length: 5 }, (_, n) => objectId('tool', `marked ${n}`));
      for (const id of ids) {
        const edges = [{ kind: 'object_marking_refs', target: MARKING }];
        const item = record({ id, marks: [MARKING], facts: { edges } });
        await world.deliver('alpha', into, placed(item, unknown, { preference: 1 }));
      }
      const defines = { id: MARKING, kind: 'statement' };
      const definition = record({ id: MARKING, version: '', defines });
      const known = (...who: Name[]) =>
        world.house.operations.definitions(
          [MARKING, 'unknown'],
          who.map((one) => ORG[one]),
        );
      assert.equal((await known('alpha', 'beta')).size, 0);
      await world.deliver('alpha', into, placed(definition, label('CLEAR', 'alpha')));
      assert.equal((await known('beta')).size, 0);
      assert.equal((await known()).size, 0);
      const found = await known('beta', 'alpha');
      assert.deepEqual(Buffer.from(found.get(MARKING) ?? []), Buffer.from(definition.bytes));
      assert.deepEqual(await outbox(world, 'definition'), [[MARKING, ORG.alpha]]);
      const seen: string[] = [];
      let after = 0;
      for (;;) {
        const batch = await world.house.operations.referrers(MARKING, after, 2);
        if (batch.length === 0) break;
        for (const one of batch) {
          assert.deepEqual(one.label, unknown);
          assert.deepEqual(
            [one.collection, one.owner, one.preference, one.format],
            [into, ORG.alpha, 1, 'stix'],
          );
          seen.push(...idsIn(one.bytes));
          after = Math.max(after, one.membership);
        }
      }
      assert.deepEqual(seen, ids);
    });

    test('the members of a collection come in batches', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const ids = Array.from({ length: 7 }, (_, n) => objectId('tool', `member ${n}`));
      for (const id of ids) {
        await world.deliver('beta', into, placed(record({ id }), label('AMBER', 'beta')));
      }
      const first = await world.house.operations.members(into, 0, 4);
      const after = first.at(-1)?.membership ?? 0;
      const rest = await world.house.operations.members(into, after, 100);
      assert.deepEqual(
        [...first, ...rest].flatMap((one) => idsIn(one.bytes)),
        ids,
      );
      assert.deepEqual([first.length, rest[0]?.owner], [4, ORG.beta]);
    });

    test('what a directory change widens stands in the outbox', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      await drain(world);
      await world.change(circle(['alpha', 'beta', 'gamma'], 2));
      assert.deepEqual(await outbox(world, 'membership'), [[ORG.gamma, CIRCLE]]);
      await drain(world);
      await world.change(circle(['alpha', 'gamma'], 3), organisation('alpha'));
      assert.deepEqual(await outbox(world, 'membership'), []);
      await world.change(organisation('alpha', { clients: [ORG.delta] }));
      assert.deepEqual(await outbox(world, 'membership'), [[ORG.delta, ORG.alpha]]);
      await drain(world);
      await world.change(collection(into, { title: 'Other title' }));
      assert.deepEqual(await outbox(world, 'floor'), []);
      await world.change(collection(into, { floor: { tlp: 'AMBER', audience: null } }));
      assert.deepEqual((await outbox(world, 'floor'))[0]?.[0], into);
    });

    test('the outbox keeps a row until it is done, over a reopening', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      await drain(world);
      await world.change(circle(['alpha', 'delta'], 2));
      const taken = await world.house.writer.takeOutbox(10);
      assert.equal(taken.length, 1);
      await world.reopen();
      const again = await world.house.writer.takeOutbox(10);
      assert.deepEqual(again, taken);
      await world.house.writer.doneOutbox(again.map((row) => row.id));
      await world.reopen();
      assert.deepEqual(await world.house.writer.takeOutbox(10), []);
    });

    test('the sums of a house hold through copies, quarantine, erasure and retention', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const draft = { id: objectId('tool', 'summed') };
      const green = label('GREEN', 'alpha');
      const bytes = Buffer.from('{"type":');
      const piece = { gap: Buffer.from(','), bytes, path: '/objects/2', id: '', version: '' };
      await world.deliver(
        'alpha',
        into,
        placed(record(draft), green),
        placed(record({ ...draft, spaces: 8 }), green),
        { kind: 'refused', ...piece, issues: [] },
      );
      const sums = async () => {
        const { records, bytes: kept, quarantined } = await world.house.operations.state();
        return [records, kept, quarantined, await world.house.operations.integrity()];
      };
      const whole = record(draft).bytes.length;
      assert.deepEqual(await sums(), [1, 2 * whole + 8 + bytes.length, 1, []]);
      await world.house.writer.erase(
        await handles(world, 'alpha', into, draft.id),
        entry('record.erase'),
      );
      assert.deepEqual(await sums(), [0, bytes.length, 1, []]);
      const other = record({ ...draft, id: objectId('tool', 'other') });
      await world.deliver('alpha', into, placed(other, green));
      assert.deepEqual(await sums(), [1, other.bytes.length + bytes.length, 1, []]);
      await world.house.writer.retain(world.clock.now() + 91 * DAY);
      assert.deepEqual(await sums(), [1, other.bytes.length, 0, []]);
    });

    test('retention deletes statuses past their days', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const status = (id: string, requested: number) => ({
        id,
        apiRoot: 'api1',
        organisation: ORG.alpha,
        status: 'complete' as const,
        requested,
        total: 1,
        successes: [{ id: 'tool--1', version: version(1) }],
        failures: [],
        pending: 0,
      });
      const now = world.clock.now();
      const [old, young] = [status('old', now - 40 * DAY), status('young', now - DAY)];
      await world.house.writer.saveStatus(old);
      await world.house.writer.saveStatus(young);
      const { deleted } = await world.house.writer.retain(now);
      assert.ok(deleted >= 1);
      assert.equal(await world.house.operations.status('old'), null);
      assert.deepEqual(await world.house.operations.status('young'), young);
    });
  });
}
