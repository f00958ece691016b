import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DECIDED_BY, STIX_CONFORMANCE } from './conformance.ts';
import { STIX_DIVERGENCES } from './divergences.ts';
import { STIX_ISSUES } from './issues.ts';
import { PREDEFINED_EXTENSIONS } from './tables/extensions.ts';
import { TABLES } from './tables/index.ts';
import { ENUMERATIONS, VOCABULARIES } from './vocab.ts';

test('every finding is decided by a function that there is', () => {
  for (const [code, where] of Object.entries(DECIDED_BY)) {
    const [, names = '', file = ''] = /^([\w, ]+) \(([\w/.-]+)\)$/.exec(where) ?? [];
    assert.notEqual(file, '', `${code} ${where}`);
    const source = readFileSync(`src/event/stix/${file}`, 'utf8');
    for (const name of names.split(', ')) {
      const declared = new RegExp(`^(?:export )?(?:function|const) ${name}\\b|^  ${name}\\(`, 'm');
      assert.match(source, declared, `${code} ${where}`);
    }
  }
});

test('every finding has a clause, a meaning that is a sentence, and what to do', () => {
  for (const [code, { clause, meaning, remedy }] of Object.entries(STIX_ISSUES)) {
    assert.match(code, /^stix-[a-z0-9-]+$/);
    assert.match(clause, /^STIX 2\.1 §\d/, code);
    assert.match(meaning, /^\S.*\.$/s, code);
    assert.match(remedy, /\.$/, code);
  }
});

test('the table of clauses has every finding once', () => {
  const codes = STIX_CONFORMANCE.map(({ code }) => code).filter((code) => code !== '');
  assert.equal(new Set(codes).size, codes.length);
  assert.equal(codes.length, Object.keys(STIX_ISSUES).length);
  for (const row of STIX_CONFORMANCE) {
    if (row.code === '') assert.ok(row.note, `${row.clause} says how it is met`);
  }
});

test('every divergence says why, and no case stands twice with one verdict', () => {
  const seen = new Set<string>();
  for (const { case: id, verdict, why, clause } of STIX_DIVERGENCES) {
    assert.ok(why.length > 20 && clause !== '');
    if (id === null) continue;
    assert.ok(!seen.has(`${id} ${verdict}`), id);
    seen.add(`${id} ${verdict}`);
  }
});

/** What section 12 counts: 19 domain objects, 2 relationships, 18 observables, 3 meta objects. */
test('all object types, extensions, vocabularies and enumerations of the standard are there', () => {
  const classes = [...TABLES.values()].map((table) => table.class);
  const count = (name: string) => classes.filter((found) => found === name).length;
  assert.deepEqual([count('sdo'), count('sro'), count('sco'), count('meta')], [19, 2, 18, 3]);
  assert.equal(PREDEFINED_EXTENSIONS.size, 12);
  const names = [...Object.keys(VOCABULARIES), ...Object.keys(ENUMERATIONS)];
  assert.equal(new Set(names).size, names.length);
  // Sections 10.1 to 10.33 less hash-algorithm-ov, which is looked at with the hashes.
  assert.ok(names.length >= 30, String(names.length));
});

test('no table asks for a property that it does not have', () => {
  for (const table of TABLES.values()) {
    for (const name of [...table.required, ...table.own]) assert.ok(table.properties.has(name));
    for (const name of table.notApplicable)
      assert.ok(!table.properties.has(name), `${table.name} ${name}`);
    assert.match(table.clause, /^STIX 2\.1 §[4-7]\.\d+\.\d$/, table.name);
  }
});
