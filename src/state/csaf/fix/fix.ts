/** Quick fixes: what a machine can mend without knowing more than the document says. */
import { isJsonObject, readJson } from '../../../core/json/index.ts';
import { LIMITS } from '../../../core/limits.ts';
import { type Draft, documentText, draftOf } from '../author/draft.ts';
import { checkCsaf, versionOf } from '../check.ts';
import type { CsafIssue } from '../issues.ts';
import { FIXES } from './table.ts';

/** One change of the document. */
export interface CsafFix {
  /** The test that asked for it, or `schema`. */
  readonly id: string;
  readonly path: string;
  /** What was done. */
  readonly what: string;
}

export interface CsafFixed {
  /** The document, its keys sorted (6.2.13); absent where there was none. */
  readonly output?: string;
  readonly fixes: readonly CsafFix[];
  /** What is still found by the tests that were asked, for a person to mend. */
  readonly issues: readonly CsafIssue[];
}

export interface CsafFixOptions {
  /**
   * Tests whose findings are mended: presets, groups, ids; default schema, mandatory and recommended
   * ones. A fix that changes what the document claims is applied only where its id is named.
   */
  readonly tests?: readonly string[];
}

/** A fix may bring about what another mends; after so many rounds nothing new comes. */
const ROUNDS = 6;

/** Mends what it can; the same document gives the same answer, and a second run changes nothing. */
export function fixCsaf(input: string | Uint8Array, options: CsafFixOptions = {}): CsafFixed {
  const read = readJson(input, { maxBytes: LIMITS.csaf.documentBytes });
  if (!read.ok) return { fixes: [], issues: read.issues };
  const version = isJsonObject(read.value) ? versionOf(read.value) : null;
  if (version === null)
    return { fixes: [], issues: checkCsaf(input, { tests: ['schema'] }).issues };
  const tests = options.tests ?? ['extended'];
  const root = draftOf(read.value) as Draft;
  const fixes: CsafFix[] = [];
  let issues: readonly CsafIssue[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = fixes.length;
    const report = checkCsaf(documentText(root), { tests });
    issues = report.tests.flatMap((test) => test.issues);
    for (const { id, result, issues: found } of report.tests) {
      const fix = FIXES.get(id);
      if (result !== 'failed' || fix === undefined) continue;
      if (fix.asked === true && !tests.includes(id)) continue;
      const note = (path: string, what: string) => fixes.push({ id, path, what });
      fix.run({ root, version, issues: found, note });
    }
    if (fixes.length === before) break;
  }
  return { output: documentText(root), fixes, issues };
}
