/**
 * The world of the truth table in a running hub, and the question for each of its cells: which
 * request it is, and what the answer was.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { type Clock, fixedClock } from '../../src/core/clock.ts';
import { correlate, journey } from '../../src/flow/index.ts';
import { tokenSecret } from '../../src/hub/auth/credential.ts';
import { firstStart } from '../../src/hub/first-start.ts';
import { type MountedRoute, serverFor } from '../../src/hub/http/server.ts';
import type { Hub } from '../../src/hub/hub.ts';
import type { Collection, Credential, DirectoryChange } from '../../src/store/port.ts';
import type { Json } from './content.ts';
import { deliveryOf } from './labels.ts';
import { type Answer, openHub, START, TAXII, TAXII_BODY } from './side.ts';
import { LABELS, type LabelName, NAMED, principals, ROLES, type RoleName } from './truth-table.ts';

export type Who = ReturnType<typeof principals>[number];

/** Three collections for a label: one holds its record, one nothing, one takes what is posted. */
interface Shelf {
  readonly full: string;
  readonly empty: string;
  readonly drop: string;
  /** Object id of the record. */
  readonly record: string;
  readonly json: Json;
  readonly status: string;
}

const ORGANISATIONS = {
  owner: 'a0000000-0000-4000-8000-000000000001',
  client: 'a0000000-0000-4000-8000-000000000002',
  group: 'a0000000-0000-4000-8000-000000000003',
  community: 'a0000000-0000-4000-8000-000000000004',
  outsider: 'a0000000-0000-4000-8000-000000000005',
} as const;
const COMMUNITIES = {
  C: 'c0000000-0000-4000-8000-00000000000c',
  D: 'c0000000-0000-4000-8000-00000000000d',
  left: 'c0000000-0000-4000-8000-00000000000e',
} as const;
export const NO_COMMUNITY = 'c0000000-0000-4000-8000-00000000dead';

export class Matrix {
  readonly hub: Hub;
  readonly server: FastifyInstance;
  readonly routes: readonly MountedRoute[];
  readonly shelves = new Map<LabelName, Shelf>();
  readonly #clock: Clock & { advance(micros: number): void };

  private constructor(
    hub: Hub,
    server: FastifyInstance,
    routes: readonly MountedRoute[],
    clock: Clock & { advance(micros: number): void },
  ) {
    this.hub = hub;
    this.server = server;
    this.routes = routes;
    this.#clock = clock;
  }

  static async open(folder: string): Promise<Matrix> {
    mkdirSync(folder, { recursive: true });
    const clock = fixedClock(START);
    const hub = await openHub(folder, clock);
    await firstStart(hub, { sample: false });
    const routes: MountedRoute[] = [];
    const server = serverFor(hub, (route) => routes.push(route));
    await server.ready();
    const matrix = new Matrix(hub, server, routes, clock);
    await matrix.#people();
    await matrix.#fill();
    return matrix;
  }

  async #change(changes: readonly DirectoryChange[]): Promise<void> {
    const entry = { principal: 'test', organisation: '', action: 'arrange', subject: '' };
    await this.hub.directory.change(changes, { ...entry, outcome: 'done', detail: {} });
  }

  async #people(): Promise<void> {
    const changes: DirectoryChange[] = Object.entries(ORGANISATIONS).map(([name, id]) => ({
      put: 'organisation',
      value: {
        id,
        name,
        clients: name === 'owner' ? [ORGANISATIONS.client] : [],
        sample: false,
        operator: false,
      },
    }));
    const circle = (id: string, members: readonly string[]): DirectoryChange => {
      const owner = ORGANISATIONS.outsider;
      return { put: 'community', value: { id, name: id, owner, version: 1, members } };
    };
    changes.push(circle(COMMUNITIES.C, [ORGANISATIONS.group]));
    changes.push(circle(COMMUNITIES.D, [ORGANISATIONS.community]));
    changes.push(circle(COMMUNITIES.left, [ORGANISATIONS.group]));
    for (const who of principals()) {
      if (who.role !== 'anonymous') changes.push(...personOf(who));
    }
    await this.#change(changes);
  }

  async #fill(): Promise<void> {
    for (const label of Object.keys(LABELS) as LabelName[]) {
      const delivery = deliveryOf(label);
      const names = ['full', 'empty', 'drop'] as const;
      const [full = '', empty = '', drop = ''] = names.map(() => randomUUID());
      const value = (id: string, name: string): Collection => ({
        id,
        apiRoot: 'main',
        title: `${name} ${label}`,
        description: '',
        floor: { tlp: 'CLEAR', audience: audienceOf(delivery.audience) },
        unmarked: delivery.unmarked ?? 'AMBER',
        grants: [
          { subjectKind: 'anyone', subject: '', read: true, write: false },
          { subjectKind: 'authenticated', subject: '', read: false, write: true },
        ],
        sample: false,
      });
      await this.#change([
        { put: 'collection', value: value(full, 'full') },
        { put: 'collection', value: value(empty, 'empty') },
        { put: 'collection', value: value(drop, 'drop') },
      ]);
      for (const { by, json } of delivery.before) await this.deliver(drop, json, {}, by);
      const shelf = { full, empty, drop, record: String(delivery.json.id), json: delivery.json };
      this.shelves.set(label, { ...shelf, status: await this.#status() });
      await this.restore(label);
    }
    const { left } = COMMUNITIES;
    const owner = ORGANISATIONS.outsider;
    const value = { id: left, name: left, owner, version: 2, members: [] };
    await this.#change([{ put: 'community', value }]);
    while ((await correlate(this.hub.flow)) > 0);
  }

  /** A status as the owner's contributor got it. */
  async #status(): Promise<string> {
    const id = randomUUID();
    await this.hub.house.writer.saveStatus({
      id,
      apiRoot: 'main',
      organisation: ORGANISATIONS.owner,
      status: 'complete',
      requested: this.#clock.now(),
      total: 1,
      successes: [{ id: 'indicator--of-the-owner', version: '' }],
      failures: [],
      pending: 0,
    });
    return id;
  }

  /** Puts the record of a label in its place; again after it was deleted. */
  async restore(label: LabelName): Promise<void> {
    const { full, json } = this.shelf(label);
    const { from, until } = deliveryOf(label);
    await this.deliver(full, json, { from, until });
    if (label === 'red-named') await this.#name(full);
  }

  /** RED names its persons itself (R3), and no format here can say whom: it is said for it. */
  async #name(collection: string): Promise<void> {
    const members = await this.hub.house.operations.members(collection, 0, 10);
    const audience = { organisations: [], communities: [], persons: [personId(NAMED)] };
    const entry = { principal: 'test', organisation: '', action: 'name', subject: collection };
    await this.hub.house.writer.relabel(
      members.map(({ membership, label }) => ({
        handle: membership,
        label: { ...label, audience },
        reason: 'its source names a person',
      })),
      { ...entry, outcome: 'done', detail: {} },
    );
  }

  async deliver(
    collection: string,
    json: Json,
    term: { readonly from?: string | undefined; readonly until?: string | undefined } = {},
    by: keyof typeof ORGANISATIONS = 'owner',
  ): Promise<void> {
    this.#clock.advance(1_000_000);
    const { from, until } = term;
    const report = await journey(
      {
        head: {
          mediaType: 'application/json',
          principal: 'test',
          organisation: ORGANISATIONS[by],
          channel: 'import',
          collection,
        },
        source: pieces(JSON.stringify({ objects: [json] })),
        format: 'stix',
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      },
      this.hub.flow,
    );
    if (report.refused > 0) throw new Error(`refused: ${JSON.stringify(json)}`);
    while ((await correlate(this.hub.flow)) > 0);
  }

  shelf(label: LabelName): Shelf {
    const shelf = this.shelves.get(label);
    if (shelf === undefined) throw new Error(`no shelf for ${label}`);
    return shelf;
  }

  async ask(who: Who, method: string, url: string, body?: unknown): Promise<Answer> {
    this.#clock.advance(20_000);
    const taxii = url.startsWith('/taxii2');
    const response = await this.server.inject({
      method: method as 'GET',
      url,
      remoteAddress: '203.0.113.9',
      headers: {
        ...(who.role === 'anonymous' ? {} : { authorization: `Bearer ${tokenOf(who)}` }),
        ...(taxii ? { accept: TAXII } : {}),
        ...(taxii && body !== undefined ? TAXII_BODY : {}),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    const { statusCode: status, headers, rawPayload } = response;
    return { status, headers, body: rawPayload };
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.hub.close();
  }
}

function audienceOf(given: ReturnType<typeof deliveryOf>['audience']) {
  if (given === undefined) return null;
  return { organisations: [], communities: [], persons: [], ...given };
}

export function personId({ role, relation }: Who): string {
  return `${relation}-${role}`;
}

function tokenOf(who: Who): string {
  return `cybex_${personId(who)}`;
}

function personOf(who: Who): DirectoryChange[] {
  const role: RoleName = who.role;
  const id = personId(who);
  const { kind, roles } = ROLES[role];
  const organisation = who.relation === 'nobody' ? '' : ORGANISATIONS[who.relation];
  const runs = role === 'operator' || role === 'site-admin';
  const scope: Credential['scope'] = runs ? ['taxii', 'api', 'admin'] : ['taxii', 'api'];
  return [
    { put: 'person', value: { id, kind, name: id, organisation, roles } },
    {
      put: 'credential',
      value: {
        id: `token-${id}`,
        principal: id,
        kind: 'token',
        secret: tokenSecret(tokenOf(who)),
        userName: '',
        scope,
        created: 0,
        revoked: false,
        note: '',
      },
    },
  ];
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
