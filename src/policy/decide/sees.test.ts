import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { timestampToMicros } from '../../core/timestamp.ts';
import { accessKey } from '../access/key.ts';
import { channels, INSTANTS, labels, principals } from '../policy.test.arbitraries.ts';
import { decide } from './decide.ts';
import { sees } from './sees.ts';

const PAIRS = 100_000;
const TIMES = INSTANTS.filter((text) => timestampToMicros(text, 'floor') !== null);

test('sees equals decide(read) on 100,000 random pairs, at a time', () => {
  let seen = 0;
  fc.assert(
    fc.property(
      principals,
      labels,
      channels,
      fc.constantFrom(...TIMES),
      (principal, label, channel, time) => {
        const slow = decide(principal, 'read', label, { channel, time }).allow;
        const now = timestampToMicros(time, 'floor') ?? 0;
        if (slow) seen++;
        assert.equal(sees(principal, label, channel, now), slow);
      },
    ),
    { numRuns: PAIRS },
  );
  // The worlds must be such that both answers are common, or the equality would show little.
  assert.ok(seen > PAIRS * 0.1 && seen < PAIRS * 0.9, `${seen} of ${PAIRS} visible`);
});

test('without a time the window is left to the caller', () => {
  fc.assert(
    fc.property(principals, labels, channels, (principal, label, channel) => {
      const { from: _from, until: _until, ...open } = label;
      assert.equal(
        sees(principal, label, channel),
        decide(principal, 'read', open, { channel, time: '2026-01-01T00:00:00Z' }).allow,
      );
    }),
    { numRuns: 20_000 },
  );
});

test('principals of one access key see the same', () => {
  const byKey = new Map<string, (typeof sample)[number]>();
  const sample = fc.sample(principals, 5_000);
  const asked = fc.sample(fc.tuple(labels, channels), 200);
  let compared = 0;
  for (const principal of sample) {
    const twin = byKey.get(accessKey(principal));
    byKey.set(accessKey(principal), principal);
    if (twin === undefined) continue;
    compared++;
    for (const [label, channel] of asked) {
      assert.equal(sees(principal, label, channel), sees(twin, label, channel));
    }
  }
  assert.ok(compared > 1_000, `${compared} pairs`);
});

test('principals who see different things have different access keys', () => {
  const sample = fc.sample(principals, 300);
  const asked = fc.sample(fc.tuple(labels, channels), 300);
  for (const a of sample) {
    for (const b of sample) {
      const differ = asked.some(
        ([label, channel]) => sees(a, label, channel) !== sees(b, label, channel),
      );
      if (differ) assert.notEqual(accessKey(a), accessKey(b));
    }
  }
});
