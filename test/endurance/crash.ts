/**
 * kill -9 at random moments under eight writers, with a ledger outside the hub that is synced for
 * every acknowledgement. After each restart: everything acknowledged since the last one is there,
 * byte for byte, and what was not answered is there whole or not at all; at the end the ledger is
 * held against a whole walk, and the store is checked.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { random } from '../../bench/data.ts';
import { count } from './arguments.ts';
import type { RunningHub } from './house.ts';
import {
  ADMINISTRATOR,
  API_ROOT,
  api,
  clientOf,
  envelope,
  mainCollection,
  objectsUrl,
  post,
  Source,
  startHub,
  TAXII,
} from './house.ts';
import { withStore } from './place.ts';

export interface CrashOptions {
  readonly kills: number;
  readonly writers: number;
  readonly store: string;
  readonly seed: number;
  /** Requests that each hub acknowledges before the moment of its kill is drawn. */
  readonly requests: number;
}

export interface CrashFigures {
  readonly kills: number;
  /** Objects, and the requests that brought them. */
  readonly acknowledged: number;
  readonly requests: number;
  readonly fewestRequestsAKill: number;
  /** Requests that a kill left without an answer, and how many of their objects are there whole. */
  readonly unanswered: number;
  readonly unansweredObjects: number;
  readonly unansweredKept: number;
  readonly lost: number;
  readonly altered: number;
  /** At the end, from the ledger's own lines: what of the whole run is no longer there. */
  readonly lostAtTheEnd: number;
  readonly slowestRestartMilliseconds: number;
  readonly seconds: number;
  readonly problems: readonly string[];
}

/** What a hub that was killed had answered, and what it had not. */
interface Life {
  readonly acknowledged: ReadonlyMap<string, string>;
  readonly unanswered: ReadonlyMap<string, string>;
  readonly requests: number;
  readonly openRequests: number;
}

export async function crash(
  options: CrashOptions,
  say: (line: string) => void,
): Promise<CrashFigures> {
  const began = performance.now();
  const data = mkdtempSync(join(tmpdir(), 'cybex-crash-'));
  const ledger = new Ledger(join(data, 'acknowledged.ledger'));
  const draw = random(options.seed);
  const sources = Array.from(
    { length: options.writers },
    (_, index) => new Source(options.seed + index),
  );
  let hub = await startHub({ data, store: options.store });
  const collection = await mainCollection(hub.url);
  const totals = new Totals();
  try {
    for (let kill = 1; kill <= options.kills; kill++) {
      const wait = { requests: options.requests, milliseconds: draw() * 1500 };
      const life = await writeUntilKilled(hub, collection, sources, ledger, wait);
      hub = await startHub({ data, store: options.store });
      const { lost, altered } = await compare(hub.url, collection, life.acknowledged);
      const open = await compare(hub.url, collection, life.unanswered);
      totals.add(life, hub.startMilliseconds, { lost, altered }, open);
      if (kill % 10 === 0 || kill === options.kills) {
        say(`${kill} kills: ${JSON.stringify(totals.figures())}`);
      }
    }
    const lostAtTheEnd = await ledger.missingAt(hub.url, collection);
    const { problems } = await api<{ problems: string[] }>(hub.url, 'POST', '/integrity');
    const seconds = Math.round((performance.now() - began) / 1000);
    return { kills: options.kills, ...totals.figures(), lostAtTheEnd, seconds, problems };
  } finally {
    await hub.kill();
    ledger.close();
    rmSync(data, { recursive: true, force: true });
  }
}

class Totals {
  acknowledged = 0;
  requests = 0;
  fewestRequestsAKill = Number.POSITIVE_INFINITY;
  unanswered = 0;
  unansweredObjects = 0;
  unansweredKept = 0;
  lost = 0;
  altered = 0;
  slowest = 0;

  add(life: Life, restart: number, found: Difference, open: Difference): void {
    this.acknowledged += life.acknowledged.size;
    this.requests += life.requests;
    this.fewestRequestsAKill = Math.min(this.fewestRequestsAKill, life.requests);
    this.unanswered += life.openRequests;
    this.unansweredObjects += life.unanswered.size;
    this.unansweredKept += life.unanswered.size - open.lost - open.altered;
    this.lost += found.lost;
    // What nobody acknowledged may be gone; what is there of it must be whole.
    this.altered += found.altered + open.altered;
    this.slowest = Math.max(this.slowest, restart);
  }

  figures() {
    const { slowest, ...rest } = this;
    return { ...rest, slowestRestartMilliseconds: Math.round(slowest) };
  }
}

/** The ledger outside the hub: a line for each acknowledged object, synced before it counts. */
class Ledger {
  readonly #path: string;
  readonly #file: number;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'a');
  }

  note(objects: readonly { readonly id: string; readonly text: string }[]): void {
    const lines = objects.map(({ id, text }) => `${id} ${digest(text)}\n`);
    writeSync(this.#file, lines.join(''));
    fsyncSync(this.#file);
  }

  /** How many of its objects a whole walk of the collection no longer finds with their bytes. */
  async missingAt(url: string, collection: string): Promise<number> {
    const lines = readFileSync(this.#path, 'utf8').trim().split('\n');
    const wanted = new Map(lines.map((line) => line.split(' ') as [string, string]));
    const client = clientOf(url);
    const from = { apiRoot: API_ROOT, collection, limit: 1_000 };
    for await (const page of client.pages(from)) {
      for (const { id, bytes } of page.items) {
        if (wanted.get(id) === digest(bytes)) wanted.delete(id);
      }
    }
    return wanted.size;
  }

  close(): void {
    closeSync(this.#file);
  }
}

function digest(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** `crash --kills 100 --writers 8 --requests 40 --store sqlite --seed 1`. */
export async function run(given: ReadonlyMap<string, string>): Promise<boolean> {
  const figures = await withStore(given, (store) =>
    crash(
      {
        kills: count(given, 'kills', 100),
        writers: count(given, 'writers', 8),
        store,
        seed: count(given, 'seed', 1),
        requests: count(given, 'requests', 40),
      },
      (line) => process.stderr.write(`${line}\n`),
    ),
  );
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  return isSound(figures);
}

/** Nothing lost, nothing altered, nothing wrong, and back within ten seconds. */
export function isSound(figures: CrashFigures): boolean {
  const { lost, altered, lostAtTheEnd, problems, slowestRestartMilliseconds } = figures;
  const found = lost + altered + lostAtTheEnd + problems.length;
  return found === 0 && slowestRestartMilliseconds < 10_000;
}

/**
 * Every writer notes what was acknowledged, durably, before it goes on. The hub is killed at a
 * random moment after it has acknowledged so many requests, with the writers still at it.
 */
async function writeUntilKilled(
  hub: RunningHub,
  collection: string,
  sources: readonly Source[],
  ledger: Ledger,
  wait: { readonly requests: number; readonly milliseconds: number },
): Promise<Life> {
  const acknowledged = new Map<string, string>();
  const unanswered = new Map<string, string>();
  const target = objectsUrl(hub.url, collection);
  let requests = 0;
  let openRequests = 0;
  let alive = true;
  const writers = sources.map(async (source) => {
    while (alive) {
      const objects = source.objects(5 + (requests % 30));
      const status = await post(target, ADMINISTRATOR, envelope(objects));
      const into = status === 202 ? acknowledged : unanswered;
      for (const { id, text } of objects) into.set(id, text);
      if (status === 0) openRequests++;
      if (status !== 202) break;
      ledger.note(objects);
      requests++;
    }
  });
  // A hub that answers no more must not hang the run: what it did until then is judged.
  for (let waited = 0; requests < wait.requests && waited < 60_000; waited += 10) await pause(10);
  await pause(wait.milliseconds);
  await hub.kill();
  alive = false;
  await Promise.all(writers);
  return { acknowledged, unanswered, requests, openRequests };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

interface Difference {
  readonly lost: number;
  readonly altered: number;
}

const IDS_A_REQUEST = 50;

/** What of these objects the hub no longer has, or has otherwise. */
export async function compare(
  url: string,
  collection: string,
  acknowledged: ReadonlyMap<string, string>,
): Promise<Difference> {
  let lost = 0;
  let altered = 0;
  const ids = [...acknowledged.keys()];
  for (let start = 0; start < ids.length; start += IDS_A_REQUEST) {
    const part = ids.slice(start, start + IDS_A_REQUEST);
    const query = new URLSearchParams({ 'match[id]': part.join(','), limit: String(part.length) });
    const answer = await fetch(`${objectsUrl(url, collection)}?${query}`, {
      headers: { authorization: ADMINISTRATOR, accept: TAXII },
    });
    const text = await answer.text();
    for (const id of part) {
      const sent = acknowledged.get(id) ?? '';
      if (text.includes(sent)) continue;
      if (text.includes(`"${id}"`)) altered++;
      else lost++;
    }
  }
  return { lost, altered };
}
