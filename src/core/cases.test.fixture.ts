/** Cases of our own for a standard: each a document, the clause it is about, and what is expected. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

/** Clause, the document, and exactly its findings, `code path` each. */
export type Fault<T> = readonly [clause: string, document: T, ...findings: string[]];

/** Clause, the document, what is asked of it, and the answer. */
export type Fact<T> = readonly [
  clause: string,
  document: T,
  ask: (document: T) => unknown,
  answer: unknown,
];

/** What every standard has at least of each kind. */
const LEAST = 30;

export interface Cases<T> {
  readonly standard: string;
  readonly faults: readonly Fault<T>[];
  readonly facts: readonly Fact<T>[];
  /** Findings on a document, `code path` each. */
  readonly find: (document: T) => readonly string[] | Promise<readonly string[]>;
}

export function tryCases<T>({ standard, faults, facts, find }: Cases<T>): void {
  faults.forEach(([clause, document, ...findings], i) => {
    test(`${standard} ${clause}, fault ${i + 1}: ${findings.join(', ')}`, async () => {
      assert.deepEqual([...(await find(document))].sort(), findings.sort());
    });
  });
  facts.forEach(([clause, document, ask, answer], i) => {
    test(`${standard} ${clause}, fact ${i + 1}: ${JSON.stringify(answer)?.slice(0, 60)}`, async () => {
      assert.deepEqual(await ask(document), answer);
    });
  });
  test(`${standard}: ${LEAST} faults and ${LEAST} facts at least, each with its clause`, () => {
    const different = (rows: readonly (readonly unknown[])[]) =>
      new Set(rows.map((row) => JSON.stringify([row, String(row[2])]))).size;
    assert.ok(different(faults) >= LEAST, `${different(faults)} faults`);
    assert.ok(different(facts) >= LEAST, `${different(facts)} facts`);
    assert.equal(different(faults), faults.length);
    for (const [clause, , ...findings] of faults) {
      assert.ok(clause !== '' && findings.length > 0);
    }
    for (const [clause] of facts) assert.notEqual(clause, '');
  });
}

/** The document with members set by JSON pointer; undefined removes one. */
export function withChanges<T>(document: T, changes: Readonly<Record<string, unknown>>): T {
  const root = structuredClone(document);
  for (const [pointer, value] of Object.entries(changes)) {
    const steps = pointer.slice(1).split('/');
    const last = steps.pop() as string;
    let at = root as Record<string, unknown>;
    for (const step of steps) at = at[step] as Record<string, unknown>;
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return root;
}
