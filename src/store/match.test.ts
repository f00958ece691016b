import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { microsToTimestamp } from '../core/timestamp.ts';
import {
  CONTEST,
  type Contender,
  chosen,
  compareSpecVersions,
  compileMatch,
  contestBits,
  judgeByBits,
} from './match.ts';
import type { Match, VersionSelector } from './port.ts';

interface Row extends Contender {
  readonly label: number;
}

const VERSIONS = ['', '2026-01-01', '2026-02-01', '2026-03-01'];
const SPECS = ['2.0', '2.1'];

const world = fc
  .array(
    fc.record({
      version: fc.constantFrom(...VERSIONS),
      specVersion: fc.constantFrom(...SPECS),
      preference: fc.nat(2),
      label: fc.nat(2),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(
      // Two share each first position, as memberships of different labels may.
      (row, i): Row => ({
        ...row,
        id: i + 1,
        versionKey: row.version,
        since: 1_000 + (i >> 1) * 7,
      }),
    ),
  );

const selector: fc.Arbitrary<VersionSelector> = fc.oneof(
  fc.constantFrom<VersionSelector>('first', 'last', 'all'),
  fc
    .constantFrom(...VERSIONS.slice(1), '1970-01-01T00:00:00.001007Z', '')
    .map((version) => ({ version })),
);

const match: fc.Arbitrary<Match> = fc.record(
  {
    specVersions: fc.subarray(['2.0', '2.1', '2.2']),
    versions: fc.array(selector, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const visibleLabels = fc.subarray([0, 1, 2]);

/** The rule as the standard's words put it, over lists, without bits: slow and plain. */
function oracle(rows: readonly Row[], asked: Match): Set<number> {
  const specs = asked.specVersions ?? [];
  const newest = rows
    .map((row) => row.specVersion)
    .sort()
    .at(-1);
  const inSpec = rows.filter((row) =>
    specs.length > 0 ? specs.includes(row.specVersion) : row.specVersion === newest,
  );
  const result = new Set<number>();
  for (const spec of new Set(inSpec.map((row) => row.specVersion))) {
    const group = inSpec.filter((row) => row.specVersion === spec);
    const nameOf = (row: Row) => row.version || microsToTimestamp(row.since);
    // What has no version comes first, whenever it was added.
    const order = (row: Row) => (row.version === '' ? `0 ${row.since}` : `1 ${row.version}`);
    const names = [
      ...new Set([...group].sort((a, b) => (order(a) < order(b) ? -1 : 1)).map(nameOf)),
    ];
    const wanted = new Set<string>();
    for (const each of asked.versions?.length ? asked.versions : ['last' as const]) {
      if (each === 'all') for (const name of names) wanted.add(name);
      else if (each === 'last') wanted.add(names.at(-1) ?? '');
      else if (each === 'first') wanted.add(names[0] ?? '');
      else wanted.add(each.version);
    }
    for (const name of wanted) {
      const variants = group.filter((row) => nameOf(row) === name);
      variants.sort((a, b) => a.preference - b.preference || a.id - b.id);
      if (variants[0] !== undefined) result.add(variants[0].id);
    }
  }
  return result;
}

test('bits and the look-up among visible rows give what the plain rule gives', () => {
  fc.assert(
    fc.property(world, match, visibleLabels, (rows, asked, labels) => {
      const compiled = compileMatch(asked);
      const bits = contestBits(rows);
      const visible = rows.filter((row) => labels.includes(row.label));
      const everything = visible.length === rows.length;
      const survivors = chosen(visible, compiled);
      const specs = compiled.specVersions;
      const given = visible.filter((row) => {
        if (specs !== null && !specs.has(row.specVersion)) return false;
        const verdict = judgeByBits(bits.get(row.id) ?? 0, compiled, everything);
        return verdict === 'check' ? survivors.has(row.id) : verdict === 'pass';
      });
      assert.deepEqual(new Set(given.map((row) => row.id)), oracle(visible, asked));
    }),
    { numRuns: 3_000 },
  );
});

test('a hidden row changes nothing of what is chosen among the visible ones', () => {
  fc.assert(
    fc.property(world, match, (rows, asked) => {
      const compiled = compileMatch(asked);
      const visible = rows.filter((row) => row.label !== 0);
      const renumbered = visible.map((row, i) => ({ ...row, id: i + 1 }));
      const place = (ids: Set<number>, from: readonly Row[]) =>
        from.flatMap((row, i) => (ids.has(row.id) ? [i] : []));
      assert.deepEqual(
        place(chosen(visible, compiled), visible),
        place(chosen(renumbered, compiled), renumbered),
      );
    }),
  );
});

test('one membership alone is contested by nothing', () => {
  const row = { id: 1, specVersion: '2.1', version: '', versionKey: '', since: 5, preference: 2 };
  assert.deepEqual(contestBits([row]), new Map([[1, 0]]));
});

test('each way to stand above another sets its own bit', () => {
  const base = { specVersion: '2.1', version: '1', versionKey: '1', since: 5, preference: 2 };
  const bits = contestBits([
    { ...base, id: 1 },
    { ...base, id: 2, preference: 0 },
    { ...base, id: 3, version: '2', versionKey: '2' },
    { ...base, id: 4, specVersion: '2.0' },
  ]);
  assert.equal(bits.get(1), CONTEST.later | CONTEST.variant);
  assert.equal(bits.get(2), CONTEST.later);
  assert.equal(bits.get(3), CONTEST.earlier);
  assert.equal(bits.get(4), CONTEST.spec);
});

test('every variant of a chosen version is given to a deletion', () => {
  const base = { specVersion: '2.1', version: '1', versionKey: '1', since: 5, preference: 2 };
  const rows = [
    { ...base, id: 1 },
    { ...base, id: 2 },
    { ...base, id: 3, version: '2', versionKey: '2' },
  ];
  assert.deepEqual(chosen(rows, compileMatch({ versions: ['first'] }), 'every'), new Set([1, 2]));
  assert.deepEqual(chosen(rows, compileMatch({ versions: ['first'] })), new Set([1]));
});

test('a version may be asked for as written or by its sort key', () => {
  const row = { id: 1, specVersion: '2.1', since: 5, preference: 2 };
  const rows = [{ ...row, version: '2026-01-01T00:00:00.000Z', versionKey: '2026-01-01T00:00:00' }];
  for (const version of ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00']) {
    assert.deepEqual(chosen(rows, compileMatch({ versions: [{ version }] })), new Set([1]));
  }
  const other = compileMatch({ versions: [{ version: '2026-01-01T00:00:00Z' }] });
  assert.deepEqual(chosen(rows, other), new Set());
});

test('what has no version is asked for by the time at which it was first added', () => {
  const row = { id: 1, specVersion: '2.1', version: '', versionKey: '', preference: 2 };
  const rows = [
    { ...row, since: 1_000_001 },
    { ...row, id: 2, since: 2_000_000 },
  ];
  const asked = (version: string) => chosen(rows, compileMatch({ versions: [{ version }] }));
  assert.deepEqual(asked('1970-01-01T00:00:01.000001Z'), new Set([1]));
  assert.deepEqual(asked(''), new Set());
  assert.deepEqual(chosen(rows, compileMatch({})), new Set([2]));
});

test('spec versions are ordered by their numbers', () => {
  assert.ok(compareSpecVersions('2.0', '2.1') < 0);
  assert.ok(compareSpecVersions('2.10', '2.9') > 0);
  assert.ok(compareSpecVersions('2', '2.0') < 0);
  assert.equal(compareSpecVersions('5.1', '5.1'), 0);
  assert.ok(compareSpecVersions('a', 'b') < 0);
});
