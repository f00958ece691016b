/** What a principal may do with a collection: its grants, and the role that writing needs. */
import type { Principal } from '../core/principal.ts';
import { WRITING_ROLES } from '../policy/index.ts';
import { isSubject } from '../store/access.ts';
import type { Collection, Grant, Reader, RecordPage, RecordQuery } from '../store/port.ts';

export interface CollectionRights {
  readonly read: boolean;
  readonly write: boolean;
}

/** Writing is a role of its own (R2); the policy says which ones have it. */
export function mayWrite({ roles }: Principal): boolean {
  return roles.some((role) => WRITING_ROLES.has(role));
}

export function rightsOf(principal: Principal, collection: Collection): CollectionRights {
  const given = collection.grants.filter((grant) => concerns(grant, principal, collection));
  return {
    read: given.some(({ read }) => read),
    write: given.some(({ write }) => write) && mayWrite(principal),
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
