/**
 * Disk full at random bytes under eight writers: the data lie on a small file system of their own
 * that a second file fills. Nothing is acknowledged that is not there afterwards, refusals say when
 * to come again, reads go on, and writing goes on by itself when there is room.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { random } from '../../bench/data.ts';
import { count } from './arguments.ts';
import { compare } from './crash.ts';
import {
  ADMINISTRATOR,
  api,
  envelope,
  mainCollection,
  objectsUrl,
  type RunningHub,
  Source,
  startHub,
  TAXII,
} from './house.ts';

export const NO_MOUNT = 'a file system cannot be mounted here: run as root on Linux';

const DISK_BYTES = 48 * 1024 * 1024;
const PROBLEMS_NAMED = 20;
/** How long the disk stays full, and how long a hub may take to see that it no longer is. */
const FULL_MILLISECONDS = 2_000;
const RESUME_MILLISECONDS = 90_000;

export interface DiskFigures {
  readonly levels: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly altered: number;
  /** How often each status was answered while the disk was full. */
  readonly answers: Readonly<Record<string, number>>;
  readonly refusedWithoutRetryAfter: number;
  readonly reads: number;
  readonly failedReads: number;
  readonly slowestResumeMilliseconds: number;
  readonly problems: readonly string[];
}

/** `faults --disk 20 --writers 8 --seed 1`. */
export async function run(given: ReadonlyMap<string, string>): Promise<boolean> {
  const figures = await diskFull(
    {
      levels: count(given, 'disk', 20),
      writers: count(given, 'writers', 8),
      seed: count(given, 'seed', 1),
    },
    (line) => process.stderr.write(`${line}\n`),
  );
  process.stdout.write(`${figures === null ? NO_MOUNT : JSON.stringify(figures)}\n`);
  return figures !== null && isSound(figures);
}

export function isSound(figures: DiskFigures): boolean {
  const { lost, altered, refusedWithoutRetryAfter, failedReads, problems, answers } = figures;
  const refusals = Object.keys(answers).filter((status) => status !== '202');
  return (
    lost + altered + refusedWithoutRetryAfter + failedReads + problems.length === 0 &&
    refusals.length > 0 &&
    refusals.every((status) => status === '507' || status === '503')
  );
}

/** Null when no file system can be mounted. */
export async function diskFull(
  options: { readonly levels: number; readonly writers: number; readonly seed: number },
  say: (line: string) => void,
): Promise<DiskFigures | null> {
  const draw = random(options.seed);
  const totals = new Totals();
  for (let level = 1; level <= options.levels; level++) {
    const disk = mountDisk();
    if (disk === null) return null;
    // Now and then not even a page of the log has room: then a first reader's ledger line has none.
    const left = Math.floor(level % 4 === 1 ? draw() * 16_384 : draw() ** 2 * 2_000_000);
    try {
      await oneLevel(disk, left, options.writers, options.seed * 1000 + level * 20, totals);
    } finally {
      disk.remove();
    }
    say(`level ${level}: ${left} bytes left; ${JSON.stringify(totals.figures(level))}`);
  }
  return totals.figures(options.levels);
}

interface Disk {
  readonly data: string;
  /** Fills the disk but for so many bytes. */
  fill(left: number): void;
  free(): void;
  remove(): void;
}

function mountDisk(): Disk | null {
  const place = mkdtempSync(join(tmpdir(), 'cybex-disk-'));
  const size = `size=${DISK_BYTES}`;
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', place]).status !== 0) {
    rmSync(place, { recursive: true, force: true });
    return null;
  }
  const filler = join(place, 'filler');
  return {
    data: join(place, 'data'),
    fill(left) {
      const { bavail, bsize } = statfsSync(place);
      const file = openSync(filler, 'w');
      const block = Buffer.alloc(65_536, 1);
      try {
        for (let rest = bavail * bsize - left; rest > 0; ) {
          rest -= writeSync(file, block, 0, Math.min(rest, block.length));
        }
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    remove() {
      spawnSync('umount', ['-l', place]);
      rmSync(place, { recursive: true, force: true });
    },
  };
}

class Totals {
  readonly acknowledged = new Map<string, string>();
  readonly answers: Record<string, number> = {};
  readonly problems: string[] = [];
  before = 0;
  lost = 0;
  altered = 0;
  silent = 0;
  reads = 0;
  failedReads = 0;
  slowestResume = 0;

  figures(levels: number): DiskFigures {
    return {
      levels,
      acknowledged: this.before + this.acknowledged.size,
      lost: this.lost,
      altered: this.altered,
      answers: this.answers,
      refusedWithoutRetryAfter: this.silent,
      reads: this.reads,
      failedReads: this.failedReads,
      slowestResumeMilliseconds: Math.round(this.slowestResume),
      problems: this.problems,
    };
  }
}

async function oneLevel(
  disk: Disk,
  left: number,
  writers: number,
  seed: number,
  totals: Totals,
): Promise<void> {
  let hub = await startHub({ data: disk.data, store: 'sqlite' });
  try {
    const collection = await mainCollection(hub.url);
    const target = objectsUrl(hub.url, collection);
    const sources = Array.from({ length: writers }, (_, index) => new Source(seed + index));
    for (const source of sources) await send(target, source, totals);
    disk.fill(left);
    const full = { over: false };
    const posting = sources.map((source) => postUntil(full, target, source, totals));
    const reading = readUntil(full, target, totals);
    await pause(FULL_MILLISECONDS);
    for (let waited = 0; !isRefusing(totals) && waited < 10_000; waited += 100) await pause(100);
    disk.free();
    full.over = true;
    await Promise.all([...posting, reading]);
    await resume(target, sources, totals);
    await verify(hub, collection, totals);
    await hub.stop();
    hub = await startHub({ data: disk.data, store: 'sqlite' });
    await verify(hub, collection, totals);
    totals.before += totals.acknowledged.size;
    totals.acknowledged.clear();
  } finally {
    await hub.kill();
  }
}

function isRefusing({ answers }: Totals): boolean {
  return Object.keys(answers).some((status) => status !== '202');
}

async function postUntil(
  full: { readonly over: boolean },
  target: string,
  source: Source,
  totals: Totals,
): Promise<void> {
  while (!full.over) {
    const status = await send(target, source, totals);
    totals.answers[status] = (totals.answers[status] ?? 0) + 1;
    if (status !== 202) await pause(20);
  }
}

/** Posts a few objects and notes them when they are acknowledged. */
async function send(target: string, source: Source, totals: Totals): Promise<number> {
  const objects = source.objects(10);
  try {
    const answer = await fetch(target, {
      method: 'POST',
      headers: { authorization: ADMINISTRATOR, accept: TAXII, 'content-type': TAXII },
      body: envelope(objects),
    });
    await answer.arrayBuffer();
    if (answer.status === 202) {
      for (const { id, text } of objects) totals.acknowledged.set(id, text);
    } else if (answer.headers.get('retry-after') === null) totals.silent++;
    return answer.status;
  } catch {
    return 0;
  }
}

async function readUntil(
  full: { readonly over: boolean },
  target: string,
  totals: Totals,
): Promise<void> {
  while (!full.over) {
    const answer = await fetch(`${target}?limit=20`, {
      headers: { authorization: ADMINISTRATOR, accept: TAXII },
    });
    const text = await answer.text();
    totals.reads++;
    if (answer.status !== 200 || !text.startsWith('{"')) {
      totals.failedReads++;
      if (totals.problems.length < PROBLEMS_NAMED)
        totals.problems.push(`read: ${answer.status} ${text}`);
    }
    await pause(20);
  }
}

async function resume(target: string, sources: readonly Source[], totals: Totals): Promise<void> {
  const began = performance.now();
  for (const source of sources) {
    while ((await send(target, source, totals)) !== 202) {
      if (performance.now() - began > RESUME_MILLISECONDS)
        throw new Error('writing did not resume');
      await pause(50);
    }
  }
  totals.slowestResume = Math.max(totals.slowestResume, performance.now() - began);
}

async function verify(hub: RunningHub, collection: string, totals: Totals): Promise<void> {
  const { lost, altered } = await compare(hub.url, collection, totals.acknowledged);
  totals.lost += lost;
  totals.altered += altered;
  const { problems } = await api<{ problems: string[] }>(hub.url, 'POST', '/integrity');
  totals.problems.push(...problems);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
