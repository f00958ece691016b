import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as tables from './licences.table.ts';
import { type LicenceStanding, standingOf } from './licences.ts';

const CASES: readonly [name: string, exception: boolean, LicenceStanding][] = [
  ['MIT', false, 'listed'],
  ['CC-BY-SA-4.0', false, 'listed'],
  ['cc-by-nc-sa-3.0-de', false, 'listed'],
  ['BSD-3-Clause-No-Nuclear-License-2014', false, 'listed'],
  ['BSD-3-Clause-', false, 'missing'],
  ['Attribution', false, 'missing'],
  ['GPL-2.0', false, 'deprecated'],
  ['CLISP-exception-2.0', true, 'listed'],
  ['Autoconf-exception-generic', true, 'listed'],
  ['CLISP-exception-2.0', false, 'missing'],
];

for (const [name, exception, expected] of CASES) {
  test(`the standing of ${name} as ${exception ? 'an exception' : 'a licence'}: ${expected}`, () => {
    assert.equal(standingOf({ name, exception }), expected);
  });
}

test('no name of the tables is broken over two lines', () => {
  for (const table of Object.values(tables)) {
    const halves = table.split(/\s+/).filter((name) => /^-|-$/.test(name));
    assert.deepEqual(
      halves.filter((name) => name !== 'gradle-enterprise-sla-2022-11-'),
      [],
    );
  }
});
