/**
 * The suite that every store runs, written against the port alone. A store that passes it answers
 * like any other; what is particular to one store (crashes, files, connections) it tests itself.
 */
import { changeContract } from './contract-change.ts';
import { ingestContract } from './contract-ingest.ts';
import { lifeContract } from './contract-life.ts';
import { loadContract } from './contract-load.ts';
import { operateContract } from './contract-operate.ts';
import { pageContract } from './contract-pages.ts';
import { policyContract } from './contract-policy.ts';
import { searchContract } from './contract-search.ts';
import type { OpenContractHouse } from './contract-world.ts';

export type { ContractHouse, ContractSetup, OpenContractHouse } from './contract-world.ts';

/** Registers the tests of the whole port for one store. */
export function storeContract(name: string, open: OpenContractHouse): void {
  ingestContract(name, open);
  pageContract(name, open);
  policyContract(name, open);
  searchContract(name, open);
  lifeContract(name, open);
  changeContract(name, open);
  operateContract(name, open);
  loadContract(name, open);
}
