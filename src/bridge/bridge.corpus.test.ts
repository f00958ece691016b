/** Conversions of the documents of others: no result breaks its standard, nothing goes silently. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Issue } from '../core/issue.ts';
import { isJsonObject, type JsonValue } from '../core/json/index.ts';
import { type OtherWay, unaccounted } from './account.test.fixture.ts';
import { CONVERSIONS, convert, recognise } from './index.ts';

const CORPORA = process.env.CYBEX_CORPORA ?? '../shared/corpora';

/** What results say in another way: times, and what stands for ids inside of a document. */
const OTHERS: readonly OtherWay[] = [
  { place: /[Dd]ate(?:s|d)?$|date[A-Z]\w*$|\/date$|timestamp$|last_updated$/, how: 'instant' },
  { place: /\/(?:published|modified|withdrawn)$/, how: 'instant' },
  { place: /\/state$|\/status$|\/tlp\/label$/, how: 'as revoked, marking, group' },
  { place: /\/product_status\/[a-z_]+\/\d+$|\/product_ids\/\d+$|\/group_ids\/\d+$/, how: 'ids' },
  { place: /\/products\/\d+$|_reference$|\/product_id$/, how: 'ids' },
  { place: /\/cvss[^/]*\/|\/scores\/|\/metrics\//, how: 'vector' },
  { place: /\/purl$|\/purls\/\d+$/, how: 'package and version apart' },
  { place: /\/branches\/\d+\/name$/, how: 'bounds of a range' },
  { place: /\/category$|\/lang$|\/type$|\/algorithm$/, how: 'as the place of the result' },
];

function documents(folder: string): { readonly file: string; readonly value: JsonValue }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !/schema|sarif|spdx/i.test(file))
    .sort()
    .flatMap((file) => {
      try {
        return [{ file, value: JSON.parse(readFileSync(join(folder, file), 'utf8')) as JsonValue }];
      } catch {
        return [];
      }
    });
}

/** A skeleton says by its findings what is still to be added; anything else is our fault. */
function isFault({ severity, code }: Issue, to: string): boolean {
  return severity === 'error' && !(to === 'cve' && code === 'shape-missing');
}

for (const name of ['cve', 'csaf-2.0', 'csaf-2.1', 'vex']) {
  const folder = join(CORPORA, name);
  test(`${name}: every document into every format`, { timeout: 300_000 }, (t) => {
    if (!existsSync(folder)) return t.skip(`The folder ${name} of the corpora is not here.`);
    const counts = new Map<string, number>();
    const wrong: string[] = [];
    for (const { file, value } of documents(folder)) {
      const format = recognise(value);
      for (const { from, to } of CONVERSIONS) {
        if (format === null || !from.includes(format)) continue;
        const { output, losses, issues } = convert(JSON.stringify(value), to);
        if (output === undefined) continue;
        counts.set(`${format} to ${to}`, (counts.get(`${format} to ${to}`) ?? 0) + 1);
        const upgrade = format === 'csaf-2.0' && to === 'csaf';
        const errors = upgrade ? [] : issues.filter((issue) => isFault(issue, to));
        const place = `${file} to ${to}`;
        wrong.push(...errors.map(({ path, message }) => `${place}: ${path} ${message}`));
        if (upgrade || !isJsonObject(value)) continue;
        const missing = unaccounted(value, JSON.parse(output), losses, OTHERS);
        wrong.push(...missing.map((leaf) => `${place}: ${leaf} is nowhere`));
      }
    }
    t.diagnostic([...counts].map(([pair, count]) => `${pair}: ${count}`).join('; '));
    assert.deepEqual(wrong.slice(0, 20), []);
    assert.ok(counts.size > 0);
  });
}
