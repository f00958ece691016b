/** OpenVEX 0.2.0 on documents of our own: faults in their places, and what statements say. */
import { tryCases } from '../../core/cases.test.fixture.ts';
import { FACTS, FAULTS } from './cases.test.table.ts';
import { readVexDocument } from './read.ts';

tryCases({
  standard: 'OpenVEX 0.2.0',
  faults: FAULTS,
  facts: FACTS,
  find: (document) => readVexDocument(document).issues.map(({ code, path }) => `${code} ${path}`),
});
