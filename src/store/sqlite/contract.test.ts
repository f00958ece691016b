import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeContract } from '../contract.test.change.ts';
import { ingestContract } from '../contract.test.ingest.ts';
import { lifeContract } from '../contract.test.life.ts';
import { loadContract } from '../contract.test.load.ts';
import { operateContract } from '../contract.test.operate.ts';
import { policyContract } from '../contract.test.policy.ts';
import { searchContract } from '../contract.test.search.ts';
import { type ContractHouse, type ContractSetup, storeContract } from '../contract.test.suite.ts';
import type { House } from '../port.ts';
import { openSqliteHouseInProcess } from './open.ts';
import { openSqliteHouse } from './open-threaded.ts';

type Open = (file: string, setup: ContractSetup) => Promise<House>;

/** A house in a folder of its own, closed and removed when the test ends. */
function contractHouse(open: Open) {
  return async (
    t: { after(done: () => void | Promise<void>): void },
    setup: ContractSetup,
  ): Promise<ContractHouse> => {
    const folder = mkdtempSync(join(tmpdir(), 'cybex-sqlite-'));
    const file = join(folder, 'house.db');
    let house = await open(file, setup);
    t.after(async () => {
      await house.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return {
      house,
      async reopen() {
        await house.close();
        house = await open(file, setup);
        return house;
      },
      async restore(backup) {
        const restored = join(folder, 'restored.db');
        copyFileSync(backup, restored);
        return open(restored, setup);
      },
    };
  };
}

storeContract(
  'SQLite in process',
  contractHouse((file, setup) => openSqliteHouseInProcess({ file, ...setup })),
);

// In threads the engines are the same and only the way to them differs: the random worlds of the
// pages, which ask tens of thousands of questions, are left to the run above. The suite's policy
// lies in the worker, because functions do not cross to another thread.
const inThreads = contractHouse((file, { clock }) =>
  openSqliteHouse({
    file,
    clock,
    readers: 2,
    workerModule: new URL('./contract.test.worker.js', import.meta.url),
  }),
);
for (const part of [
  ingestContract,
  policyContract,
  searchContract,
  lifeContract,
  changeContract,
  operateContract,
  loadContract,
]) {
  part('SQLite in threads', inThreads);
}
