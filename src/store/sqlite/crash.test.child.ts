/** Child of the crash test: appends without end and tells each chunk that was acknowledged. */
import { writeSync } from 'node:fs';
import { systemClock } from '../../core/clock.ts';
import {
  AS_OPERATOR,
  collection,
  contractSees,
  label,
  objectId,
  organisation,
  parcelHead,
  person,
  placed,
  record,
} from '../contract.test.world.ts';
import { openSqliteHouseInProcess } from './open.ts';

const [file = '', into = '', round = '0'] = process.argv.slice(2);
const house = await openSqliteHouseInProcess({ file, clock: systemClock(), sees: contractSees });
await house.operations.change(
  [organisation('alpha'), person('alpha'), collection(into)],
  AS_OPERATOR,
);
const policyEpoch = await house.operations.policyEpoch();

async function write(writer: number): Promise<never> {
  const parcel = await house.writer.receive(parcelHead('alpha', into));
  for (let sequence = 0; ; sequence++) {
    const ids = [0, 1, 2].map((n) => objectId('tool', `${round} ${writer} ${sequence} ${n}`));
    const items = ids.map((id) => placed(record({ id }), label('GREEN', 'alpha')));
    const reads = { policyEpoch, missingDefinitions: [] };
    await house.writer.append({ parcel: parcel.id, sequence, items, reads });
    // Straight into the pipe: what was told must have left the process before it dies.
    writeSync(1, `${ids.join(' ')}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(write));
