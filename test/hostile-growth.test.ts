/** Twice the input takes about twice the time: no family of texts makes a parser quadratic. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalizeText, cutBytes, locate, readFully, readJson } from '../src/core/json/index.ts';
import { LIMITS } from '../src/core/limits.ts';
import { tokenize, tokenizeQuery } from '../src/core/text/tokenize.ts';
import { parseTimestamp, timestampKey } from '../src/core/timestamp.ts';
import { type Bomb, JSON_BOMBS, TEXT_BOMBS } from './hostile/bombs.ts';

/** Long enough to see a square, short enough for a test. */
const SIZE = 200_000;
/** Twice would be ideal; a busy machine and the caches of the processor want room. */
const GROWTH_MAX = 3.5;
/** Below this nothing is measured but noise. */
const FLOOR_MS = 10;
const TRIES = 5;
/** Other work on the machine may spoil a whole comparison; a square spoils every one. */
const ROUNDS = 3;

/** Least milliseconds of a few tries; ends early once it is fast enough. */
function least(work: () => void, enough: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES && best > enough; i++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function assertLinear(bomb: Bomb, size: number, work: (text: string) => void): void {
  const [half, full] = [bomb(size / 2), bomb(size)];
  const bound = 50 + full.length * 0.005;
  work(half);
  const told: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const short = Math.max(
      FLOOR_MS,
      least(() => work(half), FLOOR_MS),
    );
    const long = least(() => work(full), short * 2);
    if (long <= short * GROWTH_MAX && long <= bound) return;
    told.push(`${short.toFixed(1)} ms, then ${long.toFixed(1)} ms of ${bound.toFixed(0)} ms`);
  }
  assert.fail(told.join('; '));
}

const encoder = new TextEncoder();

for (const [name, bomb] of Object.entries(JSON_BOMBS)) {
  test(`JSON, ${name}: linear`, () => {
    assertLinear(bomb, SIZE, (text) => void readJson(text));
    assertLinear(bomb, SIZE, (text) => void readFully(text));
    assertLinear(bomb, SIZE, (text) => void cutBytes(encoder.encode(text)));
    assertLinear(bomb, SIZE, (text) => void canonicalizeText(text));
    assertLinear(bomb, SIZE, (text) => void locate(text, '/objects/100/0'));
  });
}

for (const [name, bomb] of Object.entries(TEXT_BOMBS)) {
  test(`text, ${name}: linear`, () => {
    assertLinear(bomb, SIZE, (text) => void tokenize(text));
    assertLinear(bomb, SIZE, (text) => void tokenizeQuery(text));
  });
}

test('timestamps of any length are answered at once', () => {
  const long = `2026-01-01T00:00:00.${'9'.repeat(SIZE)}Z`;
  assertLinear(
    (size) => long.slice(0, size),
    SIZE,
    (text) => void parseTimestamp(text),
  );
  assert.equal(timestampKey(long), '');
  assert.ok(timestampKey(`${long.slice(0, 20 + LIMITS.timestamp.fractionDigits)}Z`).length > 100);
});
