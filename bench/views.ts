/**
 * Group `views`: what the policy in the query costs over HTTP. A collection under one label, the
 * same under as many labels as objects, and one who sees a thousandth of it.
 */
import { type Indicators, MARKING, random } from './data.ts';
import { type BenchHub, outsiderOf, startHub } from './hub.ts';
import { askPages, fill } from './page-load.ts';
import type { Report } from './report.ts';
import type { Stores } from './stores.ts';

const { GREEN, CLEAR } = MARKING;
const SEEN = 0.001;

export interface ViewOptions {
  readonly rounds: number;
  readonly objects: number;
  readonly stores: Stores;
}

export async function benchViews(options: ViewOptions, report: Report): Promise<void> {
  const one = await rateOf('one label', options, report, (made) => made.one(GREEN));
  // A label names the creator: as many creators as objects are as many labels.
  const many = await rateOf('a label each', options, report, (made) =>
    made.one(GREEN, `identity--${made.uuid()}`),
  );
  report.ratio('views', `${options.objects} labels to one`, many, one);
  const draw = random(19);
  await rateOf(
    'few seen',
    options,
    report,
    (made) => made.one(draw() < SEEN ? CLEAR : GREEN),
    outsiderOf,
  );
}

/** Returns the rate of who owns everything; with `other` that of this caller beside it. */
async function rateOf(
  name: string,
  { rounds, objects, stores }: ViewOptions,
  report: Report,
  made: (made: Indicators) => string,
  other?: (hub: BenchHub) => Promise<string>,
): Promise<number> {
  const store = await stores.fresh();
  const hub = await startHub([], store.url);
  try {
    const path = await fill(hub, objects, made);
    const plan = { places: ['random'] as const, rounds };
    const full = (await askPages(hub, path, hub.authorization, plan)).get('random');
    report.figures(`views, ${name}`, full?.figures ?? []);
    if (other !== undefined) {
      const few = (await askPages(hub, path, await other(hub), plan)).get('random');
      report.figures(`views, ${name}, 0.1 %`, few?.figures ?? []);
      report.ratio('views', '0.1 % seen to all', few?.rate, full?.rate);
    }
    return full?.rate ?? 0;
  } finally {
    await hub.stop();
    await store.drop();
  }
}
