/** SSVC: decisions, missing inputs, tables and selections that are wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonValue } from '../../core/json/value.ts';
import {
  decideSsvc,
  isSsvcNamespace,
  readSsvcPoint,
  readSsvcSelections,
  readSsvcTable,
  SSVC_ISSUES,
  SSVC_TABLES,
  type SsvcInput,
} from './index.ts';

const BOD = 'cisa:DT_BOD2604:1.0.0';

function keys(table: string, input: SsvcInput): readonly string[] {
  const decided = decideSsvc(table, input);
  assert.ok(decided.ok, JSON.stringify(decided.issues));
  return decided.value.outcomes.map(([key]) => key);
}

// CISA BOD 26-04, its corners: in KEV, publicly exposed, automatable, technical impact.
const TIMELINES: readonly (readonly [
  kev: string,
  exposed: string,
  automatable: string,
  impact: string,
  days: string,
])[] = [
  ['N', 'N', 'N', 'P', 'FSU'],
  ['Y', 'N', 'N', 'P', '14D'],
  ['N', 'Y', 'N', 'P', '60D'],
  ['Y', 'Y', 'Y', 'T', '3DF'],
];

for (const [kev, exposed, automatable, impact, days] of TIMELINES) {
  test(`BOD 26-04: KEV ${kev}, exposed ${exposed}, automatable ${automatable}, impact ${impact}: ${days}`, () => {
    const input = { KEV: kev, PE: exposed, A: automatable, TI: impact };
    assert.deepEqual(keys(BOD, input), [days]);
  });
}

test('points and values by id, key or name; tables by id, key or name', () => {
  const inputs: readonly SsvcInput[] = [
    { 'cisa:KEV:1.0.0': 'Y', 'cisa:PE:1.0.0': 'Y', 'ssvc:A:2.0.0': 'Y', 'ssvc:TI:1.0.0': 'T' },
    { 'cisa:KEV': 'yes', 'cisa:PE': 'Yes', 'ssvc:A': 'YES', 'ssvc:TI': 'total' },
    { 'In KEV': ['Y'], 'publicly exposed': 'Y', Automatable: 'Y', 'Technical Impact': 'T' },
  ];
  for (const input of inputs) {
    for (const table of [BOD, 'cisa:DT_BOD2604', 'DT_BOD2604', 'CISA BOD 26-04']) {
      assert.deepEqual(keys(table, input), ['3DF']);
    }
  }
});

test('what is missing has all its values, and that is said', () => {
  const decided = decideSsvc(BOD, { KEV: 'Y', PE: [], A: 'Y', TI: 'T' });
  assert.ok(decided.ok);
  assert.deepEqual(decided.value.assumed, ['cisa:PE:1.0.0']);
  assert.deepEqual(decided.value.followed['cisa:PE:1.0.0'], ['N', 'Y']);
  assert.deepEqual(
    decided.issues.map(({ code, severity }) => [code, severity]),
    [['ssvc-assumed', 'info']],
  );
  const both = new Set(['N', 'Y'].flatMap((PE) => keys(BOD, { KEV: 'Y', PE, A: 'Y', TI: 'T' })));
  assert.deepEqual(new Set(decided.value.outcomes.map(([key]) => key)), both);
  assert.deepEqual(keys(BOD, {}), ['FSU', '60D', '14D', '3D', '3DF']);
});

test('a point that another table makes is decided by it first', () => {
  const deployer = 'Deployer Patch Application Priority';
  const rest = { E: 'A', EXP: 'O', A: 'Y' };
  const direct = decideSsvc(deployer, { ...rest, HI: 'VH' });
  const made = decideSsvc(deployer, { ...rest, SI: 'C', MI: 'MF' });
  assert.ok(direct.ok && made.ok, JSON.stringify(made.issues));
  assert.deepEqual(made.value.outcomes, direct.value.outcomes);
  const half = decideSsvc(deployer, { ...rest, SI: 'N' });
  assert.ok(half.ok);
  assert.deepEqual(half.value.assumed, ['ssvc:MI:2.0.0']);
});

const WRONG: readonly (readonly [table: string, input: SsvcInput, code: string, path: string])[] = [
  ['nothing', {}, 'ssvc-table-unknown', ''],
  ['__proto__', {}, 'ssvc-table-unknown', ''],
  [BOD, { KEV: 'maybe' }, 'ssvc-value-unknown', '/KEV'],
  [BOD, { KEV: ['Y', 'X'] }, 'ssvc-value-unknown', '/KEV'],
  [BOD, { KEV: '' }, 'ssvc-value-unknown', '/KEV'],
  [BOD, { E: 'A' }, 'ssvc-point-unknown', '/E'],
  [BOD, { constructor: 'A' }, 'ssvc-point-unknown', '/constructor'],
  [BOD, { 'a/b~c': 'A' }, 'ssvc-point-unknown', '/a~1b~0c'],
  [BOD, { 'ssvc:A:1.0.0': 'Y' }, 'ssvc-point-version', '/ssvc:A:1.0.0'],
  [BOD, { 'cisa:KEV:2.0.0': 'Y' }, 'ssvc-point-version', '/cisa:KEV:2.0.0'],
];

for (const [table, input, code, path] of WRONG) {
  test(`refused: ${table} ${JSON.stringify(input)} ${code}`, () => {
    const decided = decideSsvc(table, input);
    assert.equal(decided.ok, false);
    const errors = decided.issues.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map((issue) => [issue.code, issue.path]),
      [[code, path]],
    );
    assert.ok(Object.hasOwn(SSVC_ISSUES, code));
  });
}

test('shipped tables: more inputs known, never more outcomes; more urgent, never less urgent', () => {
  const choice = fc.record({
    table: fc.nat(SSVC_TABLES.length - 1),
    picks: fc.array(fc.nat(5), { minLength: 8, maxLength: 8 }),
    free: fc.nat(7),
  });
  fc.assert(
    fc.property(choice, ({ table: at, picks, free }) => {
      const table = SSVC_TABLES[at];
      assert.ok(table);
      const input: Record<string, string> = {};
      for (const [n, { id, values }] of table.inputs.entries()) {
        input[id] = values[(picks[n] ?? 0) % values.length]?.[0] ?? '';
      }
      const one = keys(table.id, input);
      assert.equal(one.length, 1);
      const point = table.inputs[free % table.inputs.length];
      assert.ok(point);
      const { [point.id]: taken, ...less } = input;
      assert.ok(taken && keys(table.id, less).includes(one[0] as string));
      const rank = (key: string) => table.outcome.values.findIndex(([known]) => known === key);
      const ranks = point.values.map(([key]) =>
        rank(keys(table.id, { ...input, [point.id]: key })[0] as string),
      );
      assert.deepEqual(
        ranks,
        ranks.toSorted((a, b) => a - b),
        `${table.id} ${point.id}`,
      );
    }),
    { numRuns: 300 },
  );
});

const value = (key: string) => ({ key, name: key, definition: key });
const point = (key: string, values: readonly string[]) => ({
  namespace: 'x_test.example#cert',
  key,
  version: '1.0.0',
  name: key,
  definition: key,
  schemaVersion: '2.0.0',
  values: values.map(value),
});
const id = (key: string) => `x_test.example#cert:${key}:1.0.0`;
const TABLE = {
  ...point('T', []),
  decision_points: { [id('A')]: point('A', ['N', 'Y']), [id('O')]: point('O', ['L', 'H']) },
  outcome: id('O'),
  mapping: [
    { [id('A')]: 'N', [id('O')]: 'L' },
    { [id('A')]: 'Y', [id('O')]: 'H' },
  ],
};

test('a table of one’s own decides', () => {
  const read = readSsvcTable(TABLE);
  assert.ok(read.ok, JSON.stringify(read.issues));
  const decided = decideSsvc(read.value, { A: 'Y' });
  assert.ok(decided.ok);
  assert.deepEqual(decided.value.outcomes, [['H', 'H']]);
});

const [first = {}, second = {}] = TABLE.mapping;
const BAD_TABLES: readonly (readonly [what: string, table: JsonValue, codes: readonly string[]])[] =
  [
    ['nothing', null, ['shape-type']],
    ['no outcome', { ...TABLE, outcome: id('Z') }, ['ssvc-outcome']],
    [
      'a wrong id',
      { ...TABLE, decision_points: { ...TABLE.decision_points, [id('B')]: point('A', ['N']) } },
      ['ssvc-id'],
    ],
    ['a combination twice', { ...TABLE, mapping: [first, second, second] }, ['ssvc-repeated']],
    ['a combination without row', { ...TABLE, mapping: [first] }, ['ssvc-not-total']],
    [
      'no mapping',
      { ...point('T', []), decision_points: TABLE.decision_points, outcome: id('O') },
      ['ssvc-not-total'],
    ],
    [
      'an unknown value',
      { ...TABLE, mapping: [first, { [id('A')]: 'X', [id('O')]: 'H' }] },
      ['ssvc-row', 'ssvc-not-total'],
    ],
    [
      'a point too many',
      { ...TABLE, mapping: [first, { ...second, [id('B')]: 'N' }] },
      ['ssvc-row', 'ssvc-not-total'],
    ],
    [
      'a value key twice',
      {
        ...TABLE,
        decision_points: { ...TABLE.decision_points, [id('A')]: point('A', ['N', 'N']) },
      },
      ['ssvc-repeated', 'ssvc-row', 'ssvc-not-total'],
    ],
    ['a bad namespace', { ...TABLE, namespace: 'X' }, ['shape-form']],
    ['a bad version', { ...TABLE, version: '1.0' }, ['shape-form']],
    ['another schema', { ...TABLE, schemaVersion: '1-0-1' }, ['shape-word']],
    [
      'too many combinations',
      {
        ...TABLE,
        decision_points: Object.fromEntries(
          Array.from({ length: 30 }, (_, n) => [id(`P${n}`), point(`P${n}`, ['N', 'Y'])]),
        ),
        outcome: id('P0'),
      },
      ['ssvc-too-large'],
    ],
  ];

for (const [what, table, codes] of BAD_TABLES) {
  test(`a table with ${what}`, () => {
    const read = readSsvcTable(table);
    assert.equal(read.ok, false);
    assert.deepEqual(
      [...new Set(read.issues.map(({ code }) => code))].slice(0, codes.length),
      codes,
    );
  });
}

test('a table that goes down where the input goes up is remarked', () => {
  const mapping = [
    { [id('A')]: 'N', [id('O')]: 'H' },
    { [id('A')]: 'Y', [id('O')]: 'L' },
  ];
  const read = readSsvcTable({ ...TABLE, mapping });
  assert.ok(read.ok);
  assert.deepEqual(
    read.issues.map(({ code, severity }) => [code, severity]),
    [['ssvc-order', 'warning']],
  );
});

const SELECTIONS = {
  timestamp: '2026-11-22T00:00:00Z',
  schemaVersion: '2.0.0',
  target_ids: ['CVE-1900-1234'],
  selections: [
    { namespace: 'ssvc', key: 'A', version: '2.0.0', values: [{ key: 'Y' }, { key: 'N' }] },
  ],
};

test('selections become input', () => {
  const read = readSsvcSelections(SELECTIONS);
  assert.ok(read.ok);
  assert.deepEqual(read.value.values, { 'ssvc:A:2.0.0': ['Y', 'N'] });
  assert.deepEqual(keys(BOD, { ...read.value.values, KEV: 'N', PE: 'N', TI: 'P' }), ['FSU', '60D']);
});

const BAD_SELECTIONS: readonly JsonValue[] = [
  [],
  { ...SELECTIONS, selections: [] },
  { ...SELECTIONS, timestamp: 'today' },
  { ...SELECTIONS, target_ids: [] },
  { ...SELECTIONS, target_ids: ['a', 'a'] },
  { ...SELECTIONS, other: 1 },
  { ...SELECTIONS, schemaVersion: '2.0' },
  { ...SELECTIONS, selections: [{ namespace: 'ssvc', key: 'A', version: '2.0.0', values: [] }] },
  { ...SELECTIONS, selections: [{ namespace: 'ssvc', key: 'A', values: [{ key: 'Y' }] }] },
  {
    ...SELECTIONS,
    selections: [{ namespace: 'ssvc', key: 'A*', version: '2.0.0', values: [{ key: 'Y' }] }],
  },
  { ...SELECTIONS, references: [{ uri: 'no uri', summary: '' }] },
  { ...SELECTIONS, schemaVersion: '1-0-1' },
];

for (const [at, selections] of BAD_SELECTIONS.entries()) {
  test(`bad selections ${at + 1}`, () => {
    const read = readSsvcSelections(selections);
    assert.ok(!read.ok && read.issues.length > 0);
  });
}

test('the key T* is from before the rule; a point needs definitions', () => {
  const grandfathered = { ...point('A', []), values: [value('T'), value('T*')] };
  assert.ok(readSsvcPoint(grandfathered).ok);
  const { definition: _, ...without } = point('A', ['N']);
  assert.deepEqual(
    readSsvcPoint(without).issues.map(({ code }) => code),
    ['shape-missing'],
  );
});

test('namespaces', () => {
  for (const good of [
    'ssvc',
    'cisa',
    'nist_800_30'.replaceAll('_', '-'),
    'x_example.test#a',
    'ssvc//.example.test#b',
    'ssvc/en-US',
    'ssvc#frag',
  ]) {
    assert.ok(isSsvcNamespace(good), good);
  }
  for (const bad of [
    '',
    'ab',
    'SSVC',
    'x_example',
    'x_example.test',
    'ssvc/',
    'ssvc/e',
    'a'.repeat(1_001),
    `${'a.'.repeat(400)}`,
    'ss--vc',
  ]) {
    assert.equal(isSsvcNamespace(bad), bad === 'ssvc/', bad);
  }
});
