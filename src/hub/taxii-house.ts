/**
 * The TAXII server's port, filled for one caller. Everything it answers has passed the reader of
 * that caller; what it may not see does not exist here.
 */
import { CybexError } from '../core/error.ts';
import { STIX_21 } from '../core/media-type.ts';
import type { Principal } from '../core/principal.ts';
import type {
  TaxiiCollection,
  TaxiiDeletion,
  TaxiiHouse,
  TaxiiMatch,
  TaxiiPageHead,
} from '../exchange/taxii/port.ts';
import type { Collection, Match, PageHead } from '../store/port.ts';
import { rightsOf } from './access.ts';
import type { DirectoryIndex } from './directory.ts';
import type { Hub } from './hub.ts';
import { addEnvelope, statusOf } from './taxii-add.ts';

export function taxiiHouse(hub: Hub, principal: Principal, directory: DirectoryIndex): TaxiiHouse {
  const reader = hub.house.readerFor({ principal, channel: 'feed' });
  const offered = directory.collections.filter((collection) => offers(collection, principal));
  let { policyEpoch } = directory;
  const writable = (id: string): Collection => {
    const collection = directory.collectionById.get(id);
    if (collection === undefined || !rightsOf(principal, collection).write) {
      throw new CybexError('absent', 'There is no such collection.');
    }
    return collection;
  };
  return {
    caller: { id: principal.id, anonymous: principal.kind === 'anonymous' },
    discovery: async () => ({
      title: hub.settings.title,
      description: 'Cybersecurity information, offered to each party as its policy permits.',
      ...(hub.settings.contact === undefined ? {} : { contact: hub.settings.contact }),
      apiRoots: directory.apiRoots.filter((root) =>
        offered.some((collection) => collection.apiRoot === root.path),
      ),
    }),
    collections: async (apiRoot) => {
      if (!directory.apiRoots.some(({ path }) => path === apiRoot)) return null;
      const here = offered.filter((collection) => collection.apiRoot === apiRoot);
      return here.length === 0 ? null : here.map((row) => described(row, principal));
    },
    objects: async (query) => {
      const page = await reader.objects(query);
      const { body, release } = page;
      return { ...head(page), body, ...(release === undefined ? {} : { release }) };
    },
    manifest: async (query) => {
      const page = await reader.manifest(query);
      const rows = page.rows.map(({ id, version, added, format, specVersion }) => ({
        id,
        version,
        added,
        mediaType: `application/${format}+json;version=${specVersion}`,
      }));
      return { ...head(page), rows };
    },
    add: (apiRoot, collection, body) =>
      addEnvelope(hub, principal, apiRoot, writable(collection), body),
    status: async (apiRoot, id) => {
      const record = await hub.house.operations.status(id);
      const own = record?.organisation === principal.organisation && record.apiRoot === apiRoot;
      return record && own && principal.organisation !== '' ? statusOf(record) : null;
    },
    remove: (collection, id, match) => remove(hub, principal, writable(collection), id, match),
    delivered: async (collection, filter, through) => {
      const delivery = { principal: principal.id, collection, filter, through };
      if (!(await hub.house.writer.deliver(delivery))) return true;
      // Who is let in is offered anew what lies before the place that the ledger tells. A page that
      // was read before that and is on record only after it would carry him past the offer.
      const asked = policyEpoch;
      policyEpoch = await hub.house.operations.policyEpoch();
      return policyEpoch === asked;
    },
  };
}

function offers(collection: Collection, principal: Principal): boolean {
  const { read, write } = rightsOf(principal, collection);
  return read || write;
}

function described(collection: Collection, principal: Principal): TaxiiCollection {
  const { read, write } = rightsOf(principal, collection);
  return {
    id: collection.id,
    ...(collection.alias === undefined ? {} : { alias: collection.alias }),
    title: collection.title,
    description: collection.description,
    canRead: read,
    canWrite: write,
    mediaTypes: [STIX_21],
  };
}

function head(page: PageHead): TaxiiPageHead {
  const { count, more, first, last, validator } = page;
  return {
    count,
    more,
    ...(first === undefined ? {} : { first }),
    ...(validator === undefined ? {} : { validator }),
    ...(last === undefined ? {} : { last }),
    epoch: `${page.feedEpoch}.${page.viewEpoch}`,
  };
}

/**
 * TAXII 2.1 §5.7. What the caller's organisation added is removed, and what others added stays, also
 * where both match; only what others added is forbidden, what it cannot see is absent.
 */
async function remove(
  hub: Hub,
  principal: Principal,
  collection: Collection,
  id: string,
  match: TaxiiMatch,
): Promise<TaxiiDeletion> {
  if (!rightsOf(principal, collection).read) return { kind: 'absent' };
  const reader = hub.house.readerFor({ principal, channel: 'feed' });
  // A deletion names everything that it does not exclude, not the last version only.
  const wanted: Match = { ...match, versions: match.versions ?? ['all'] };
  const handles = await reader.authorise(collection.id, id, wanted);
  if (handles.length === 0) return { kind: 'absent' };
  const own = handles.filter((handle) => handle.own);
  if (own.length === 0) return { kind: 'not-yours' };
  const count = await hub.house.writer.remove(own, {
    principal: principal.id,
    organisation: principal.organisation,
    action: 'taxii.delete',
    subject: id,
    outcome: 'done',
    detail: { collection: collection.id },
  });
  return { kind: 'removed', count };
}
