/** Several formats in one collection: feeds see theirs alone, people see all (docs/adr/0005). */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  bytesOf,
  collection as collectionChange,
  entry,
  idsIn,
  label,
  type OpenContractHouse,
  objectId,
  openWorld,
  placed,
  positionOf,
  principal,
  record,
  version,
  type World,
} from './contract.test.world.ts';
import type { PageQuery, Reader } from './port.ts';

const STIX = objectId('indicator', 'feed');
const SECOND = objectId('malware', 'feed');
const CVE = 'CVE-2024-3094';

const clear = label('CLEAR', 'beta');
const inFormat = (format: string, id: string, more = {}) =>
  record({
    id,
    format,
    type: 'vulnerability',
    specVersion: '5.2',
    title: `${format} ${id}`,
    ...more,
  });

/** STIX and other formats, mixed in one delivery. */
async function mixed(world: World): Promise<string> {
  const into = await world.collection();
  await world.deliver(
    'beta',
    into,
    placed(inFormat('cve', CVE), clear),
    placed(record({ id: STIX }), clear),
    placed(inFormat('cve', CVE, { version: version(2) }), clear),
    placed(inFormat('nvd', CVE), clear),
    placed(record({ id: SECOND }), clear),
    placed(inFormat('osv', 'GHSA-xxxx'), label('RED', 'beta')),
  );
  return into;
}

const everything: Omit<PageQuery, 'collection'> = { match: { versions: ['all'] }, limit: 100 };

async function idsOf(reader: Reader, query: Parameters<Reader['records']>[0]): Promise<string[]> {
  return (await reader.records(query)).records.map(({ format, id }) => `${format} ${id}`).sort();
}

export function shelfContract(name: string, open: OpenContractHouse): void {
  describe(`${name}: shelves`, () => {
    test('a feed has its own format alone: pages, manifest, next, added after', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const collection = await mixed(world);
      const reader = world.reader('gamma');
      const page = await reader.objects({ collection, ...everything });
      assert.deepEqual(idsIn(page.body).sort(), [STIX, SECOND].sort());
      assert.equal(page.more, false);
      const one = await reader.objects({ collection, ...everything, limit: 1 });
      assert.deepEqual([one.count, one.more], [1, true]);
      const rest = await reader.objects({
        collection,
        match: {},
        limit: 1,
        addedAfter: one.first ?? 0,
      });
      assert.deepEqual([rest.count, rest.more], [1, false]);
      const manifest = await reader.manifest({ collection, ...everything });
      assert.deepEqual([...new Set(manifest.rows.map(({ format }) => format))], ['stix']);
      const named = await reader.objects({ collection, match: { ids: [CVE] }, limit: 10 });
      assert.equal(named.count, 0);
      const typed = { collection, match: { types: ['vulnerability'] }, limit: 10 };
      assert.equal((await reader.objects(typed)).count, 0);
      assert.equal((await reader.manifest(typed)).rows.length, 0);
    });

    test('what stands on other shelves changes nothing of a page but its place in time', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const [plain, beside] = [await world.collection(), await mixed(world)];
      await world.deliver(
        'beta',
        plain,
        placed(record({ id: STIX }), clear),
        placed(record({ id: SECOND }), clear),
      );
      const reader = world.reader('gamma');
      const query = { match: {}, limit: 1 } as const;
      const pages = [plain, beside].map((collection) => reader.objects({ collection, ...query }));
      const [alone, among] = (await Promise.all(pages)).map(({ count, more }) => [count, more]);
      assert.deepEqual(alone, among);
    });

    test('a page of another format is asked for by its name', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const collection = await mixed(world);
      const reader = world.reader('gamma');
      const last = await reader.manifest({ collection, format: 'cve', match: {}, limit: 10 });
      assert.deepEqual(
        last.rows.map(({ id, format, version: of }) => [format, id, of]),
        [['cve', CVE, version(2)]],
      );
      const all = await reader.objects({ collection, format: 'cve', ...everything });
      assert.deepEqual(idsIn(all.body), [CVE, CVE]);
      for (const format of ['osv', 'csaf', 'stix cve', '']) {
        const page = await reader.objects({ collection, format, ...everything });
        assert.deepEqual([page.count, page.more], [0, false], format);
      }
      const unreadable = await world.collection({ grants: [] });
      await world.deliver('beta', unreadable, placed(inFormat('cve', CVE), clear));
      const closed = { collection: unreadable, format: 'cve', ...everything };
      assert.equal((await reader.objects(closed)).count, 0);
    });

    test('people find every format, or those they name', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const collection = await mixed(world);
      const reader = world.reader('gamma', 'interactive');
      const newest = { collections: [collection], order: 'newest', limit: 50 } as const;
      const all = [
        `cve ${CVE}`,
        `cve ${CVE}`,
        `nvd ${CVE}`,
        `stix ${STIX}`,
        `stix ${SECOND}`,
      ].sort();
      assert.deepEqual(await idsOf(reader, newest), all);
      assert.deepEqual(await idsOf(reader, { ...newest, collections: [] }), all);
      const ofId = { ...newest, id: CVE };
      assert.deepEqual(
        await idsOf(reader, ofId),
        all.filter((each) => each.endsWith(CVE)),
      );
      assert.deepEqual(await idsOf(reader, { ...ofId, formats: ['nvd'] }), [`nvd ${CVE}`]);
      assert.deepEqual(await idsOf(reader, { ...newest, formats: ['osv'] }), []);
      assert.deepEqual(await idsOf(reader, { ...newest, formats: [] }), []);
      assert.deepEqual(await idsOf(reader, { ...newest, text: 'nvd' }), [`nvd ${CVE}`]);
      const paged: string[] = [];
      for (let after: { position: number; tie: number } | undefined; ; ) {
        const query = { ...newest, order: 'oldest', limit: 2 } as const;
        const page = await reader.records(after === undefined ? query : { ...query, after });
        paged.push(...page.records.map(({ format, id }) => `${format} ${id}`));
        assert.ok(page.records.every((each) => each.collection === collection));
        if (!page.more) break;
        after = page.last;
      }
      assert.deepEqual(paged.sort(), all);
    });

    test('objects are counted by format, of what is seen', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const collection = await mixed(world);
      const [count] = await world.reader('gamma').counts([collection]);
      assert.equal(count?.objects, 4);
      assert.deepEqual(count?.formats, { stix: 2, cve: 1, nvd: 1 });
      // In an order of their own: that in which they came would tell of what is not seen.
      const other = await world.collection();
      await world.deliver('beta', other, placed(inFormat('nvd', CVE), label('RED', 'beta')));
      await world.deliver('beta', other, placed(inFormat('cve', CVE), clear));
      await world.deliver(
        'beta',
        other,
        placed(inFormat('nvd', CVE, { version: version(3) }), clear),
      );
      const [ordered] = await world.reader('gamma').counts([other]);
      assert.deepEqual(Object.keys(ordered?.formats ?? {}), ['cve', 'nvd']);
      const [none] = await world.reader('gamma').counts([await world.collection()]);
      assert.deepEqual([none?.objects, none?.formats], [0, {}]);
    });

    test('a deletion in one format leaves the others; an erased record is gone', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const collection = await mixed(world);
      const reader = world.reader('beta');
      const every = { versions: ['all'] } as const;
      assert.deepEqual(await reader.authorise(collection, CVE, every), []);
      const nvd = await reader.authorise(collection, CVE, every, 'nvd');
      assert.equal(nvd.length, 1);
      assert.equal(await world.house.writer.remove(nvd, entry('record.remove', CVE)), 1);
      const cve = await reader.authorise(collection, CVE, every, 'cve');
      assert.equal(await world.house.writer.erase(cve, entry('record.erase', CVE)), 2);
      const [count] = await reader.counts([collection]);
      assert.deepEqual(count?.formats, { stix: 2 });
      assert.deepEqual(await world.house.operations.integrity(), []);
      const again = await world.deliver('beta', collection, placed(inFormat('nvd', CVE), clear));
      assert.equal(again[0]?.kind, 'restored');
    });

    test('a changed floor and a new label reach every shelf', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const collection = await mixed(world);
      const members = await world.house.operations.members(collection, 0, 100);
      assert.equal(members.length, 6);
      assert.ok(members.every((each) => each.collection === collection));
      assert.deepEqual([...new Set(members.map(({ owner }) => owner))], [clear.owner]);
      assert.deepEqual([...new Set(members.map(({ format }) => format))].sort(), [
        'cve',
        'nvd',
        'osv',
        'stix',
      ]);
      const hidden = members.find(({ format }) => format === 'osv');
      await world.house.writer.relabel(
        [{ handle: hidden?.membership ?? 0, label: label('GREEN', 'beta'), reason: 'released' }],
        entry('relabel'),
      );
      const [count] = await world.reader('gamma').counts([collection]);
      assert.equal(count?.formats.osv, 1);
      assert.deepEqual(await world.house.operations.integrity(), []);
    });

    test('a new client who follows is offered anew what stands on any shelf', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const amber = label('AMBER', 'beta');
      const [outcome] = await world.deliver('beta', into, placed(inFormat('cve', CVE), amber));
      const first = positionOf(outcome);
      const place = { principal: 'person-gamma', collection: into, filter: '', through: first };
      await world.house.writer.deliver(place);
      const gamma = label('CLEAR', 'gamma').owner;
      const before = { ...principal('gamma'), clients: [] };
      await world.change(collectionChange(into, { title: 'a rule is changed' }));
      const after = { ...before, clients: [amber.owner] };
      assert.equal(await world.house.writer.reoffer(gamma, before, after), 1);
      const [member] = (
        await world.reader('beta').records({
          collections: [into],
          order: 'newest',
          limit: 1,
        })
      ).records;
      assert.ok((member?.added ?? 0) > first);
    });

    test('shelves come back from a reopening and from a backup', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const collection = await mixed(world);
      const folder = mkdtempSync(join(tmpdir(), 'cybex-shelf-'));
      t.after(() => rmSync(folder, { recursive: true, force: true }));
      await world.house.operations.backup(join(folder, 'copy'));
      const seen = async () => {
        const reader = world.reader('gamma');
        const [count] = await reader.counts([collection]);
        const { rows } = await reader.manifest({ collection, format: 'cve', ...everything });
        const { body } = await reader.objects({ collection, ...everything });
        return { formats: count?.formats, rows, body: Buffer.from(body).toString('utf8') };
      };
      const before = await seen();
      await world.reopen();
      assert.deepEqual(await seen(), before);
      const restored = await world.outside.restore(join(folder, 'copy'));
      assert.deepEqual(await restored.operations.integrity(), []);
      const reader = restored.readerFor({ principal: principal('gamma'), channel: 'feed' });
      const [count] = await reader.counts([collection]);
      assert.deepEqual(count?.formats, { stix: 2, cve: 1, nvd: 1 });
    });

    test('what changes on another shelf than that of feeds is announced, and nothing else', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const { writer, operations } = world.house;
      const taken = async () => {
        const rows = await writer.takeOutbox(1_000);
        await writer.doneOutbox(rows.map(({ id }) => id));
        return [
          ...new Set(
            rows
              .filter(({ kind }) => kind === 'source' || kind === 'erasure')
              .map(({ kind, subject }) => `${kind} ${subject}`),
          ),
        ].sort();
      };
      const collection = await mixed(world);
      const [cve, nvd, osv] = [`cve ${CVE}`, `nvd ${CVE}`, 'osv GHSA-xxxx'].map(
        (name) => `source ${collection} ${name}`,
      );
      assert.deepEqual(await taken(), [cve, nvd, osv]);
      await world.deliver('beta', collection, placed(inFormat('nvd', CVE), clear));
      assert.deepEqual(await taken(), [], 'the same once more changes nothing');
      await world.deliver('beta', collection, placed(inFormat('nvd', CVE), label('GREEN', 'beta')));
      assert.deepEqual(await taken(), [nvd], 'another label');
      const [hidden] = await operations.ofObject(collection, 'osv', 'GHSA-xxxx');
      const change = { handle: hidden?.membership ?? 0, label: clear, reason: 'released' };
      await writer.relabel([change], entry('relabel'));
      assert.deepEqual(await taken(), [osv]);
      const every = { versions: ['all'] } as const;
      const reader = world.reader('beta');
      await writer.remove(await reader.authorise(collection, CVE, every, 'nvd'), entry('remove'));
      assert.deepEqual(await taken(), [nvd]);
      await writer.erase(await reader.authorise(collection, CVE, every, 'cve'), entry('erase'));
      assert.deepEqual(await taken(), [`erasure ${collection} cve ${CVE}`]);
      await writer.erase(await reader.authorise(collection, STIX, every), entry('erase'));
      assert.deepEqual(await taken(), []);
      const soon = label('CLEAR', 'beta', { from: '2999-01-01T00:00:00Z' });
      await world.deliver('beta', collection, placed(inFormat('cve', 'CVE-2026-1 x'), soon));
      assert.deepEqual(await taken(), [`source ${collection} cve CVE-2026-1 x`]);
    });

    test('the memberships of one object, whoever may see them, and handles of what is one’s own', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const collection = await mixed(world);
      const { operations, writer } = world.house;
      const found = await operations.ofObject(collection, 'cve', CVE);
      assert.equal(found.length, 2);
      assert.ok(found.every((each) => each.format === 'cve' && each.collection === collection));
      assert.ok(found.every((each) => each.owner === clear.owner));
      assert.equal((await operations.ofObject(collection, 'osv', 'GHSA-xxxx')).length, 1);
      assert.equal((await operations.ofObject(collection, 'stix', STIX)).length, 1);
      for (const [of, format, id] of [
        [collection, 'csaf', CVE],
        [collection, 'cve', 'CVE-2026-0000'],
        [await world.collection(), 'cve', CVE],
      ] as const) {
        assert.deepEqual(await operations.ofObject(of, format, id), [], `${format} ${id}`);
      }
      const memberships = found.map(({ membership }) => membership);
      const strange = operations.handles(memberships, 'nobody');
      assert.equal(await writer.remove(strange, entry('remove')), 0, 'only what it added itself');
      assert.equal(
        await writer.remove(operations.handles(memberships, clear.owner), entry('x')),
        2,
      );
    });

    test('a collection that wants projections no longer, or again, says so once', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const { writer } = world.house;
      const wishes = async (...changes: readonly object[]) => {
        for (const change of changes) await world.change(collectionChange(into, change));
        const rows = await writer.takeOutbox(100);
        await writer.doneOutbox(rows.map(({ id }) => id));
        return rows.filter(({ kind }) => kind === 'projection').map(({ subject }) => subject);
      };
      assert.deepEqual(await wishes({ projection: true }), []);
      assert.deepEqual(await wishes({ projection: false }, { projection: false }), [into]);
      assert.deepEqual(await wishes({}), [into]);
    });

    test('the delivery gives back the bytes of every format', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const parcel = await world.receive('beta', into);
      const items = [placed(inFormat('cve', CVE), clear), placed(record({ id: STIX }), clear)];
      await world.append({ parcel: parcel.id, sequence: 0, items, closingGap: Buffer.from(']}') });
      const parts: Uint8Array[] = [];
      for await (const part of world.house.operations.reassemble(parcel.id)) parts.push(part);
      const whole = Buffer.concat([
        ...items.flatMap((each) => [each.gap, bytesOf(each)]),
        Buffer.from(']}'),
      ]);
      assert.ok(Buffer.concat(parts).equals(whole));
    });
  });
}
