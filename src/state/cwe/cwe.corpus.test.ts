/** The data file says what the lists of the corpus say. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { cweReleases } from './releases.ts';

const FILE = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', 'cwe/cwe-all-versions.json.gz');

interface Listed {
  readonly date: string;
  readonly weaknesses: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: string;
    readonly usage?: string;
  }[];
}

test('each weakness of each release', (t) => {
  if (!existsSync(FILE)) return t.skip(`${FILE} is not there: set CYBEX_CORPORA`);
  const lists = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Record<string, Listed>;
  const cwe = cweReleases();
  let checked = 0;
  for (const [version, { date, weaknesses }] of Object.entries(lists)) {
    assert.equal(cwe.releases.find((release) => release.version === version)?.date, date);
    assert.equal(cwe.ids(version).length, weaknesses.length);
    for (const { id, name, status, usage } of weaknesses) {
      const found = cwe.weakness(id, version);
      assert.deepEqual(
        [found?.name, found?.status, found?.usage],
        [name.replace(/\s+/g, ' '), status, usage],
        `${id} ${version}`,
      );
      checked++;
    }
  }
  assert.ok(checked > 40_000, `${checked}`);
});
