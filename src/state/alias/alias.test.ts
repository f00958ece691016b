/** Clusters follow from the claims alone, and never hold two live CVE ids. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../core/json/value.ts';
import { LIMITS } from '../../core/limits.ts';
import { aliasClaimOf as osvClaim } from '../osv/index.ts';
import { type AliasClaim, AliasIndex } from './alias.ts';
import { normalId } from './id.ts';

/** Claims as `source: subject alias alias`. */
function index(...claims: readonly string[]): AliasIndex {
  const made = new AliasIndex();
  for (const text of claims) made.put(claim(text));
  return made;
}

function claim(text: string): AliasClaim {
  const [source = '', rest = ''] = text.split(': ');
  const [subject = '', ...aliases] = rest.split(' ');
  return { source, subject, aliases };
}

const ids = (made: AliasIndex, id: string) => made.cluster(id).ids.join(' ');
const codes = (made: AliasIndex, id: string) => made.cluster(id).issues.map(({ code }) => code);

test('aliases are symmetric and transitive', () => {
  const made = index(
    'g: GHSA-a CVE-2026-1000',
    'e: EUVD-2026-1 GHSA-a',
    'j: JVNDB-2026-000001 CVE-2026-1000',
  );
  const all = 'CVE-2026-1000 EUVD-2026-1 GHSA-a JVNDB-2026-000001';
  for (const id of all.split(' ')) assert.equal(ids(made, id), all);
  assert.equal(made.cluster('GHSA-a').cve, 'CVE-2026-1000');
  assert.deepEqual(
    made.cluster('GHSA-a').claims.map(({ source }) => source),
    ['e', 'g', 'j'],
  );
});

test('ids are compared in their normal form', () => {
  for (const [given, normal] of [
    ['cve-2026-1000', 'CVE-2026-1000'],
    ['GCVE-0-2026-1000', 'CVE-2026-1000'],
    ['GCVE-1-2026-1000', 'GCVE-1-2026-1000'],
    ['ghsa-AAAA-bbbb-cccc', 'GHSA-aaaa-bbbb-cccc'],
    [' RUSTSEC-2026-0001 ', 'RUSTSEC-2026-0001'],
  ] as const) {
    assert.equal(normalId(given), normal);
  }
  assert.equal(
    ids(index('a: GHSA-A cve-2026-1000', 'b: GCVE-0-2026-1000 EUVD-1'), 'ghsa-a'),
    'CVE-2026-1000 EUVD-1 GHSA-a',
  );
});

test('a claim that bundles several CVE ids joins nothing and is an edge', () => {
  const made = index('d: DSA-1 CVE-2026-1000 CVE-2026-2000', 'g: GHSA-a CVE-2026-1000');
  assert.equal(ids(made, 'DSA-1'), 'DSA-1');
  assert.equal(ids(made, 'CVE-2026-1000'), 'CVE-2026-1000 GHSA-a');
  assert.deepEqual(made.edges('DSA-1'), [
    { source: 'd', from: 'DSA-1', to: 'CVE-2026-1000' },
    { source: 'd', from: 'DSA-1', to: 'CVE-2026-2000' },
  ]);
  assert.deepEqual(made.edges('CVE-2026-2000'), [
    { source: 'd', from: 'DSA-1', to: 'CVE-2026-2000' },
  ]);
  assert.deepEqual(
    made.cluster('CVE-2026-1000').claims.map(({ source }) => source),
    ['d', 'g'],
  );
});

test('two live CVE ids are split, and what both claim stands apart', () => {
  const made = index(
    'g: GHSA-a CVE-2026-1000',
    'h: GHSA-a CVE-2026-2000',
    'e: EUVD-1 CVE-2026-1000',
  );
  assert.equal(ids(made, 'CVE-2026-1000'), 'CVE-2026-1000 EUVD-1');
  assert.equal(ids(made, 'CVE-2026-2000'), 'CVE-2026-2000');
  assert.equal(ids(made, 'GHSA-a'), 'GHSA-a');
  assert.deepEqual(codes(made, 'GHSA-a'), ['alias-contested']);
  assert.deepEqual(codes(made, 'EUVD-1'), ['alias-two-cves']);
});

test('a merge is taken back with its claim, whoever made it', () => {
  const made = index('g: GHSA-a CVE-2026-1000', 'h: GHSA-a CVE-2026-2000');
  made.remove('h');
  assert.equal(ids(made, 'GHSA-a'), 'CVE-2026-1000 GHSA-a');
  made.put(claim('g: GHSA-a CVE-2026-3000'));
  assert.equal(ids(made, 'GHSA-a'), 'CVE-2026-3000 GHSA-a');
  assert.equal(ids(made, 'CVE-2026-1000'), 'CVE-2026-1000');
  made.remove('g');
  made.remove('g');
  assert.deepEqual(made.clusters(), []);
});

test('a rejected CVE id is no second live one', () => {
  const made = index('g: GHSA-a CVE-2026-1000', 'h: GHSA-a CVE-2026-2000');
  made.setRejected('CVE-2026-2000', true);
  assert.equal(ids(made, 'GHSA-a'), 'CVE-2026-1000 CVE-2026-2000 GHSA-a');
  assert.equal(made.cluster('CVE-2026-2000').cve, 'CVE-2026-1000');
  made.setRejected('cve-2026-2000', false);
  assert.equal(ids(made, 'GHSA-a'), 'GHSA-a');
});

test('a flood of aliases is refused within its bound', () => {
  const made = new AliasIndex();
  for (let i = 0; i <= LIMITS.alias.clusterIds; i++) {
    made.put({ source: `s${i}`, subject: `X-${i}`, aliases: [`X-${i + 1}`] });
  }
  assert.deepEqual([ids(made, 'X-5'), ...codes(made, 'X-5')], ['X-5', 'alias-too-large']);
});

const name = fc.constantFrom(
  'CVE-2026-1000',
  'CVE-2026-2000',
  'CVE-2026-3000',
  'GHSA-a',
  'GHSA-b',
  'EUVD-1',
  'JVNDB-1',
  'X-1',
);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      put: fc.nat(9),
      subject: name,
      aliases: fc.array(name, { maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ remove: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ reject: name, rejected: fc.boolean() }) },
);

test('however claims came and went, the clusters are those of a fresh computation', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const made = new AliasIndex();
      const claims = new Map<string, AliasClaim>();
      const rejected = new Map<string, boolean>();
      for (const each of steps) {
        if ('put' in each) {
          const put = { source: `s${each.put}`, subject: each.subject, aliases: each.aliases };
          made.put(put);
          claims.set(put.source, put);
        } else if ('remove' in each) {
          made.remove(`s${each.remove}`);
          claims.delete(`s${each.remove}`);
        } else {
          made.setRejected(each.reject, each.rejected);
          rejected.set(each.reject, each.rejected);
        }
      }
      const fresh = new AliasIndex();
      for (const each of [...claims.values()].reverse()) fresh.put(each);
      for (const [id, is] of rejected) fresh.setRejected(id, is);
      const shape = (one: AliasIndex) =>
        one
          .clusters()
          .map((c) => JSON.stringify(c))
          .sort();
      assert.deepEqual(shape(made), shape(fresh));
      const seen = new Set<string>();
      for (const cluster of made.clusters()) {
        const live = cluster.ids.filter((id) => id.startsWith('CVE-') && rejected.get(id) !== true);
        assert.ok(live.length < 2, cluster.ids.join(' '));
        for (const id of cluster.ids) {
          assert.ok(!seen.has(id), `${id} is in two clusters`);
          seen.add(id);
          assert.deepEqual(made.cluster(id), cluster);
        }
      }
    }),
    { numRuns: 1_500 },
  );
});

test('claims of OSV records and JVN entries', () => {
  const osv = (value: object) => osvClaim(value as JsonObject);
  assert.deepEqual(
    osv({ id: 'GHSA-a', aliases: ['CVE-2026-1'], related: ['CVE-2026-2'], upstream: ['X-1'] }),
    {
      source: 'osv:GHSA-a',
      subject: 'GHSA-a',
      aliases: ['CVE-2026-1'],
    },
  );
  assert.equal(osv({ id: 'DSA-1-1', aliases: ['CVE-2026-1'] }), null);
  assert.equal(
    osv({ id: 'GHSA-a', aliases: ['CVE-2026-1'], withdrawn: '2026-01-01T00:00:00Z' }),
    null,
  );
  assert.equal(osv({}), null);
});
