/** What only this store's way of reading can get wrong: its plans, its bits, its bytes, its sums. */
import assert from 'node:assert/strict';
import { after, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { Client } from 'pg';
import {
  contractSees,
  idsIn,
  label,
  movableClock,
  objectId,
  openWorld,
  placed,
  positionOf,
  record,
  version,
  type World,
} from '../../src/store/contract.test.world.ts';
import { openPostgresHouse } from '../../src/store/postgres/index.ts';
import {
  bools,
  byteas,
  int4s,
  int8s,
  PARSERS,
  storable,
  texts,
} from '../../src/store/postgres/wire.ts';
import { NO_SERVER, type PostgresServer, startPostgres } from './postgres.ts';

let server: Promise<PostgresServer | null> | undefined;
after(async () => (await server)?.remove());

async function opened(t: TestContext): Promise<{ world: World; url: string } | null> {
  let url = '';
  const world = await openWorld(t, async () => {
    server ??= startPostgres();
    const running = await server;
    if (running === null) return NO_SERVER;
    const schema = await running.schema();
    url = schema.url;
    const house = await openPostgresHouse({ url, sees: contractSees, clock: movableClock() });
    t.after(async () => {
      await house.close();
      await schema.drop();
    });
    const refuse = () => Promise.reject(new Error('not asked for'));
    return { house, reopen: refuse, restore: refuse };
  });
  return world === null ? null : { world, url };
}

async function connected(t: TestContext, url: string): Promise<Client> {
  const client = new Client({ connectionString: url, types: PARSERS as never });
  await client.connect();
  t.after(() => client.end());
  return client;
}

test('values come back from the server as they went', async (t) => {
  server ??= startPostgres();
  const running = await server;
  if (running === null) return t.skip(NO_SERVER);
  const client = await connected(t, running.url);
  const row = fc.record({
    big: fc.option(fc.maxSafeInteger()),
    small: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
    text: fc.option(fc.string({ unit: 'grapheme' })),
    bytes: fc.option(fc.uint8Array()),
    flag: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const { rows: given } = await client.query(
        `SELECT * FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::bytea[], $5::boolean[])
           AS u (big, small, text, bytes, flag)`,
        [
          int8s(rows.map((each) => each.big)),
          int4s(rows.map((each) => each.small)),
          texts(rows.map((each) => each.text)),
          byteas(rows.map((each) => each.bytes)),
          bools(rows.map((each) => each.flag)),
        ],
      );
      const wanted = rows.map((each) => ({
        ...each,
        text: each.text === null ? null : storable(each.text).toWellFormed(),
        bytes: each.bytes === null ? null : Buffer.from(each.bytes),
      }));
      assert.deepEqual(given, wanted);
    }),
    { numRuns: 50 },
  );
  const { rows } = await client.query(
    'SELECT ARRAY[1, NULL, -3]::bigint[] AS list, $1::text AS nul',
    [storable('a\0b')],
  );
  assert.deepEqual(rows, [{ list: [1, -1, -3], nul: 'a\u2400b' }]);
});

test('a viewer of few labels among many gets the pages that a brute force finds', async (t) => {
  const at = await opened(t);
  if (at === null) return;
  const { world } = at;
  const into = await world.collection();
  const rows: { readonly id: string; readonly position: number; readonly seen: boolean }[] = [];
  for (let commit = 0; commit < 30; commit++) {
    const items = Array.from({ length: 100 }, (_, n) => {
      const number = commit * 100 + n;
      const seen = number % 157 === 0;
      const id = objectId(number % 5 === 0 ? 'tool' : 'malware', `sparse ${number}`);
      const creator = `identity--${number % 300}`;
      return { id, seen, under: label('AMBER', seen ? 'beta' : 'alpha', { creator }) };
    });
    const outcomes = await world.deliver(
      'alpha',
      into,
      ...items.map(({ id, under }) => placed(record({ id }), under)),
    );
    for (const [index, { id, seen }] of items.entries()) {
      rows.push({ id, seen, position: positionOf(outcomes[index]) });
    }
  }
  const wanted = rows.filter((row) => row.seen).sort((a, b) => a.position - b.position);
  for (const match of [
    {},
    { types: ['tool'] },
    { types: ['malware', 'tool'], versions: ['all' as const] },
  ]) {
    const ofType = wanted.filter(
      (row) => match.types === undefined || match.types.includes(row.id.split('--')[0] ?? ''),
    );
    for (const limit of [1, 3, 100]) {
      const found: string[] = [];
      const query = { collection: into, match, limit };
      let page = await world.reader('beta').objects(query);
      found.push(...idsIn(page.body));
      while (page.more && page.last !== undefined) {
        page = await world.reader('beta').objects({ ...query, after: page.last });
        found.push(...idsIn(page.body));
      }
      assert.deepEqual(
        found,
        ofType.map((row) => row.id),
        `${JSON.stringify(match)} ${limit}`,
      );
    }
  }
  const [count] = await world.reader('beta').counts([into]);
  assert.deepEqual([count?.objects, count?.newest], [wanted.length, wanted.at(-1)?.position]);
  const newest = await world
    .reader('beta')
    .records({ collections: [into], order: 'newest', limit: 5 });
  assert.deepEqual(
    newest.records.map((one) => one.id),
    wanted
      .slice(-5)
      .reverse()
      .map((row) => row.id),
  );
});

test('bodies that are no UTF-8, and words with U+0000, are kept and found', async (t) => {
  const at = await opened(t);
  if (at === null) return;
  const { world } = at;
  const into = await world.collection();
  const plain = record({ id: objectId('tool', 'plain') });
  const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d]);
  const facts = { text: 'nul\0word here', external: ['a\0b'], title: 'ti\0tle' };
  const odd = { ...record({ id: 'tool--\0odd', facts, title: 'ti\0tle' }), bytes };
  await world.deliver(
    'alpha',
    into,
    placed(plain, label('CLEAR', 'alpha')),
    placed(odd, label('CLEAR', 'alpha')),
  );
  const reader = world.reader('gamma');
  const page = await reader.objects({ collection: into, match: {}, limit: 10 });
  const bodies = [Buffer.from(plain.bytes), bytes];
  const joined = [bodies, [...bodies].reverse()].map((list) =>
    Buffer.concat([list[0] ?? bytes, Buffer.from(','), list[1] ?? bytes]).toString('hex'),
  );
  assert.ok(joined.includes(Buffer.from(page.body).toString('hex')));
  for (const query of [{ value: 'a\0b' }, { text: 'word' }, { id: 'tool--\0odd' }]) {
    const { records } = await reader.records({
      collections: [],
      order: 'newest',
      limit: 5,
      ...query,
    });
    assert.deepEqual(
      records.map((one) => [...one.bytes]),
      [[...bytes]],
      JSON.stringify(query),
    );
  }
  const named = await reader.objects({
    collection: into,
    match: { ids: ['tool--\0odd'] },
    limit: 5,
  });
  assert.deepEqual([...named.body], [...bytes]);
});

test('equal pages have equal validators, other bodies others', async (t) => {
  const at = await opened(t);
  if (at === null) return;
  const { world } = at;
  const [one, two] = [await world.collection(), await world.collection()];
  const items = [1, 2, 3].map((n) =>
    placed(record({ id: objectId('tool', `${n}`), version: version(n) }), label('CLEAR', 'alpha')),
  );
  for (const into of [one, two]) for (const item of items) await world.deliver('alpha', into, item);
  const reader = world.reader('anonymous');
  const validator = async (collection: string, limit: number, match = {}) =>
    (await reader.objects({ collection, match, limit })).validator;
  assert.equal(await validator(one, 3), await validator(two, 3));
  assert.equal(await validator(one, 2), await validator(two, 2));
  assert.notEqual(await validator(one, 2), await validator(one, 3));
  // The careful way makes the same validator as the quick one.
  const ids = [1, 2, 3].map((n) => objectId('tool', `${n}`));
  assert.equal(await validator(one, 3, { ids }), await validator(two, 3));
});

test('the integrity check names what is damaged', async (t) => {
  const at = await opened(t);
  if (at === null) return;
  const { world, url } = at;
  const into = await world.collection();
  const id = objectId('tool', 'damaged');
  for (const number of [1, 2]) {
    const item = placed(record({ id, version: version(number) }), label('GREEN', 'alpha'));
    await world.deliver('alpha', into, item);
  }
  assert.deepEqual(await world.house.operations.integrity(), []);
  const client = await connected(t, url);
  const damages: readonly (readonly [string, RegExp])[] = [
    ["UPDATE record SET bytes = '{}' WHERE id = 1", /bytes-missing: membership/],
    ['UPDATE membership SET label = 99 WHERE id = 1', /label-missing: membership 1/],
    ["UPDATE membership SET sources = '{}' WHERE id = 1", /source-missing: membership 1/],
    ['UPDATE membership SET spec = 99 WHERE id = 1', /object-wrong: membership 1/],
    ['UPDATE membership SET position = 9e15 WHERE id = 1', /position-wrong: membership 1/],
    ['UPDATE membership SET contest = 0 WHERE id = 1', /contest-wrong: membership 1/],
    ['UPDATE pair SET rows = rows + 1', /count-wrong: pair/],
    ['DELETE FROM fact WHERE record = 1', /words-missing: record 1/],
    ["UPDATE fact SET words = ts_delete(words, E'\\x04' || '1')", /label-unfound: membership/],
    ['DELETE FROM parcel_chunk', /chunk-missing: parcel/],
    ['UPDATE sequencer SET records = 7', /count-wrong: records/],
    ['UPDATE house SET policy_epoch = 1', /count-wrong: epochs/],
    ['DELETE FROM leaf WHERE index = 2', /count-wrong: leaves/],
    ['UPDATE leaf SET position = position + 1 WHERE kind = 0', /leaf-altered: leaf/],
    ["UPDATE parcel SET digest = '\\x00'", /parcel-altered/],
    ['DELETE FROM audit', /count-wrong: audits/],
  ];
  for (const [damage, finding] of damages) {
    const tables = [...new Set(damage.match(/(?:UPDATE|FROM) (\w+)/)?.slice(1) ?? [])];
    for (const table of tables) await client.query(`CREATE TABLE saved AS TABLE ${table}`);
    await client.query(damage);
    const found = await world.house.operations.integrity();
    assert.ok(
      found.some((each) => finding.test(each)),
      `${damage}: ${found.join('; ')}`,
    );
    for (const table of tables) {
      await client.query(`DELETE FROM ${table}`);
      await client.query(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM saved`);
      await client.query('DROP TABLE saved');
    }
  }
  assert.deepEqual(await world.house.operations.integrity(), []);
});

test('one job that fails takes nothing from those that share its transaction', async (t) => {
  const at = await opened(t);
  if (at === null) return;
  const { world } = at;
  const into = await world.collection();
  const absent = '00000000-0000-4000-8000-000000000000';
  const { writer } = world.house;
  const results = await Promise.allSettled([
    world.deliver(
      'alpha',
      into,
      placed(record({ id: objectId('tool', 'a') }), label('CLEAR', 'alpha')),
    ),
    writer.close(absent, Buffer.alloc(32), 1, 'stored'),
    world.deliver(
      'beta',
      into,
      placed(record({ id: objectId('tool', 'b') }), label('CLEAR', 'beta')),
    ),
    world.append({ parcel: absent, sequence: 0, items: [] }),
    world.deliver(
      'gamma',
      '',
      placed(record({ id: objectId('tool', 'c') }), label('CLEAR', 'gamma')),
    ),
    writer.audit({
      principal: 'p',
      organisation: '',
      action: 'x',
      subject: '',
      outcome: 'done',
      detail: {},
    }),
  ]);
  assert.deepEqual(
    results.map((one) =>
      one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code,
    ),
    ['done', 'absent', 'done', 'absent', 'invalid-argument', 'done'],
  );
  assert.equal((await world.house.operations.state()).memberships, 2);
  assert.deepEqual(await world.house.operations.integrity(), []);
});
