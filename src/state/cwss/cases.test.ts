/** CWSS 1.0.1 on vectors of our own: faults, and sub-scores computed by hand. */
import { tryCases } from '../../core/cases.test.fixture.ts';
import { FACTS, FAULTS } from './cases.test.table.ts';
import { parseCwss } from './vector.ts';

tryCases({
  standard: 'CWSS 1.0.1',
  faults: FAULTS,
  facts: FACTS,
  find: (vector) => parseCwss(vector).issues.map(({ code, path }) => `${code} ${path}`),
});
