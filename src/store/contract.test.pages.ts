/** Pages: every match against the model, cursors, ties, exact bytes, manifest and counts. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Channel } from '../core/principal.ts';
import { expectedRows, type ModelRow, pageLength } from './contract.test.model.ts';
import { deliverDraws, draws, idOf } from './contract.test.random.ts';
import {
  CIRCLE,
  contractSees,
  idsIn,
  label,
  type Name,
  type OpenContractHouse,
  objectId,
  objectsIn,
  openWorld,
  placed,
  positionOf,
  principal,
  record,
  version,
  type World,
} from './contract.test.world.ts';
import type { Match, ObjectPage, PageQuery, Reader } from './port.ts';

const VIEWERS: readonly (readonly [Name | 'anonymous', Channel])[] = [
  ['alpha', 'feed'],
  ['beta', 'interactive'],
  ['gamma', 'feed'],
  ['delta', 'feed'],
  ['anonymous', 'feed'],
];

const IDS: readonly Match['ids'][] = [
  undefined,
  [idOf(0)],
  [idOf(1), idOf(4), objectId('indicator', 'not there'), idOf(1)],
];
const TYPES: readonly Match['types'][] = [undefined, ['ipv4-addr'], ['ipv4-addr', 'indicator']];
const SPECS: readonly Match['specVersions'][] = [undefined, ['2.0'], ['2.1'], ['2.0', '2.1']];
const VERSIONS: readonly Match['versions'][] = [
  undefined,
  ['first'],
  ['last'],
  ['all'],
  [{ version: version(2) }],
  ['first', 'last'],
  ['first', { version: version(3) }, { version: 'never' }],
];

function combine(rows: readonly ModelRow[]): Match[] {
  const unversioned = rows.find((row) => row.type === 'ipv4-addr');
  const own: Match['versions'][] =
    unversioned === undefined ? [] : [[{ version: unversioned.version }]];
  const all: Match[] = [];
  for (const ids of IDS)
    for (const types of TYPES)
      for (const specVersions of SPECS)
        for (const versions of [...VERSIONS, ...own])
          all.push({
            ...(ids && { ids }),
            ...(types && { types }),
            ...(specVersions && { specVersions }),
            ...(versions && { versions }),
          });
  return all;
}

function seenBy(name: Name | 'anonymous', channel: Channel): (row: ModelRow) => boolean {
  const who = principal(name);
  const member = name === 'alpha' || name === 'beta';
  const resolved = { ...who, communities: member ? [CIRCLE] : [] };
  return (row) => contractSees(resolved, row.label, channel);
}

const key = (row: { id: string; version: string; specVersion: string }) =>
  `${row.id} ${row.version} ${row.specVersion}`;

/** Whole answer of one match: the manifest, and the bodies if asked, agree with the model, in order. */
async function assertMatch(
  reader: Reader,
  collection: string,
  match: Match,
  wanted: readonly ModelRow[],
  bodies: boolean,
) {
  const query = { collection, match, limit: 1_000 };
  const manifest = await reader.manifest(query);
  const why = JSON.stringify(match);
  const given = manifest.rows.map((row) => `${row.added} ${key(row)}`);
  assert.deepEqual(
    [...given].sort(),
    wanted.map((row) => `${row.position} ${key(row)}`).sort(),
    why,
  );
  const added = manifest.rows.map((row) => row.added);
  assert.deepEqual(
    added,
    [...added].sort((a, b) => a - b),
    why,
  );
  if (!bodies) return;
  const bytes = new Map(wanted.map((row) => [key(row), row.bytes.toString()]));
  const page = await reader.objects(query);
  assert.equal(
    Buffer.from(page.body).toString(),
    manifest.rows.map((row) => bytes.get(key(row))).join(','),
    why,
  );
  assert.deepEqual(
    [page.count, page.more, page.first, page.last?.position],
    [wanted.length, false, wanted[0]?.position, wanted.at(-1)?.position],
    why,
  );
}

type Follow = 'after' | 'addedAfter';

/** Walks page by page and checks each page's length, `more`, `first` and `last` with the model. */
async function assertWalk(
  reader: Reader,
  query: Omit<PageQuery, 'limit' | 'after' | 'addedAfter'>,
  wanted: readonly ModelRow[],
  limit: number,
  by: Follow,
) {
  const bodies: string[] = [];
  let from = 0;
  let page: ObjectPage | undefined;
  do {
    const place = page?.last === undefined ? {} : followOn(by, page.last);
    page = await reader.objects({ ...query, ...place, limit });
    const whole = pageLength(wanted, from, limit, false);
    const split = by === 'after' ? pageLength(wanted, from, limit, true) : whole;
    assert.ok(
      page.count === whole || page.count === split,
      `${page.count} rows from ${from} by ${by}, limit ${limit}`,
    );
    assert.equal(page.more, from + page.count < wanted.length);
    if (page.count > 0) {
      assert.equal(page.first, wanted[from]?.position);
      assert.equal(page.last?.position, wanted[from + page.count - 1]?.position);
      bodies.push(Buffer.from(page.body).toString());
    }
    from += page.count;
  } while (page.more);
  assert.equal(from, wanted.length);
  assert.deepEqual(bodies.flatMap(split).sort(), wanted.map((row) => row.bytes.toString()).sort());
}

const split = (body: string) => body.split(/(?<=\}),(?=\{)/);

const followOn = (by: Follow, last: { position: number; tie: number }) =>
  by === 'after' ? { after: last } : { addedAfter: last.position };

export function pageContract(name: string, open: OpenContractHouse): void {
  describe(`${name}: pages`, () => {
    test('every match of random worlds is what the model says, for every viewer', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      await fc.assert(
        fc.asyncProperty(draws, async (chunks) => {
          const collection = await world.collection();
          const rows = await deliverDraws(world, collection, chunks);
          for (const [viewer, channel] of VIEWERS) {
            const reader = world.reader(viewer, channel);
            for (const [index, match] of combine(rows).entries()) {
              const wanted = expectedRows(rows, seenBy(viewer, channel), match);
              await assertMatch(reader, collection, match, wanted, index % 4 === 0);
            }
          }
        }),
        { numRuns: 2 },
      );
    });

    test('walks of random worlds miss nothing and repeat nothing, by both ways', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const walks = fc.record({
        chunks: draws,
        limit: fc.integer({ min: 1, max: 7 }),
        match: fc.constantFrom<Match>({}, { versions: ['all'] }, { versions: ['first', 'last'] }),
        by: fc.constantFrom<Follow>('after', 'addedAfter'),
      });
      await fc.assert(
        fc.asyncProperty(walks, async ({ chunks, limit, match, by }) => {
          const collection = await world.collection();
          const rows = await deliverDraws(world, collection, chunks);
          for (const [viewer, channel] of VIEWERS) {
            const wanted = expectedRows(rows, seenBy(viewer, channel), match);
            const reader = world.reader(viewer, channel);
            await assertWalk(reader, { collection, match }, wanted, limit, by);
          }
        }),
        { numRuns: 15 },
      );
    });

    test('whatever was delivered again by whom, each viewer gets the best that he may see', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      await fc.assert(
        fc.asyncProperty(draws, async (chunks) => {
          const collection = await world.collection();
          const rows = await deliverDraws(world, collection, chunks, { rising: true });
          for (const [viewer, channel] of VIEWERS) {
            const wanted = expectedRows(rows, seenBy(viewer, channel), {});
            const query = { collection, match: {}, limit: 1_000 };
            const { body } = await world.reader(viewer, channel).objects(query);
            assert.deepEqual(
              objectsIn(body)
                .map((object) => JSON.stringify(object))
                .sort(),
              wanted.map(({ bytes }) => JSON.stringify(JSON.parse(bytes.toString()))).sort(),
            );
          }
          assert.deepEqual(await world.house.operations.integrity(), []);
        }),
        { numRuns: 10 },
      );
    });

    test('counts are distinct objects that this viewer may see', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      await fc.assert(
        fc.asyncProperty(draws, async (chunks) => {
          const collection = await world.collection();
          const rows = await deliverDraws(world, collection, chunks);
          for (const [viewer, channel] of VIEWERS) {
            const seen = rows.filter(seenBy(viewer, channel));
            const [count] = await world.reader(viewer, channel).counts([collection]);
            const newest = Math.max(...seen.map((row) => row.position));
            assert.equal(count?.objects ?? 0, new Set(seen.map((row) => row.id)).size);
            assert.equal(count?.newest, seen.length === 0 ? undefined : newest);
          }
        }),
        { numRuns: 10 },
      );
    });

    test('rows that share a position stay on one page', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const rows = await manyLabels(world);
      const wanted = expectedRows(rows.rows, () => true, {});
      assert.ok(
        wanted.some((row, index) => row.position === wanted[index + 1]?.position),
        'a thousand labels in ten commits share at least one position',
      );
      const query = { collection: rows.collection, match: {} };
      for (const by of ['after', 'addedAfter'] as const) {
        for (const limit of [1, 2, 97]) {
          await assertWalk(world.reader('alpha'), query, wanted, limit, by);
        }
      }
    });

    test('a cursor is exact after writes between pages', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const collection = await world.collection();
      const add = async (name: string) =>
        world.deliver(
          'alpha',
          collection,
          ...[1, 2, 3].map((n) =>
            placed(record({ id: objectId('tool', `${name} ${n}`) }), label('GREEN', 'alpha')),
          ),
        );
      for (const name of ['a', 'b', 'c']) await add(name);
      const reader = world.reader('beta');
      const seen: string[] = [];
      let page = await reader.objects({ collection, match: {}, limit: 2 });
      seen.push(...idsIn(page.body));
      for (let round = 0; page.more && page.last !== undefined; round++) {
        if (round < 4) await add(`between ${round}`);
        page = await reader.objects({ collection, match: {}, limit: 2, after: page.last });
        seen.push(...idsIn(page.body));
      }
      assert.equal(seen.length, 9 + 12);
      assert.equal(new Set(seen).size, seen.length);
    });

    test('added_after is strict', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const collection = await world.collection();
      const ids = ['a', 'b', 'c'].map((name) => objectId('malware', name));
      const positions: number[] = [];
      for (const id of ids) {
        const item = placed(record({ id }), label('CLEAR', 'alpha'));
        positions.push(positionOf((await world.deliver('alpha', collection, item))[0]));
      }
      const after = async (addedAfter: number) => {
        const query = { collection, match: {}, limit: 10, addedAfter };
        return idsIn((await world.reader('anonymous').objects(query)).body);
      };
      const middle = positions[1] ?? 0;
      assert.deepEqual(await after(middle), ids.slice(2));
      assert.deepEqual(await after(middle - 1), ids.slice(1));
      assert.deepEqual(await after(positions[2] ?? 0), []);
      assert.deepEqual(await after(0), ids);
    });

    test('a later version takes the place of the earlier one under added_after', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const collection = await world.collection();
      const id = objectId('campaign', 'versions');
      const post = async (number: number) => {
        const item = placed(record({ id, version: version(number) }), label('CLEAR', 'alpha'));
        return positionOf((await world.deliver('alpha', collection, item))[0]);
      };
      const second = await post(2);
      const first = await post(1);
      assert.ok(first > second, 'an older version that arrives later has a later position');
      const reader = world.reader('beta');
      const query = { collection, match: {}, limit: 10, addedAfter: second };
      // Version is chosen before added_after: the last version was added before.
      assert.equal((await reader.objects(query)).count, 0);
      const all = await reader.manifest({ ...query, match: { versions: ['all'] } });
      assert.deepEqual(
        all.rows.map((row) => row.version),
        [version(1)],
      );
    });

    test('a page stops before its bodies exceed maxBytes, but never gives nothing', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const collection = await world.collection();
      const sizes = [10, 3_000, 20, 5_000, 30, 40, 50];
      for (const size of sizes) {
        const id = objectId('note', `of ${size}`);
        const item = placed(record({ id, content: 'x'.repeat(size) }), label('CLEAR', 'alpha'));
        await world.deliver('alpha', collection, item);
      }
      for (const maxBytes of [1, 300, 3_500, 4_000, 100_000]) {
        const pages = await boundedWalk(world.reader('anonymous'), collection, maxBytes);
        assert.equal(pages.flat().length, sizes.length);
        for (const page of pages) {
          assert.ok(page.length === 1 || page.reduce((a, b) => a + b) <= maxBytes);
        }
        for (const [index, page] of pages.slice(0, -1).entries()) {
          const next = pages[index + 1]?.[0] ?? 0;
          const more = page.reduce((a, b) => a + b) + next + page.length;
          assert.ok(more > maxBytes, `a page of ${page.length} could have held one more`);
        }
      }
    });

    test('what is not there is an empty page', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const empty = await world.collection();
      for (const collection of [empty, '00000000-0000-4000-8000-000000000000', 'no uuid']) {
        const page = await world.reader('beta').objects({ collection, match: {}, limit: 5 });
        assert.deepEqual(
          [page.count, page.more, page.first, page.last, page.body.length],
          [0, false, undefined, undefined, 0],
        );
      }
    });
  });
}

async function boundedWalk(reader: Reader, collection: string, maxBytes: number) {
  const pages: number[][] = [];
  const query = { collection, match: {}, limit: 100, maxBytes };
  let page = await reader.objects(query);
  pages.push(split(Buffer.from(page.body).toString()).map((body) => body.length));
  while (page.more && page.last !== undefined) {
    page = await reader.objects({ ...query, after: page.last });
    pages.push(split(Buffer.from(page.body).toString()).map((body) => body.length));
  }
  return pages;
}

/** A thousand records, each under a label of its own, in ten commits. */
async function manyLabels(world: World): Promise<{ collection: string; rows: ModelRow[] }> {
  const collection = await world.collection();
  const rows: ModelRow[] = [];
  for (let commit = 0; commit < 10; commit++) {
    const items = Array.from({ length: 100 }, (_, n) => {
      const decoded = record({ id: objectId('identity', `${commit} ${n}`) });
      const under = label('AMBER', 'alpha', { creator: `identity--${commit}-${n}` });
      return { decoded, under, item: placed(decoded, under) };
    });
    const outcomes = await world.deliver('alpha', collection, ...items.map(({ item }) => item));
    for (const [index, { decoded, under }] of items.entries()) {
      const { id, type, specVersion, version: written } = decoded.identity;
      const position = positionOf(outcomes[index]);
      const bytes = Buffer.from(decoded.bytes);
      const order = rows.length;
      const seen = { id, type, specVersion, version: written, preference: 2, order };
      rows.push({ ...seen, label: under, position, bytes });
    }
  }
  return { collection, rows };
}
