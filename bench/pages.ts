/** Group 1: TAXII pages at random places, uncached, policy on, one process, keep-alive. */
import { Indicators, random } from './data.ts';
import type { BenchHub } from './hub.ts';
import { startHub } from './hub.ts';
import { load, median, quantile } from './load.ts';
import type { Figure, Report } from './report.ts';

const TAXII = 'application/taxii+json;version=2.1';
const PAGE = 100;
const MILLISECONDS = 4_000;
const CONNECTIONS = 4;

export interface PageOptions {
  readonly rounds: number;
  readonly sizes: readonly number[];
  /** Distinct labels of the labelled run. */
  readonly labels: number;
  readonly store: string;
}

export async function benchPages(options: PageOptions, report: Report): Promise<void> {
  const rates = new Map<string, number>();
  for (const size of options.sizes) {
    const hub = await startHub([], options.store);
    try {
      const root = await fill(hub, size);
      const figure = await measure(hub, root, size, options.rounds);
      report.figures(`pages ${size}`, figure);
      rates.set(`middle ${size}`, figureOf(figure, 'random pages/s'));
    } finally {
      await hub.stop();
    }
  }
  const [small = 0, large = 0] = options.sizes;
  const ratio = (rates.get(`middle ${large}`) ?? 0) / (rates.get(`middle ${small}`) || 1);
  if (options.sizes.length > 1) {
    report.figures('pages ratio', [{ name: `${large} to ${small}`, value: ratio, unit: '' }]);
  }
}

/** Fills the main collection and returns the URL of its objects. */
export async function fill(hub: BenchHub, size: number, seed = 7): Promise<string> {
  const made = new Indicators(seed);
  const objects = await objectsPath(hub);
  for (let left = size; left > 0; left -= 1000) {
    const body = Buffer.from(made.envelope(Math.min(1000, left)));
    const answer = await fetch(`${hub.url}${objects}`, {
      method: 'POST',
      headers: { authorization: hub.authorization, accept: TAXII, 'content-type': TAXII },
      body,
    });
    if (answer.status !== 202) throw new Error(`fill: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  }
  return objects;
}

export async function objectsPath(hub: BenchHub): Promise<string> {
  const { collections } = await hub.api<{ collections: { id: string; apiRoot: string }[] }>(
    'GET',
    '/collections',
  );
  const main = collections.find(({ apiRoot }) => apiRoot === 'main');
  return `/taxii2/main/collections/${main?.id}/objects/`;
}

async function measure(
  hub: BenchHub,
  path: string,
  size: number,
  rounds: number,
): Promise<Figure[]> {
  const headers = { authorization: hub.authorization, accept: TAXII };
  const cursors = await walk(hub, path, headers);
  const draw = random(size);
  const at = (place: () => string) => async () => {
    const before = hub.usage().cpuSeconds;
    const result = await load(hub.url, CONNECTIONS, MILLISECONDS, () => ({
      path: `${path}?limit=${PAGE}${place()}`,
      headers,
    }));
    if (result.failures > 0) throw new Error(`${result.failures} pages failed`);
    const cpu = (hub.usage().cpuSeconds - before) / result.requests;
    return { rate: result.requests / result.seconds, p99: quantile(result.latencies, 0.99), cpu };
  };
  const somewhere = at(() => {
    const token = cursors[Math.floor(draw() * cursors.length)];
    return token === undefined ? '' : `&next=${token}`;
  });
  const first = at(() => '');
  const last = at(() => (cursors.length > 0 ? `&next=${cursors.at(-1)}` : ''));
  const runs = { random: [], first: [], last: [] } as Record<
    string,
    { rate: number; p99: number; cpu: number }[]
  >;
  for (let round = 0; round < rounds; round++) {
    runs.random?.push(await somewhere());
    runs.first?.push(await first());
    runs.last?.push(await last());
  }
  return Object.entries(runs).flatMap(([name, results]) => [
    {
      name: `${name} pages/s`,
      value: median(results.map(({ rate }) => rate)),
      unit: '1/s',
      spread: results.map(({ rate }) => rate),
    },
    { name: `${name} p99`, value: median(results.map(({ p99 }) => p99)), unit: 'ms' },
    {
      name: `${name} CPU per page`,
      value: median(results.map(({ cpu }) => cpu)) * 1e6,
      unit: 'µs',
    },
  ]);
}

/** Every `next` token of one walk: places to ask for at random. */
async function walk(
  hub: BenchHub,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<string[]> {
  const tokens: string[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const query: string = next === '' ? '' : `&next=${next}`;
    const answer = await fetch(`${hub.url}${path}?limit=${PAGE}${query}`, { headers });
    if (!answer.ok) throw new Error(`walk: ${answer.status} ${await answer.text()}`);
    const page = (await answer.json()) as { next?: string };
    if (page.next !== undefined) tokens.push(page.next);
    next = page.next;
  }
  return tokens;
}

export function figureOf(figures: readonly Figure[], name: string): number {
  return figures.find((figure) => figure.name === name)?.value ?? 0;
}
