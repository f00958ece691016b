/** Entry of a store worker for the benchmarks. */
import { parentPort } from 'node:worker_threads';
import { serveStoreWorker } from '../src/store/sqlite/index.ts';
import { benchSees } from './store-data.ts';

if (parentPort !== null) await serveStoreWorker(parentPort, { sees: benchSees });
