/**
 * Mutants of the sources of every conversion: a result each, never an exception. CYBEX_MUTANTS sets
 * how many of each pair are tried.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csaf20, csaf21 } from '../src/bridge/csaf.test.fixture.ts';
import {
  cveRecord,
  osvRecord,
  rejectedCve,
  withdrawnOsv,
} from '../src/bridge/fixtures.test.fixture.ts';
import { CONVERSIONS, convert } from '../src/bridge/index.ts';
import { openVex } from '../src/bridge/openvex.test.fixture.ts';
import { mutate } from './hostile/mutate.ts';
import { caseSeed, seededRandom } from './hostile/random.ts';

const MUTANTS = Number(process.env.CYBEX_MUTANTS ?? 300);

const SEEDS: Readonly<Record<string, readonly object[]>> = {
  cve: [cveRecord(), rejectedCve()],
  osv: [osvRecord(), withdrawnOsv()],
  'csaf-2.0': [csaf20()],
  'csaf-2.1': [csaf21()],
  openvex: [openVex()],
};

CONVERSIONS.forEach(({ from, to }, pair) => {
  test(`${MUTANTS} mutants of ${from.join(', ')} to ${to}`, () => {
    const documents = from.flatMap((format) => SEEDS[format] ?? []);
    const seeds = documents.map((each) => new TextEncoder().encode(JSON.stringify(each)));
    const random = seededRandom(caseSeed(20261122, pair));
    let made = 0;
    for (let i = 0; i < MUTANTS; i++) {
      const { output, losses, issues } = convert(mutate(seeds, random), to);
      if (output !== undefined) made++;
      else assert.ok(issues.length > 0, 'a refusal says why');
      assert.ok(Array.isArray(losses));
    }
    assert.ok(made > MUTANTS / 20, `${made} of ${MUTANTS} were still converted`);
  });
});
