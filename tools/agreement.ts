/** Compares our verdicts with those of published case lists, read through CYBEX_CORPORA. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tables.ts';

export interface Disagreement {
  readonly id: string;
  readonly expected: string;
  readonly ours: string;
}

export interface CaseList {
  /** Corpus and file, e.g. `stix-patterns/syntax-2.1.json`. */
  readonly name: string;
  readonly total: number;
  readonly disagreements: readonly Disagreement[];
}

/** Where the corpora are, or null when they are absent. */
export function corporaFolder(): string | null {
  const folder = process.env.CYBEX_CORPORA ?? join(ROOT, '../shared/corpora');
  return existsSync(folder) ? folder : null;
}

/** A JSON file of the corpora. */
export function readCorpus<T>(corpora: string, name: string): T {
  return JSON.parse(readFileSync(join(corpora, name), 'utf8')) as T;
}

/** Runs one list: `judge` gives our verdict in the words of the list. */
export function compare<Case extends { readonly id: string }>(
  corpora: string,
  name: string,
  expected: (testCase: Case) => string,
  judge: (testCase: Case) => string,
): CaseList {
  const cases = readCorpus<readonly Case[]>(corpora, name);
  const disagreements: Disagreement[] = [];
  for (const testCase of cases) {
    const [theirs, ours] = [expected(testCase), judge(testCase)];
    if (theirs !== ours) disagreements.push({ id: testCase.id, expected: theirs, ours });
  }
  return { name, total: cases.length, disagreements };
}
