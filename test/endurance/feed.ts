/**
 * Feed completeness: eight writers with random delays, readers that follow by `added_after` and by
 * `next`, and events that widen visibility mixed in. At the end every reader must have met every
 * object that a fresh walk shows it; an object met twice must have been widened.
 */
import { mkdtempSync, rmSync } from 'node:fs';
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
  page,
  post,
  Source,
  startHub,
} from './house.ts';

const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb';
const CLEAR = 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487';

/** Longer than any step of the hub's own upkeep. */
const QUIET_MILLISECONDS = 8_000;

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
  readonly readers: readonly {
    readonly name: string;
    readonly visible: number;
    readonly met: number;
    readonly missed: number;
    readonly twice: number;
    readonly twiceWithoutEvent: number;
  }[];
  readonly seconds: number;
}

interface Reader {
  readonly name: string;
  readonly authorization: string;
  readonly collection: string;
  readonly by: 'added_after' | 'next';
  readonly hub: number;
  readonly met: Map<string, number>;
  after: string | undefined;
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
  const figures = await feed(
    {
      objects: count(given, 'objects', 1_000_000),
      writers: count(given, 'writers', 8),
      store: given.get('store') ?? 'sqlite',
      hubs: count(given, 'hubs', 1),
      seed: count(given, 'seed', 1),
    },
    (line) => process.stderr.write(`${line}\n`),
  );
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  return isComplete(figures);
}

/** Every reader met all that it may see, and nothing twice without a reason. */
export function isComplete({ readers }: FeedFigures): boolean {
  return readers.every(({ missed, twiceWithoutEvent }) => missed === 0 && twiceWithoutEvent === 0);
}

class FeedRun {
  readonly #options: FeedOptions;
  readonly #urls: readonly string[];
  readonly #draw: () => number;
  readonly #readers: Reader[] = [];
  /** Ids that some event made visible to someone, or visible anew. */
  readonly #widened = new Set<string>();
  readonly #events: Record<string, number> = {};
  #main = '';
  #second = '';
  #community = '';
  #late = '';
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
    const community = await api<{ id: string }>(url, 'POST', '/communities', {
      name: 'Circle',
      members: [member],
    });
    this.#community = community.id;
    const memberToken = await this.#token(member);
    const lateToken = await this.#token(this.#late);
    this.#reader('member by added_after', memberToken, this.#main, 'added_after', 0);
    this.#reader('member by next', memberToken, this.#second, 'next', 1);
    this.#reader('late member by added_after', lateToken, this.#main, 'added_after', 1);
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
    by: Reader['by'],
    hub: number,
  ): void {
    const met = new Map<string, number>();
    this.#readers.push({ name, authorization, collection, by, hub, met, after: undefined });
  }

  async write(say: (line: string) => void): Promise<void> {
    const perWriter = Math.ceil(this.#options.objects / this.#options.writers);
    const polls = this.#readers.map((reader) => this.#poll(reader));
    const writers = Array.from({ length: this.#options.writers }, (_, index) =>
      this.#writer(index, perWriter),
    );
    const ticker = setInterval(() => {
      say(this.#readers.map(({ name, met }) => `${name}: ${met.size}`).join(', '));
    }, 30_000);
    await Promise.all(writers);
    await this.#joinCommunity();
    clearInterval(ticker);
    // Embargoes end within two seconds, and the outbox needs a moment.
    await pause(6_000);
    this.#writing = false;
    await Promise.all(polls);
  }

  async #writer(index: number, count: number): Promise<void> {
    const source = new Source(this.#options.seed * 1000 + index);
    const url = this.#url(index);
    for (let left = count; left > 0; ) {
      const size = Math.min(left, 1 + Math.floor(this.#draw() * 100));
      left -= size;
      const marking = this.#draw() < 0.5 ? GREEN : CLEAR;
      const objects = source.objects(size, marking);
      const body = envelope(objects);
      await expect202(post(objectsUrl(url, this.#main), ADMINISTRATOR, body));
      await pause(this.#draw() * 20);
      if (this.#draw() < 0.3) await this.#secondCollection(url, objects);
      if (this.#draw() < 0.05) await this.#event(url, source);
    }
  }

  async #secondCollection(
    url: string,
    objects: readonly { id: string; text: string }[],
  ): Promise<void> {
    this.#count('second collection', objects);
    await expect202(post(objectsUrl(url, this.#second), ADMINISTRATOR, envelope(objects)));
  }

  #count(name: string, objects: readonly { id: string }[]): void {
    this.#events[name] = (this.#events[name] ?? 0) + 1;
    for (const { id } of objects) this.#widened.add(id);
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
    if (choice < 0.4) {
      this.#count('lowered label', objects);
      await this.#import(url, body, {});
      await pause(this.#draw() * 200);
      await this.#import(url, body, { tlp: 'GREEN' });
    } else if (choice < 0.7) {
      this.#count('end of embargo', objects);
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
    this.#count('late definition', objects);
    const id = `marking-definition--${crypto.randomUUID()}`;
    const marked = objects.map(({ rest }) => ({
      text: JSON.stringify({ ...rest, object_marking_refs: [GREEN, id] }),
    }));
    await expect202(post(objectsUrl(url, this.#main), ADMINISTRATOR, envelope(marked)));
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
    await expect202(post(objectsUrl(url, this.#main), ADMINISTRATOR, envelope([{ text }])));
  }

  async #import(url: string, body: string, query: Record<string, string>): Promise<void> {
    const parameters = new URLSearchParams({ collection: 'main', ...query });
    await api(url, 'POST', `/import?${parameters}`, body);
  }

  async #joinCommunity(): Promise<void> {
    this.#events['new member'] = 1;
    const { communities } = await api<{
      communities: { id: string; name: string; members: string[] }[];
    }>(this.#url(0), 'GET', '/communities');
    const circle = communities.find(({ id }) => id === this.#community);
    if (circle === undefined) throw new Error('the community is gone');
    await api(this.#url(1), 'POST', '/communities', {
      id: circle.id,
      name: circle.name,
      members: [...circle.members, this.#late],
    });
  }

  /** Follows until the writing is over and nothing has come for a while: offers anew take time. */
  async #poll(reader: Reader): Promise<void> {
    let lastMet = performance.now();
    while (this.#writing || performance.now() - lastMet < QUIET_MILLISECONDS) {
      if ((await this.#pass(reader)) > 0) lastMet = performance.now();
      await pause(10 + this.#draw() * 40);
    }
  }

  /** One pass: pages until the server says that there is no more. */
  async #pass(reader: Reader): Promise<number> {
    const target = objectsUrl(this.#url(reader.hub), reader.collection);
    let met = 0;
    let next: string | undefined;
    // Beside a token the filters stay as they were at the start of the pass (TAXII 2.1 §3.5).
    const start = reader.after;
    for (;;) {
      const query: Record<string, string> = {
        limit: String(1 + Math.floor(this.#draw() * 300)),
        'match[version]': 'all',
      };
      const after = reader.by === 'next' ? start : reader.after;
      if (after !== undefined) query.added_after = after;
      if (next !== undefined) query.next = next;
      const answer = await page(target, reader.authorization, query);
      for (const { id, modified = '' } of answer.objects) {
        const key = `${id} ${modified}`;
        reader.met.set(key, (reader.met.get(key) ?? 0) + 1);
      }
      met += answer.objects.length;
      if (answer.objects.length > 0) reader.after = answer.last ?? reader.after;
      next = reader.by === 'next' ? answer.next : undefined;
      if (!answer.more) return met;
    }
  }

  async verdict(): Promise<Omit<FeedFigures, 'seconds'>> {
    const readers = [];
    for (const reader of this.#readers) {
      const fresh: Reader = { ...reader, by: 'next', met: new Map(), after: undefined };
      await this.#pass(fresh);
      const missed = [...fresh.met.keys()].filter((key) => !reader.met.has(key));
      const twice = [...reader.met].filter(([, times]) => times > 1).map(([key]) => key);
      const joined = reader.name.startsWith('member') || reader.name.startsWith('late');
      const excused = (key: string) =>
        this.#widened.has(key.split(' ')[0] ?? '') || (joined && this.#events['new member'] === 1);
      readers.push({
        name: reader.name,
        visible: fresh.met.size,
        met: reader.met.size,
        missed: missed.length,
        twice: twice.length,
        twiceWithoutEvent: twice.filter((key) => !excused(key)).length,
      });
    }
    return { objects: this.#options.objects, events: this.#events, readers };
  }
}

async function expect202(status: Promise<number>): Promise<void> {
  const code = await status;
  if (code !== 202) throw new Error(`POST was answered ${code}`);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
