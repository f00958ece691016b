/** The sample goes as it came: its records, its collection, its organisations. */
import type { Principal } from '../../core/principal.ts';
import type { AuthorisedRecord, Cursor, DirectoryChange } from '../../store/port.ts';
import { principalOf } from '../directory.ts';
import type { Hub } from '../hub.ts';

const PAGE = 200;

export async function removeSample(hub: Hub, by: Principal): Promise<number> {
  const directory = await hub.directory.current();
  const collections = directory.collections.filter(({ sample }) => sample).map(({ id }) => id);
  const organisations = directory.organisations.filter(({ sample }) => sample);
  const entry = {
    principal: by.id,
    organisation: by.organisation,
    action: 'sample.remove',
    subject: 'sample',
    outcome: 'done' as const,
    detail: {},
  };
  let records = 0;
  for (const organisation of organisations) {
    const member = principalOf(
      {
        id: organisation.id,
        kind: 'service',
        name: organisation.name,
        organisation: organisation.id,
        roles: ['reader', 'contributor'],
      },
      directory,
      'none',
    );
    const handles = await handlesOf(hub, member, collections);
    records += await hub.house.writer.erase(handles, entry);
  }
  const people = directory.persons.filter(({ organisation }) =>
    organisations.some(({ id }) => id === organisation),
  );
  const remove =
    (kind: 'collection' | 'person' | 'organisation') =>
    (id: string): DirectoryChange => ({
      remove: kind,
      id,
    });
  const communities = directory.communities
    .filter(({ members }) => organisations.some(({ id }) => members.includes(id)))
    .map(
      (community): DirectoryChange => ({
        put: 'community',
        value: {
          ...community,
          version: community.version + 1,
          members: community.members.filter((id) => !organisations.some((row) => row.id === id)),
        },
      }),
    );
  await hub.directory.change(
    [
      ...communities,
      ...collections.map(remove('collection')),
      ...people.map(({ id }) => id).map(remove('person')),
      ...organisations.map(({ id }) => id).map(remove('organisation')),
    ],
    entry,
  );
  return records;
}

async function handlesOf(
  hub: Hub,
  principal: Principal,
  collections: readonly string[],
): Promise<readonly AuthorisedRecord[]> {
  const reader = hub.house.readerFor({ principal, channel: 'interactive' });
  const handles: AuthorisedRecord[] = [];
  let after: Cursor | undefined;
  for (;;) {
    const page = await reader.records({
      collections,
      order: 'oldest',
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { handle } of page.records) if (handle.own) handles.push(handle);
    if (!page.more || page.last === undefined) return handles;
    after = page.last;
  }
}
