/** The sample goes as it came: its records, its collection, its organisations. */
import type { Principal } from '../../core/principal.ts';
import { ANONYMOUS } from '../../core/principal.ts';
import type {
  AuditEntry,
  AuthorisedRecord,
  Cursor,
  Directory,
  DirectoryChange,
  Person,
  Reader,
} from '../../store/port.ts';
import type { DirectoryIndex } from '../directory.ts';
import { LOCAL_OPERATOR, principalOf } from '../directory.ts';
import type { Hub } from '../hub.ts';
import { SAMPLE_COMMUNITY } from './table.ts';

const PAGE = 200;

export async function removeSample(hub: Hub, by: Principal): Promise<number> {
  const directory = await hub.directory.current();
  const collections = directory.collections.filter(({ sample }) => sample).map(({ id }) => id);
  const entry = {
    principal: by.id,
    organisation: by.organisation,
    action: 'sample.remove',
    subject: 'sample',
    outcome: 'done' as const,
    detail: {},
  };
  await nameForRemoval(hub, collections, entry);
  const others = directory.collections.filter(({ sample }) => !sample).map(({ id }) => id);
  let records = 0;
  for (const owner of owners(directory)) {
    const [own, shared] = await found(hub, owner, collections, others);
    records += await hub.house.writer.erase(own, entry);
    records += await hub.house.writer.remove(shared, entry);
  }
  await hub.directory.change(dismantling(directory), entry);
  return records;
}

/**
 * TLP:RED is for the persons whom its source named, and the sample names nobody: so that it can go
 * too, the local operator is named, who reads nothing but the handles for erasing it.
 */
async function nameForRemoval(
  hub: Hub,
  collections: readonly string[],
  entry: AuditEntry,
): Promise<void> {
  const audience = { organisations: [], communities: [], persons: [LOCAL_OPERATOR] };
  for (const collection of collections) {
    let after = 0;
    for (;;) {
      const members = await hub.house.operations.members(collection, after, PAGE);
      const changes = members
        .filter(({ label }) => label.tlp === 'RED')
        .map(({ membership, label }) => ({
          handle: membership,
          label: { ...label, audience },
          reason: entry.action,
        }));
      if (changes.length > 0) await hub.house.writer.relabel(changes, entry);
      const last = members.at(-1);
      if (last === undefined) break;
      after = last.membership;
    }
  }
}

/** Each organisation as its own service, and the one who is named for what is RED. */
function owners(directory: DirectoryIndex): Principal[] {
  const operator = directory.personById.get(LOCAL_OPERATOR);
  const services = directory.organisations
    .filter(({ sample }) => sample)
    .map(
      ({ id, name }): Person => ({
        id,
        kind: 'service',
        name,
        organisation: id,
        roles: ['reader'],
      }),
    );
  return [...services, ...(operator ? [operator] : [])].map((person) =>
    principalOf(person, directory, 'token'),
  );
}

/** Organisations, their people and tokens, collections; a community that holds nobody else. */
function dismantling(directory: Directory): DirectoryChange[] {
  const gone = directory.organisations.filter(({ sample }) => sample).map(({ id }) => id);
  const remove = (kind: 'collection' | 'community' | 'person' | 'organisation', id: string) =>
    ({ remove: kind, id }) satisfies DirectoryChange;
  const communities = directory.communities
    .filter(({ id, members }) => id !== SAMPLE_COMMUNITY && members.some((id) => gone.includes(id)))
    .map((community): DirectoryChange => {
      const members = community.members.filter((id) => !gone.includes(id));
      return { put: 'community', value: { ...community, version: community.version + 1, members } };
    });
  return [
    ...communities,
    ...directory.communities
      .filter(({ id }) => id === SAMPLE_COMMUNITY)
      .map(({ id }) => remove('community', id)),
    ...directory.collections
      .filter(({ sample }) => sample)
      .map(({ id }) => remove('collection', id)),
    ...directory.persons
      .filter(({ organisation }) => gone.includes(organisation))
      .map(({ id }) => remove('person', id)),
    ...gone.map((id) => remove('organisation', id)),
  ];
}

/** Handles to erase, and those of records that somebody brought into another collection too. */
async function found(
  hub: Hub,
  principal: Principal,
  collections: readonly string[],
  others: readonly string[],
): Promise<[own: AuthorisedRecord[], shared: AuthorisedRecord[]]> {
  const reader = hub.house.readerFor({ principal, channel: 'interactive' });
  const operator = await operatorReader(hub);
  const [own, shared]: [AuthorisedRecord[], AuthorisedRecord[]] = [[], []];
  let after: Cursor | undefined;
  for (;;) {
    const page = await reader.records({
      collections,
      order: 'oldest',
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { id, handle } of page.records) {
      const query = { collections: others, id, order: 'newest', limit: 1 } as const;
      const elsewhere = (await operator.records(query)).records.length > 0;
      (elsewhere ? shared : own).push(handle);
    }
    if (!page.more || page.last === undefined) return [own, shared];
    after = page.last;
  }
}

async function operatorReader(hub: Hub): Promise<Reader> {
  const directory = await hub.directory.current();
  const person = directory.personById.get(LOCAL_OPERATOR);
  const principal = person ? principalOf(person, directory, 'token') : ANONYMOUS;
  return hub.house.readerFor({ principal, channel: 'interactive' });
}
