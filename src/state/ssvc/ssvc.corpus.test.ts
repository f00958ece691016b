import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  decideSsvc,
  findSsvcTable,
  isSsvcNamespace,
  readSsvcPoint,
  readSsvcSelections,
  readSsvcTable,
  SSVC_TABLES,
} from './index.ts';

const CORPUS = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', 'ssvc');
const ABSENT = 'corpus ssvc absent: set CYBEX_CORPORA';

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(CORPUS, folder, name));
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** Fields of a line of CSV. */
function fields(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .map(([, field = '']) =>
      field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
    )
    .slice(
      0,
      line
        .split('"')
        .filter((_, at) => at % 2 === 0)
        .join('')
        .split(',').length,
    );
}

test('every decision table reads, is total, and is the shipped one', (t) => {
  if (!existsSync(CORPUS)) return t.skip(ABSENT);
  const files = filesBelow('json/decision_tables', '.json');
  assert.equal(files.length, 9);
  assert.equal(SSVC_TABLES.length, 9);
  for (const file of files) {
    const read = readSsvcTable(json(file));
    assert.ok(read.ok, `${file} ${JSON.stringify(read.issues)}`);
    assert.deepEqual(read.issues, [], file);
    assert.deepEqual(findSsvcTable(read.value.id), read.value);
  }
});

test('every row of the CSV form is decided as it says', (t) => {
  if (!existsSync(CORPUS)) return t.skip(ABSENT);
  const files = filesBelow('csv', '.csv');
  assert.equal(files.length, 9);
  let rows = 0;
  for (const file of files) {
    const read = readSsvcTable(
      json(file.replace('/csv/', '/json/decision_tables/').replace('.csv', '.json')),
    );
    assert.ok(read.ok);
    const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
    const names = fields(head).map((title) => title.replace(/ v\d.*$/, ''));
    for (const line of lines) {
      const [, ...values] = fields(line);
      const outcome = values.pop();
      const input = Object.fromEntries(values.map((value, at) => [names[at + 1] ?? '', value]));
      const decided = decideSsvc(read.value.id, input);
      assert.ok(decided.ok, `${file} ${line} ${JSON.stringify(decided.issues)}`);
      assert.deepEqual(decided.issues, [], line);
      assert.deepEqual(
        decided.value.outcomes.map(([, name]) => name.toLowerCase()),
        [outcome],
        line,
      );
      rows++;
    }
  }
  assert.equal(rows, 403);
});

test('every decision point reads', (t) => {
  if (!existsSync(CORPUS)) return t.skip(ABSENT);
  const files = filesBelow('json/decision_points', '.json');
  assert.ok(files.length >= 54, `${files.length}`);
  for (const file of files) {
    const read = readSsvcPoint(json(file));
    assert.ok(read.ok, `${file} ${JSON.stringify(read.issues)}`);
    assert.deepEqual(read.issues, [], file);
  }
});

test('the examples of selections read, and decide', (t) => {
  if (!existsSync(CORPUS)) return t.skip(ABSENT);
  const examples = ['-2-0-0', ''].map((end) =>
    json(join(CORPUS, `schema_examples/CVE-1900-1234-Decision_Point_Value_Selection${end}.json`)),
  );
  for (const example of examples) {
    const read = readSsvcSelections(example);
    assert.ok(read.ok, JSON.stringify(read.issues));
    assert.deepEqual(read.value.targets, ['CVE-1900-1234']);
    const again = decideSsvc('cisa:DT_CO', read.value.values);
    assert.ok(again.ok, JSON.stringify(again.issues));
    assert.deepEqual(again.value.assumed, ['ssvc:MWI:1.0.0']);
    assert.deepEqual(
      again.value.outcomes.map(([, name]) => name),
      ['Attend', 'Act'],
    );
  }
});

test('our namespaces are those of the pattern of the schema', (t) => {
  if (!existsSync(CORPUS)) return t.skip(ABSENT);
  const schema = json(join(CORPUS, 'schema/v2/DecisionPoint_2_0_0.schema.json'));
  const theirs = new RegExp(schema.properties.namespace.pattern);
  const parts = [
    'ssvc',
    'x_example.test#a',
    'x_',
    'nist',
    '800-30',
    '#',
    '/',
    '//',
    '.',
    '-',
    'en',
    'en-US',
    'i-mingo',
    '.example.test#b-c',
    '$',
    'a',
    'X',
    'org.example',
    '#frag',
    '1',
    'x-private',
    'de-CH-1901',
  ];
  let valid = 0;
  let state = 7;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  for (let n = 0; n < 20_000; n++) {
    const text = Array.from({ length: 1 + random(5) }, () => parts[random(parts.length)]).join('');
    const expected = text.length >= 3 && theirs.test(text);
    assert.equal(isSsvcNamespace(text), expected, text);
    if (expected) valid++;
  }
  assert.ok(valid > 500, `${valid} valid`);
});
