/**
 * What a principal is entitled to by the directory of one snapshot. The principal that comes with
 * a request was made some time before: its memberships are read again here, so that a revocation
 * acts with the next page, in every process.
 */
import { sha256 } from '../core/digest.ts';
import { ANONYMOUS, type Principal } from '../core/principal.ts';
import type { Collection, Directory, Grant } from './port.ts';

/**
 * The principal with the communities, clients and roles that the directory gives now. Roles can
 * only be lost here, not gained: what a credential was narrowed to stays narrow. A person or an
 * organisation that is no longer there sees what the anonymous see.
 */
export function resolvePrincipal(principal: Principal, directory: Directory): Principal {
  const { organisation, kind } = principal;
  if (kind === 'anonymous' || organisation === '') {
    return { ...principal, organisation: '', communities: [], clients: [] };
  }
  if (!directory.organisations.some((each) => each.id === organisation)) return ANONYMOUS;
  const person = directory.persons.find((each) => each.id === principal.id);
  if (person === undefined && kind === 'person') return ANONYMOUS;
  if (person !== undefined && person.organisation !== organisation) return ANONYMOUS;
  return {
    ...principal,
    communities: directory.communities
      .filter((each) => each.members.includes(organisation))
      .map((each) => each.id)
      .sort(),
    clients: directory.organisations
      .filter((each) => each.clients.includes(organisation))
      .map((each) => each.id)
      .sort(),
    roles:
      person === undefined
        ? principal.roles
        : principal.roles.filter((role) => person.roles.includes(role)),
  };
}

/** True when a grant of the collection lets the resolved principal read it. */
export function mayRead(principal: Principal, collection: Collection): boolean {
  return collection.grants.some((grant) => grant.read && isSubject(principal, grant));
}

/** True when the grant is made to the principal, by name or as one of many. */
export function isSubject(principal: Principal, grant: Grant): boolean {
  switch (grant.subjectKind) {
    case 'anyone':
      return true;
    case 'authenticated':
      return principal.kind !== 'anonymous';
    case 'organisation':
      return principal.organisation !== '' && principal.organisation === grant.subject;
    case 'community':
      return principal.communities.includes(grant.subject);
    case 'principal':
      return principal.kind !== 'anonymous' && principal.id === grant.subject;
  }
}

/** Everything of a principal that a decision may look at, as one text. */
export function accessKey(principal: Principal): string {
  const { kind, id, organisation, communities, clients = [], roles, assurance = '' } = principal;
  return JSON.stringify([
    kind,
    id,
    organisation,
    [...communities].sort(),
    [...clients].sort(),
    [...roles].sort(),
    assurance,
  ]);
}

/**
 * View epoch of a principal in a collection: changes with its own communities, clients, roles and
 * right to read, and with nothing that it cannot see (32 hexadecimal digits). `secret` keeps it
 * from being computed outside.
 */
export function viewEpoch(secret: Uint8Array, principal: Principal, readable: boolean): string {
  return sha256(secret, accessKey(principal), readable ? '+' : '-')
    .toString('hex')
    .slice(0, 32);
}
