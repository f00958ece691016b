/** Prints which rows of the truth table the engine beside it answers otherwise. */
import { TRUTH } from '../../src/state/exposure/truth/index.test.table.ts';
import { faultOf } from '../../src/state/exposure/truth/judge.test.fixture.ts';

const wrong = TRUTH.flatMap((row) => {
  try {
    return faultOf(row) ?? [];
  } catch (error) {
    return [`${row.component} | ${row.statement}: ${String(error)}`];
  }
});
process.stdout.write(JSON.stringify({ rows: TRUTH.length, wrong }));
