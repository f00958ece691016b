/** Four times the input takes about four times the work: no family makes a parser quadratic. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalizeText, cutBytes, locate, readFully, readJson } from '../src/core/json/index.ts';
import { LIMITS } from '../src/core/limits.ts';
import { tokenize, tokenizeQuery } from '../src/core/text/tokenize.ts';
import { parseTimestamp, timestampKey } from '../src/core/timestamp.ts';
import { type Bomb, JSON_BOMBS, TEXT_BOMBS } from './hostile/bombs.ts';

/** Long enough to see a square, short enough for a test. */
const SIZE = 800_000;
const GROWTH = 4;
/** A square would be 16; the collector and the caches of the processor want room above 4. */
const GROWTH_MAX = 9;
/** What is done within this is not compared: nothing but noise. */
const ENOUGH_MS = 150;
/** Other work on the machine may spoil a comparison; a square spoils every one. */
const ROUNDS = 4;

/** Milliseconds of the processor. */
function measure(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function assertLinear(bomb: Bomb, size: number, work: (text: string) => void): void {
  const [part, full] = [bomb(size / GROWTH), bomb(size)];
  const bound = 50 + full.length * 0.005;
  let [short, long] = [0, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    long = Math.min(
      long,
      measure(() => work(full)),
    );
    if (long <= ENOUGH_MS) return;
    short = Math.max(
      short,
      measure(() => work(part)),
    );
    if (long <= short * GROWTH_MAX && long <= bound) return;
  }
  assert.fail(`${short.toFixed(0)} ms, then ${long.toFixed(0)} ms of ${bound.toFixed(0)} ms`);
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
