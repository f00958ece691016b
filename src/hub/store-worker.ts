/** Entry of the store's threads: here store and policy meet, as in compose. */
import { sees } from '../policy/index.ts';
import { serveStoreWorker } from '../store/sqlite/worker.ts';

serveStoreWorker({ sees });
