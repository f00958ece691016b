/** OSV 1.7 on records of our own: faults in their places, facts, and evaluations. */
import { tryCases } from '../../core/cases.test.fixture.ts';
import { FACTS, FAULTS } from './cases.test.table.ts';
import { checkOsv } from './check.ts';

tryCases({
  standard: 'OSV 1.7',
  faults: FAULTS,
  facts: FACTS,
  find: (record) => checkOsv(record).map(({ code, path }) => `${code} ${path}`),
});
