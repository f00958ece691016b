import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { TAXII_CONFORMANCE } from './conformance.table.ts';
import { TAXII_DIVERGENCES } from './divergences.ts';
import { TAXII_ISSUES } from './issues.ts';

const sources = join(import.meta.dirname, '../../../../../src/exchange/taxii/server');

test('every row of the conformance table names a test that exists, or the hub', () => {
  for (const { clause, meaning, proof } of TAXII_CONFORMANCE) {
    if (proof.startsWith('hub: ')) continue;
    const [file = '', name = ''] = proof.split(' › ');
    const titles = [
      ...readFileSync(join(sources, file), 'utf8').matchAll(/^test\(\s*(['"`])(.+?)\1,/gms),
    ];
    const found = titles.some((title) => title[2]?.includes(name));
    assert.ok(found && name !== '', `${clause} ${meaning}: no test «${name}» in ${file}`);
  }
});

test('rows are distinct and cite clauses', () => {
  const seen = new Set(TAXII_CONFORMANCE.map(({ clause, meaning }) => clause + meaning));
  assert.equal(seen.size, TAXII_CONFORMANCE.length);
  for (const { clause } of [...TAXII_CONFORMANCE, ...TAXII_DIVERGENCES]) {
    assert.match(clause, /^TAXII 2\.1 §\d/);
  }
});

test('every refusal has a status, a clause, a meaning and a remedy in whole sentences', () => {
  for (const [code, row] of Object.entries(TAXII_ISSUES)) {
    assert.ok(row.status >= 400 && row.status < 600, code);
    assert.match(row.clause, /^(?:TAXII 2\.1|RFC \d+)/, code);
    for (const text of [row.meaning, row.remedy]) assert.match(text, /^[A-Z].{20,}$/, code);
    assert.ok(row.title.length > 5 && !row.title.endsWith('.'), code);
  }
});
