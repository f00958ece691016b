/**
 * Backup under load: writers post while `cybex backup` runs; the file is verified, restored into
 * another directory and into PostgreSQL, and both are read to the end. A follower that stood in the
 * middle of a pass beyond the backup notices the new feed epoch, loses nothing and doubles nothing.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedCursor, FeedNotice } from '../../src/exchange/taxii/client/index.ts';
import { startPostgres } from '../servers/postgres.ts';
import { count } from './arguments.ts';
import {
  ADMINISTRATOR,
  API_ROOT,
  api,
  clientOf,
  command,
  envelope,
  mainCollection,
  objectsUrl,
  post,
  type RunningHub,
  Source,
  startHub,
  TAXII,
} from './house.ts';

export interface BackupFigures {
  readonly backupBytes: number;
  /** Objects acknowledged before the backup was asked for, during it, and after it. */
  readonly acknowledged: { readonly before: number; readonly during: number };
  readonly restored: Readonly<Record<string, { readonly objects: number; readonly same: boolean }>>;
  readonly damagedIsRefused: boolean;
  readonly follower: {
    readonly notices: readonly FeedNotice[];
    readonly met: number;
    readonly missed: number;
    readonly doubled: number;
  };
  readonly problems: readonly string[];
}

export interface BackupOptions {
  readonly objects: number;
  readonly writers: number;
  readonly seed: number;
  /** Where the hub that is backed up lives: `sqlite` or `postgres`. */
  readonly from: string;
}

/** `backup --objects 20000 --writers 8 --from sqlite --seed 1`. */
export async function run(given: ReadonlyMap<string, string>): Promise<boolean> {
  const figures = await backup({
    objects: count(given, 'objects', 20_000),
    writers: count(given, 'writers', 8),
    seed: count(given, 'seed', 1),
    from: given.get('from') ?? 'sqlite',
  });
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  return isSound(figures);
}

export function isSound(figures: BackupFigures): boolean {
  const { restored, damagedIsRefused, follower, problems } = figures;
  return (
    Object.values(restored).every(({ same }) => same) &&
    damagedIsRefused &&
    follower.notices.includes('token-refused') &&
    follower.missed + follower.doubled + problems.length === 0
  );
}

export async function backup(options: BackupOptions): Promise<BackupFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'cybex-backup-'));
  const server = await startPostgres();
  if (server === null && options.from !== 'sqlite') throw new Error('there is no PostgreSQL');
  const stores = async () => (server === null ? null : (await server.schema()).url);
  const run = new BackupRun(options, folder);
  try {
    return await run.all(options.from === 'sqlite' ? 'sqlite' : ((await stores()) ?? ''), {
      sqlite: 'sqlite',
      ...(server === null ? {} : { postgres: (await stores()) ?? '' }),
    });
  } finally {
    await run.end();
    await server?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One object as a reader gets it: its bytes, and when it was added. */
interface Seen {
  readonly id: string;
  readonly text: string;
  readonly added: string;
}

class BackupRun {
  readonly #options: BackupOptions;
  readonly #folder: string;
  readonly #hubs: RunningHub[] = [];
  readonly #problems: string[] = [];
  #sources: readonly Source[] = [];

  constructor(options: BackupOptions, folder: string) {
    this.#options = options;
    this.#folder = folder;
    this.#sources = Array.from(
      { length: options.writers },
      (_, index) => new Source(options.seed * 1000 + index),
    );
  }

  async all(store: string, targets: Readonly<Record<string, string>>): Promise<BackupFigures> {
    const data = join(this.#folder, 'origin');
    const hub = await this.#start(data, store);
    const collection = await mainCollection(hub.url);
    const before = await this.#write(hub.url, collection, () => false);
    const file = join(this.#folder, 'house.backup');
    const during = await this.#backupUnderLoad(hub.url, collection, data, store, file);
    await this.#expect(['backup', 'verify', file], 'sound');
    const cursor = await this.#halfAPass(hub.url, collection);
    const origin = await this.#walk(hub.url, collection);
    await hub.stop();
    const restored: Record<string, { objects: number; same: boolean }> = {};
    let follower: BackupFigures['follower'] | undefined;
    for (const [name, target] of Object.entries(targets)) {
      const place = join(this.#folder, name);
      await this.#expect(['restore', file, '--data', place], 'restored and verified', target);
      const there = await this.#start(place, target);
      const seen = await this.#walk(there.url, collection);
      const ids = new Set(seen.map(({ id }) => id));
      const whole = before.every((id) => ids.has(id));
      restored[name] = { objects: seen.length, same: whole && isBeginning(seen, origin) };
      const { problems } = await api<{ problems: string[] }>(there.url, 'POST', '/integrity');
      this.#problems.push(...problems);
      follower ??= await this.#follow(there.url, collection, cursor);
      await there.stop();
    }
    return {
      backupBytes: readFileSync(file).length,
      acknowledged: { before: before.length, during: during.length },
      restored,
      damagedIsRefused: await this.#damagedIsRefused(file),
      follower: follower ?? { notices: [], met: 0, missed: 1, doubled: 0 },
      problems: this.#problems,
    };
  }

  async end(): Promise<void> {
    for (const hub of this.#hubs) await hub.kill();
  }

  async #start(data: string, store: string): Promise<RunningHub> {
    const hub = await startHub({ data, store });
    let running = true;
    const once = (end: () => Promise<void>) => async () => {
      if (running) await end();
      running = false;
    };
    const guarded = { ...hub, kill: once(hub.kill), stop: once(hub.stop) };
    this.#hubs.push(guarded);
    return guarded;
  }

  async #expect(words: readonly string[], told: string, store = 'sqlite'): Promise<void> {
    const end = await command(words, { CYBEX_STORE: store });
    if (end.code === 0 && end.out.includes(told)) return;
    throw new Error(`${words.join(' ')}: ${end.code} ${end.out} ${end.err}`);
  }

  /** Every writer posts its part, or until it is told to end; returns what was acknowledged. */
  async #write(url: string, collection: string, isOver: () => boolean): Promise<string[]> {
    const target = objectsUrl(url, collection);
    const acknowledged: string[] = [];
    const part = Math.ceil(this.#options.objects / this.#options.writers);
    const writing = this.#sources.map(async (source) => {
      for (let left = part; left > 0 && !isOver(); left -= 50) {
        const objects = source.objects(Math.min(50, left));
        const status = await post(target, ADMINISTRATOR, envelope(objects));
        if (status === 202) acknowledged.push(...objects.map(({ id }) => id));
        else this.#problems.push(`post: ${status}`);
      }
    });
    await Promise.all(writing);
    return acknowledged;
  }

  async #backupUnderLoad(
    url: string,
    collection: string,
    data: string,
    store: string,
    file: string,
  ): Promise<string[]> {
    let over = false;
    const writing = this.#write(url, collection, () => over);
    const words = ['backup', '--to', file, '--data', data];
    await this.#expect(words, file, store);
    over = true;
    return writing;
  }

  /** A whole walk: each object with its bytes and the time by which a follower goes on. */
  async #walk(url: string, collection: string): Promise<Seen[]> {
    const seen: Seen[] = [];
    const added = await this.#added(url, collection);
    const client = clientOf(url);
    for await (const page of client.pages({ apiRoot: API_ROOT, collection, limit: 1_000 })) {
      for (const { id, bytes } of page.items) {
        seen.push({ id, text: Buffer.from(bytes).toString(), added: added.get(id) ?? '' });
      }
    }
    return seen;
  }

  async #added(url: string, collection: string): Promise<Map<string, string>> {
    const added = new Map<string, string>();
    const target = objectsUrl(url, collection).replace(/objects\/$/, 'manifest/');
    for (let next: string | undefined = ''; next !== undefined; ) {
      const query = new URLSearchParams({ limit: '1000', ...(next === '' ? {} : { next }) });
      const answer = await fetch(`${target}?${query}`, {
        headers: { authorization: ADMINISTRATOR, accept: TAXII },
      });
      const page = (await answer.json()) as {
        next?: string;
        objects?: { id: string; date_added: string }[];
      };
      for (const { id, date_added } of page.objects ?? []) added.set(id, date_added);
      next = page.next;
    }
    return added;
  }

  readonly #met = new Map<string, number>();

  /** A follower that has taken half of the feed and holds a token. */
  async #halfAPass(url: string, collection: string): Promise<FeedCursor> {
    const total = (await this.#added(url, collection)).size;
    const limit = Math.max(1, Math.min(500, Math.floor(total / 6)));
    for await (const page of clientOf(url).pages({ apiRoot: API_ROOT, collection, limit })) {
      this.#take(page.items);
      if (this.#met.size >= total / 2) return page.cursor;
    }
    throw new Error('the feed ended before its half');
  }

  /** Goes on with its cursor at the restored house, which meanwhile takes new objects. */
  async #follow(
    url: string,
    collection: string,
    cursor: FeedCursor,
  ): Promise<BackupFigures['follower']> {
    const notices: FeedNotice[] = [];
    const fresh = this.#sources[0]?.objects(100) ?? [];
    const status = await post(objectsUrl(url, collection), ADMINISTRATOR, envelope(fresh));
    if (status !== 202) this.#problems.push(`post after the restore: ${status}`);
    for await (const page of clientOf(url).pages({ apiRoot: API_ROOT, collection, cursor })) {
      this.#take(page.items);
      notices.push(...page.notices);
    }
    const wanted = await this.#walk(url, collection);
    return {
      notices,
      met: this.#met.size,
      missed: wanted.filter(({ id }) => !this.#met.has(id)).length,
      doubled: [...this.#met.values()].filter((times) => times > 1).length,
    };
  }

  #take(items: readonly { readonly id: string }[]): void {
    for (const { id } of items) this.#met.set(id, (this.#met.get(id) ?? 0) + 1);
  }

  async #damagedIsRefused(file: string): Promise<boolean> {
    const bytes = readFileSync(file);
    // Over a whole page and more, in the middle: whatever lies there, it is no longer that.
    bytes.fill(0x5a, bytes.length >> 1, (bytes.length >> 1) + 10_000);
    const damaged = join(this.#folder, 'damaged.backup');
    writeFileSync(damaged, bytes);
    const verified = await command(['backup', 'verify', damaged]);
    const place = join(this.#folder, 'damaged');
    const words = ['restore', damaged, '--data', place];
    const restored = await command(words, { CYBEX_STORE: 'sqlite' });
    return verified.code !== 0 && restored.code !== 0;
  }
}

/** A backup is a state that the house had: all that was added up to some moment. */
function isBeginning(part: readonly Seen[], whole: readonly Seen[]): boolean {
  return part.every(({ id, text, added }, index) => {
    const other = whole[index];
    return other?.id === id && other.text === text && other.added === added && added !== '';
  });
}
