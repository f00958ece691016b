/** Both brakes, with a clock that stands still. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../../core/clock.ts';
import { LoginThrottle, RateLimit } from './throttle.ts';

const SECOND = 1_000_000;

test('five failures are free, then each doubles the wait, up to a quarter of an hour', () => {
  const clock = fixedClock(0);
  const throttle = new LoginThrottle(clock);
  const waits: number[] = [];
  for (let failure = 0; failure < 18; failure++) {
    waits.push(throttle.wait(['user:a']));
    throttle.failed(['user:a']);
  }
  assert.deepEqual(waits.slice(0, 9), [0, 0, 0, 0, 0, 1, 2, 4, 8]);
  assert.equal(throttle.wait(['user:a']), 900);
});

test('the wait counts for each key on its own, and the longest one holds', () => {
  const clock = fixedClock(0);
  const throttle = new LoginThrottle(clock);
  for (let failure = 0; failure < 7; failure++) throttle.failed(['address:1', `user:${failure}`]);
  assert.equal(throttle.wait(['user:0']), 0);
  assert.equal(throttle.wait(['user:0', 'address:1']), 4);
});

test('a success, or an hour without a failure, forgets', () => {
  const clock = fixedClock(0);
  const throttle = new LoginThrottle(clock);
  for (let failure = 0; failure < 10; failure++) throttle.failed(['user:a', 'user:b']);
  throttle.succeeded(['user:a']);
  assert.equal(throttle.wait(['user:a']), 0);
  clock.advance(3601 * SECOND);
  assert.equal(throttle.wait(['user:b']), 0);
});

test('a bucket holds one period and refills evenly', () => {
  const clock = fixedClock(0);
  const rate = new RateLimit(clock, 60, 60 * SECOND);
  for (let request = 0; request < 60; request++) assert.equal(rate.take('a'), 0);
  assert.equal(rate.take('a'), 1);
  assert.equal(rate.take('b'), 0, 'others are not concerned');
  clock.advance(SECOND);
  assert.equal(rate.take('a'), 0);
  assert.equal(rate.take('a'), 1);
});

test('what is charged afterwards has to be waited for', () => {
  const clock = fixedClock(0);
  const rate = new RateLimit(clock, 100, 100 * SECOND);
  rate.charge('a', 150);
  assert.equal(rate.take('a'), 51);
  clock.advance(51 * SECOND);
  assert.equal(rate.take('a'), 0);
});
