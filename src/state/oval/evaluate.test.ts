/** The evaluator: truth tables, comparisons, functions, and a document over what was collected. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { entity, type OvalItem } from './characteristics.ts';
import { packageClaims } from './claims.ts';
import { Comparer } from './evaluate/compare.ts';
import { evaluateOval } from './evaluate/evaluate.ts';
import { callFunction } from './evaluate/functions.ts';
import { globToRegex } from './evaluate/glob.ts';
import { evaluateTest } from './evaluate/test.ts';
import { secondsOf } from './evaluate/time.ts';
import {
  CHECK_TABLES,
  EXISTENCE_TABLES,
  FLAG_ORDER,
  OPERATOR_TABLES,
} from './evaluate/truth.table.ts';
import {
  byCheck,
  byExistence,
  byOperator,
  functionFlag,
  negate,
  setFlag,
} from './evaluate/truth.ts';
import { complete } from './evaluate/values.ts';
import type { Variables } from './evaluate/variables.ts';
import type { OvalDocument, OvalTest } from './model.ts';
import { readCharacteristics } from './read/characteristics.ts';
import { readOvalDocument } from './read/document.ts';
import {
  CHECKS,
  EXISTENCES,
  OPERATORS,
  type OvalDatatype,
  type OvalFlag,
  type OvalOperation,
  type OvalResult,
  type OvalStatus,
  RESULT_WORDS,
  STATUSES,
} from './words.ts';

/** Every number of each of the kinds, up to two of each: more change no row but `odd` and `even`. */
function* counts(kinds: number): Generator<number[]> {
  for (let code = 0; code < 4 ** kinds; code++) {
    yield Array.from({ length: kinds }, (_, i) => Math.floor(code / 4 ** i) % 4);
  }
}

const spread = <Word>(words: readonly Word[], numbers: readonly number[]): Word[] =>
  numbers.flatMap((number, i) => new Array<Word>(number).fill(words[i] as Word));

/** What the charts say in words: error over unknown over not evaluated, where nothing is decided. */
function undecided([
  ,
  ,
  error = 0,
  unknown = 0,
  skipped = 0,
]: readonly number[]): OvalResult | null {
  if (error > 0) return 'error';
  if (unknown > 0) return 'unknown';
  return skipped > 0 ? 'not evaluated' : null;
}

test('operators and checks by every combination of results', () => {
  for (const numbers of counts(6)) {
    const [yes = 0, no = 0, , , , never = 0] = numbers;
    const results = spread(RESULT_WORDS, numbers);
    if (results.length === 0) continue;
    const none = yes + no === 0 && undecided(numbers) === null && never > 0;
    const all = none ? 'not applicable' : no > 0 ? 'false' : (undecided(numbers) ?? 'true');
    const any = none ? 'not applicable' : yes > 0 ? 'true' : (undecided(numbers) ?? 'false');
    const one = none
      ? 'not applicable'
      : yes > 1
        ? 'false'
        : (undecided(numbers) ?? (yes === 1 ? 'true' : 'false'));
    const xor = none
      ? 'not applicable'
      : (undecided(numbers) ?? (yes % 2 === 1 ? 'true' : 'false'));
    const satisfied = none ? 'not applicable' : yes > 0 ? 'false' : (undecided(numbers) ?? 'true');
    const got = [
      ...OPERATORS.map((each) => byOperator(each, results)),
      ...CHECKS.map((each) => byCheck(each, results)),
    ];
    assert.deepEqual(got, [all, any, one, xor, all, any, satisfied, satisfied, one], `${numbers}`);
  }
});

test('checks of existence by every combination of status', () => {
  const order = ['exists', 'does not exist', 'error', 'not collected'] as const;
  assert.deepEqual([...order].sort(), [...STATUSES].sort());
  for (const numbers of counts(4)) {
    const [exists = 0, not = 0, error = 0, skipped = 0] = numbers;
    const open = error > 0 ? 'error' : skipped > 0 ? 'unknown' : null;
    const wanted = [
      not > 0 ? 'false' : (open ?? (exists > 0 ? 'true' : 'false')),
      error > 0 && exists === 0 ? 'error' : 'true',
      exists > 0 ? 'true' : (open ?? 'false'),
      exists > 0 ? 'false' : (open ?? 'true'),
      exists > 1 ? 'false' : (open ?? (exists === 1 ? 'true' : 'false')),
    ];
    const got = EXISTENCES.map((each) => byExistence(each, spread(order, numbers)));
    assert.deepEqual(got, wanted, `${numbers}`);
  }
});

test('rows of a table do not contradict each other', () => {
  const tables = [...Object.values(OPERATOR_TABLES), ...Object.values(CHECK_TABLES)];
  for (const table of [...tables, ...Object.values(EXISTENCE_TABLES)]) {
    for (const line of table.trim().split('\n')) {
      const [left = '', right = ''] = line.split('|');
      assert.ok([4, 6].includes(left.trim().split(/ +/).length), line);
      assert.ok((RESULT_WORDS as readonly string[]).includes(right.trim()), line);
    }
  }
});

test('negation turns true and false, and nothing else', () => {
  assert.deepEqual(RESULT_WORDS.map(negate), [
    'false',
    'true',
    'error',
    'unknown',
    'not evaluated',
    'not applicable',
  ]);
});

test('flags of sets and functions', () => {
  assert.equal(setFlag('UNION', 'does not exist', 'complete'), 'complete');
  assert.equal(setFlag('UNION', 'not collected', 'complete'), 'incomplete');
  assert.equal(setFlag('INTERSECTION', 'incomplete', 'does not exist'), 'does not exist');
  assert.equal(setFlag('COMPLEMENT', 'complete', 'incomplete'), 'error');
  assert.equal(setFlag('COMPLEMENT', 'incomplete', 'complete'), 'incomplete');
  assert.equal(setFlag('COMPLEMENT', 'not applicable', 'complete'), 'error');
  for (const flag of FLAG_ORDER) {
    assert.equal(setFlag('UNION', flag, flag), flag);
    assert.equal(setFlag('INTERSECTION', flag, flag), flag);
  }
  assert.equal(functionFlag(['complete', 'incomplete']), 'incomplete');
  assert.equal(functionFlag(['complete', 'does not exist']), 'does not exist');
  assert.equal(functionFlag(['not collected', 'error']), 'error');
});

/** found, operation, stated, datatype, and whether it holds; null where it cannot be told. */
const FACTS: readonly (readonly [string, OvalOperation, string, OvalDatatype, boolean | null])[] = [
  ['21', 'less than', '123', 'int', true],
  ['21', 'less than', '123', 'string', null],
  ['+5', 'equals', '5', 'int', true],
  [' 5 ', 'equals', '5', 'int', true],
  ['5.0', 'equals', '5', 'int', null],
  ['99999999999999999999', 'greater than', '99999999999999999998', 'int', true],
  ['-1', 'bitwise and', '8', 'int', true],
  ['1.0', 'equals', '1', 'float', true],
  ['NaN', 'equals', 'NaN', 'float', true],
  ['NaN', 'less than', '1', 'float', false],
  ['INF', 'greater than', '1e300', 'float', true],
  ['yes', 'equals', 'true', 'boolean', null],
  ['1', 'greater than', '0', 'boolean', null],
  ['abc', 'equals', 'abc', 'binary', null],
  ['AB', 'equals', 'ab', 'binary', true],
  ['1.0.0.0', 'equals', '1.0', 'version', true],
  ['1.0.0.0', 'equals', '1.0', 'string', false],
  ['1#2-3', 'less than', '1.2.4', 'version', true],
  ['1.a', 'equals', '1.0', 'version', null],
  ['(none):1.0-1', 'equals', '0:1.0-1', 'evr_string', true],
  ['0:1.0-1.el9', 'less than', '0:1.0-1.el9_2', 'evr_string', true],
  ['0:1.10-1', 'greater than', '0:1.9-1', 'evr_string', true],
  ['0:1.0-1~bpo1', 'less than', '0:1.0-1', 'debian_evr_string', true],
  ['2:1', 'greater than', '1:9', 'debian_evr_string', true],
  ['192.000.002.001', 'equals', '192.0.2.1', 'ipv4_address', true],
  ['192.0.2.1/33', 'equals', '192.0.2.1', 'ipv4_address', null],
  ['192.0.2.1/24', 'less than', '192.0.2.1/25', 'ipv4_address', null],
  ['192.0.2.9/24', 'equals', '192.0.2.1/255.255.255.0', 'ipv4_address', true],
  ['10.0.0.0/8', 'subset of', '10.1.0.0/16', 'ipv4_address', false],
  ['::ffff:192.0.2.1', 'equals', '::ffff:c000:201', 'ipv6_address', true],
  ['1::2::3', 'equals', '1::3', 'ipv6_address', null],
  ['::/0', 'superset of', '2001:db8::/32', 'ipv6_address', true],
  ['B.11.11.02', 'greater than', 'B.11.11.01', 'fileset_revision', true],
  ['12.4(23a)T1', 'less than', '12.4(24)T', 'ios_version', true],
  ['12.4(23)T', 'less than', '12.4(23)XZ', 'ios_version', null],
  ['12.4(23)T', 'equals', '12.4(23)T', 'ios_version', true],
  ['Ä', 'case insensitive equals', 'ä', 'string', true],
  ['a\nb', 'pattern match', '^a$', 'string', false],
  ['ab', 'pattern match', '(?i)^AB$', 'string', true],
  ['ab', 'pattern match', '(a)\\1', 'string', null],
  ['1', 'pattern match', '1', 'int', null],
];

for (const [found, operation, value, datatype, wanted] of FACTS) {
  test(`${datatype}: ${JSON.stringify(found)} ${operation} ${value} is ${wanted}`, () => {
    const held = new Comparer().holds(found, { value, datatype, operation });
    if (wanted === null) assert.equal(typeof held, 'string');
    else assert.equal(held, wanted);
  });
}

/** Glob patterns and what they become, as the chart of the schema says. */
const GLOBS: readonly (readonly [glob: string, noEscape: boolean, regex: string | null])[] = [
  ['\\*', false, '^\\*$'],
  ['\\*', true, '^\\\\[^/]*$'],
  ['\\?', false, '^\\?$'],
  ['\\[hello\\]', false, '^\\[hello\\]$'],
  ['/root/*', false, '^/root/(?=[^.])[^/]*$'],
  ['/root/.*', false, '^/root/\\.[^/]*$'],
  ['/root/x*', false, '^/root/x[^/]*$'],
  ['/root/?', false, '^/root/[^./]$'],
  ['/root/.?', false, '^/root/\\.[^/]$'],
  ['*.*', false, '^(?=[^.])[^/]*\\.[^/]*$'],
  ['x[[:digit:]]\\*', false, '^x[[:digit:]]\\*$'],
  ['x[[:digit:]]\\*', true, '^x[[:digit:]]\\\\[^/]*$'],
  ['type*.[ch]', false, '^type[^/]*\\.[ch]$'],
  ['', false, '^$'],
  ['~/files/*.txt', false, '^~/files/(?=[^.])[^/]*\\.txt$'],
  ['\\', false, '^\\\\$'],
  ['[ab', false, null],
  ['.*.conf', false, '^\\.[^/]*\\.conf$'],
  ['docs/?b', true, '^docs/[^./]b$'],
  ['xy/??z', true, '^xy/[^./][^/]z$'],
];

for (const [glob, noEscape, regex] of GLOBS) {
  test(`glob ${JSON.stringify(glob)}${noEscape ? ' as it is' : ''} is ${regex}`, () => {
    assert.equal(globToRegex(glob, noEscape), regex);
  });
}

test('dates in every format', () => {
  const day = Date.UTC(2009, 3, 2) / 1000;
  const cases: readonly (readonly [string, string, number | null])[] = [
    ['20090402', 'year_month_day', day],
    ['20090402T101112', 'year_month_day', day + 36_672],
    ['2009/04/02 10:11:12', 'year_month_day', day + 36_672],
    ['2009-4-2', 'year_month_day', day],
    ['04/02/2009', 'month_day_year', day],
    ['April, 02 2009', 'month_day_year', day],
    ['Apr, 02 2009 00:00:01', 'month_day_year', day + 1],
    ['02-04-2009', 'day_month_year', day],
    ['1238630400', 'seconds_since_epoch', day],
    ['128831040000000000', 'win_filetime', day],
    ['20090402101112.000000+060', 'cim_datetime', day + 36_672 - 3600],
    ['2009-13-02', 'year_month_day', null],
    ['2009-02-30', 'year_month_day', null],
    ['Sometimes, 02 2009', 'month_day_year', null],
    ['yesterday', 'year_month_day', null],
  ];
  for (const [text, format, seconds] of cases) assert.equal(secondsOf(text, format), seconds, text);
});

test('functions that cannot be run say why', () => {
  const call = (name: string, attributes: Record<string, string>, ...parts: string[][]) =>
    callFunction({
      name,
      attributes: new Map(Object.entries(attributes)),
      parts: parts.map(complete),
      now: 0,
      comparer: new Comparer(),
    });
  const far = { substring_start: '4', substring_length: '1' };
  assert.equal(call('substring', far, ['abc']).flag, 'error');
  assert.equal(call('arithmetic', { arithmetic_operation: 'add' }, ['1'], ['x']).flag, 'error');
  assert.equal(call('regex_capture', { pattern: '(?<=ab*)c' }, ['abc']).flag, 'error');
  assert.equal(call('time_difference', {}, ['never']).flag, 'error');
  assert.equal(call('glob_to_regex', {}, ['a[']).flag, 'error');
  const many = Array.from({ length: 1000 }, (_, i) => String(i));
  assert.equal(call('concat', {}, many, many).flag, 'error');
  assert.deepEqual(call('split', { delimiter: '-' }, ['---']).values, ['', '', '', '']);
  assert.deepEqual(call('time_difference', {}, ['19700101']).values, ['0']);
  const product = call('arithmetic', { arithmetic_operation: 'add' }, ['1', '2'], ['3', '4', '5']);
  assert.deepEqual(product.values, ['4', '5', '6', '5', '6', '7']);
});

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/oval');

async function fixture() {
  const bytes = (name: string) => [readFileSync(join(FIXTURES, name))];
  const { document } = await readOvalDocument(bytes('definitions.xml'));
  const { characteristics } = await readCharacteristics(bytes('characteristics.xml'));
  assert.ok(document !== null && characteristics !== null);
  return { document, characteristics };
}

test('the results of the fixture are those that oscap gave', async () => {
  const { document, characteristics } = await fixture();
  const { definitions } = evaluateOval(document, characteristics, { now: 0 });
  const lines = [...definitions].map(([id, { result }]) => `${id} ${result}`);
  const wanted = readFileSync(join(FIXTURES, 'results.txt'), 'utf8').trim().split('\n');
  assert.ok(wanted.length >= 140);
  assert.deepEqual(lines.sort(), wanted.sort());
});

test('without a list of collected objects, the items that an object means are searched', async () => {
  const { document, characteristics } = await fixture();
  const only = ['oval:example:def:7', 'oval:example:def:39', 'oval:example:def:10'];
  const options = { now: 0, definitions: only };
  const bare = { ...characteristics, objects: null };
  const { definitions } = evaluateOval(document, bare, options);
  assert.deepEqual(
    only.map((id) => definitions.get(id)?.result),
    ['true', 'true', 'unknown'],
  );
});

test('claims: which package is affected below which version', async () => {
  const { document } = await fixture();
  assert.deepEqual(packageClaims(document, 'oval:example:def:7'), [
    {
      definition: 'oval:example:def:7',
      scheme: 'deb',
      names: ['dpkg'],
      operation: 'less than',
      evr: '0:99-1',
      architecture: '',
      conditions: [],
      exact: true,
    },
  ]);
  assert.deepEqual(packageClaims(document, 'oval:example:def:1'), []);
});

test('flags and items as the charts read them, also where another tool reads them otherwise', () => {
  const item = (id: string, status: OvalStatus, version: string | null): OvalItem => ({
    id,
    component: 'linux',
    name: 'dpkginfo_item',
    status,
    messages: [],
    entities: version === null ? [] : [entity('version', version)],
  });
  const state = {
    id: 'oval:e:ste:1',
    version: '1',
    component: 'linux',
    name: 'dpkginfo_state',
    comment: '',
    deprecated: false,
    operator: 'AND',
    entities: [{ ...STATED, name: 'version', value: '9' }],
  } as const;
  const document = { states: new Map([[state.id, state]]) } as unknown as OvalDocument;
  const comparer = new Comparer();
  const variables = {} as Variables;
  const result = (change: Partial<OvalTest>, flag: OvalFlag, ...items: OvalItem[]) =>
    evaluateTest({ ...TEST, ...change }, { flag, items, messages: [] }, document, {
      comparer,
      variables,
    }).result;
  const some = { checkExistence: 'any_exist', states: [] } as const;
  assert.equal(result(some, 'error'), 'error');
  assert.equal(result(some, 'not collected'), 'unknown');
  assert.equal(result(some, 'not applicable'), 'not applicable');
  assert.equal(
    result({}, 'complete', item('1', 'exists', '9'), item('2', 'does not exist', null)),
    'true',
  );
  const least = { check: 'at least one' } as const;
  assert.equal(
    result(least, 'complete', item('1', 'exists', '1'), item('2', 'exists', null)),
    'unknown',
  );
  const nothing = { states: [], checkExistence: 'none_exist' } as const;
  assert.equal(result(nothing, 'complete', item('1', 'not collected', null)), 'unknown');
  assert.equal(result({}, 'incomplete', item('1', 'exists', '9')), 'unknown');
  assert.equal(result(least, 'incomplete', item('1', 'exists', '9')), 'true');
  assert.equal(result({}, 'incomplete', item('1', 'exists', '1')), 'false');
  assert.equal(result(nothing, 'incomplete', item('1', 'exists', '1')), 'false');
});

const STATED = {
  datatype: 'string',
  operation: 'equals',
  mask: false,
  varRef: '',
  varCheck: 'all',
  entityCheck: 'all',
  checkExistence: 'at_least_one_exists',
  nil: false,
  fields: [],
} as const;
const TEST: OvalTest = {
  id: 'oval:e:tst:1',
  version: '1',
  component: 'linux',
  name: 'dpkginfo_test',
  comment: '',
  deprecated: false,
  checkExistence: 'at_least_one_exists',
  check: 'all',
  stateOperator: 'AND',
  object: 'oval:e:obj:1',
  states: ['oval:e:ste:1'],
};
