/** The corpus of CVE Services, case by case. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hasErrors } from '../../core/issue.ts';
import { type JsonValue, readJson } from '../../core/json/index.ts';
import { member } from '../../core/json/view.ts';
import { type CveBodyKind, checkCve, checkCveBody } from './check.ts';

const FOLDER = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', 'cve');

interface Case {
  readonly id: string;
  readonly file: string;
  readonly kind: string;
  readonly expected: 'accept' | 'reject';
  readonly disputed?: string;
}

function read(path: string): JsonValue {
  const parsed = readJson(readFileSync(join(FOLDER, path)));
  assert.ok(parsed.ok, path);
  return parsed.value;
}

const BODIES: Readonly<Record<string, CveBodyKind>> = {
  'CNA container request body': 'cna',
  'CNA reject request body': 'cna-rejected',
  'ADP container': 'adp',
};

/** True or false, or null for what is no record of the format: fragments, lists of old records. */
function accepts({ kind, file }: Case): boolean | null {
  const value = read(file);
  if (kind.startsWith('record (only')) {
    const body = { cnaContainer: member(member(value, 'containers'), 'cna') ?? null };
    return !hasErrors(checkCveBody('cna', body));
  }
  if (kind === 'record') return !hasErrors(checkCve(value));
  const body = BODIES[kind];
  return body === undefined ? null : !hasErrors(checkCveBody(body, value));
}

if (!existsSync(FOLDER)) {
  test('the corpus cve', (t) => t.skip(`${FOLDER} is not there: set CYBEX_CORPORA`));
} else {
  const cases = JSON.parse(readFileSync(join(FOLDER, 'cases.json'), 'utf8')) as readonly Case[];
  let scored = 0;
  for (const each of cases) {
    test(`cve corpus: ${each.id}`, (t) => {
      if (each.disputed !== undefined) return t.skip(`disputed: ${each.disputed}`);
      const found = accepts(each);
      if (found === null) return t.skip(`no record and no request body: ${each.kind}`);
      scored++;
      assert.equal(found ? 'accept' : 'reject', each.expected);
    });
  }
  test('the cases of the corpus were scored', () => assert.equal(scored, 29));
}
