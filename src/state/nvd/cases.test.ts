/** NVD API 2.0 on records of our own: faults in their places, and what records say. */
import { tryCases } from '../../core/cases.test.fixture.ts';
import { FACTS, FAULTS } from './cases.test.table.ts';
import { checkNvd } from './check.ts';

tryCases({
  standard: 'NVD API 2.0',
  faults: FAULTS,
  facts: FACTS,
  find: ({ kind, value }) => checkNvd(kind, value).map(({ code, path }) => `${code} ${path}`),
});
