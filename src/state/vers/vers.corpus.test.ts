/** The cases of vers-spec and of package-versions, each counted; differences are in divergences.ts. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import {
  canonicalRange,
  compareVersions,
  formatVers,
  parseVers,
  VERS_DIVERGENCES,
  versContains,
  versFromAdvisory,
  versFromNative,
  versionScheme,
} from './index.ts';

const CORPORA = process.env.CYBEX_CORPORA ?? '../shared/corpora';
const VERS = join(CORPORA, 'vers/tests');
const PACKAGES = join(CORPORA, 'package-versions');
const absent = (folder: string) =>
  existsSync(folder) ? false : `The corpus ${folder} is absent; set CYBEX_CORPORA.`;

interface VersInput {
  readonly input_scheme: string;
  readonly versions: readonly [string, string];
  readonly native_range: string;
  readonly scheme: string;
  readonly vers: string;
  readonly version: string;
}

interface VersCase {
  readonly test_type: string;
  readonly input: string | VersInput;
  readonly expected_output?: unknown;
  readonly expected_failure?: boolean;
}

const KNOWN = new Set(VERS_DIVERGENCES.map((row) => row.case));

function canonical(text: string): string | null {
  const parsed = parseVers(text);
  return parsed.ok ? formatVers(canonicalRange(parsed.value)) : null;
}

function native(scheme: string, text: string): string | null {
  const read = versFromNative(scheme, text);
  return read.ok ? formatVers(read.value) : null;
}

function ordered(scheme: string, versions: readonly string[]): string[] {
  return [...versions].sort((a, b) => {
    const compared = compareVersions(scheme, a, b);
    assert.ok(compared.ok, `${scheme}: ${a} or ${b} is not read`);
    return compared.value;
  });
}

/** What we answer, in the form of the case's expectation. */
function answer({ test_type, input }: VersCase): unknown {
  if (typeof input === 'string') {
    if (test_type === 'validate') return canonical(input);
    const parsed = parseVers(input);
    if (!parsed.ok || parsed.issues.some(({ severity }) => severity === 'error')) return 'failure';
    const { type, constraints } = parsed.value;
    const list = constraints === '*' ? [] : constraints;
    return {
      scheme: type,
      version_constraints: list.map(({ comparator, version }) => [comparator, version]),
    };
  }
  const { input_scheme, versions, native_range, scheme, vers, version } = input;
  if (test_type === 'from_native') return native(scheme, native_range);
  if (test_type === 'containment') {
    const contained = versContains(vers, version);
    return contained.ok ? contained.value : null;
  }
  if (test_type === 'comparison') return ordered(input_scheme, versions);
  const compared = compareVersions(input_scheme, versions[0], versions[1]);
  return compared.ok ? compared.value === 0 : null;
}

/** The nuget cases expect their versions in lower case, which changes nothing. */
function isRight({ test_type, input }: VersCase, got: unknown, expected: unknown): boolean {
  if (test_type !== 'comparison' || typeof input === 'string') {
    return JSON.stringify(got) === JSON.stringify(expected);
  }
  return (expected as string[]).every((version, index) => {
    const compared = compareVersions(input.input_scheme, version, (got as string[])[index] ?? '');
    return compared.ok && compared.value === 0;
  });
}

function caseName(file: string, { input }: VersCase): string {
  const text =
    typeof input === 'string' ? input : String(input.native_range ?? JSON.stringify(input));
  return `${file.replace(/[_-]test\.json$/, '')}: ${text}`;
}

test('vers: every case of vers-spec', { skip: absent(VERS) }, (t) => {
  const wrong: string[] = [];
  const unused = new Set([...KNOWN].filter((name) => name?.includes('_range_')));
  for (const file of readdirSync(VERS).sort()) {
    const { tests } = JSON.parse(readFileSync(join(VERS, file), 'utf8')) as { tests: VersCase[] };
    let right = 0;
    let known = 0;
    for (const row of tests) {
      const expected = row.expected_failure ? 'failure' : row.expected_output;
      const got = answer(row);
      const name = caseName(file, row);
      unused.delete(name);
      if (isRight(row, got, expected)) right++;
      else if (KNOWN.has(name)) known++;
      else wrong.push(`${name}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
    }
    t.diagnostic(`${file}: ${right} of ${tests.length} right, ${known} divergences`);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual([...unused], [], 'divergences without a case');
});

interface PackageCase {
  readonly id: string;
  readonly format: string;
  readonly a: string;
  readonly b: string;
  readonly version: string;
  readonly constraint: string;
  readonly missing_epoch?: string;
  readonly expected: number | string | { readonly satisfied: boolean };
}

/** Fuzzy rows are a heuristic of that tool. */
function packageCases(file: string): PackageCase[] {
  const rows = JSON.parse(readFileSync(join(PACKAGES, file), 'utf8')) as PackageCase[];
  return rows.filter(({ format }) => !format.includes('fuzzy'));
}

function packageAnswer(row: PackageCase): unknown {
  if (row.a !== undefined) {
    const missingEpoch = row.missing_epoch === 'auto' ? 'ignore' : 'zero';
    const compared = compareVersions(row.format, row.a, row.b, { missingEpoch });
    return compared.ok ? compared.value : 'error';
  }
  if (row.constraint === undefined) {
    return versionScheme(row.format)?.parse(row.version) ? 'accept' : 'reject';
  }
  const range = versFromAdvisory(row.format, row.constraint);
  const contained = range.ok ? versContains(range.value, row.version) : range;
  return contained.ok ? { satisfied: contained.value } : 'error';
}

test('package-versions: every row but the fuzzy ones', { skip: absent(PACKAGES) }, (t) => {
  const wrong: string[] = [];
  const counts = new Map<string, number>();
  for (const file of ['comparisons.json', 'constraints.json', 'parse.json']) {
    for (const row of packageCases(file)) {
      const got = packageAnswer(row);
      const key = `${file} ${row.format}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (JSON.stringify(got) === JSON.stringify(row.expected)) continue;
      if (KNOWN.has(row.id)) continue;
      wrong.push(
        `${row.id}: ${JSON.stringify({ ...row, id: undefined })}, got ${JSON.stringify(got)}`,
      );
    }
  }
  for (const [key, count] of counts) t.diagnostic(`${key}: ${count} rows`);
  assert.deepEqual(wrong, []);
});
