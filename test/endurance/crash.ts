/**
 * kill -9 at random moments under eight writers, with a ledger outside the hub that is synced for
 * every acknowledgement. After each restart: everything acknowledged since the last one is there,
 * byte for byte; at the end the whole store is checked.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { random } from '../../bench/data.ts';
import { count } from './arguments.ts';
import type { RunningHub } from './house.ts';
import {
  ADMINISTRATOR,
  api,
  envelope,
  mainCollection,
  objectsUrl,
  post,
  Source,
  startHub,
  TAXII,
} from './house.ts';

export interface CrashOptions {
  readonly kills: number;
  readonly writers: number;
  readonly store: string;
  readonly seed: number;
}

export interface CrashFigures {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly altered: number;
  readonly slowestRestartMilliseconds: number;
  readonly problems: readonly string[];
}

export async function crash(
  options: CrashOptions,
  say: (line: string) => void,
): Promise<CrashFigures> {
  const data = mkdtempSync(join(tmpdir(), 'cybex-crash-'));
  const ledger = openSync(join(data, 'acknowledged.ledger'), 'a');
  const draw = random(options.seed);
  const sources = Array.from(
    { length: options.writers },
    (_, index) => new Source(options.seed + index),
  );
  let hub = await startHub({ data, store: options.store });
  const collection = await mainCollection(hub.url);
  const totals = { acknowledged: 0, lost: 0, altered: 0, slowest: 0 };
  try {
    for (let kill = 1; kill <= options.kills; kill++) {
      const acknowledged = await writeUntilKilled(
        hub,
        collection,
        sources,
        ledger,
        150 + draw() * 1500,
      );
      hub = await startHub({ data, store: options.store });
      totals.slowest = Math.max(totals.slowest, hub.startMilliseconds);
      const { lost, altered } = await compare(hub.url, collection, acknowledged);
      totals.acknowledged += acknowledged.size;
      totals.lost += lost;
      totals.altered += altered;
      if (kill % 10 === 0 || kill === options.kills) {
        say(
          `${kill} kills: ${totals.acknowledged} acknowledged, ${totals.lost} lost, ${totals.altered} altered, slowest restart ${Math.round(totals.slowest)} ms`,
        );
      }
    }
    const { problems } = await api<{ problems: string[] }>(hub.url, 'POST', '/integrity');
    return {
      kills: options.kills,
      acknowledged: totals.acknowledged,
      lost: totals.lost,
      altered: totals.altered,
      slowestRestartMilliseconds: Math.round(totals.slowest),
      problems,
    };
  } finally {
    await hub.kill();
    closeSync(ledger);
    rmSync(data, { recursive: true, force: true });
  }
}

/** `crash --kills 100 --writers 8 --store sqlite --seed 1`. */
export async function run(given: ReadonlyMap<string, string>): Promise<boolean> {
  const figures = await crash(
    {
      kills: count(given, 'kills', 100),
      writers: count(given, 'writers', 8),
      store: given.get('store') ?? 'sqlite',
      seed: count(given, 'seed', 1),
    },
    (line) => process.stderr.write(`${line}\n`),
  );
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  return isSound(figures);
}

/** Nothing lost, nothing altered, nothing wrong, and back within ten seconds. */
export function isSound(figures: CrashFigures): boolean {
  const { lost, altered, problems, slowestRestartMilliseconds } = figures;
  return lost + altered + problems.length === 0 && slowestRestartMilliseconds < 10_000;
}

/** Every writer notes what was acknowledged, durably, before it goes on. */
async function writeUntilKilled(
  hub: RunningHub,
  collection: string,
  sources: readonly Source[],
  ledger: number,
  milliseconds: number,
): Promise<Map<string, string>> {
  const acknowledged = new Map<string, string>();
  const target = objectsUrl(hub.url, collection);
  let alive = true;
  const writers = sources.map(async (source) => {
    while (alive) {
      const objects = source.objects(5 + (acknowledged.size % 30));
      const status = await post(target, ADMINISTRATOR, envelope(objects));
      if (status !== 202) break;
      writeSync(ledger, `${objects.map(({ id }) => id).join('\n')}\n`);
      fsyncSync(ledger);
      for (const { id, text } of objects) acknowledged.set(id, text);
    }
  });
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  // On a slow machine the moment comes later: a kill before any acknowledgement shows nothing.
  for (let waited = 0; acknowledged.size === 0 && waited < 20_000; waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  alive = false;
  await hub.kill();
  await Promise.all(writers);
  return acknowledged;
}

const IDS_A_REQUEST = 50;

/** What of these objects the hub no longer has, or has otherwise. */
export async function compare(
  url: string,
  collection: string,
  acknowledged: ReadonlyMap<string, string>,
): Promise<{ lost: number; altered: number }> {
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
