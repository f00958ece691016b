/** For tests: a valid object of fixtures/stix, one change, and what the checker says of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkStix } from './check.ts';
import type { StixOptions } from './profile.ts';

export type Change = Readonly<Record<string, unknown>>;

/** A change (undefined takes a property away) and its findings: `E code path`, `W …`, `I …`. */
export type Row = readonly [change: Change, ...findings: string[]];

/** The valid fixture of that name with the change made, as a parser would give it. */
export function fixture(name: string, change: Change = {}): Record<string, unknown> {
  const text = readFileSync(`fixtures/stix/valid/${name}.json`, 'utf8');
  const object = { ...(JSON.parse(text) as Change), ...change };
  return JSON.parse(JSON.stringify(object)) as Record<string, unknown>;
}

/** Findings on any value, sorted: severity letter, code without `stix-`, path. */
export function findings(value: unknown, options: StixOptions = {}): string[] {
  return checkStix(value, options)
    .map(({ severity, code, path }) => {
      const letter = severity === 'error' ? 'E' : severity === 'warning' ? 'W' : 'I';
      return `${letter} ${code.slice('stix-'.length)} ${path}`.trimEnd();
    })
    .sort();
}

/** Every change has exactly the findings of its row. */
export function judge(name: string, rows: readonly Row[], options: StixOptions = {}): void {
  for (const [change, ...expected] of rows) {
    const found = findings(fixture(name, change), options);
    assert.deepEqual(found, [...expected].sort(), `${name} ${JSON.stringify(change)}`);
  }
}
