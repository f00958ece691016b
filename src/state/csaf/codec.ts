/** CSAF as the command line and `check` take it in: one document is one record. */
import type { ByteSource, Codec, CodecOptions, Piece } from '../../core/codec.ts';
import type { Issue } from '../../core/issue.ts';
import { jsonIssue } from '../../core/json/index.ts';
import { LIMITS } from '../../core/limits.ts';
import { checkCsaf } from './check.ts';
import { CSAF_SIGN } from './sniff.ts';

/** The codec of CSAF 2.0 and 2.1. */
export const csafCodec: Codec = {
  ...CSAF_SIGN,
  records,
};

const NOTHING = new Uint8Array(0);

async function* records(source: ByteSource, options: CodecOptions = {}): AsyncGenerator<Piece> {
  const read = await gather(source, LIMITS.csaf.documentBytes);
  if (read === null) {
    const detail = `More than ${LIMITS.csaf.documentBytes} bytes`;
    yield { gap: NOTHING, path: '', issues: [jsonIssue('json-size', '', detail)] };
    return;
  }
  yield { gap: NOTHING, bytes: read, path: '', issues: issuesOf(read, options) };
  yield { gap: NOTHING, path: '', issues: [] };
}

/** All bytes of a source; null when they are more than the bound. */
async function gather(source: ByteSource, most: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    length += piece.length;
    if (length > most) return null;
    pieces.push(piece);
  }
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Findings of schema, mandatory and recommended tests; in strict mode warnings are errors. */
function issuesOf(bytes: Uint8Array, options: CodecOptions): Issue[] {
  const report = checkCsaf(bytes, { tests: ['extended'] });
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
  if (options.strict !== true) return issues;
  return issues.map((issue) =>
    issue.severity === 'warning' ? { ...issue, severity: 'error' } : issue,
  );
}
