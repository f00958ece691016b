/** Who sees what: labels, channels, grants, communities, embargo; acting at once when changed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Label } from '../core/label.ts';
import {
  CIRCLE,
  circle,
  collection,
  contractSees,
  DAY,
  entry,
  HOUR,
  label,
  NAMES,
  type Name,
  type OpenContractHouse,
  ORG,
  objectId,
  objectsIn,
  openWorld,
  organisation,
  placed,
  positionOf,
  principal,
  record,
  visibleIds,
  type World,
} from './contract.test.world.ts';
import type { Grant, Reader } from './port.ts';

const nobody = { organisations: [], communities: [], persons: [] };
const forCircle = { ...nobody, communities: [CIRCLE] };

function rfc3339(micros: number): string {
  return new Date(Math.ceil(micros / 1_000)).toISOString();
}

async function post(world: World, by: Name, into: string, name: string, under: Label) {
  const item = placed(record({ id: objectId('tool', name), content: `by ${by}` }), under);
  const [outcome] = await world.deliver(by, into, item);
  return outcome;
}

async function viewersOf(world: World, into: string, id: string, channel: 'feed' | 'interactive') {
  const seen: string[] = [];
  for (const name of [...NAMES, 'anonymous'] as const) {
    if ((await visibleIds(world.reader(name, channel), into)).includes(id)) seen.push(name);
  }
  return seen;
}

const page = (reader: Reader, of: string, addedAfter = 0) =>
  reader.objects({ collection: of, match: {}, limit: 100, addedAfter });

export function policyContract(name: string, open: OpenContractHouse): void {
  describe(`${name}: policy`, () => {
    test('each label reaches those that the policy names, and the channel counts', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      await world.change(organisation('gamma', { clients: [ORG.delta] }));
      const into = await world.collection();
      const red = { ...nobody, persons: ['person-beta'] };
      const rows: readonly (readonly [string, Label, readonly string[], readonly string[]])[] = [
        ['clear', label('CLEAR', 'alpha'), [...NAMES, 'anonymous'], [...NAMES, 'anonymous']],
        ['green', label('GREEN', 'alpha'), NAMES, NAMES],
        ['client', label('AMBER', 'gamma'), ['gamma', 'delta'], ['gamma', 'delta']],
        [
          'circle',
          label('AMBER', 'alpha', { audience: forCircle }),
          ['alpha', 'beta'],
          ['alpha', 'beta'],
        ],
        ['nobody', label('AMBER', 'alpha', { audience: nobody }), ['alpha'], ['alpha']],
        ['unknown', label('CLEAR', 'alpha', { unknown: ['m'] }), ['alpha'], ['alpha']],
        ['red', label('RED', 'alpha', { audience: red }), [], ['beta']],
      ];
      for (const [what, under] of rows) {
        await post(world, under.owner === ORG.gamma ? 'gamma' : 'alpha', into, what, under);
      }
      for (const [what, , feed, interactive] of rows) {
        const id = objectId('tool', what);
        assert.deepEqual(await viewersOf(world, into, id, 'feed'), feed, what);
        assert.deepEqual(await viewersOf(world, into, id, 'interactive'), interactive, what);
      }
    });

    test('reading needs a grant; without one a collection is as absent as one that is not', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const subjects: readonly (readonly [Grant['subjectKind'], string, readonly string[]])[] = [
        ['anyone', '', [...NAMES, 'anonymous']],
        ['authenticated', '', NAMES],
        ['organisation', ORG.gamma, ['gamma']],
        ['community', CIRCLE, ['alpha', 'beta']],
        ['principal', 'person-delta', ['delta']],
      ];
      const id = objectId('tool', 'granted');
      for (const [subjectKind, subject, wanted] of subjects) {
        const grants = [{ subjectKind, subject, read: true, write: false }];
        const into = await world.collection({ grants });
        await post(world, 'alpha', into, 'granted', label('CLEAR', 'alpha'));
        assert.deepEqual(await viewersOf(world, into, id, 'feed'), wanted, subjectKind);
      }
      const grants = [{ subjectKind: 'anyone' as const, subject: '', read: false, write: true }];
      const closed = await world.collection({ grants });
      await post(world, 'alpha', closed, 'granted', label('CLEAR', 'alpha'));
      assert.deepEqual(await viewersOf(world, closed, id, 'interactive'), []);
      const absent = '00000000-0000-4000-8000-000000000000';
      const reader = world.reader('alpha', 'interactive');
      const about = async (what: string) => ({
        counts: (await reader.counts([what])).map(({ objects, newest }) => ({ objects, newest })),
        records: await reader.records({ collections: [what], order: 'newest', limit: 5 }),
        page: await page(reader, what),
      });
      assert.deepEqual(await about(closed), await about(absent));
    });

    test('leaving a community ends the view at once; what the principal says does not count', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      await post(world, 'alpha', into, 'shared', label('AMBER', 'alpha', { audience: forCircle }));
      const claims = { ...principal('beta'), communities: [CIRCLE], clients: [ORG.alpha] };
      const reader = world.house.readerFor({ principal: claims, channel: 'feed' });
      assert.equal((await page(reader, into)).count, 1);
      await world.change(circle(['alpha'], 2));
      assert.equal((await page(reader, into)).count, 0);
      assert.equal((await reader.counts([into]))[0]?.objects ?? 0, 0);
      await world.change(circle(['alpha', 'beta'], 3));
      assert.equal((await page(reader, into)).count, 1);
      await world.change({ remove: 'community', id: CIRCLE });
      assert.equal((await page(reader, into)).count, 0);
    });

    test('a grant or a collection that is taken away is gone at once', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      await post(world, 'alpha', into, 'granted', label('CLEAR', 'alpha'));
      const reader = world.reader('gamma');
      assert.equal((await page(reader, into)).count, 1);
      await world.change(collection(into, { grants: [] }));
      assert.equal((await page(reader, into)).count, 0);
      await world.change(collection(into));
      assert.equal((await page(reader, into)).count, 1);
      await world.change({ remove: 'collection', id: into });
      assert.equal((await page(reader, into)).count, 0);
    });

    test('the view epoch follows what is mine and nothing that is not', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const other = await world.collection({ grants: [] });
      const epoch = async (who: Name) => (await page(world.reader(who), into)).viewEpoch;
      const before = { beta: await epoch('beta'), gamma: await epoch('gamma') };
      await world.change(circle(['alpha', 'beta', 'delta'], 2));
      await world.change(collection(other, { title: 'Hidden', grants: [] }));
      await post(world, 'alpha', into, 'hidden', label('AMBER', 'alpha', { audience: nobody }));
      assert.equal(await epoch('gamma'), before.gamma);
      await world.change(circle(['alpha', 'delta'], 3));
      assert.notEqual(await epoch('beta'), before.beta);
      await world.change(circle(['alpha', 'gamma'], 4));
      assert.notEqual(await epoch('gamma'), before.gamma);
    });

    test('two organisations post the same CLEAR content: one membership, two sources', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const item = (by: Name) =>
        placed(record({ id: objectId('tool', 'common') }), label('CLEAR', by));
      const [first] = await world.deliver('alpha', into, item('alpha'));
      const [second] = await world.deliver('beta', into, item('beta'));
      assert.deepEqual([first?.kind, second?.kind], ['stored', 'duplicate']);
      assert.equal((await world.house.operations.state()).memberships, 1);
      for (const who of ['alpha', 'beta', 'gamma'] as const) {
        const found = await world
          .reader(who)
          .records({ collections: [into], order: 'newest', limit: 9 });
        assert.deepEqual(
          found.records.map(({ handle }) => handle.own),
          [who !== 'gamma'],
          who,
        );
      }
    });

    test('a copy with a stricter label hides nothing, and its poster always sees his own', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const id = objectId('tool', 'copied');
      const copy = record({ id });
      await world.deliver('alpha', into, placed(copy, label('GREEN', 'alpha')));
      const [second] = await world.deliver(
        'delta',
        into,
        placed(copy, label('AMBER', 'delta', { audience: nobody }), { preference: 0 }),
      );
      assert.equal(second?.kind, 'stored');
      assert.deepEqual(await viewersOf(world, into, id, 'feed'), NAMES);
      for (const who of NAMES) {
        assert.equal((await page(world.reader(who), into)).count, 1, `${who} gets one of the two`);
      }
      await world.change(collection(into));
      const [last] = await world.deliver('gamma', into, placed(copy, label('CLEAR', 'gamma')));
      assert.equal(last?.kind, 'stored');
      assert.deepEqual(await viewersOf(world, into, id, 'feed'), [...NAMES, 'anonymous']);
    });

    test('the source lowers its label: offered anew, once, at a new position', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const item = (under: Label) => placed(record({ id: objectId('tool', 'lowered') }), under);
      const [first] = await world.deliver('alpha', into, item(label('AMBER', 'alpha')));
      await post(world, 'alpha', into, 'between', label('CLEAR', 'alpha'));
      const follower = await page(world.reader('gamma'), into);
      assert.equal(follower.count, 1);
      const [second] = await world.deliver('alpha', into, item(label('GREEN', 'alpha')));
      assert.equal(second?.kind, 'relabelled');
      assert.ok(positionOf(second) > positionOf(first));
      assert.equal((await world.house.operations.state()).memberships, 2);
      const next = await page(world.reader('gamma'), into, follower.last?.position);
      assert.equal(next.count, 1);
      assert.equal(next.last?.position, positionOf(second));
      const [third] = await world.deliver('alpha', into, item(label('AMBER', 'alpha')));
      assert.equal(third?.kind, 'relabelled');
      assert.deepEqual(await viewersOf(world, into, objectId('tool', 'lowered'), 'feed'), [
        'alpha',
      ]);
    });

    test('one of two sources that raises its label takes nothing from the other', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const id = objectId('tool', 'both sources');
      const item = (under: Label) => placed(record({ id }), under);
      await world.deliver('alpha', into, item(label('CLEAR', 'alpha')));
      await world.deliver('beta', into, item(label('CLEAR', 'beta')));
      await world.deliver('alpha', into, item(label('AMBER', 'alpha')));
      assert.deepEqual(await viewersOf(world, into, id, 'feed'), [...NAMES, 'anonymous']);
      assert.equal((await page(world.reader('alpha'), into)).count, 1);
    });

    test('a writer relabels by handle: wider is offered anew, narrower is gone', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      await post(world, 'alpha', into, 'moved', label('AMBER', 'alpha'));
      await post(world, 'alpha', into, 'after', label('CLEAR', 'alpha'));
      const end = (await page(world.reader('beta'), into)).last?.position;
      const found = await world
        .reader('alpha')
        .records({ collections: [into], id: objectId('tool', 'moved'), order: 'newest', limit: 1 });
      const handle = found.records[0]?.handle.membership ?? -1;
      const relabel = (under: Label) =>
        world.house.writer.relabel(
          [{ handle, label: under, reason: 'contract' }],
          entry('relabel'),
        );
      await relabel(label('GREEN', 'alpha'));
      assert.deepEqual(
        objectsIn((await page(world.reader('beta'), into, end)).body).map((o) => o.id),
        [objectId('tool', 'moved')],
      );
      await relabel(label('RED', 'alpha'));
      assert.equal((await page(world.reader('beta'), into, end)).count, 0);
      assert.equal((await page(world.reader('alpha'), into, end)).count, 0);
    });

    test('an embargo hides from all but the owner until it is released', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const start = world.clock.now();
      const from = (hours: number) => ({ from: rfc3339(start + hours * HOUR) });
      await post(world, 'alpha', into, 'soon', label('GREEN', 'alpha', from(1)));
      await post(world, 'alpha', into, 'later', label('CLEAR', 'alpha', from(2)));
      await post(world, 'alpha', into, 'past', label('CLEAR', 'alpha', from(-1)));
      const [soon, later, past] = ['soon', 'later', 'past'].map((n) => objectId('tool', n));
      assert.deepEqual(await visibleIds(world.reader('beta'), into), [past]);
      assert.equal((await visibleIds(world.reader('alpha'), into)).length, 3);
      const early = await world.house.writer.release(world.clock.now(), 100);
      assert.equal(early.released, 0);
      assert.ok(Math.abs((early.nextDue ?? 0) - (start + HOUR)) <= 1_000);
      const end = (await page(world.reader('beta'), into)).last?.position ?? 0;
      world.clock.advance(HOUR + 2_000);
      assert.deepEqual(await visibleIds(world.reader('beta'), into), [past], 'not before release');
      const due = await world.house.writer.release(world.clock.now(), 100);
      assert.equal(due.released, 1);
      assert.ok(Math.abs((due.nextDue ?? 0) - (start + 2 * HOUR)) <= 1_000);
      const offered = await page(world.reader('beta'), into, end);
      assert.deepEqual(
        objectsIn(offered.body).map((o) => o.id),
        [soon],
      );
      assert.ok(!(await visibleIds(world.reader('gamma'), into)).includes(later ?? ''));
      world.clock.advance(HOUR);
      const last = await world.house.writer.release(world.clock.now(), 100);
      assert.deepEqual([last.released, last.nextDue], [1, undefined]);
      assert.equal((await visibleIds(world.reader('anonymous'), into)).length, 2);
    });

    test('after its end a record is its owner’s alone', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const until = rfc3339(world.clock.now() + HOUR);
      await post(world, 'alpha', into, 'ending', label('GREEN', 'alpha', { until }));
      await post(world, 'alpha', into, 'staying', label('GREEN', 'alpha'));
      assert.equal((await visibleIds(world.reader('beta'), into)).length, 2);
      world.clock.advance(HOUR + 2_000);
      const staying = [objectId('tool', 'staying')];
      assert.deepEqual(await visibleIds(world.reader('beta'), into), staying);
      assert.equal((await world.reader('beta').counts([into]))[0]?.objects, 1);
      assert.equal((await visibleIds(world.reader('alpha'), into)).length, 2);
    });

    test('a new member is offered what it missed where it follows, and nowhere else', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const [followed, other] = [await world.collection(), await world.collection()];
      for (const into of [followed, other]) {
        await post(
          world,
          'alpha',
          into,
          'circle',
          label('AMBER', 'alpha', { audience: forCircle }),
        );
        await post(world, 'alpha', into, 'open', label('CLEAR', 'alpha'));
      }
      const reader = world.reader('gamma');
      const end = (await page(reader, followed)).last?.position ?? 0;
      await world.house.writer.deliver({
        principal: principal('gamma').id,
        collection: followed,
        filter: 'none',
        through: end,
      });
      await world.change(circle(['alpha', 'beta', 'gamma'], 2));
      const after = { ...principal('gamma'), communities: [CIRCLE] };
      const offered = await world.house.writer.reoffer(ORG.gamma, principal('gamma'), after);
      assert.equal(offered, 1);
      const news = await page(reader, followed, end);
      assert.deepEqual(
        objectsIn(news.body).map((o) => o.id),
        [objectId('tool', 'circle')],
      );
      const ids = await visibleIds(reader, other);
      assert.deepEqual([...ids].sort(), ['circle', 'open'].map((n) => objectId('tool', n)).sort());
      assert.ok(contractSees(after, label('AMBER', 'alpha', { audience: forCircle }), 'feed'));
    });

    test('the label of a record view is the label that was given', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const under = label('AMBER', 'alpha', {
        audience: forCircle,
        pap: 'GREEN',
        creator: 'identity--1',
        iep: [{ name: '方針', version: 2 }],
        until: rfc3339(world.clock.now() + 30 * DAY),
      });
      await post(world, 'alpha', into, 'labelled', under);
      const found = await world
        .reader('beta')
        .records({ collections: [into], order: 'newest', limit: 1 });
      assert.deepEqual(found.records[0]?.label, under);
    });
  });
}
