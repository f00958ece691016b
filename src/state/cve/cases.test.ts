/** CVE Record Format 5.2 on records of our own: faults in their places, facts, and statuses. */
import { tryCases } from '../../core/cases.test.fixture.ts';
import { FACTS, FAULTS } from './cases.test.table.ts';
import { checkCve } from './check.ts';

tryCases({
  standard: 'CVE 5.2',
  faults: FAULTS,
  facts: FACTS,
  find: (record) => checkCve(record).map(({ code, path }) => `${code} ${path}`),
});
