/** The register of CSAF says of every weakness what cybex/cwe says; it needs no file beside it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cweReleases } from '../../cwe/index.ts';
import { CWE_LIST } from './cwe.ts';

test('names, deprecation and usage agree in all releases', () => {
  const list = cweReleases();
  assert.deepEqual(CWE_LIST.releases, list.releases);
  const wrong: string[] = [];
  let seen = 0;
  for (const { version } of list.releases) {
    for (const id of list.ids(version)) {
      const theirs = list.weakness(id, version);
      const ours = CWE_LIST.weakness(id, version);
      seen++;
      // Two releases have a doubled space in one name; 6.1.11 compares with what was published.
      const name = ours?.name.replace(/\s+/g, ' ');
      if (name !== theirs?.name || ours?.deprecated !== theirs?.deprecated)
        wrong.push(`${version} ${id}`);
      if (ours?.usage !== theirs?.usage) wrong.push(`${version} ${id} usage`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(seen > 45_000);
});
