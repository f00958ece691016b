/** Group 4: what stays of the speed at a million objects, and for one who sees a thousandth. */
import { Indicators, MARKING, random } from './data.ts';
import { outsiderOf, startHub } from './hub.ts';
import { load, quantile } from './load.ts';
import { objectsPath } from './page-load.ts';
import type { Report } from './report.ts';
import type { Stores } from './stores.ts';

const TAXII = 'application/taxii+json;version=2.1';
const { GREEN, CLEAR } = MARKING;
const ENVELOPE = 1000;

export interface MillionOptions {
  readonly objects: number;
  readonly stores: Stores;
}

export async function benchMillion(
  { objects, stores }: MillionOptions,
  report: Report,
): Promise<void> {
  const store = await stores.fresh();
  const hub = await startHub([], store.url);
  try {
    const path = await objectsPath(hub);
    const outsider = await outsiderOf(hub);
    const made = new Indicators(13);
    const draw = random(17);
    const rates: number[] = [];
    const step = Math.max(ENVELOPE, objects / 20);
    let peak = 0;
    for (let sent = 0; sent < objects; ) {
      const began = performance.now();
      let inStep = 0;
      let making = 0;
      while (inStep < step && sent < objects) {
        const before = performance.now();
        const body = made.envelope(ENVELOPE, () => (draw() < 0.001 ? CLEAR : GREEN));
        making += performance.now() - before;
        await post(hub.url + path, hub.authorization, body);
        inStep += ENVELOPE;
        sent += ENVELOPE;
      }
      rates.push((inStep * 1000) / (performance.now() - began - making));
      peak = Math.max(peak, hub.usage().residentBytes);
    }
    const full = await pages(hub.url, path, hub.authorization);
    const few = await pages(hub.url, path, outsider);
    peak = Math.max(peak, hub.usage().residentBytes);
    report.figures(`${objects} objects`, [
      { name: 'ingest at the start', value: rates[0] ?? 0, unit: '1/s' },
      { name: 'ingest at the end', value: rates.at(-1) ?? 0, unit: '1/s' },
      {
        name: 'end to start',
        value: (rates.at(-1) ?? 0) / (rates[0] ?? 1),
        unit: '',
        spread: rates,
      },
      { name: 'pages/s', value: full.rate, unit: '1/s' },
      { name: 'page p99', value: full.p99, unit: 'ms' },
      { name: 'pages/s of one who sees 0.1 %', value: few.rate, unit: '1/s' },
      { name: 'ratio', value: few.rate / full.rate, unit: '' },
      { name: 'resident, most', value: peak / 1e6, unit: 'MB' },
    ]);
  } finally {
    await hub.stop();
    await store.drop();
  }
}

async function post(url: string, authorization: string, body: string): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization, accept: TAXII, 'content-type': TAXII },
    body,
  });
  if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

/** Pages at random places: a token is asked for, then used, so that places differ each time. */
async function pages(base: string, path: string, authorization: string) {
  const headers = { authorization, accept: TAXII };
  const tokens: string[] = [];
  let query = '';
  for (let count = 0; count < 2_000; count++) {
    const answer = await fetch(`${base}${path}?limit=100${query}`, { headers });
    const { next } = (await answer.json()) as { next?: string };
    if (next === undefined) break;
    tokens.push(next);
    query = `&next=${next}`;
  }
  const draw = random(23);
  const result = await load(base, 4, 8_000, () => {
    const token = tokens[Math.floor(draw() * tokens.length)];
    return { path: `${path}?limit=100${token ? `&next=${token}` : ''}`, headers };
  });
  return { rate: result.requests / result.seconds, p99: quantile(result.latencies, 0.99) };
}
