/**
 * The world in which the contract suite tests a store: four organisations, one community, and
 * short ways to make records, labels, deliveries and readers. Everything goes through the port.
 */
import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { type Clock, systemClock } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';
import type { Label, Tlp } from '../core/label.ts';
import { ANONYMOUS, type Channel, type Principal } from '../core/principal.ts';
import type { DecodedRecord, Facts, MarkingDefinition } from '../core/record.ts';
import type {
  AuditEntry,
  Chunk,
  ChunkItem,
  ChunkOutcome,
  Collection,
  Community,
  DirectoryChange,
  Grant,
  House,
  ItemOutcome,
  Organisation,
  Parcel,
  Person,
  Reader,
  Sees,
} from './port.ts';

export const SECOND = 1_000_000;
export const HOUR = 3_600 * SECOND;
export const DAY = 24 * HOUR;

/** One opened store and what the suite needs to do to it from outside. */
export interface ContractHouse {
  readonly house: House;
  /** Closes the house and opens it again over the same data. */
  reopen(): Promise<House>;
  /** A house of another process over the same data; absent where there is at most one. */
  second?(): Promise<House>;
  /** A new, empty place, filled from a backup file and opened. */
  restore(file: string): Promise<House>;
}

export interface ContractSetup {
  readonly sees: Sees;
  readonly clock: Clock;
}

/** Opens an empty store that ends with the test; a text is the reason why there is none. */
export type OpenContractHouse = (
  t: TestContext,
  setup: ContractSetup,
) => Promise<ContractHouse | string>;

/**
 * The suite's own policy: a plain function of the label, with every shape of audience. Embargo and
 * expiry are the store's own business and do not stand here.
 */
export const contractSees: Sees = (principal, label, channel) => {
  const organisation = principal.organisation;
  const owner = organisation !== '' && label.owner === organisation;
  if (label.tlp === 'RED') {
    return channel === 'interactive' && (label.audience?.persons ?? []).includes(principal.id);
  }
  if (owner || label.unknown.length > 0) return owner;
  if (label.tlp === 'CLEAR') return true;
  if (organisation === '') return false;
  if (label.tlp === 'GREEN') return true;
  if (label.audience !== null) {
    if (label.audience.organisations.includes(organisation)) return true;
    if (label.tlp === 'AMBER+STRICT') return false;
    return label.audience.communities.some((id) => principal.communities.includes(id));
  }
  return label.tlp === 'AMBER' && (principal.clients ?? []).includes(label.owner);
};

/** The wall clock, movable forward: a sequencer that throttles on a standing clock would hang. */
export function movableClock(): Clock & { advance(micros: number): void } {
  const wall = systemClock();
  let offset = 0;
  return {
    now: () => wall.now() + offset,
    advance(micros) {
      offset += micros;
    },
  };
}

/** A UUID (version 5 shape) that is the same for the same name in every run. */
export function uuid(name: string): string {
  const hex = sha256('contract', name).toString('hex');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export type Name = 'alpha' | 'beta' | 'gamma' | 'delta';
export const NAMES: readonly Name[] = ['alpha', 'beta', 'gamma', 'delta'];
export const ORG: Readonly<Record<Name, string>> = {
  alpha: uuid('alpha'),
  beta: uuid('beta'),
  gamma: uuid('gamma'),
  delta: uuid('delta'),
};
/** Owned by alpha; members alpha and beta. */
export const CIRCLE = uuid('circle');

export const AS_OPERATOR: AuditEntry = {
  principal: 'operator',
  organisation: ORG.alpha,
  action: 'directory.change',
  subject: 'contract',
  outcome: 'done',
  detail: {},
};

export function entry(action: string, subject = 'contract'): AuditEntry {
  return { ...AS_OPERATOR, action, subject };
}

/** The principal of an organisation. What it says of communities is empty: the store knows. */
export function principal(name: Name | 'anonymous'): Principal {
  if (name === 'anonymous') return ANONYMOUS;
  return {
    kind: 'person',
    id: `person-${name}`,
    organisation: ORG[name],
    communities: [],
    roles: ['reader', 'contributor'],
  };
}

export function organisation(name: Name, more: Partial<Organisation> = {}): DirectoryChange {
  const value = { id: ORG[name], name, clients: [], sample: false, operator: name === 'alpha' };
  return { put: 'organisation', value: { ...value, ...more } };
}

export function circle(members: readonly Name[], version: number): DirectoryChange {
  const value: Community = {
    id: CIRCLE,
    name: 'circle',
    owner: ORG.alpha,
    version,
    members: members.map((name) => ORG[name]),
  };
  return { put: 'community', value };
}

export function person(name: Name): DirectoryChange {
  const { kind, id, organisation: home, roles } = principal(name);
  const value: Person = { id, kind, name, organisation: home, roles };
  return { put: 'person', value };
}

export const OPEN_GRANTS: readonly Grant[] = [
  { subjectKind: 'anyone', subject: '', read: true, write: false },
  { subjectKind: 'authenticated', subject: '', read: true, write: true },
];

export function collection(id: string, more: Partial<Collection> = {}): DirectoryChange {
  const value: Collection = {
    id,
    apiRoot: 'api1',
    title: `Collection ${id.slice(0, 4)}`,
    description: '',
    floor: { tlp: 'CLEAR', audience: null },
    unmarked: 'AMBER',
    grants: OPEN_GRANTS,
    sample: false,
    ...more,
  };
  return { put: 'collection', value };
}

// ------------------------------------------------------------------ records

export interface Draft {
  readonly id: string;
  /** `stix` when absent. */
  readonly format?: string;
  readonly type?: string;
  /** Empty: the record has no version of its own. */
  readonly version?: string;
  readonly specVersion?: string;
  /** Other text here is other content of the same id and version. */
  readonly content?: string;
  /** Spaces that change the bytes but not the content. */
  readonly spaces?: number;
  readonly creator?: string;
  readonly title?: string;
  readonly facts?: Partial<Facts>;
  readonly marks?: readonly string[];
  readonly defines?: MarkingDefinition;
  readonly withdrawn?: boolean;
}

/** `version(3)`: the third of a series of instants in the order of their numbers. */
export function version(number: number): string {
  return `2024-03-01T00:00:00.${String(number).padStart(3, '0')}Z`;
}

export function objectId(type: string, name: string): string {
  return `${type}--${uuid(`${type} ${name}`)}`;
}

export function record(draft: Draft): DecodedRecord {
  const type = draft.type ?? draft.id.split('--')[0] ?? '';
  const written = draft.version ?? version(1);
  const specVersion = draft.specVersion ?? '2.1';
  const members = [
    `"type":${JSON.stringify(type)}`,
    `"id":${JSON.stringify(draft.id)}`,
    `"spec_version":"${specVersion}"`,
    ...(written === '' ? [] : [`"modified":"${written}"`]),
    `"x_content":${JSON.stringify(draft.content ?? 'plain 平文')}`,
    // Bytes that no parse and stringify would give back: number and escape forms.
    '"x_exact":[1.0e0,-0,"\\u00e9\\/"]',
  ];
  return {
    identity: {
      format: draft.format ?? 'stix',
      id: draft.id,
      type,
      specVersion,
      version: written,
      versionKey: written === '' ? '' : written.replace('Z', '000000'),
      ...(draft.creator === undefined ? {} : { creator: draft.creator }),
      withdrawn: draft.withdrawn ?? false,
    },
    bytes: Buffer.from(`{${' '.repeat(draft.spaces ?? 0)}${members.join(',')}}`),
    contentDigest: sha256(members.join(',')),
    facts: {
      title: draft.title ?? '',
      aliases: [],
      external: [],
      edges: [],
      observables: [],
      text: draft.title ?? '',
      ...draft.facts,
    },
    markings: {
      object: draft.marks ?? [],
      granular: [],
      unresolvedSelectors: false,
      ...(draft.defines === undefined ? {} : { defines: draft.defines }),
    },
  };
}

export function label(tlp: Tlp, owner: Name, more: Partial<Label> = {}): Label {
  return { tlp, audience: null, owner: ORG[owner], unknown: [], ...more };
}

export function placed(
  decoded: DecodedRecord,
  under: Label,
  more: { readonly gap?: string; readonly preference?: 0 | 1 | 2 } = {},
): ChunkItem {
  return {
    kind: 'placed',
    record: decoded,
    gap: Buffer.from(more.gap ?? ','),
    label: under,
    preference: more.preference ?? 2,
    rules: ['contract'],
  };
}

// ------------------------------------------------------------------ the opened world

export interface World {
  readonly house: House;
  readonly clock: ReturnType<typeof movableClock>;
  readonly outside: ContractHouse;
  reopen(): Promise<void>;
  /** A new collection that everybody may read; returns its id. */
  collection(more?: Partial<Collection>): Promise<string>;
  change(...changes: readonly DirectoryChange[]): Promise<number>;
  reader(name: Name | 'anonymous', channel?: Channel): Reader;
  receive(name: Name, collection: string): Promise<Parcel>;
  append(chunk: Omit<Chunk, 'reads'> & Partial<Pick<Chunk, 'reads'>>): Promise<ChunkOutcome>;
  /** One parcel of one chunk, closed; its outcomes item by item. */
  deliver(
    name: Name,
    collection: string,
    ...items: readonly ChunkItem[]
  ): Promise<readonly ItemOutcome[]>;
}

/** Opens a world, or skips the test with the reason. */
export async function openWorld(t: TestContext, open: OpenContractHouse): Promise<World | null> {
  const clock = movableClock();
  const outside = await open(t, { sees: contractSees, clock });
  if (typeof outside === 'string') {
    t.skip(outside);
    return null;
  }
  const world = worldOver(outside, clock);
  await world.change(
    ...NAMES.map((name) => organisation(name)),
    ...NAMES.map(person),
    circle(['alpha', 'beta'], 1),
    { put: 'apiRoot', value: { path: 'api1', title: 'API 1', description: '' } },
  );
  return world;
}

function worldOver(outside: ContractHouse, clock: ReturnType<typeof movableClock>): World {
  let house = outside.house;
  const world: World = {
    get house() {
      return house;
    },
    clock,
    outside,
    async reopen() {
      house = await outside.reopen();
    },
    async collection(more = {}) {
      const id = randomUUID();
      await world.change(collection(id, more));
      return id;
    },
    change: (...changes) => house.operations.change(changes, AS_OPERATOR),
    reader: (name, channel = 'feed') => house.readerFor({ principal: principal(name), channel }),
    receive: (name, into) => house.writer.receive(parcelHead(name, into)),
    async append(chunk) {
      const policyEpoch = chunk.reads?.policyEpoch ?? (await house.operations.policyEpoch());
      return house.writer.append({ reads: { policyEpoch, missingDefinitions: [] }, ...chunk });
    },
    deliver: (name, into, ...items) => deliver(world, name, into, items),
  };
  return world;
}

export function parcelHead(name: Name, into: string) {
  return {
    mediaType: 'application/stix+json;version=2.1',
    principal: principal(name).id,
    organisation: ORG[name],
    channel: 'taxii',
    collection: into,
  };
}

async function deliver(world: World, name: Name, into: string, items: readonly ChunkItem[]) {
  const parcel = await world.receive(name, into);
  const closingGap = Buffer.from(']}');
  const outcome = await world.append({ parcel: parcel.id, sequence: 0, items, closingGap });
  if (outcome.kind !== 'committed') throw new Error(`chunk is ${outcome.kind}`);
  const whole = [...items.flatMap((item) => [item.gap, bytesOf(item)]), closingGap];
  const size = whole.reduce((sum, bytes) => sum + bytes.length, 0);
  await world.house.writer.close(parcel.id, sha256(...whole), size, 'stored');
  return outcome.items;
}

export function bytesOf(item: ChunkItem): Uint8Array {
  return item.kind === 'placed' ? item.record.bytes : item.bytes;
}

/** The position that an outcome gave; fails the test when it gave none. */
export function positionOf(outcome: ItemOutcome | undefined): number {
  if (outcome !== undefined && 'position' in outcome) return outcome.position;
  throw new Error(`no position in outcome ${outcome?.kind}`);
}

/** Ids of the objects of a page body. */
export function idsIn(body: Uint8Array): string[] {
  return objectsIn(body).map((object) => object.id);
}

export function objectsIn(body: Uint8Array): { readonly id: string; readonly x_content: string }[] {
  return JSON.parse(`[${Buffer.from(body).toString('utf8')}]`);
}

/** Ids that a reader finds in a whole collection, in order, every version of each. */
export async function visibleIds(reader: Reader, of: string): Promise<string[]> {
  const page = await reader.objects({
    collection: of,
    match: { versions: ['all'] },
    limit: 1_000,
  });
  return idsIn(page.body);
}
