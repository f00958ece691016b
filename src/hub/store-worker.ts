/** Entry of the store's threads: here store and policy meet, as in compose. */
import { parentPort } from 'node:worker_threads';
import { sees } from '../policy/index.ts';
import { serveStoreWorker } from '../store/sqlite/index.ts';

if (parentPort !== null) await serveStoreWorker(parentPort, { sees });
