import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareKev, readKev, readKevCsv } from './index.ts';

const CORPUS = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', 'kev');
const ABSENT = 'corpus kev absent: set CYBEX_CORPORA';
const NAME = 'known_exploited_vulnerabilities';

const read = (ending: string) => readFileSync(join(CORPUS, `${NAME}.${ending}`), 'utf8');

test('968 entries, without a finding', (t) => {
  if (!existsSync(CORPUS)) return t.skip(ABSENT);
  const { catalogue, issues } = readKev(JSON.parse(read('json')), 'CISA');
  assert.deepEqual(
    issues.filter(({ severity }) => severity === 'error'),
    [],
  );
  assert.equal(catalogue.entries.size, 968);
  assert.equal(catalogue.version, '2025.08.25');
});

test('JSON and CSV agree entry by entry', (t) => {
  if (!existsSync(CORPUS)) return t.skip(ABSENT);
  const one = readKev(JSON.parse(read('json')), 'CISA');
  const other = readKevCsv(read('csv'), 'CISA');
  assert.deepEqual(
    other.issues.filter(({ severity }) => severity === 'error'),
    [],
  );
  assert.equal(other.catalogue.entries.size, 968);
  const difference = compareKev(one.catalogue, other.catalogue);
  assert.deepEqual(difference, { added: [], removed: [], changed: [] });
});
