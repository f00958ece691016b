/** Group 2: durable envelopes of 100 objects with everything on; one writer and eight. */
import { Indicators } from './data.ts';
import { startHub } from './hub.ts';
import { load, median, quantile } from './load.ts';
import { objectsPath } from './page-load.ts';
import type { Report } from './report.ts';
import type { Stores } from './stores.ts';

const TAXII = 'application/taxii+json;version=2.1';
const ENVELOPE = 100;
const MILLISECONDS = 8_000;

export interface PostOptions {
  readonly rounds: number;
  readonly stores: Stores;
}

export async function benchPost({ rounds, stores }: PostOptions, report: Report): Promise<void> {
  const store = await stores.fresh();
  const hub = await startHub([], store.url);
  try {
    const path = await objectsPath(hub);
    const made = new Indicators(11);
    const headers = {
      authorization: hub.authorization,
      accept: TAXII,
      'content-type': TAXII,
    };
    const run = async (connections: number) => {
      // Made before the clock runs: the generator must not compete with the hub for the core.
      const bodies = Array.from({ length: 600 }, () => Buffer.from(made.envelope(ENVELOPE)));
      const cpu = hub.usage().cpuSeconds;
      const result = await load(hub.url, connections, MILLISECONDS, (index) => {
        const body = bodies[index];
        return body === undefined ? null : { method: 'POST', path, headers, body };
      });
      if (result.failures > 0) throw new Error(`${result.failures} envelopes failed`);
      const objects = result.requests * ENVELOPE;
      return {
        rate: objects / result.seconds,
        p99: quantile(result.latencies, 0.99),
        cpu: ((hub.usage().cpuSeconds - cpu) / objects) * 1e6,
      };
    };
    for (const connections of [1, 8]) {
      const results = [];
      for (let round = 0; round < rounds; round++) results.push(await run(connections));
      report.figures(`post, ${connections} writers`, [
        {
          name: 'objects/s',
          value: median(results.map(({ rate }) => rate)),
          unit: '1/s',
          spread: results.map(({ rate }) => rate),
        },
        { name: 'p99', value: median(results.map(({ p99 }) => p99)), unit: 'ms' },
        { name: 'CPU per object', value: median(results.map(({ cpu }) => cpu)), unit: 'µs' },
      ]);
    }
  } finally {
    await hub.stop();
    await store.drop();
  }
}
