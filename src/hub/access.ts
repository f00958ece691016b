/** What a principal may do with a collection: its grants, and the role that writing needs. */
import type { Principal } from '../core/principal.ts';
import { isSubject } from '../store/access.ts';
import type { Collection, Grant, Reader, RecordPage, RecordQuery } from '../store/port.ts';

export interface CollectionRights {
  readonly read: boolean;
  readonly write: boolean;
}

export function rightsOf(principal: Principal, collection: Collection): CollectionRights {
  const given = collection.grants.filter((grant) => concerns(grant, principal, collection));
  return {
    read: given.some(({ read }) => read),
    write: given.some(({ write }) => write) && principal.roles.includes('contributor'),
  };
}

/** Records of these collections; of none where none is named, unlike the store's own question. */
export async function recordsOf(reader: Reader, query: RecordQuery): Promise<RecordPage> {
  return query.collections.length === 0 ? { records: [], more: false } : reader.records(query);
}

/** Whoever signs in is somebody's peer: made-up information for anyone is not for him. */
function concerns(grant: Grant, principal: Principal, { sample }: Collection): boolean {
  const forAnyone = grant.subjectKind === 'anyone';
  if (forAnyone && sample) return principal.kind === 'anonymous';
  return isSubject(principal, grant);
}
