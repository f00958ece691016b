/**
 * Feed completeness: eight writers with random delays, readers that follow by `added_after` and by
 * `next`, and events that widen visibility mixed in. At the end every reader must have met every
 * object that a fresh walk shows it, and none twice but for the reasons of doubles.ts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { random } from '../../bench/data.ts';
import { count } from './arguments.ts';
import { type Doubles, doubles, type Joining, type Movable } from './doubles.ts';
import { Follower, type FollowerPlace } from './follower.ts';
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
} from './house.ts';
import { withStore } from './place.ts';

const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb';
const CLEAR = 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487';

/** Longer than any step of the hub's own upkeep. */
const QUIET_MILLISECONDS = 8_000;

const LATE = 'late member by added_after';
const LATEST = 'latest member by next';

export interface FeedOptions {
  readonly objects: number;
  readonly writers: number;
  readonly store: string;
  /** Hub processes on the one store; more than one needs PostgreSQL. */
  readonly hubs: number;
  readonly seed: number;
}

export interface FeedFigures {
  readonly objects: number;
  readonly events: Readonly<Record<string, number>>;
  readonly readers: readonly (Doubles & {
    readonly name: string;
    readonly visible: number;
    readonly met: number;
    readonly missed: number;
  })[];
  /** Posts that were sent again because no answer came, or 503. */
  readonly repeated: number;
  readonly seconds: number;
}

export async function feed(
  options: FeedOptions,
  say: (line: string) => void,
): Promise<FeedFigures> {
  const began = performance.now();
  const data = mkdtempSync(join(tmpdir(), 'cybex-feed-'));
  const hubs: RunningHub[] = [];
  for (let index = 0; index < options.hubs; index++) {
    hubs.push(await startHub({ data: join(data, String(index)), store: options.store }));
  }
  try {
    const run = new FeedRun(
      options,
      hubs.map(({ url }) => url),
    );
    await run.prepare();
    await run.write(say);
    return { ...(await run.verdict()), seconds: Math.round((performance.now() - began) / 1000) };
  } finally {
    for (const hub of hubs) await hub.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** `feed --objects 1000000 --writers 8 --store sqlite --hubs 1 --seed 1`. */
export async function run(given: ReadonlyMap<string, string>): Promise<boolean> {
  const figures = await withStore(given, (store) =>
    feed(
      {
        objects: count(given, 'objects', 1_000_000),
        writers: count(given, 'writers', 8),
        store,
        hubs: count(given, 'hubs', 1),
        seed: count(given, 'seed', 1),
      },
      (line) => process.stderr.write(`${line}\n`),
    ),
  );
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  return isComplete(figures);
}

/** Every reader met all that it may see, and nothing twice without a reason. */
export function isComplete({ readers }: FeedFigures): boolean {
  return readers.every(({ missed, withoutEvent }) => missed === 0 && withoutEvent === 0);
}

class FeedRun {
  readonly #options: FeedOptions;
  readonly #urls: readonly string[];
  readonly #draw: () => number;
  readonly #readers: Follower[] = [];
  /** What the members of a community see and others do not, by id: the time it was sent at. */
  readonly #green = new Map<string, number>();
  readonly #joinings: Joining[] = [];
  readonly #events: Record<string, number> = {};
  #main = '';
  #second = '';
  #community = '';
  #late = '';
  #latest = '';
  #sent = 0;
  #repeated = 0;
  #writing = true;

  constructor(options: FeedOptions, urls: readonly string[]) {
    this.#options = options;
    this.#urls = urls;
    this.#draw = random(options.seed);
  }

  #url(index: number): string {
    return this.#urls[index % this.#urls.length] ?? '';
  }

  async prepare(): Promise<void> {
    const url = this.#url(0);
    this.#main = await mainCollection(url);
    const second = await api<{ id: string }>(url, 'POST', '/collections', {
      title: 'Second',
      alias: 'second',
      grants: [{ subjectKind: 'authenticated', read: true, write: true }],
    });
    this.#second = second.id;
    const member = await this.#organisation('Member');
    this.#late = await this.#organisation('Late member', []);
    this.#latest = await this.#organisation('Latest member', []);
    const community = await api<{ id: string }>(url, 'POST', '/communities', {
      name: 'Circle',
      members: [member],
    });
    this.#community = community.id;
    const memberToken = await this.#token(member);
    const lateToken = await this.#token(this.#late);
    const latestToken = await this.#token(this.#latest);
    this.#reader('member by added_after', memberToken, this.#main, 'added_after', 0);
    this.#reader('member by next', memberToken, this.#second, 'next', 1);
    this.#reader(LATE, lateToken, this.#main, 'added_after', 1);
    this.#reader(LATEST, latestToken, this.#main, 'next', 0);
  }

  async #organisation(name: string, communities?: readonly string[]): Promise<string> {
    const body = { name, ...(communities ? { communities } : {}) };
    return (await api<{ id: string }>(this.#url(0), 'POST', '/organisations', body)).id;
  }

  async #token(organisation: string): Promise<string> {
    const body = { organisation, roles: ['reader'] };
    const { token } = await api<{ token: string }>(this.#url(0), 'POST', '/tokens', body);
    return `Bearer ${token}`;
  }

  #reader(
    name: string,
    authorization: string,
    collection: string,
    by: FollowerPlace['by'],
    hub: number,
  ): void {
    const place = { name, url: this.#url(hub), authorization, collection, by, draw: this.#draw };
    this.#readers.push(new Follower(place));
  }

  async write(say: (line: string) => void): Promise<void> {
    const perWriter = Math.ceil(this.#options.objects / this.#options.writers);
    const ticker = setInterval(() => {
      say(this.#readers.map(({ place, met }) => `${place.name}: ${met.size}`).join(', '));
    }, 30_000);
    try {
      const polls = this.#readers.map((reader) => this.#poll(reader));
      const writers = Array.from({ length: this.#options.writers }, (_, index) =>
        this.#writer(index, perWriter),
      );
      await Promise.all([...polls, this.#joinAndEnd(writers)]);
    } finally {
      this.#writing = false;
      clearInterval(ticker);
    }
  }

  /** One joins while all write, the other when they are done. */
  async #joinAndEnd(writers: readonly Promise<void>[]): Promise<void> {
    const done = Promise.all(writers);
    const isHalf = async () => {
      while (this.#writing && this.#sent < this.#options.objects / 2) await pause(50);
    };
    await Promise.race([done, isHalf()]);
    await this.#joinCommunity(this.#late, LATE);
    await done;
    await this.#joinCommunity(this.#latest, LATEST);
    // Embargoes end within two seconds, and the outbox needs a moment.
    await pause(6_000);
    this.#writing = false;
  }

  async #writer(index: number, count: number): Promise<void> {
    const source = new Source(this.#options.seed * 1000 + index);
    const url = this.#url(index);
    for (let left = count; left > 0; ) {
      const size = Math.min(left, 1 + Math.floor(this.#draw() * 100));
      left -= size;
      const marking = this.#draw() < 0.5 ? GREEN : CLEAR;
      const objects = source.objects(size, marking);
      if (marking === GREEN) this.#note(objects);
      await this.#post(url, this.#main, objects);
      this.#sent += size;
      await pause(this.#draw() * 20);
      if (this.#draw() < 0.3) await this.#secondCollection(url, objects);
      if (this.#draw() < 0.05) await this.#event(url, source);
    }
  }

  async #post(
    url: string,
    collection: string,
    objects: readonly { readonly text: string }[],
  ): Promise<void> {
    const body = envelope(objects);
    const target = objectsUrl(url, collection);
    this.#repeated += await expect202(() => post(target, ADMINISTRATOR, body));
  }

  async #secondCollection(
    url: string,
    objects: readonly { id: string; text: string }[],
  ): Promise<void> {
    this.#count('second collection');
    await this.#post(url, this.#second, objects);
  }

  #count(name: string): void {
    this.#events[name] = (this.#events[name] ?? 0) + 1;
  }

  #note(objects: readonly { id: string }[]): void {
    for (const { id } of objects) this.#green.set(id, performance.now());
  }

  async #event(url: string, source: Source): Promise<void> {
    const objects = source.objects(5).map(({ id, text }) => {
      const { object_marking_refs: _markings, ...rest } = JSON.parse(text) as Record<
        string,
        unknown
      >;
      return { id, text: JSON.stringify(rest), rest };
    });
    const choice = this.#draw();
    const body = envelope(objects);
    this.#note(objects);
    if (choice < 0.4) {
      this.#count('lowered label');
      await this.#import(url, body, {});
      await pause(this.#draw() * 200);
      await this.#import(url, body, { tlp: 'GREEN' });
    } else if (choice < 0.7) {
      this.#count('end of embargo');
      const from = new Date(Date.now() + 1500).toISOString();
      await this.#import(url, body, { tlp: 'GREEN', from });
    } else {
      await this.#lateDefinition(url, objects);
    }
  }

  async #lateDefinition(
    url: string,
    objects: readonly { readonly id: string; readonly rest: Record<string, unknown> }[],
  ): Promise<void> {
    this.#count('late definition');
    const id = `marking-definition--${crypto.randomUUID()}`;
    const marked = objects.map(({ rest }) => ({
      text: JSON.stringify({ ...rest, object_marking_refs: [GREEN, id] }),
    }));
    await this.#post(url, this.#main, marked);
    await pause(this.#draw() * 300);
    const definition = {
      type: 'marking-definition',
      spec_version: '2.1',
      id,
      created: '2026-01-01T00:00:00.000Z',
      definition_type: 'statement',
      definition: { statement: 'Made for a test.' },
      object_marking_refs: [CLEAR],
    };
    const text = JSON.stringify(definition);
    await this.#post(url, this.#main, [{ text }]);
  }

  async #import(url: string, body: string, query: Record<string, string>): Promise<void> {
    const parameters = new URLSearchParams({ collection: 'main', ...query });
    await api(url, 'POST', `/import?${parameters}`, body);
  }

  async #joinCommunity(organisation: string, reader: string): Promise<void> {
    this.#count('new member');
    const { communities } = await api<{
      communities: { id: string; name: string; members: string[] }[];
    }>(this.#url(0), 'GET', '/communities');
    const circle = communities.find(({ id }) => id === this.#community);
    if (circle === undefined) throw new Error('the community is gone');
    const begun = performance.now();
    await api(this.#url(1), 'POST', '/communities', {
      id: circle.id,
      name: circle.name,
      members: [...circle.members, organisation],
    });
    const done = performance.now();
    this.#joinings.push({ reader, group: 'GREEN', collection: this.#main, begun, done });
  }

  /** Follows until the writing is over and nothing has come for a while: offers anew take time. */
  async #poll(reader: Follower): Promise<void> {
    let lastMet = performance.now();
    while (this.#writing || performance.now() - lastMet < QUIET_MILLISECONDS) {
      if ((await reader.pass()) > 0) lastMet = performance.now();
      await pause(10 + this.#draw() * 40);
    }
  }

  async verdict(): Promise<Omit<FeedFigures, 'seconds'>> {
    const readers = [];
    for (const reader of this.#readers) {
      const { place, met } = reader;
      const visible = await reader.fresh();
      readers.push({
        name: place.name,
        visible: visible.size,
        met: met.size,
        missed: [...visible].filter((key) => !met.has(key)).length,
        ...doubles(place, met, (key) => this.#movable(key), this.#joinings),
      });
    }
    return {
      objects: this.#options.objects,
      events: this.#events,
      readers,
      repeated: this.#repeated,
    };
  }

  #movable(key: string): Movable | undefined {
    const sent = this.#green.get(key.split(' ')[0] ?? '');
    return sent === undefined ? undefined : { group: 'GREEN', sent };
  }
}

/** Posts until it is acknowledged: what is sent again is known by its content. */
async function expect202(body: () => Promise<number>): Promise<number> {
  for (let repeated = 0; repeated < 50; repeated++) {
    const code = await body();
    if (code === 202) return repeated;
    if (code !== 0 && code !== 503) throw new Error(`POST was answered ${code}`);
    await pause(200);
  }
  throw new Error('POST was not answered');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
