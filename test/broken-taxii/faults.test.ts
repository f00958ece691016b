import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CheckRow,
  CLAUSE_IDS,
  checkTaxiiServer,
} from '../../src/exchange/taxii/check/index.ts';
import type { FaultRow } from './fault-writing.ts';
import { FAULTS } from './faults/index.ts';
import { makeServer, READ_WRITE, USER } from './server.ts';

async function check(fault: FaultRow): Promise<readonly CheckRow[]> {
  const { fetch } = makeServer(fault, fault.times);
  const rows: CheckRow[] = [];
  for await (const row of checkTaxiiServer({
    url: 'http://127.0.0.1/',
    auth: { basic: USER },
    writeCollection: READ_WRITE,
    statusTimeoutMs: 2_000,
    fetch,
    // Waiting is not what is tested here.
    sleep: async () => {},
  })) {
    rows.push(row);
  }
  return rows;
}

for (const fault of FAULTS) {
  test(`found: ${fault.what}`, async () => {
    const rows = await check(fault);
    const failed = rows.filter(({ result }) => result === 'fail');
    const ids = failed.map(({ id }) => id);
    const missed = fault.rows.filter((id) => !ids.includes(id));
    const report = failed.map(({ id, reason }) => `${id}: ${reason}`).join('\n');
    assert.deepEqual(missed, [], `not found; failed are:\n${report}`);
    const blamed = failed.filter(({ id }) => fault.rows.includes(id));
    assert.ok(
      blamed.every(({ reason }) => reason !== undefined && reason !== ''),
      report,
    );
  });
}

test('every row of the table fails for at least one fault', () => {
  const covered = new Set(FAULTS.flatMap(({ rows }) => rows));
  const uncovered = CLAUSE_IDS.filter((id) => !covered.has(id));
  assert.deepEqual(uncovered, []);
});
