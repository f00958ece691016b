/**
 * A TAXII house in memory, for the tests of server, client and conformance runner. It follows the
 * port to the letter and nothing else: nothing is durable, search is linear.
 */
import { type Clock, type Micros, systemClock } from '../../../core/clock.ts';
import type { Issue } from '../../../core/issue.ts';
import { STIX_21 } from '../../../core/media-type.ts';
import { microsToTimestamp } from '../../../core/timestamp.ts';
import type {
  TaxiiAddition,
  TaxiiApiRoot,
  TaxiiCollection,
  TaxiiDeletion,
  TaxiiHouse,
  TaxiiMatch,
  TaxiiStatus,
  TaxiiStatusItem,
} from '../port.ts';
import { type MemoryRecord, matchRecords, pageOf } from './memory.test.match.ts';

export interface MemoryCaller {
  readonly id: string;
  readonly organisation: string;
  readonly anonymous: boolean;
}

export const NOBODY: MemoryCaller = { id: 'anonymous', organisation: '', anonymous: true };

export interface MemoryRights {
  readonly canRead: boolean;
  readonly canWrite: boolean;
}

export interface MemoryCollection {
  readonly apiRoot: string;
  readonly id: string;
  readonly alias?: string;
  readonly title: string;
  readonly description?: string;
  readonly mediaTypes?: readonly string[];
  /** Null hides the collection; absent: everybody who is authenticated reads and writes. */
  readonly rights?: (caller: MemoryCaller) => MemoryRights | null;
}

export interface MemoryOptions {
  readonly title?: string;
  readonly description?: string;
  readonly contact?: string;
  readonly apiRoots: readonly TaxiiApiRoot[];
  readonly collections: readonly MemoryCollection[];
  readonly clock?: Clock;
  /** True: API roots and discovery are told to the anonymous too. */
  readonly public?: boolean;
  /** How often a status is told as pending before it is complete. */
  readonly pendingPolls?: number;
}

export interface MemoryPut {
  readonly added?: Micros;
  readonly tie?: number;
  readonly owner?: string;
  readonly visibleTo?: (organisation: string) => boolean;
  /** Exact bytes; absent: the object as JSON. */
  readonly bytes?: Uint8Array;
}

export interface MemoryDelivery {
  readonly caller: string;
  readonly collection: string;
  readonly filter: string;
  readonly through: Micros;
}

export interface MemoryHousehold {
  houseFor(caller: MemoryCaller): TaxiiHouse;
  /** Puts a STIX object into a collection; returns null when that id and version is there. */
  put(
    collection: string,
    object: Readonly<Record<string, unknown>>,
    put?: MemoryPut,
  ): MemoryRecord | null;
  putStatus(apiRoot: string, organisation: string, status: TaxiiStatus): void;
  readonly records: ReadonlyMap<string, readonly MemoryRecord[]>;
  readonly deliveries: readonly MemoryDelivery[];
  /** Every walk has to start again from here on. */
  newEpoch(): void;
}

interface StoredStatus {
  readonly apiRoot: string;
  readonly organisation: string;
  readonly status: TaxiiStatus;
  pendingPolls: number;
}

interface State {
  readonly options: MemoryOptions;
  readonly clock: Clock;
  readonly records: Map<string, MemoryRecord[]>;
  readonly statuses: Map<string, StoredStatus>;
  readonly deliveries: MemoryDelivery[];
  epoch: number;
  last: Micros;
}

const everybody = () => true;

function rightsOf(collection: MemoryCollection, caller: MemoryCaller): MemoryRights | null {
  if (collection.rights !== undefined) return collection.rights(caller);
  return caller.anonymous ? null : { canRead: true, canWrite: true };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Strictly increasing, never behind the clock. */
function nextPosition(state: State): Micros {
  state.last = Math.max(state.last + 1, state.clock.now());
  return state.last;
}

function putRecord(
  state: State,
  collection: string,
  object: Readonly<Record<string, unknown>>,
  put: MemoryPut = {},
): MemoryRecord | null {
  const records = state.records.get(collection);
  if (records === undefined) throw new RangeError(`no collection ${collection}`);
  const id = text(object.id) ?? '';
  const written = text(object.modified) ?? text(object.created);
  // spec_version is required since STIX 2.1, except of observables, which have no times either.
  const specVersion = text(object.spec_version) ?? (written === undefined ? '2.1' : '2.0');
  const isSame = (other: MemoryRecord) =>
    other.id === id && other.specVersion === specVersion && other.version === written;
  const unversioned = written === undefined && records.some((other) => other.id === id);
  if (records.some(isSame) || unversioned) return null;
  const added = put.added ?? nextPosition(state);
  state.last = Math.max(state.last, added);
  const record: MemoryRecord = {
    id,
    type: text(object.type) ?? '',
    specVersion,
    version: written ?? microsToTimestamp(added),
    added,
    tie: put.tie ?? records.length,
    mediaType: STIX_21.replace('2.1', specVersion),
    bytes: put.bytes ?? new TextEncoder().encode(JSON.stringify(object)),
    owner: put.owner ?? '',
    visibleTo: put.visibleTo ?? everybody,
  };
  records.push(record);
  return record;
}

async function readAll(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

function notAnEnvelope(message: string): TaxiiAddition {
  const issue: Issue = {
    code: 'not-an-envelope',
    severity: 'error',
    clause: 'TAXII 2.1 §3.7',
    path: '',
    message,
  };
  return { kind: 'unprocessable', issues: [issue] };
}

/** The objects of an envelope; null when the text is none (§3.7; a list is never empty, §2). */
function objectsOf(envelope: string): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(envelope);
    if (typeof parsed !== 'object' || parsed === null || !('objects' in parsed)) return null;
    const { objects } = parsed;
    return Array.isArray(objects) && objects.length > 0 ? objects : null;
  } catch {
    return null;
  }
}

function addOne(state: State, collection: string, owner: string, item: unknown) {
  const object = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
  const id = text(object.id);
  const version = text(object.modified) ?? text(object.created) ?? '';
  if (id === undefined || text(object.type) === undefined) {
    const message = 'A STIX object needs id and type.';
    return { stored: false, item: { id: id ?? 'unknown', version, message } };
  }
  const record = putRecord(state, collection, object, { owner });
  const known = state.records.get(collection)?.find((other) => other.id === id)?.version ?? '';
  return { stored: true, item: { id, version: version || (record?.version ?? known) } };
}

function addAll(
  state: State,
  apiRoot: string,
  collection: string,
  organisation: string,
  objects: readonly unknown[],
): TaxiiStatus {
  const requested = state.clock.now();
  const successes: TaxiiStatusItem[] = [];
  const failures: TaxiiStatusItem[] = [];
  for (const object of objects) {
    const { stored, item } = addOne(state, collection, organisation, object);
    (stored ? successes : failures).push(item);
  }
  const status: TaxiiStatus = {
    id: crypto.randomUUID(),
    status: 'complete',
    requested,
    total: objects.length,
    successCount: successes.length,
    failureCount: failures.length,
    pendingCount: 0,
    successes,
    failures,
  };
  const pendingPolls = state.options.pendingPolls ?? 0;
  state.statuses.set(status.id, { apiRoot, organisation, status, pendingPolls });
  return pendingPolls > 0 ? asPending(status) : status;
}

/** The same status as it would have been told before anything was counted. */
function asPending(status: TaxiiStatus): TaxiiStatus {
  return {
    id: status.id,
    status: 'pending',
    requested: status.requested,
    total: status.total,
    successCount: 0,
    failureCount: 0,
    pendingCount: status.total,
    pendings: [...(status.successes ?? []), ...(status.failures ?? [])].map(({ id, version }) => ({
      id,
      version,
    })),
  };
}

function readStatus(state: State, apiRoot: string, organisation: string, id: string) {
  const stored = state.statuses.get(id);
  if (stored?.apiRoot !== apiRoot || stored.organisation !== organisation) return null;
  if (stored.pendingPolls === 0) return stored.status;
  stored.pendingPolls -= 1;
  return asPending(stored.status);
}

function removeRecords(
  state: State,
  visible: readonly MemoryRecord[],
  caller: MemoryCaller,
  collection: string,
  match: TaxiiMatch,
): TaxiiDeletion {
  const every = [...new Set(visible.map((record) => record.specVersion))];
  const matched = matchRecords(visible, {
    versions: ['all'],
    ...match,
    specVersions: match.specVersions ?? every,
  });
  if (matched.length === 0) return { kind: 'absent' };
  const own = matched.filter((record) => record.owner === caller.organisation);
  if (own.length === 0) return { kind: 'not-yours' };
  const kept = (state.records.get(collection) ?? []).filter((record) => !own.includes(record));
  state.records.set(collection, kept);
  return { kind: 'removed', count: own.length };
}

function collectionFor(collection: MemoryCollection, caller: MemoryCaller): TaxiiCollection[] {
  const rights = rightsOf(collection, caller);
  if (rights === null) return [];
  const { id, alias, title, description = '', mediaTypes = [STIX_21] } = collection;
  return [
    { id, title, description, mediaTypes, ...rights, ...(alias === undefined ? {} : { alias }) },
  ];
}

function houseFor(state: State, caller: MemoryCaller): TaxiiHouse {
  const { options } = state;
  const open = options.public === true || !caller.anonymous;
  const visible = (collection: string) =>
    (state.records.get(collection) ?? []).filter((record) => record.visibleTo(caller.organisation));
  return {
    caller: { id: caller.id, anonymous: caller.anonymous },
    async discovery() {
      if (!open) return null;
      const { title = 'In memory', description = '', contact, apiRoots } = options;
      return { title, description, apiRoots, ...(contact === undefined ? {} : { contact }) };
    },
    async collections(apiRoot) {
      if (!open || !options.apiRoots.some(({ path }) => path === apiRoot)) return null;
      return options.collections
        .filter((collection) => collection.apiRoot === apiRoot)
        .flatMap((collection) => collectionFor(collection, caller));
    },
    async objects(query) {
      const { records, head } = pageOf(visible(query.collection), query, String(state.epoch));
      const comma = Buffer.from(',');
      const body = Buffer.concat(records.flatMap(({ bytes }, i) => (i ? [comma, bytes] : [bytes])));
      return { ...head, body };
    },
    async manifest(query) {
      const { records, head } = pageOf(visible(query.collection), query, String(state.epoch));
      return { ...head, rows: records };
    },
    async add(apiRoot, collection, body) {
      const objects = objectsOf(await readAll(body));
      if (objects === null) return notAnEnvelope('The body is no object with a list of objects.');
      const status = addAll(state, apiRoot, collection, caller.organisation, objects);
      return { kind: 'accepted', status };
    },
    async status(apiRoot, id) {
      return caller.anonymous ? null : readStatus(state, apiRoot, caller.organisation, id);
    },
    async remove(collection, id, match) {
      const named = { ...match, ids: [id] };
      return removeRecords(state, visible(collection), caller, collection, named);
    },
    async delivered(collection, filter, through) {
      state.deliveries.push({ caller: caller.id, collection, filter, through });
      return true;
    },
  };
}

export function createMemoryHousehold(options: MemoryOptions): MemoryHousehold {
  const state: State = {
    options,
    clock: options.clock ?? systemClock(),
    records: new Map(options.collections.map(({ id }) => [id, []])),
    statuses: new Map(),
    deliveries: [],
    epoch: 1,
    last: 0,
  };
  return {
    houseFor: (caller) => houseFor(state, caller),
    put: (collection, object, put) => putRecord(state, collection, object, put),
    putStatus(apiRoot, organisation, status) {
      state.statuses.set(status.id, { apiRoot, organisation, status, pendingPolls: 0 });
    },
    records: state.records,
    deliveries: state.deliveries,
    newEpoch() {
      state.epoch += 1;
    },
  };
}
