/** TAXII servers: the first page, pages in the middle, and envelopes of 100 objects. */
import assert from 'node:assert/strict';
import { Indicators, random } from '../data.ts';
import { type LoadRequest, load } from '../load.ts';
import type { Report } from '../report.ts';
import { contest, type Sample } from './contest.ts';
import { startMedallion } from './medallion.ts';
import { startOpenTaxii } from './opentaxii.ts';
import { getHeaders, page, postHeaders, type Server, startOurs } from './server.ts';

const PAGE = 100;
const GET_MILLISECONDS = 3_000;
const GET_CONNECTIONS = 4;
const POST_MILLISECONDS = 4_000;
/** One for each of the peer's workers. */
const POST_CONNECTIONS = 2;
const ENVELOPE = 100;
const OBJECTS = 10_000;
/** medallion's first page takes time by the square of the collection. */
const MEDALLION_OBJECTS = 1_000;

export async function benchTaxii(rounds: number, report: Report): Promise<void> {
  const objects = seeded(7, OBJECTS);
  await sideBySide(objects, startOpenTaxii, async (ours, theirs) => {
    const tokens = [await tokensOf(ours), await tokensOf(theirs)] as const;
    await sameAnswers(ours, theirs, tokens);
    await contest(
      {
        group: `first page of ${OBJECTS}`,
        unit: 'pages',
        peer: theirs.name,
        ours: () => get(ours),
        theirs: () => get(theirs),
      },
      rounds,
      report,
    );
    await contest(
      {
        group: `middle pages of ${OBJECTS}`,
        unit: 'pages',
        peer: theirs.name,
        ours: () => get(ours, tokens[0]),
        theirs: () => get(theirs, tokens[1]),
      },
      rounds,
      report,
    );
    await benchPost(ours, theirs, rounds, report);
  });
  await sideBySide(objects.slice(0, MEDALLION_OBJECTS), startMedallion, async (ours, theirs) => {
    await sameAnswers(ours, theirs, [[], []]);
    await contest(
      {
        group: `first page of ${MEDALLION_OBJECTS}`,
        unit: 'pages',
        peer: theirs.name,
        ours: () => get(ours),
        theirs: () => get(theirs, [], 1),
      },
      rounds,
      report,
    );
  });
}

/** Both servers with the same objects, ended whatever happens. */
async function sideBySide(
  objects: readonly string[],
  start: (objects: readonly string[]) => Promise<Server>,
  work: (ours: Server, theirs: Server) => Promise<void>,
): Promise<void> {
  const theirs = await start(objects);
  try {
    const ours = await startOurs(objects);
    try {
      await work(ours, theirs);
    } finally {
      await ours.stop();
    }
  } finally {
    await theirs.stop();
  }
}

async function benchPost(
  ours: Server,
  theirs: Server,
  rounds: number,
  report: Report,
): Promise<void> {
  // Both get the same envelopes in the same order; neither sees one twice.
  const sources = [new Indicators(11), new Indicators(11)] as const;
  await contest(
    {
      group: `envelopes of ${ENVELOPE}`,
      unit: 'objects',
      peer: theirs.name,
      ours: () => send(ours, sources[0], 1000),
      theirs: () => send(theirs, sources[1], 60),
    },
    rounds,
    report,
  );
}

function seeded(seed: number, count: number): string[] {
  const made = new Indicators(seed);
  return Array.from({ length: count }, () => made.one());
}

/** Tokens of one walk, those of the middle half. */
async function tokensOf(server: Server): Promise<string[]> {
  const tokens: string[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    next = (await page(server, PAGE, next)).next;
    if (next !== undefined) tokens.push(next);
  }
  const quarter = Math.floor(tokens.length / 4);
  return tokens.slice(quarter, tokens.length - quarter);
}

/** A fast wrong answer is no answer: first page and a middle one hold the same objects. */
async function sameAnswers(
  ours: Server,
  theirs: Server,
  [left, right]: readonly [readonly string[], readonly string[]],
): Promise<void> {
  assert.equal(left.length, right.length, 'equally many pages');
  const middle = left.length >> 1;
  for (const at of left.length === 0 ? [-1] : [-1, middle]) {
    const [one, other] = await Promise.all([
      page(ours, PAGE, left[at]),
      page(theirs, PAGE, right[at]),
    ]);
    assert.equal(one.objects.length, PAGE);
    assert.deepEqual(byId(one.objects), byId(other.objects), `${theirs.name} answers otherwise`);
  }
}

function byId(objects: readonly unknown[]): unknown[] {
  const id = (object: unknown) => String((object as { readonly id?: unknown }).id);
  return [...objects].sort((a, b) => (id(a) < id(b) ? -1 : 1));
}

/** The first page, or pages at random places among the tokens. */
function get(
  server: Server,
  tokens: readonly string[] = [],
  connections = GET_CONNECTIONS,
): Promise<Sample> {
  const draw = random(5);
  const headers = getHeaders(server);
  const base = `${server.readPath}?limit=${PAGE}`;
  return measure(server, connections, GET_MILLISECONDS, 1, () => {
    const token = tokens[Math.floor(draw() * tokens.length)];
    const path = token === undefined ? base : `${base}&next=${encodeURIComponent(token)}`;
    return { path, headers };
  });
}

/** Bodies are made before the clock runs: the generator must not compete for the cores. */
function send(server: Server, source: Indicators, most: number): Promise<Sample> {
  const bodies = Array.from({ length: most }, () => Buffer.from(source.envelope(ENVELOPE)));
  const headers = postHeaders(server);
  return measure(server, POST_CONNECTIONS, POST_MILLISECONDS, ENVELOPE, (index) => {
    const body = bodies[index];
    return body === undefined ? null : { method: 'POST', path: server.writePath, headers, body };
  });
}

async function measure(
  server: Server,
  connections: number,
  milliseconds: number,
  unitsPerRequest: number,
  next: (index: number) => LoadRequest | null,
): Promise<Sample> {
  const before = server.usage().cpuSeconds;
  const result = await load(server.url, connections, milliseconds, next);
  if (result.failures > 0) throw new Error(`${server.name}: ${result.failures} requests failed`);
  const units = result.requests * unitsPerRequest;
  return {
    rate: units / result.seconds,
    cpu: (server.usage().cpuSeconds - before) / units,
  };
}
