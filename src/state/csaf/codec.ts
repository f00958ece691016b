/** CSAF as the house takes it in: one document is one record. */
import type { Codec, CodecOptions } from '../../core/codec.ts';
import { documentCodec } from '../../core/document-codec.ts';
import type { Issue } from '../../core/issue.ts';
import type { JsonObject } from '../../core/json/index.ts';
import { LIMITS } from '../../core/limits.ts';
import { type CsafReport, readCsaf } from './check.ts';
import { csafMarkings } from './facts/distribution.ts';
import { csafFacts } from './facts/facts.ts';
import { csafIdentity } from './facts/identity.ts';
import { CSAF_SIGN } from './sniff.ts';

/** The codec of CSAF 2.0 and 2.1. */
export const csafCodec: Codec = documentCodec({
  ...CSAF_SIGN,
  read(bytes, options) {
    const { root, report } = readCsaf(bytes, { tests: ['extended'] });
    const issues = tolerate(issuesOf(report), options);
    if (root === null) return { issues };
    const described = describe(root);
    return { json: root, issues, ...(described === null ? {} : { described }) };
  },
});

function describe(root: JsonObject) {
  const identity = csafIdentity(root);
  if (identity === null) return null;
  return { identity, facts: csafFacts(root), markings: csafMarkings(root) };
}

/** Findings of schema, mandatory and recommended tests, each once. */
function issuesOf(report: CsafReport): Issue[] {
  const issues: Issue[] = [...report.issues];
  const seen = new Set<string>();
  for (const test of report.tests) {
    for (const issue of test.issues) {
      // Faults of a part with a schema of its own are also those of the test on that part.
      const key = `${issue.path}\n${issue.message}`;
      if (issues.length >= LIMITS.json.issuesPerRecord || seen.has(key)) continue;
      seen.add(key);
      issues.push(issue);
    }
  }
  return issues;
}

/** What tells documents apart and says who may see them: a fault here is never let through. */
const NEEDED =
  /^\/document(?:\/(?:csaf_version|publisher(?:\/namespace)?|distribution(?:\/tlp(?:\/label)?|\/sharing_group(?:\/id)?)?|tracking(?:\/(?:id|version|status|current_release_date))?))?$/;

/** Published documents break tests on what nothing in the house rests on; they are kept. */
function tolerate(issues: readonly Issue[], { tolerant, strict }: CodecOptions): readonly Issue[] {
  if (tolerant !== true || strict === true) return issues;
  return issues.map((issue) => {
    const loose = issue.severity === 'error' && issue.code.startsWith('csaf-');
    return loose && !NEEDED.test(issue.path) ? { ...issue, severity: 'warning' } : issue;
  });
}
