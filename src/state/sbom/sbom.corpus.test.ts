/** Published documents of CycloneDX and SPDX: accepted and refused as their authors say. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hasErrors } from '../../core/issue.ts';
import { readSbom } from './read.ts';

const CORPORA = process.env.CYBEX_CORPORA ?? '../shared/corpora';

interface Case {
  readonly file: string;
  readonly format: string;
  readonly expected: string;
}

function cases(folder: string): readonly Case[] | null {
  const list = join(CORPORA, folder, 'cases.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : null;
}

test('every CycloneDX case is judged as its schema judges it', (t) => {
  const all = cases('cyclonedx');
  if (all === null) return t.skip('corpus cyclonedx absent: set CYBEX_CORPORA');
  const wrong = all.filter(({ file, expected }) => {
    const { issues } = readSbom(readFileSync(join(CORPORA, 'cyclonedx', file)));
    return hasErrors(issues) === (expected === 'valid');
  });
  t.diagnostic(`${all.length} cases, ${wrong.length} judged otherwise`);
  assert.ok(all.length > 0);
  assert.deepEqual(wrong, []);
});

test('every SPDX document is accepted and has its packages', (t) => {
  const all = cases('spdx');
  if (all === null) return t.skip('corpus spdx absent: set CYBEX_CORPORA');
  for (const { file } of all) {
    const { sbom, issues } = readSbom(readFileSync(join(CORPORA, 'spdx', file)));
    assert.equal(hasErrors(issues), false, file);
    assert.ok((sbom?.components.length ?? 0) > 0, file);
  }
  t.diagnostic(`${all.length} documents`);
});
