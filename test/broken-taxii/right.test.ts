import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CheckRow,
  CLAUSE_IDS,
  checkTaxiiServer,
  exitCodeOf,
  reportText,
} from '../../src/exchange/taxii/check/index.ts';
import { READ_WRITE, startServer, type Times, USER } from './server.ts';

/** The whole report stands in the message, so that a failure can be read. */
async function checkRight(times: Times) {
  const server = await startServer({}, times);
  try {
    const rows: CheckRow[] = [];
    const run = checkTaxiiServer({
      url: server.url,
      auth: { basic: USER },
      writeCollection: READ_WRITE,
    });
    for (;;) {
      const { done, value } = await run.next();
      if (done) return { rows, summary: value, text: reportText(rows, value) };
      rows.push(value);
    }
  } finally {
    await server.close();
  }
}

for (const times of ['distinct', 'tied', 'whole-second'] as const) {
  test(`a right server passes every row, and every row is looked at: times ${times}`, async () => {
    const { rows, summary, text } = await checkRight(times);
    assert.deepEqual(
      rows.map(({ id }) => id),
      CLAUSE_IDS,
    );
    assert.deepEqual(
      rows.filter(({ result }) => result !== 'pass').map(({ id, reason }) => `${id}: ${reason}`),
      [],
      text,
    );
    assert.equal(exitCodeOf(summary), 0);
    assert.deepEqual(summary.left, []);
  });
}
