import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TLP_LEVELS } from '../../core/label.ts';
import { timestampToMicros } from '../../core/timestamp.ts';
import { effectiveIep, iepInForce, mergeIep } from './merge.ts';
import { IEP_ACTIONS, type IepPolicy, OPEN_IEP } from './policy.ts';

const dates = fc.constantFrom('', '2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z');
const policies: fc.Arbitrary<IepPolicy> = fc.record(
  {
    tlp: fc.constantFrom(...TLP_LEVELS),
    actions: fc.constantFrom(...IEP_ACTIONS),
    encrypt: fc.boolean(),
    notify: fc.boolean(),
    attribution: fc.constantFrom('may', 'must', 'must-not'),
    resale: fc.boolean(),
    start: dates,
    end: dates,
  },
  {
    requiredKeys: ['actions', 'encrypt', 'notify', 'attribution', 'resale', 'start', 'end'],
    noNullPrototype: true,
  },
);

test('merging is commutative, associative and idempotent, and begins with the open policy', () => {
  fc.assert(
    fc.property(policies, policies, policies, (a, b, c) => {
      assert.deepEqual(mergeIep(a, b), mergeIep(b, a));
      assert.deepEqual(mergeIep(mergeIep(a, b), c), mergeIep(a, mergeIep(b, c)));
      assert.deepEqual(mergeIep(a, a), a);
      assert.deepEqual(mergeIep(OPEN_IEP, a), a);
    }),
  );
});

test('merging never permits what one of them does not', () => {
  fc.assert(
    fc.property(policies, policies, (a, b) => {
      const both = mergeIep(a, b);
      for (const one of [a, b]) {
        assert.ok(IEP_ACTIONS.indexOf(both.actions) <= IEP_ACTIONS.indexOf(one.actions));
        assert.ok(both.encrypt || !one.encrypt);
        assert.ok(!both.notify || one.notify);
        assert.ok(!both.resale || one.resale);
        assert.ok(one.attribution !== 'must-not' || both.attribution === 'must-not');
        for (const now of [
          '2025-01-01T00:00:00Z',
          '2026-03-01T00:00:00Z',
          '2027-01-01T00:00:00Z',
        ]) {
          const at = timestampToMicros(now, 'floor') ?? 0;
          assert.ok(!iepInForce(both, at) || iepInForce(one, at));
        }
      }
    }),
  );
});

test('a policy is in force from its start, not any more at its end', () => {
  const policy = { ...OPEN_IEP, start: '2026-01-01T00:00:00Z', end: '2026-02-01T00:00:00Z' };
  const start = timestampToMicros(policy.start, 'floor') ?? 0;
  const end = timestampToMicros(policy.end, 'floor') ?? 0;
  assert.deepEqual(
    [start - 1, start, end - 1, end].map((now) => iepInForce(policy, now)),
    [false, true, true, false],
  );
  assert.equal(iepInForce(OPEN_IEP, Number.NaN), false);
  // Finer than the clock: rounded against the policy, at both ends.
  const fine = '2026-01-01T00:00:00.0000001Z';
  assert.equal(iepInForce({ ...OPEN_IEP, start: fine }, start), false);
  assert.equal(iepInForce({ ...OPEN_IEP, end: fine }, start), false);
});

test('no statement is no policy; one that says nothing permits nothing', () => {
  assert.equal(effectiveIep(undefined), null);
  assert.equal(effectiveIep([]), null);
  assert.deepEqual(effectiveIep([{ url: 'https://example.com/policy' }, { tlp: 'green' }]), {
    tlp: 'GREEN',
    actions: 'none',
    encrypt: true,
    notify: false,
    attribution: 'must-not',
    resale: false,
    start: '',
    end: '',
  });
});
