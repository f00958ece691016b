/** Entry of a worker for the contract suite: the store with the suite's own policy. */
import { parentPort } from 'node:worker_threads';
import { contractSees } from '../contract.test.world.ts';
import { serveStoreWorker } from './worker.ts';

if (parentPort !== null) await serveStoreWorker(parentPort, { sees: contractSees });
