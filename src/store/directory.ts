/** The directory as rows: one JSON document per entry, read whole and cached by policy epoch. */
import { CybexError } from '../core/error.ts';
import { parseUuid } from '../core/uuid.ts';
import type {
  ApiRoot,
  Collection,
  Community,
  Credential,
  Directory,
  DirectoryChange,
  Organisation,
  OutboxRow,
  Person,
} from './port.ts';

export const DIRECTORY_KINDS = [
  'organisation',
  'community',
  'person',
  'credential',
  'collection',
  'apiRoot',
] as const;
export type DirectoryKind = (typeof DIRECTORY_KINDS)[number];

export interface DirectoryRow {
  readonly kind: DirectoryKind;
  readonly id: string;
  /** JSON of the value. */
  readonly body: string;
}

/** The row that a change writes, or removes when its body is null. */
export function rowOf(
  change: DirectoryChange,
): Omit<DirectoryRow, 'body'> & { readonly body: string | null } {
  if ('remove' in change) return { kind: change.remove, id: change.id, body: null };
  const id = change.put === 'apiRoot' ? change.value.path : change.value.id;
  return { kind: change.put, id, body: JSON.stringify(change.value) };
}

/** Rows to directory; entries come in the order of the rows, which the store sorts by id. */
export function directoryFrom(rows: readonly DirectoryRow[], policyEpoch: number): Directory {
  const of = <T>(kind: DirectoryKind): T[] =>
    rows.filter((row) => row.kind === kind).map((row) => JSON.parse(row.body) as T);
  return {
    policyEpoch,
    organisations: of<Organisation>('organisation'),
    communities: of<Community>('community'),
    persons: of<Person>('person'),
    credentials: of<Credential>('credential'),
    collections: of<Collection>('collection'),
    apiRoots: of<ApiRoot>('apiRoot'),
  };
}

/** Throws CybexError `conflict` or `invalid-argument` for a directory that cannot stand. */
export function checkDirectory(directory: Directory): void {
  const names = new Map<string, string>();
  for (const { id, apiRoot, alias } of directory.collections) {
    if (parseUuid(id) === null) {
      throw new CybexError('invalid-argument', `a collection’s id is a UUID, not ${id}`);
    }
    for (const name of alias === undefined ? [id] : [id, alias]) {
      const holder = names.get(`${apiRoot}/${name}`);
      if (holder !== undefined && holder !== id) {
        throw new CybexError('conflict', `${name} already names a collection of ${apiRoot}`);
      }
      names.set(`${apiRoot}/${name}`, id);
    }
  }
  for (const { id } of directory.communities) {
    if (parseUuid(id) === null) {
      throw new CybexError('invalid-argument', `a community’s id is a UUID, not ${id}`);
    }
  }
}

/** What changes leave in the outbox, compared with what was: see `Operations.change`. */
export function consequences(
  before: Directory,
  changes: readonly DirectoryChange[],
): readonly Omit<OutboxRow, 'id'>[] {
  return changes.flatMap((change) => {
    if ('remove' in change) return [];
    switch (change.put) {
      case 'community':
        return newMembers(before, change.value);
      case 'organisation':
        return newClients(before, change.value);
      case 'collection':
        return [...changedFloor(before, change.value), ...changedWish(before, change.value)];
      default:
        return [];
    }
  });
}

function newMembers(before: Directory, community: Community): Omit<OutboxRow, 'id'>[] {
  const was = before.communities.find((each) => each.id === community.id)?.members ?? [];
  return community.members
    .filter((member) => !was.includes(member))
    .map((member) => ({ kind: 'membership', subject: member, organisation: community.id }));
}

function newClients(before: Directory, organisation: Organisation): Omit<OutboxRow, 'id'>[] {
  const was = before.organisations.find((each) => each.id === organisation.id)?.clients ?? [];
  return organisation.clients
    .filter((client) => !was.includes(client))
    .map((client) => ({ kind: 'membership', subject: client, organisation: organisation.id }));
}

function changedFloor(before: Directory, collection: Collection): Omit<OutboxRow, 'id'>[] {
  const was = before.collections.find((each) => each.id === collection.id);
  // A collection that has just been made holds nothing that could change.
  if (was === undefined || JSON.stringify(was.floor) === JSON.stringify(collection.floor)) {
    return [];
  }
  return [{ kind: 'floor', subject: collection.id, organisation: '' }];
}

/** Projections are wanted where nothing else is said. */
function changedWish(before: Directory, collection: Collection): Omit<OutboxRow, 'id'>[] {
  const was = before.collections.find((each) => each.id === collection.id);
  if (was === undefined || (was.projection ?? true) === (collection.projection ?? true)) return [];
  return [{ kind: 'projection', subject: collection.id, organisation: '' }];
}
