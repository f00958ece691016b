/** For tests: a SQLite house in a temporary folder with an operator, another organisation, one collection. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fixedClock } from '../../src/core/clock.ts';
import type { ByteSource } from '../../src/core/codec.ts';
import type { Principal } from '../../src/core/principal.ts';
import { CODECS } from '../../src/flow/codecs.ts';
import type {
  DeliveredItem,
  Delivery,
  DeliveryReport,
  FlowHouse,
  ProjectionAuthor,
} from '../../src/flow/index.ts';
import { correlate, journey } from '../../src/flow/index.ts';
import { sees } from '../../src/policy/index.ts';
import type { Collection, House } from '../../src/store/port.ts';
import { openSqliteHouseInProcess } from '../../src/store/sqlite/index.ts';

export const OPERATOR = 'a0000000-0000-4000-8000-000000000001';
export const OTHER = 'a0000000-0000-4000-8000-000000000002';
export const COLLECTION = 'c0000000-0000-4000-8000-000000000001';

export const PROJECTION: ProjectionAuthor = {
  namespace: 'd0000000-0000-4000-8000-000000000001',
  identity: {
    type: 'identity',
    spec_version: '2.1',
    id: 'identity--d0000000-0000-5000-8000-000000000002',
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    name: 'The hub',
    identity_class: 'system',
  },
};

const collection: Collection = {
  id: COLLECTION,
  apiRoot: 'main',
  title: 'Main',
  description: '',
  floor: { tlp: 'CLEAR', audience: null },
  unmarked: 'AMBER',
  grants: [{ subjectKind: 'anyone', subject: '', read: true, write: false }],
  sample: false,
};

export interface TestFlow {
  readonly store: House;
  readonly house: FlowHouse;
  readonly clock: ReturnType<typeof fixedClock>;
  /** Runs a delivery; `items` are its outcomes. */
  deliver(
    text: string,
    change?: Partial<Delivery> & { readonly organisation?: string; readonly unmarkedTlp?: string },
  ): Promise<{ readonly report: DeliveryReport; readonly items: readonly DeliveredItem[] }>;
  /** Runs a delivery that streams, into a house that may differ from `house`. */
  deliverTo(house: FlowHouse, source: ByteSource): Promise<DeliveryReport>;
  /** Ids that a principal of this organisation (empty: anonymous) gets over the feed. */
  visible(organisation: string): Promise<string[]>;
  /** Works through the outbox until it is empty. */
  settle(): Promise<void>;
}

export async function openFlow(t: TestContext): Promise<TestFlow> {
  const directory = mkdtempSync(join(tmpdir(), 'cybex-flow-'));
  const clock = fixedClock(Date.UTC(2026, 0, 1) * 1000);
  const store = await openSqliteHouseInProcess({ file: join(directory, 'house'), clock, sees });
  t.after(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });
  await found(store);
  const house: FlowHouse = {
    codecs: CODECS,
    writer: store.writer,
    operations: store.operations,
    clock,
    directory: () => store.operations.directory(),
    authorities: new Map(),
    projection: PROJECTION,
  };
  return {
    store,
    house,
    clock,
    deliver: (text, change = {}) => deliver(house, clock, text, change),
    deliverTo: (other, source) => journey({ head: headOf(OTHER), source }, other),
    visible: (organisation) => visible(store, organisation),
    async settle() {
      do clock.advance(1_000_000);
      while ((await correlate(house)) > 0);
    },
  };
}

async function found(store: House): Promise<void> {
  const organisation = (id: string, name: string, operator: boolean) =>
    ({ put: 'organisation', value: { id, name, clients: [], sample: false, operator } }) as const;
  await store.operations.change(
    [
      organisation(OPERATOR, 'Operator', true),
      organisation(OTHER, 'Other', false),
      { put: 'apiRoot', value: { path: 'main', title: 'Main', description: '' } },
      { put: 'collection', value: collection },
    ],
    {
      principal: 'test',
      organisation: '',
      action: 'test',
      subject: '',
      outcome: 'done',
      detail: {},
    },
  );
}

async function deliver(
  house: FlowHouse,
  clock: TestFlow['clock'],
  text: string,
  { organisation = OTHER, unmarkedTlp, ...change }: Parameters<TestFlow['deliver']>[1] & object,
): Promise<Awaited<ReturnType<TestFlow['deliver']>>> {
  clock.advance(1_000_000);
  const items: DeliveredItem[] = [];
  const head = {
    ...headOf(organisation),
    ...(unmarkedTlp === undefined ? {} : { unmarkedTlp }),
  };
  const source = [Buffer.from(text)];
  const onItem = (item: DeliveredItem) => items.push(item);
  const report = await journey({ head, source, onItem, ...change }, house);
  return { report, items };
}

function headOf(organisation: string) {
  return {
    mediaType: 'application/json',
    principal: 'test',
    organisation,
    channel: 'test',
    collection: COLLECTION,
  };
}

async function visible(store: House, organisation: string): Promise<string[]> {
  const reader = store.readerFor({ principal: memberOf(organisation), channel: 'feed' });
  const page = await reader.objects({ collection: COLLECTION, match: {}, limit: 1000 });
  const objects = JSON.parse(`[${Buffer.from(page.body).toString('utf8')}]`) as { id: string }[];
  return objects.map(({ id }) => id).sort();
}

function memberOf(organisation: string): Principal {
  return {
    kind: organisation === '' ? 'anonymous' : 'organisation',
    id: organisation || 'anonymous',
    organisation,
    communities: [],
    roles: ['reader'],
  };
}

let made = 0;

/** An indicator with an id of its own. */
export function indicator(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  made++;
  return {
    type: 'indicator',
    spec_version: '2.1',
    id: `indicator--${String(made).padStart(8, '0')}-0000-4000-8000-000000000000`,
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    name: `Indicator ${made}`,
    indicator_types: ['malicious-activity'],
    pattern: "[ipv4-addr:value = '198.51.100.1']",
    pattern_type: 'stix',
    valid_from: '2026-01-01T00:00:00Z',
    ...change,
  };
}

export function bundle(...objects: readonly object[]): string {
  return JSON.stringify({
    type: 'bundle',
    id: 'bundle--00000000-0000-4000-8000-000000000001',
    objects,
  });
}
