/**
 * The store alone: durable ingest and pages at random places, in process and through workers.
 * Arguments: records, labels (1), share in per mille that the reader sees (1000).
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/core/clock.ts';
import type { House, PageQuery } from '../src/store/port.ts';
import { openSqliteHouse, openSqliteHouseInProcess } from '../src/store/sqlite/index.ts';
import {
  benchItem,
  benchSees,
  CLEAR,
  COLLECTION,
  DIRECTORY,
  dice,
  manyLabel,
  READER,
  SOURCE,
} from './store-data.ts';

const CHUNK = 100;
const SECONDS = 3;

const [records = 10_000, labels = 1, share = 1_000] = process.argv.slice(2).map(Number);
const clock = systemClock();
const entry = { principal: SOURCE, organisation: SOURCE, action: 'bench', subject: '' };

function print(name: string, figure: number, unit: string): void {
  process.stdout.write(`${name.padEnd(44)} ${Math.round(figure).toString().padStart(9)} ${unit}\n`);
}

function labelOf(number: number) {
  const visible = number % 1_000 < share;
  if (labels === 1) return visible ? CLEAR : manyLabel(0, false);
  return manyLabel(number % labels, visible);
}

async function ingest(house: House, writers: number): Promise<void> {
  await house.operations.change(DIRECTORY, { ...entry, outcome: 'done', detail: {} });
  const policyEpoch = await house.operations.policyEpoch();
  let next = 0;
  let spent = 0;
  const write = async () => {
    const head = { mediaType: 'bench', principal: SOURCE, organisation: SOURCE, channel: 'bench' };
    const parcel = await house.writer.receive({ ...head, collection: COLLECTION });
    for (let sequence = 0; next < records; sequence++) {
      const first = next;
      next += CHUNK;
      const made = performance.now();
      const items = Array.from({ length: CHUNK }, (_, n) =>
        benchItem(first + n, labelOf(first + n)),
      );
      spent += performance.now() - made;
      const reads = { policyEpoch, missingDefinitions: [] };
      await house.writer.append({ parcel: parcel.id, sequence, items, reads });
    }
  };
  const start = performance.now();
  const cpu = process.cpuUsage();
  await Promise.all(Array.from({ length: writers }, write));
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  print(`ingest, ${writers} writers, wall`, records / seconds, 'objects/s');
  print('ingest, without making the data', records / (seconds - spent / 1_000), 'objects/s');
  print('ingest, CPU', records / ((user + system) / 1e6 - spent / 1_000), 'objects/s');
}

/** Positions spread over the collection, to start pages at. */
async function places(house: House): Promise<number[]> {
  const reader = house.readerFor({ principal: READER, channel: 'feed' });
  const found: number[] = [];
  let after: PageQuery['after'];
  for (;;) {
    const query = { collection: COLLECTION, match: {}, limit: 1_000 };
    const page = await reader.manifest(after === undefined ? query : { ...query, after });
    found.push(...page.rows.map((row) => row.added));
    if (!page.more || page.last === undefined) return found;
    after = page.last;
  }
}

async function pages(house: House, name: string, at: readonly number[], inFlight: number) {
  const reader = house.readerFor({ principal: READER, channel: 'feed' });
  const roll = dice(7);
  const one = async () => {
    const addedAfter = at[roll() % Math.max(1, at.length - CHUNK)] ?? 0;
    const page = await reader.objects({
      collection: COLLECTION,
      match: {},
      limit: CHUNK,
      addedAfter,
    });
    return page.body.length;
  };
  for (let i = 0; i < 100; i++) await one();
  let count = 0;
  const start = performance.now();
  const cpu = process.cpuUsage();
  const run = async () => {
    while (performance.now() - start < SECONDS * 1_000) {
      await one();
      count++;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, run));
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  print(`pages of 100, ${name}, wall`, count / seconds, 'pages/s');
  print(`pages of 100, ${name}, CPU`, count / ((user + system) / 1e6), 'pages/s');
}

const folder = mkdtempSync(join(tmpdir(), 'cybex-bench-'));
const file = join(folder, 'house.db');
const workerModule = new URL('./store-worker.js', import.meta.url);
try {
  const threaded = await openSqliteHouse({ file, clock, workerModule, readers: 1 });
  await ingest(threaded, 4);
  const at = await places(threaded);
  print('visible records', at.length, '');
  await pages(threaded, 'through a worker, 8 in flight', at, 8);
  await pages(threaded, 'through a worker, 1 in flight', at, 1);
  await threaded.close();
  print('file', statSync(file).size / records, 'bytes/record');
  const inProcess = await openSqliteHouseInProcess({ file, clock, sees: benchSees });
  await pages(inProcess, 'in process', at, 1);
  print('resident memory', process.memoryUsage().rss / 2 ** 20, 'MB');
  await inProcess.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
