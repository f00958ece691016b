/**
 * The suite that every store runs, written against the port alone. A store that passes it answers
 * like any other; what is particular to one store (crashes, files, connections) it tests itself.
 */
import { changeContract } from './contract.test.change.ts';
import { ingestContract } from './contract.test.ingest.ts';
import { lifeContract } from './contract.test.life.ts';
import { loadContract } from './contract.test.load.ts';
import { operateContract } from './contract.test.operate.ts';
import { pageContract } from './contract.test.pages.ts';
import { policyContract } from './contract.test.policy.ts';
import { searchContract } from './contract.test.search.ts';
import { shelfContract } from './contract.test.shelf.ts';
import type { OpenContractHouse } from './contract.test.world.ts';

export type { ContractHouse, ContractSetup, OpenContractHouse } from './contract.test.world.ts';

/** Registers the tests of the whole port for one store. */
export function storeContract(name: string, open: OpenContractHouse): void {
  ingestContract(name, open);
  pageContract(name, open);
  policyContract(name, open);
  searchContract(name, open);
  shelfContract(name, open);
  lifeContract(name, open);
  changeContract(name, open);
  operateContract(name, open);
  loadContract(name, open);
}
