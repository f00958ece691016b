/** The cases of purl-spec, each counted. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { hasErrors } from '../../core/issue.ts';
import {
  buildPurl,
  formatPurl,
  type ParsedPurl,
  PURL_TYPES,
  type PurlComponents,
  parsePurl,
} from './index.ts';

const CORPUS = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', 'purl');
const skip = existsSync(CORPUS) ? false : `The corpus ${CORPUS} is absent; set CYBEX_CORPORA.`;

interface PurlCase {
  readonly description: string;
  readonly test_type: string;
  readonly input: string | PurlComponents;
  readonly expected_output: unknown;
  readonly expected_failure: boolean;
}

function files(folder: string): string[] {
  return readdirSync(join(CORPUS, folder)).map((name) => join(CORPUS, folder, name));
}

function components(parsed: ParsedPurl): unknown {
  if (!parsed.ok) return null;
  const { type, namespace, name, version, qualifiers, subpath } = parsed.value;
  const some = Object.keys(qualifiers).length > 0 ? { ...qualifiers } : null;
  return { type, namespace, name, version, qualifiers: some, subpath };
}

function isRight(row: PurlCase): boolean {
  const parsed = typeof row.input === 'string' ? parsePurl(row.input) : buildPurl(row.input);
  if (row.expected_failure) return !parsed.ok || hasErrors(parsed.issues);
  const got =
    row.test_type === 'parse' ? components(parsed) : parsed.ok ? formatPurl(parsed.value) : null;
  return isDeepStrictEqual(got, row.expected_output);
}

test('purl: every case of purl-spec', { skip }, (t) => {
  const wrong: string[] = [];
  for (const file of [...files('tests/spec'), ...files('tests/types')]) {
    const { tests } = JSON.parse(readFileSync(file, 'utf8')) as { tests: PurlCase[] };
    const bad = tests.filter((row) => !isRight(row));
    wrong.push(...bad.map((row) => `${row.description}: ${JSON.stringify(row)}`));
    t.diagnostic(`${file.split('/').pop()}: ${tests.length - bad.length} of ${tests.length} right`);
  }
  assert.deepEqual(wrong, []);
});

interface Component {
  readonly requirement?: string;
  readonly case_sensitive?: boolean;
}

test('purl: the table of types says what the definitions say', { skip }, () => {
  const defined = new Set<string>();
  for (const file of files('types')) {
    const row = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly type: string;
      readonly qualifiers_definition?: readonly { key: string; requirement?: string }[];
    } & Readonly<Record<`${string}_definition`, Component | undefined>>;
    defined.add(row.type);
    const ours = PURL_TYPES.get(row.type);
    assert.ok(ours, row.type);
    assert.equal(ours.namespace, (row.namespace_definition as Component).requirement, row.type);
    for (const name of ['namespace', 'name', 'version', 'subpath'] as const) {
      const folds = (row[`${name}_definition`] as Component | undefined)?.case_sensitive === false;
      assert.equal(ours.lower?.includes(name) ?? false, folds, `${row.type} ${name}`);
    }
    const required = (row.qualifiers_definition ?? [])
      .filter(({ requirement }) => requirement === 'required')
      .map(({ key }) => key);
    assert.deepEqual(ours.required ?? [], required, row.type);
  }
  assert.deepEqual([...PURL_TYPES.keys()].sort(), [...defined].sort());
});
