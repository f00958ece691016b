/** What a principal may do with a collection: its grants, and the role that writing needs. */
import type { Principal } from '../core/principal.ts';
import type { Collection, Grant, Reader, RecordPage, RecordQuery } from '../store/port.ts';

export interface CollectionRights {
  readonly read: boolean;
  readonly write: boolean;
}

const NONE: CollectionRights = { read: false, write: false };

export function rightsOf(principal: Principal, collection: Collection): CollectionRights {
  let { read, write } = NONE;
  for (const grant of collection.grants) {
    if (!concerns(grant, principal, collection)) continue;
    read ||= grant.read;
    write ||= grant.write;
  }
  return { read, write: write && principal.roles.includes('contributor') };
}

/** Records of these collections; of none where none is named, unlike the store's own question. */
export async function recordsOf(reader: Reader, query: RecordQuery): Promise<RecordPage> {
  return query.collections.length === 0 ? { records: [], more: false } : reader.records(query);
}

function concerns(grant: Grant, principal: Principal, { sample }: Collection): boolean {
  // Whoever signs in is somebody's peer: made-up information is not for him.
  if (grant.subjectKind === 'anyone') return !sample || principal.kind === 'anonymous';
  if (principal.kind === 'anonymous') return false;
  switch (grant.subjectKind) {
    case 'authenticated':
      return true;
    case 'organisation':
      return grant.subject !== '' && grant.subject === principal.organisation;
    case 'community':
      return principal.communities.includes(grant.subject);
    case 'principal':
      return grant.subject === principal.id;
  }
}
