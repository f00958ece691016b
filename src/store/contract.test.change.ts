/**
 * What a change of one thing must do to others: what a relabel uncovers, whom a better entitled
 * source outranks, which definitions a decision must have seen, what an erasure leaves of old
 * deliveries.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sha256 } from '../core/digest.ts';
import type { Label } from '../core/label.ts';
import {
  bytesOf,
  entry,
  label,
  type Name,
  type OpenContractHouse,
  ORG,
  objectId,
  objectsIn,
  openWorld,
  placed,
  positionOf,
  record,
  version,
  type World,
} from './contract.test.world.ts';
import type { ChunkItem } from './port.ts';

/** Posts a version of an object and tells where it stands. */
async function post(world: World, by: Name, into: string, number: number, under: Label) {
  const item = placed(record({ id: TOOL, version: version(number) }), under);
  const [outcome] = await world.deliver(by, into, item);
  return outcome;
}

const TOOL = objectId('tool', 'changed');

/** What a follower gets who was there until `end`. */
async function news(world: World, who: Name | 'anonymous', into: string, end: number) {
  const query = { collection: into, match: {}, limit: 100, addedAfter: end };
  const { rows } = await world.reader(who).manifest(query);
  return rows.map((row) => row.version);
}

async function endOf(world: World): Promise<number> {
  return (await world.house.operations.state()).lastPosition;
}

/** The membership of a version, by its owner. */
async function handleOf(world: World, by: Name, into: string, number: number): Promise<number> {
  const match = { versions: [{ version: version(number) }] };
  const [found] = await world.reader(by, 'interactive').authorise(into, TOOL, match);
  assert.ok(found !== undefined);
  return found.membership;
}

async function relabel(world: World, into: string, number: number, under: Label) {
  const handle = await handleOf(world, 'alpha', into, number);
  const changes = [{ handle, label: under, reason: 'contract' }];
  await world.house.writer.relabel(changes, entry('relabel'));
}

async function sound(world: World): Promise<void> {
  assert.deepEqual(await world.house.operations.integrity(), []);
}

/** One parcel with these items; what it was, to be compared with what it reassembles to. */
async function deliverWhole(world: World, by: Name, into: string, ...items: readonly ChunkItem[]) {
  const parcel = await world.receive(by, into);
  const closingGap = Buffer.from(']}');
  const outcome = await world.append({ parcel: parcel.id, sequence: 0, items, closingGap });
  assert.equal(outcome.kind, 'committed');
  const whole = Buffer.concat([...items.flatMap((one) => [one.gap, bytesOf(one)]), closingGap]);
  await world.house.writer.close(parcel.id, sha256(whole), whole.length, 'stored');
  return { id: parcel.id, whole: whole.toString() };
}

async function reassembled(world: World, parcel: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of world.house.operations.reassemble(parcel)) parts.push(part);
  return Buffer.concat(parts).toString();
}

export function changeContract(name: string, open: OpenContractHouse): void {
  describe(`${name}: what a change does to others`, () => {
    test('a relabel that hides a version offers the one before anew', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const ways: readonly ((into: string) => Promise<unknown>)[] = [
        (into) => relabel(world, into, 2, label('AMBER', 'alpha')),
        (into) => post(world, 'alpha', into, 2, label('AMBER', 'alpha')),
        (into) =>
          relabel(world, into, 2, label('GREEN', 'alpha', { from: '2999-01-01T00:00:00Z' })),
      ];
      for (const hide of ways) {
        const into = await world.collection();
        await post(world, 'alpha', into, 1, label('GREEN', 'alpha'));
        await post(world, 'alpha', into, 2, label('GREEN', 'alpha'));
        const end = await endOf(world);
        await hide(into);
        assert.deepEqual(await news(world, 'gamma', into, end), [version(1)]);
        assert.deepEqual(await news(world, 'alpha', into, end), [version(2)]);
      }
      await sound(world);
    });

    test('one delivery, or one relabel, of several versions uncovers what none of them is', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const green = label('GREEN', 'alpha');
      const amber = label('AMBER', 'alpha');
      const items = (numbers: readonly number[], under: Label) =>
        numbers.map((number) => placed(record({ id: TOOL, version: version(number) }), under));
      for (const order of [
        [3, 2],
        [2, 3],
      ]) {
        const posted: string = await world.collection();
        const relabelled: string = await world.collection();
        for (const into of [posted, relabelled]) {
          await world.deliver('alpha', into, ...items([1, 2, 3], green));
        }
        const end = await endOf(world);
        await world.deliver('alpha', posted, ...items(order, amber));
        const handles = await Promise.all(
          order.map((number) => handleOf(world, 'alpha', relabelled, number)),
        );
        const changes = handles.map((handle) => ({ handle, label: amber, reason: 'contract' }));
        await world.house.writer.relabel(changes, entry('relabel'));
        for (const into of [posted, relabelled]) {
          assert.deepEqual(await news(world, 'gamma', into, end), [version(1)]);
          assert.deepEqual(await news(world, 'alpha', into, end), [version(3)]);
        }
      }
      await sound(world);
    });

    test('a relabel of what stood above nothing moves nothing else', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      for (const number of [1, 2, 3]) {
        await post(world, 'alpha', into, number, label('GREEN', 'alpha'));
      }
      const end = await endOf(world);
      await relabel(world, into, 2, label('AMBER', 'alpha'));
      assert.deepEqual(await news(world, 'gamma', into, end), []);
      await sound(world);
    });

    test('what a relabel uncovers does not depend on versions under other labels', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const uncovered = async (between: Label | null) => {
        const into = await world.collection();
        await post(world, 'alpha', into, 1, label('GREEN', 'alpha'));
        if (between !== null) await post(world, 'alpha', into, 2, between);
        await post(world, 'alpha', into, 3, label('GREEN', 'alpha'));
        const end = await endOf(world);
        await relabel(world, into, 3, label('AMBER', 'alpha'));
        return news(world, 'gamma', into, end);
      };
      assert.deepEqual(await uncovered(null), [version(1)]);
      assert.deepEqual(await uncovered(label('AMBER', 'alpha')), [version(1)]);
      await sound(world);
    });

    test('a source that joins the others under their label uncovers what it had under its own', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const common = label('CLEAR', 'alpha');
      await post(world, 'beta', into, 2, common);
      await post(world, 'alpha', into, 1, label('GREEN', 'alpha'));
      await post(world, 'alpha', into, 2, label('GREEN', 'alpha'));
      const joined = await post(world, 'alpha', into, 2, common);
      assert.equal(joined?.kind, 'relabelled');
      assert.equal((await world.house.operations.state()).memberships, 2);
      const own = await world.reader('alpha').authorise(into, TOOL, { versions: ['all'] });
      assert.deepEqual(
        own.map((each) => each.own),
        [true, true],
      );
      await sound(world);
    });

    test('the variant of a better entitled source is served, and offered anew, from then on', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const variant = (by: Name, content: string, preference: 0 | 1 | 2) =>
        world.deliver(
          by,
          into,
          placed(record({ id: TOOL, content }), label('CLEAR', 'alpha'), { preference }),
        );
      const served = async (after = 0) => {
        const query = { collection: into, match: {}, limit: 9, addedAfter: after };
        const { body } = await world.reader('anonymous').objects(query);
        return objectsIn(body).map((object) => object.x_content);
      };
      await variant('alpha', 'first', 2);
      await variant('beta', 'second', 2);
      await variant('beta', 'third', 2);
      assert.deepEqual(await served(), ['first']);
      let end = await endOf(world);
      const steps = [
        ['gamma', 'second', 1, ['second']],
        ['delta', 'third', 0, ['third']],
        ['gamma', 'first', 1, []],
        ['alpha', 'third', 2, []],
        ['delta', 'second', 0, ['second']],
      ] as const;
      for (const [by, content, preference, offered] of steps) {
        const [outcome] = await variant(by, content, preference);
        assert.equal(outcome?.kind, 'duplicate');
        assert.deepEqual(await served(end), offered, `${content} ${preference}`);
        end = await endOf(world);
      }
      await sound(world);
      await world.reopen();
      assert.deepEqual(await served(), ['second']);
    });

    test('who is entitled under a label that is hidden outranks nobody in sight', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const variant = (content: string, under: Label, preference: 0 | 1 | 2) =>
        world.deliver('alpha', into, placed(record({ id: TOOL, content }), under, { preference }));
      await variant('seen', label('GREEN', 'alpha'), 2);
      await world.deliver(
        'beta',
        into,
        placed(record({ id: TOOL, content: 'other' }), label('GREEN', 'beta')),
      );
      const end = await endOf(world);
      await world.deliver(
        'beta',
        into,
        placed(record({ id: TOOL, content: 'seen' }), label('AMBER', 'beta'), { preference: 0 }),
      );
      const query = { collection: into, match: {}, limit: 9 };
      const { body } = await world.reader('gamma').objects(query);
      assert.deepEqual(
        objectsIn(body).map((object) => object.x_content),
        ['seen'],
      );
      assert.deepEqual(await news(world, 'gamma', into, end), []);
      await sound(world);
    });

    test('two that become one keep the better preference', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const green = label('GREEN', 'alpha');
      const variant = (by: Name, content: string, under: Label, preference: 0 | 1 | 2) =>
        world.deliver(by, into, placed(record({ id: TOOL, content }), under, { preference }));
      await variant('gamma', 'earliest', green, 2);
      await variant('alpha', 'merged', green, 2);
      await variant('beta', 'merged', label('AMBER', 'alpha'), 1);
      const members = await world.house.operations.members(into, 0, 9);
      const handle = members.find((each) => each.label.tlp === 'AMBER')?.membership ?? -1;
      const changes = [{ handle, label: green, reason: 'contract' }];
      await world.house.writer.relabel(changes, entry('relabel'));
      const query = { collection: into, match: {}, limit: 9 };
      const { body } = await world.reader('delta').objects(query);
      assert.deepEqual(
        objectsIn(body).map((object) => object.x_content),
        ['merged'],
      );
      await sound(world);
    });

    test('a decision that missed a definition of its source or of the operator is stale', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      // alpha is the operator.
      for (const [by, stale] of [
        ['beta', true],
        ['alpha', true],
        ['gamma', false],
      ] as const) {
        const into = await world.collection();
        const marking = objectId('marking-definition', `of ${by}`);
        const parcel = await world.receive('beta', into);
        const policyEpoch = await world.house.operations.policyEpoch();
        const under = label('GREEN', 'beta', { unknown: [marking] });
        const items = [placed(record({ id: TOOL, marks: [marking] }), under)];
        const reads = { policyEpoch, missingDefinitions: [marking] };
        const defines = { id: marking, kind: 'statement' };
        const definition = record({ id: marking, defines, version: '' });
        await world.deliver(by, into, placed(definition, label('CLEAR', by)));
        const outcome = await world.append({ parcel: parcel.id, sequence: 0, items, reads });
        assert.equal(outcome.kind, stale ? 'stale' : 'committed', by);
      }
    });

    test('of two definitions under one id the one named first counts, and of one source the last', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const marking = objectId('marking-definition', 'of two');
      const define = async (by: Name, content: string) => {
        const defines = { id: marking, kind: 'statement' };
        const definition = record({ id: marking, defines, version: '', content });
        await world.deliver(by, into, placed(definition, label('CLEAR', by)));
      };
      const found = async (...who: readonly Name[]) => {
        const from = who.map((one) => ORG[one]);
        const bytes = (await world.house.operations.definitions([marking], from)).get(marking);
        return bytes && objectsIn(bytes)[0]?.x_content;
      };
      await define('alpha', 'one');
      await define('beta', 'two');
      await define('gamma', 'three');
      for (const [first, second] of [
        ['alpha', 'beta'],
        ['beta', 'alpha'],
        ['gamma', 'beta'],
        ['beta', 'gamma'],
      ] as const) {
        const wanted = { alpha: 'one', beta: 'two', gamma: 'three' }[first];
        assert.equal(await found(first, second), wanted);
      }
      await define('beta', 'four');
      assert.deepEqual([await found('beta', 'alpha'), await found('delta')], ['four', undefined]);
    });

    test('what was erased and comes again in other bytes changes no delivery of before', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const item = (spaces: number) =>
        placed(record({ id: TOOL, spaces }), label('GREEN', 'alpha'));
      const kept = placed(record({ id: objectId('tool', 'kept') }), label('GREEN', 'alpha'));
      const before = [
        await deliverWhole(world, 'alpha', into, item(0), kept),
        await deliverWhole(world, 'alpha', into, item(3)),
        await deliverWhole(world, 'alpha', into, item(0)),
      ];
      const match = { versions: ['all'] as const };
      const found = await world.reader('alpha', 'interactive').authorise(into, TOOL, match);
      await world.house.writer.erase(found, entry('record.erase', TOOL));
      for (const spaces of [5, 0, 3]) {
        const after = await deliverWhole(world, 'alpha', into, item(spaces));
        assert.equal(await reassembled(world, after.id), after.whole);
        for (const { id } of before) {
          await assert.rejects(reassembled(world, id), { code: 'absent' });
        }
        await sound(world);
      }
      const query = { collection: into, match: { ids: [TOOL] }, limit: 9 };
      const { body } = await world.reader('gamma').objects(query);
      assert.equal(Buffer.from(body).toString(), Buffer.from(bytesOf(item(5))).toString());
      const added = (await world.reader('gamma').manifest(query)).rows[0]?.added ?? 0;
      assert.ok(added > 0 && added <= (await endOf(world)));
    });

    test('the second erasure of a record is as thorough as the first', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const match = { versions: ['all'] as const };
      for (const spaces of [0, 4, 0]) {
        const item = placed(record({ id: TOOL, spaces }), label('GREEN', 'alpha'));
        const [outcome] = await world.deliver('alpha', into, item);
        assert.ok(positionOf(outcome) > 0);
        const found = await world.reader('alpha', 'interactive').authorise(into, TOOL, match);
        await world.house.writer.erase(found, entry('record.erase', TOOL));
        const { records, bytes } = await world.house.operations.state();
        assert.deepEqual([records, bytes], [0, 0]);
        await sound(world);
      }
    });
  });
}
