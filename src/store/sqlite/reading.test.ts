import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  AS_OPERATOR,
  collection,
  contractSees,
  entry,
  idsIn,
  label,
  movableClock,
  objectId,
  organisation,
  parcelHead,
  person,
  placed,
  principal,
  record,
  version,
} from '../contract.test.world.ts';
import type { House, Match, PageQuery } from '../port.ts';
import { openSqliteHouseInProcess } from './open.ts';
import { houseFile } from './scratch.test.folder.ts';

const INTO = '91a7b528-80eb-42ed-a74d-c6fbd5a26116';
const OTHER = '52892447-4d7e-4f70-b94d-d7f22742ff63';

async function opened(t: { after(done: () => Promise<void> | void): void }, file: string) {
  const options = { file, clock: movableClock(), sees: contractSees };
  const house = await openSqliteHouseInProcess(options);
  t.after(() => house.close());
  await house.operations.change(
    [organisation('alpha'), person('alpha'), collection(INTO), collection(OTHER)],
    AS_OPERATOR,
  );
  return house;
}

async function post(house: House, into: string, items: ReturnType<typeof placed>[]) {
  const parcel = await house.writer.receive(parcelHead('alpha', into));
  const policyEpoch = await house.operations.policyEpoch();
  const reads = { policyEpoch, missingDefinitions: [] };
  await house.writer.append({ parcel: parcel.id, sequence: 0, items, reads });
}

const readerOf = (house: House) =>
  house.readerFor({ principal: principal('alpha'), channel: 'interactive' });

test('the page that the database joins is the page that its rows give', async (t) => {
  const house = await opened(t, houseFile(t));
  const reader = readerOf(house);
  const draft = fc.record({
    object: fc.nat(6),
    version: fc.integer({ min: 0, max: 3 }),
    content: fc.nat(2),
    spec: fc.constantFrom('2.0', '2.1'),
  });
  const matches: Match[] = [
    {},
    { versions: ['last'] },
    { versions: ['first'] },
    { versions: ['all'] },
    { versions: ['first', 'last'] },
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(draft, { maxLength: 40 }),
      fc.integer({ min: 1, max: 9 }),
      fc.option(fc.integer({ min: 1, max: 2_000 })),
      async (drafts, limit, maxBytes) => {
        const into = crypto.randomUUID();
        await house.operations.change([collection(into)], AS_OPERATOR);
        const records = drafts.map(({ object, version: number, content, spec }) =>
          record({
            id: objectId('tool', `${object}`),
            version: number === 0 ? '' : version(number),
            content: `${content}`,
            specVersion: spec,
          }),
        );
        await post(
          house,
          into,
          records.map((each) => placed(each, label('CLEAR', 'alpha'))),
        );
        for (const match of matches) {
          const bounds = maxBytes === null ? {} : { maxBytes };
          let place: Partial<PageQuery> = {};
          for (;;) {
            const query: PageQuery = { collection: into, match, limit, ...bounds, ...place };
            const page = await reader.objects(query);
            const { body: _, validator: __, ...head } = page;
            const wanted = await reader.manifest(query);
            const { rows, ...rest } = wanted;
            assert.deepEqual(head, rest);
            assert.deepEqual(
              page.count === 0 ? [] : idsIn(page.body),
              rows.map((row) => row.id),
            );
            if (!page.more || page.last === undefined) break;
            place = { after: page.last };
          }
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('what is erased is in no file of the house any more', async (t) => {
  const file = houseFile(t);
  const house = await opened(t, file);
  const secret = { bytes: 'Xq7unerasablebytes', word: 'zqvunerasableword', value: '203.0.113.77' };
  const others = Array.from({ length: 90 }, (_, n) =>
    placed(record({ id: objectId('tool', `other ${n}`) }), label('GREEN', 'alpha')),
  );
  await post(house, INTO, others.slice(0, 40));
  const item = placed(
    record({
      id: objectId('tool', 'erased'),
      content: secret.bytes,
      title: secret.word,
      facts: { observables: [{ kind: 'ipv4-addr:value', value: secret.value }] },
    }),
    label('GREEN', 'alpha'),
  );
  await post(house, INTO, [item]);
  await post(house, OTHER, [item, ...others.slice(40)]);
  const held = () =>
    Object.values(secret).filter((text) =>
      ['', '-wal'].some((end) => readFileSync(`${file}${end}`).includes(text)),
    );
  assert.deepEqual(held(), [secret.bytes, secret.word]);
  const handles = await readerOf(house).authorise(INTO, objectId('tool', 'erased'), {});
  assert.equal(await house.writer.erase(handles, entry('record.erase')), 2);
  assert.deepEqual(held(), []);
  assert.deepEqual(await house.operations.integrity(), []);
});

test('what someone changed behind the house’s back is reported', async (t) => {
  const file = houseFile(t);
  const house = await opened(t, file);
  await post(
    house,
    INTO,
    [1, 2, 3].map((number) =>
      placed(
        record({ id: objectId('tool', 'versions'), version: version(number) }),
        label('GREEN', 'alpha'),
      ),
    ),
  );
  assert.deepEqual(await house.operations.integrity(), []);
  const { loadDriver } = await import('./driver.ts');
  const outside = new (await loadDriver())(file);
  t.after(() => outside.close());
  const changes: [string, RegExp][] = [
    ["UPDATE record SET bytes = CAST(bytes || ' ' AS BLOB) WHERE id = 1", /^record-altered/],
    ['UPDATE membership SET contest = 0 WHERE id = 1', /^contest-wrong/],
    ['UPDATE membership SET label = label + 1 WHERE id = 1', /^(reference-broken|count-wrong)/],
    ['UPDATE log SET position = position + 1 WHERE leaf = 1', /^leaf-altered/],
    ['UPDATE log SET policy = policy + 1 WHERE leaf = 1', /^leaf-altered/],
    ['DELETE FROM log WHERE leaf = 1', /^leaf-missing/],
    ['UPDATE stock SET members = members + 1', /^count-wrong: stock/],
    ['UPDATE house SET records = records + 1', /^count-wrong: records/],
    ['DELETE FROM contribution WHERE membership = 1', /^source-missing/],
    ['DELETE FROM search WHERE rowid = 1', /^words-missing/],
    ['INSERT INTO embargo VALUES (1, 1)', /^embargo-wrong/],
  ];
  const backup = `${file}.sound`;
  await house.operations.backup(backup);
  for (const [sql, finding] of changes) {
    outside.exec('PRAGMA foreign_keys = OFF; BEGIN');
    outside.exec(sql);
    outside.exec('COMMIT');
    const findings = await house.operations.integrity();
    assert.ok(
      findings.some((each) => finding.test(each)),
      `${sql}: ${findings.join('; ')}`,
    );
    restoreTables(outside, backup);
    assert.deepEqual(await house.operations.integrity(), [], `after ${sql}`);
  }
});

/** Puts back what a test changed, from the sound copy. */
function restoreTables(database: { exec(sql: string): void }, from: string): void {
  database.exec(`ATTACH '${from}' AS sound`);
  const tables = ['record', 'membership', 'log', 'stock', 'house', 'contribution', 'embargo'];
  database.exec('BEGIN');
  for (const table of tables) {
    database.exec(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM sound.${table}`);
  }
  database.exec(
    `INSERT OR REPLACE INTO search (rowid, tokens)
       SELECT m.id, 'x' FROM membership m JOIN gist g ON g.record = m.record;
     COMMIT; DETACH sound`,
  );
}
