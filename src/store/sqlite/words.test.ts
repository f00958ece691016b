import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tokenize } from '../../core/text/tokenize.ts';
import { loadDriver } from './driver.ts';
import { migrate } from './migrate.ts';
import { gistOf, indexQuery, labelToken, SearchIndex } from './words.ts';

const driver = await loadDriver();

function emptyIndex() {
  const database = new driver(':memory:');
  migrate(database);
  const index = new SearchIndex(database);
  const statement = database.prepare('SELECT rowid FROM search WHERE search MATCH ?');
  const find = (query: string | null) =>
    query === null ? [] : (statement.all(query) as { rowid: number }[]).map((row) => row.rowid);
  return { index, find, database };
}

const none = { text: null, value: null, pointsAt: null, labels: null };
const factsOf = (text: string, value = '') => ({
  title: '',
  aliases: [],
  external: value === '' ? [] : [value],
  edges: [{ kind: 'x', target: value }],
  observables: [],
  text,
});

test('a record is found by a query when it has every token of the query, in any script', () => {
  const pool = [
    'wiper',
    'CVE-2021-44228',
    '脆弱性',
    '"',
    'OR',
    'NEAR(',
    'a:b',
    '*',
    "'",
    'l1',
    'é',
  ];
  const text = fc.array(fc.constantFrom(...pool), { maxLength: 6 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), text, (texts, asked) => {
      const { index, find, database } = emptyIndex();
      index.apply(
        texts.map((each, i) => ({
          membership: i + 1,
          tokens: `${labelToken(1)} ${gistOf(factsOf(each))}`,
        })),
      );
      const wanted = new Set(tokenize(asked));
      const found = find(indexQuery({ ...none, text: asked }));
      // What holds all tokens of the asked text holds those of the query, which are fewer.
      for (const [i, each] of texts.entries()) {
        const has = new Set(tokenize(each));
        const all = wanted.size > 0 && [...wanted].every((token) => has.has(token));
        if (all) assert.ok(found.includes(i + 1), `${asked} in ${each}`);
      }
      database.close();
    }),
    { numRuns: 60 },
  );
});

test('a label, a value and an edge are found as themselves and by no text', () => {
  const { index, find, database } = emptyIndex();
  const gist = gistOf(factsOf('plain words', 'CVE-2026-1'));
  index.apply([
    { membership: 1, tokens: `${labelToken(1)} ${gist}` },
    { membership: 2, tokens: `${labelToken(12)} ${gist}` },
  ]);
  const value = { ...none, value: 'CVE-2026-1' };
  assert.deepEqual(find(indexQuery(value)), [1, 2]);
  assert.deepEqual(find(indexQuery({ ...value, labels: [1] })), [1]);
  assert.deepEqual(find(indexQuery({ ...value, labels: [12, 3] })), [2]);
  assert.deepEqual(find(indexQuery({ ...none, pointsAt: 'CVE-2026-1' })), [1, 2]);
  assert.deepEqual(find(indexQuery({ ...none, value: 'cve-2026-1' })), []);
  assert.deepEqual(find(indexQuery({ ...none, text: labelToken(12) })), []);
  assert.equal(indexQuery({ ...value, labels: [] }), null);
  assert.equal(indexQuery({ ...none, text: ' "*" ' }), null);
  index.apply([{ membership: 1, tokens: null }]);
  assert.deepEqual(find(indexQuery(value)), [2]);
  database.close();
});
