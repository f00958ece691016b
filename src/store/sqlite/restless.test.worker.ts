/** Entry of a worker for tests: its policy ends the thread when a certain principal asks. */
import { parentPort } from 'node:worker_threads';
import { contractSees } from '../contract.test.world.ts';
import { serveStoreWorker } from './worker.ts';

if (parentPort !== null) {
  await serveStoreWorker(parentPort, {
    sees: (principal, label, channel) => {
      if (principal.id === 'person-delta') process.exit(3);
      return contractSees(principal, label, channel);
    },
  });
}
