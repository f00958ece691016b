/** JVNRSS 2.0 and VULDEF 3 on documents of our own: faults in their places, and facts. */
import { tryCases } from '../../core/cases.test.fixture.ts';
import { FACTS, FAULTS } from './cases.test.table.ts';
import { jvnCodec } from './codec.ts';

async function find(document: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { path, issues } of jvnCodec.records([Buffer.from(document)])) {
    for (const issue of issues) found.push(`${issue.code} ${path}${issue.path}`);
  }
  return found;
}

tryCases({ standard: 'JVN', faults: FAULTS, facts: FACTS, find });
