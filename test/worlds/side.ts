/** One hub in this process: a copy of one founded house, a clock that stands, no listener. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Clock, fixedClock } from '../../src/core/clock.ts';
import { correlate, journey } from '../../src/flow/index.ts';
import { compose } from '../../src/hub/compose.ts';
import { loadSettings } from '../../src/hub/config/load.ts';
import type { Settings } from '../../src/hub/config/schema.ts';
import { firstStart } from '../../src/hub/first-start.ts';
import { serverFor } from '../../src/hub/http/server.ts';
import type { Hub } from '../../src/hub/hub.ts';
import { openMetrics } from '../../src/hub/metrics.ts';
import { sees } from '../../src/policy/index.ts';
import type { DirectoryChange } from '../../src/store/port.ts';
import { loadDriver } from '../../src/store/sqlite/driver.ts';
import { openSqliteHouseInProcess } from '../../src/store/sqlite/open.ts';
import type { Json } from './content.ts';
import type { Step } from './story.ts';

export const START = Date.parse('2031-06-01T00:00:00Z') * 1_000;
const SECOND = 1_000_000;
const METRICS = openMetrics();

export interface Ask {
  readonly method: string;
  /** With `{status NAME}` where the id of a status belongs. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Under this name the status that comes back is remembered. */
  readonly name?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** In memory where the machine has such a place: a world lives for a second. */
export function temporaryFolder(): string {
  const memory = '/dev/shm';
  return mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'cybex-worlds-'));
}

export function testSettings(): Settings {
  const flags = { 'log-level': 'silent', sample: false, title: 'A house' };
  const loaded = loadSettings({ flags, environment: {} });
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  return loaded.settings;
}

/** A hub whose store runs in this thread, and which does nothing by itself. */
export async function openHub(
  folder: string,
  clock: Clock,
  authorities: Settings['authorities'] = {},
): Promise<Hub> {
  const file = join(folder, 'cybex.sqlite');
  return compose({
    settings: { ...testSettings(), authorities },
    dataDirectory: folder,
    clock,
    metrics: METRICS,
    house: await openSqliteHouseInProcess({ file, clock, sees }),
    upkeep: false,
  });
}

/** A founded, empty house with known keys: what both worlds of a pair are copies of. */
export async function foundHouse(folder: string): Promise<string> {
  const clock = fixedClock(START);
  const hub = await openHub(folder, clock);
  await firstStart(hub, { sample: false });
  // A copy of one file, whatever still stands in the write-ahead log.
  const file = join(folder, 'base.sqlite');
  await hub.house.operations.backup(file);
  await hub.close();
  const database = new (await loadDriver())(file);
  database.exec('PRAGMA journal_mode = DELETE; UPDATE secret SET bytes = zeroblob(length(bytes));');
  database.close();
  return file;
}

export class Side {
  readonly hub: Hub;
  readonly server: FastifyInstance;
  readonly #clock: ReturnType<typeof fixedClock>;
  readonly #statuses = new Map<string, string>();

  private constructor(hub: Hub, server: FastifyInstance, clock: ReturnType<typeof fixedClock>) {
    this.hub = hub;
    this.server = server;
    this.#clock = clock;
  }

  static async open(
    base: string,
    folder: string,
    authorities: Settings['authorities'],
  ): Promise<Side> {
    copyFileSync(base, join(folder, 'cybex.sqlite'));
    const clock = fixedClock(START);
    const hub = await openHub(folder, clock, authorities);
    const server = serverFor(hub);
    await server.ready();
    return new Side(hub, server, clock);
  }

  /** Time goes on alike, whether something happens or not. */
  tick(): void {
    this.#clock.advance(SECOND);
  }

  /** What the hub does by itself, a while after. */
  async settle(): Promise<void> {
    this.tick();
    while ((await correlate(this.hub.flow)) > 0);
    // The hub does neither in the same instant: one commit more before it would show (ADR 2).
    this.tick();
    await this.hub.house.writer.release(this.#clock.now(), 1_000);
  }

  async arrange(changes: readonly DirectoryChange[]): Promise<void> {
    await this.#change(changes);
    await this.settle();
  }

  async #change(changes: readonly DirectoryChange[]): Promise<void> {
    const entry = { principal: 'test', organisation: '', action: 'arrange', subject: '' };
    await this.hub.directory.change(changes, { ...entry, outcome: 'done', detail: {} });
  }

  /** `withSecret` false leaves out what is hidden. */
  async happen(step: Step, withSecret: boolean, token: (organisation: string) => string) {
    this.tick();
    if (withSecret || !step.hidden) {
      if (step.kind === 'directory') await this.#change(step.changes);
      else if (step.kind === 'remove') await this.#remove(step, token);
      else if (step.kind === 'deliver') await this.#deliver(step, withSecret, token);
      else if (step.kind === 'bring') await this.#bring(step);
    }
    if (step.kind === 'deliver' || step.kind === 'bring')
      await this.#look(step.organisation, step.collection, token);
    await this.settle();
  }

  async #deliver(
    step: Extract<Step, { kind: 'deliver' }>,
    withSecret: boolean,
    token: (organisation: string) => string,
  ): Promise<void> {
    const objects = step.objects.filter(({ hidden }) => withSecret || !hidden);
    const envelope = JSON.stringify({ objects: objects.map(({ json }) => json) });
    const { organisation, collection, from, until } = step;
    if (from === undefined && until === undefined) {
      const answer = await this.ask({
        method: 'POST',
        url: `${await this.#rootOf(collection)}objects/`,
        headers: { authorization: `Bearer ${token(organisation)}`, ...TAXII_BODY },
        body: envelope,
        name: step.name,
      });
      const { failures = [] } = JSON.parse(answer.body.toString()) as {
        readonly failures?: readonly { readonly message: string }[];
      };
      // A story whose objects are no STIX would prove nothing.
      const invalid = failures.some(({ message }) => message !== '');
      if (answer.status !== 202 || invalid) throw new Error(answer.body.toString());
      return;
    }
    const report = await journey(
      {
        head: {
          mediaType: 'application/json',
          principal: 'test',
          organisation,
          channel: 'import',
          collection,
        },
        source: pieces(envelope),
        format: 'stix',
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      },
      this.hub.flow,
    );
    if (report.refused > 0) throw new Error(`refused: ${envelope}`);
  }

  /** As an import brings it; what it says of its TLP is in it, or goes with the delivery. */
  async #bring(step: Extract<Step, { kind: 'bring' }>): Promise<void> {
    const { organisation, collection, document, from, until } = step;
    const head = {
      mediaType: 'application/json',
      principal: 'test',
      organisation,
      channel: 'import',
      collection,
      unmarkedTlp: document.tlp,
    };
    const timed = {
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    };
    const report = await journey({ head, source: pieces(document.text), ...timed }, this.hub.flow);
    if (report.refused > 0 || report.format !== document.format) {
      throw new Error(`${report.format}, refused: ${document.text}`);
    }
  }

  /** Its owner reads the collection too: what is kept of his answer must not be given to others. */
  async #look(
    organisation: string,
    collection: string,
    token: (organisation: string) => string,
  ): Promise<void> {
    const headers = { authorization: `Bearer ${token(organisation)}`, accept: TAXII };
    for (const page of ['objects/', 'objects/?limit=3', 'manifest/']) {
      await this.ask({ method: 'GET', url: `${await this.#rootOf(collection)}${page}`, headers });
    }
  }

  /** As the owner organisation itself, also where it may not read what it has written. */
  async #remove(
    { organisation, collection, id, version }: Extract<Step, { kind: 'remove' }>,
    token: (organisation: string) => string,
  ): Promise<void> {
    const query = version === undefined ? '' : `?match[version]=${version}`;
    await this.ask({
      method: 'DELETE',
      url: `${await this.#rootOf(collection)}objects/${id}/${query}`,
      headers: { authorization: `Bearer ${token(organisation)}`, accept: TAXII },
    });
  }

  async #rootOf(collection: string): Promise<string> {
    const { collectionById } = await this.hub.directory.current();
    return `/taxii2/${collectionById.get(collection)?.apiRoot}/collections/${collection}/`;
  }

  async ask({ method, url, headers, body, name }: Ask): Promise<Answer> {
    const path = url.replace(/\{status ([^}]*)\}/, (_, of) => this.#statuses.get(of) ?? NOWHERE);
    const response = await this.server.inject({
      method: method as 'GET',
      url: path,
      headers,
      remoteAddress: ELSEWHERE,
      ...(body === undefined ? {} : { payload: body }),
    });
    const answer = {
      status: response.statusCode,
      headers: response.headers,
      body: response.rawPayload,
    };
    if (name !== undefined && answer.status === 202) {
      this.#statuses.set(name, String((JSON.parse(answer.body.toString()) as Json).id));
    }
    return answer;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.hub.close();
    rmSync(this.hub.dataDirectory, { recursive: true, force: true });
  }
}

export const TAXII = 'application/taxii+json;version=2.1';
export const TAXII_BODY = { accept: TAXII, 'content-type': TAXII };
/** Nobody who asks sits at the machine of the hub. */
const ELSEWHERE = '203.0.113.9';
const NOWHERE = '00000000-0000-4000-8000-00000000000f';

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
