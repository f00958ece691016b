/** A part of a collection's own content that is small enough to be walked in many ways. */
import { microsToTimestamp } from '../../../core/timestamp.ts';
import { readTimestamp } from '../client/timestamp.ts';
import { below, withParameters } from '../client/url.ts';
import { type KnownVersion, typeOf, type World } from './bench.ts';
import { type Exchange, listOf, type Probe } from './probe.ts';

const PART = { most: 200, enough: 20, steps: 45 };

/** How far a server's clock may run ahead of ours. */
const A_DAY = 86_400_000_000;

/**
 * The whole collection when it is small, else its newest part: a time is looked for, by halving,
 * after which one page is all there is.
 */
export async function surveyExisting(probe: Probe, collection: URL): Promise<World> {
  const first = await manifestAfter(probe, collection, undefined);
  if (first.json?.more !== true) return worldOf(first, undefined);
  let low = readTimestamp(first.headers.get('x-taxii-date-added-first') ?? '')?.micros ?? 0;
  let high = probe.options.clock.now() + A_DAY;
  let best: World = { known: [], after: undefined, ours: undefined };
  for (let step = 0; step < PART.steps && high - low > 1; step++) {
    const middle = Math.floor((low + high) / 2);
    const after = microsToTimestamp(middle);
    const page = await manifestAfter(probe, collection, after);
    if (page.json?.more === true) low = middle;
    else {
      best = worldOf(page, after);
      if (best.known.length >= PART.enough) return best;
      high = middle;
    }
  }
  return best;
}

function manifestAfter(
  probe: Probe,
  collection: URL,
  after: string | undefined,
): Promise<Exchange> {
  return probe.send(
    withParameters(below(collection, 'manifest'), [
      ['match[version]', 'all'],
      ['limit', String(PART.most)],
      ...(after === undefined ? [] : [['added_after', after] as const]),
    ]),
  );
}

function worldOf(page: Exchange, after: string | undefined): World {
  const known: KnownVersion[] = listOf(page, 'objects').map((row) => ({
    id: String(row.id),
    type: typeOf(String(row.id)),
    version: String(row.version),
    added: String(row.date_added),
  }));
  return { known, after, ours: undefined };
}
