/** Group 1: TAXII pages at random places, uncached, policy on, one process, keep-alive. */
import { startHub } from './hub.ts';
import { askPages, fill, type Place } from './page-load.ts';
import type { Report } from './report.ts';
import type { Stores } from './stores.ts';

const PLACES: readonly Place[] = ['random', 'first', 'last'];

export interface PageOptions {
  readonly rounds: number;
  readonly sizes: readonly number[];
  readonly stores: Stores;
}

export async function benchPages(options: PageOptions, report: Report): Promise<void> {
  const rates: number[] = [];
  for (const size of options.sizes) rates.push(await pagesOf(size, options, report));
  const [small = 0, large = 0] = options.sizes;
  if (rates.length < 2) return;
  report.ratio('pages ratio', `${large} to ${small}`, rates[1], rates[0]);
}

/** Returns the rate at random places. */
async function pagesOf(
  size: number,
  { rounds, stores }: PageOptions,
  report: Report,
): Promise<number> {
  const store = await stores.fresh();
  const hub = await startHub([], store.url);
  try {
    const path = await fill(hub, size);
    const runs = await askPages(hub, path, hub.authorization, { places: PLACES, rounds });
    for (const { figures } of runs.values()) report.figures(`pages ${size}`, figures);
    report.ratio(`pages ${size}`, 'last to first', runs.get('last')?.rate, runs.get('first')?.rate);
    const resident = hub.usage().residentBytes / 1e6;
    report.figures(`pages ${size}`, [{ name: 'resident after', value: resident, unit: 'MB' }]);
    return runs.get('random')?.rate ?? 0;
  } finally {
    await hub.stop();
    await store.drop();
  }
}
