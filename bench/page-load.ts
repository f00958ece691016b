/** What the page workloads share: a filled collection, places to ask for, and rounds of asking. */
import { Indicators, random } from './data.ts';
import type { BenchHub } from './hub.ts';
import { load, median, quantile } from './load.ts';
import type { Figure } from './report.ts';

const TAXII = 'application/taxii+json;version=2.1';
const PAGE = 100;
const ENVELOPE = 1000;
const MILLISECONDS = 4_000;
const CONNECTIONS = 4;

/** Where in the collection pages are asked for. */
export type Place = 'random' | 'first' | 'last';

export interface PageRuns {
  readonly rate: number;
  readonly figures: readonly Figure[];
}

export async function objectsPath(hub: BenchHub): Promise<string> {
  const { collections } = await hub.api<{ collections: { id: string; apiRoot: string }[] }>(
    'GET',
    '/collections',
  );
  const main = collections.find(({ apiRoot }) => apiRoot === 'main');
  return `/taxii2/main/collections/${main?.id}/objects/`;
}

/** Fills the main collection with what `one` makes and returns the path of its objects. */
export async function fill(
  hub: BenchHub,
  size: number,
  one: (made: Indicators, index: number) => string = (made) => made.one(),
): Promise<string> {
  const made = new Indicators(7);
  const objects = await objectsPath(hub);
  for (let at = 0; at < size; at += ENVELOPE) {
    const count = Math.min(ENVELOPE, size - at);
    const texts = Array.from({ length: count }, (_, index) => one(made, at + index));
    const answer = await fetch(`${hub.url}${objects}`, {
      method: 'POST',
      headers: { authorization: hub.authorization, accept: TAXII, 'content-type': TAXII },
      body: `{"objects":[${texts.join(',')}]}`,
    });
    if (answer.status !== 202) throw new Error(`fill: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  }
  return objects;
}

/** Asks for pages as one caller; a round asks at each of the places in turn. */
export async function askPages(
  hub: BenchHub,
  path: string,
  authorization: string,
  { places, rounds }: { readonly places: readonly Place[]; readonly rounds: number },
): Promise<ReadonlyMap<Place, PageRuns>> {
  const headers = { authorization, accept: TAXII };
  const cursors = await walk(`${hub.url}${path}?limit=${PAGE}`, headers);
  const draw = random(cursors.length + 1);
  const at = {
    random: () => following(cursors[Math.floor(draw() * cursors.length)]),
    first: () => '',
    last: () => following(cursors.at(-1)),
  };
  const runs = new Map(places.map((place) => [place, [] as Round[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [place, results] of runs) {
      const request = () => ({ path: `${path}?limit=${PAGE}${at[place]()}`, headers });
      results.push(await ask(hub, request));
    }
  }
  return new Map([...runs].map(([place, results]) => [place, summary(place, results)]));
}

interface Round {
  readonly rate: number;
  readonly p99: number;
  readonly cpu: number;
}

async function ask(
  hub: BenchHub,
  request: () => { path: string; headers: Record<string, string> },
): Promise<Round> {
  const before = hub.usage().cpuSeconds;
  const result = await load(hub.url, CONNECTIONS, MILLISECONDS, request);
  if (result.failures > 0) throw new Error(`${result.failures} pages failed`);
  const cpu = (hub.usage().cpuSeconds - before) / result.requests;
  return { rate: result.requests / result.seconds, p99: quantile(result.latencies, 0.99), cpu };
}

function summary(place: Place, rounds: readonly Round[]): PageRuns {
  const rates = rounds.map(({ rate }) => rate);
  const rate = median(rates);
  const cpu = median(rounds.map((round) => round.cpu)) * 1e6;
  const figures: Figure[] = [
    { name: `${place} pages/s`, value: rate, unit: '1/s', spread: rates },
    { name: `${place} p99`, value: median(rounds.map(({ p99 }) => p99)), unit: 'ms' },
    { name: `${place} CPU per page`, value: cpu, unit: 'µs' },
  ];
  return { rate, figures };
}

/** Every `next` token of one walk: places to ask for. */
async function walk(first: string, headers: Readonly<Record<string, string>>): Promise<string[]> {
  const tokens: string[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const answer: Response = await fetch(`${first}${following(next)}`, { headers });
    if (!answer.ok) throw new Error(`walk: ${answer.status} ${await answer.text()}`);
    const page = (await answer.json()) as { next?: string };
    if (page.next !== undefined) tokens.push(page.next);
    next = page.next;
  }
  return tokens;
}

function following(token: string | undefined): string {
  return token === undefined || token === '' ? '' : `&next=${token}`;
}
