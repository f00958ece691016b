/** Group `idle`: what a hub with the sample exchange holds of memory while nobody asks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startHub } from './hub.ts';
import { median } from './load.ts';
import type { Report } from './report.ts';
import type { Stores } from './stores.ts';

/** Until the first start's own work and its garbage are behind. */
const REST_MILLISECONDS = 10_000;
const STARTS_MAX = 3;

export async function benchIdle(
  { rounds, stores }: { readonly rounds: number; readonly stores: Stores },
  report: Report,
): Promise<void> {
  const resident: number[] = [];
  for (let round = 0; round < Math.min(rounds, STARTS_MAX); round++) {
    const store = await stores.fresh();
    const hub = await startHub(['--sample', 'true'], store.url);
    await sleep(REST_MILLISECONDS);
    resident.push(hub.usage().residentBytes / 1e6);
    await hub.stop();
    await store.drop();
  }
  const value = median(resident);
  report.figures('idle', [{ name: 'resident at rest', value, unit: 'MB', spread: resident }]);
}
