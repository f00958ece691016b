/** What is read must survive any damage: nothing thrown, nothing invented, bounds kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Parts } from './model.ts';
import { mutantOf, randomOf, SEEDS } from './seeds.test.table.ts';

const MUTANTS = 10_000;

/** What holds of every answer, whatever came in. */
function holds(parts: Parts): void {
  const refs = new Set(parts.components.map(({ ref }) => ref));
  assert.equal(refs.size, parts.components.length, 'refs are unique');
  assert.ok(parts.root === null || refs.has(parts.root), 'the root is there');
  for (const { from, to, kind } of parts.relations) {
    assert.ok(refs.has(from) && refs.has(to), `${from} ${kind} ${to}`);
  }
  for (const { name, version, purl } of parts.components) {
    assert.notEqual(name, '');
    assert.notEqual(version, '');
    if (purl !== undefined) assert.match(purl, /^pkg:[a-z][a-z0-9.-]*\//);
  }
}

for (const { name, bytes, read } of SEEDS) {
  const share = Math.ceil(MUTANTS / SEEDS.length);
  test(`${name}: the seed itself, and ${share} mutants of it`, () => {
    const whole = read(bytes);
    holds(whole);
    assert.ok(whole.components.length > 0, 'the seed says something');
    const random = randomOf(name);
    for (let i = 0; i < share; i++) holds(read(mutantOf(bytes, random)));
  });

  test(`${name}: arbitrary bytes and texts`, () => {
    const input = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string().map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(input, (given) => holds(read(given))),
      { numRuns: 60, seed: 20261121 },
    );
  });
}
