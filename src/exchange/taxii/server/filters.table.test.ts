import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { timestampToMicros } from '../../../core/timestamp.ts';
import { filtersGuide } from './filters.guide.ts';
import { FILTER_EXAMPLES, FILTER_IDS, FILTER_ROWS } from './filters.table.ts';
import {
  ask,
  collectionUrl,
  OPEN,
  objectsUrl,
  objectUrl,
  testHousehold,
} from './server.test.fixture.ts';

function exampleHousehold() {
  const household = testHousehold();
  for (const example of FILTER_EXAMPLES) {
    const { version, unmodified } = example;
    const times =
      version === undefined
        ? {}
        : { created: version, ...(unmodified ? {} : { modified: version }) };
    household.put(
      OPEN,
      {
        type: example.id.slice(0, example.id.indexOf('--')),
        id: example.id,
        spec_version: example.specVersion,
        ...times,
        name: example.name,
      },
      {
        added: timestampToMicros(example.added, 'floor') ?? 0,
        ...(example.hidden ? { visibleTo: () => false } : {}),
      },
    );
  }
  return household;
}

const household = exampleHousehold();
const filled = (query: string) => query.replace(/\{(\d)\}/g, (_, n) => FILTER_IDS[n] ?? '');

test('every row of the truth table, on objects and on the manifest', async () => {
  for (const { query, gives } of FILTER_ROWS) {
    const objects = await ask(household, 'GET', objectsUrl(OPEN, filled(query)));
    const manifest = await ask(
      household,
      'GET',
      `${collectionUrl(OPEN)}manifest/?${filled(query)}`,
    );
    if (gives === '400') {
      assert.deepEqual([objects.status, manifest.status], [400, 400], query);
      continue;
    }
    const names = (objects.json.objects ?? []).map(({ name }: { name: string }) => name);
    assert.equal(names.join(' '), gives, query);
    const addedOf = Object.fromEntries(FILTER_EXAMPLES.map(({ name, added }) => [name, added]));
    const rows = (manifest.json.objects ?? []) as { date_added: string }[];
    assert.deepEqual(
      rows.map((row) => row.date_added),
      names.map((name: string) => addedOf[name]),
      `manifest ${query}`,
    );
  }
});

test('a row with match[id] of one object is the same as the object by its path', async () => {
  let compared = 0;
  for (const { query, gives } of FILTER_ROWS) {
    const alone = /^(?:(added_after=[^&]*)&)?match\[id\]=(\{\d\})(?:&(.*))?$/.exec(query);
    if (alone === null || query.includes('match[type]') || gives === '400') continue;
    const [, after, id = '', rest] = alone;
    const others = [after, rest].filter((part) => part !== undefined).join('&');
    const byPath = await ask(household, 'GET', objectUrl(OPEN, filled(id), others));
    const byMatch = await ask(household, 'GET', objectsUrl(OPEN, filled(query)));
    assert.deepEqual(byPath.json, byMatch.json, query);
    compared += 1;
  }
  assert.equal(compared, 4);
});

test('docs/guide/taxii-filters.md is the table (CYBEX_WRITE_DOCS=1 writes it)', () => {
  const file = join(import.meta.dirname, '../../../../../docs/guide/taxii-filters.md');
  if (process.env.CYBEX_WRITE_DOCS === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, filtersGuide());
  }
  assert.equal(readFileSync(file, 'utf8'), filtersGuide());
});
