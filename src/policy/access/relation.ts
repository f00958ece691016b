/**
 * How a principal stands to a label. Each question is asked by id, never by name, and an empty id
 * equals nothing: an ownerless label and an anonymous caller both carry the empty string.
 */
import type { Audience, Label } from '../../core/label.ts';
import type { Principal } from '../../core/principal.ts';

const COMMUNITY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** R20: communities have UUIDs; a local number, a name or an empty text names nobody. */
export function isCommunityId(id: string): boolean {
  return id.length === 36 && COMMUNITY.test(id);
}

/** True for a principal whose identity was proved and who belongs to an organisation. */
export function isAuthenticated(principal: Principal): boolean {
  return (
    principal.kind !== 'anonymous' &&
    principal.organisation !== '' &&
    principal.assurance !== 'none'
  );
}

/** The principal belongs to the organisation whose record it is. */
export function isOwner(principal: Principal, label: Label): boolean {
  return label.owner !== '' && principal.organisation === label.owner && isAuthenticated(principal);
}

/** The principal is a person whom the source named. */
export function isNamedPerson(principal: Principal, audience: Audience | null): boolean {
  return (
    audience !== null &&
    principal.kind === 'person' &&
    principal.id !== '' &&
    isAuthenticated(principal) &&
    audience.persons.includes(principal.id)
  );
}

/** The principal's organisation is named by id. */
export function isNamedOrganisation(principal: Principal, audience: Audience | null): boolean {
  return (
    audience !== null &&
    isAuthenticated(principal) &&
    audience.organisations.includes(principal.organisation)
  );
}

/** The principal's organisation is a member of a community that the source named. */
export function isNamedMember(principal: Principal, audience: Audience | null): boolean {
  if (audience === null || !isAuthenticated(principal)) return false;
  for (const community of audience.communities) {
    if (isCommunityId(community) && principal.communities.includes(community)) return true;
  }
  return false;
}

/** The principal's organisation is a registered client of a named organisation. */
export function isClientOfNamed(principal: Principal, audience: Audience | null): boolean {
  if (audience === null || !isAuthenticated(principal)) return false;
  for (const organisation of audience.organisations) {
    if (isClientOf(principal, organisation)) return true;
  }
  return false;
}

/** The principal's organisation is a registered client of this organisation. */
export function isClientOf(principal: Principal, organisation: string): boolean {
  return (
    organisation !== '' &&
    isAuthenticated(principal) &&
    principal.clients?.includes(organisation) === true
  );
}

/** The principal's organisation is a member of some community (R5: GREEN). */
export function isCommunityMember(principal: Principal): boolean {
  if (!isAuthenticated(principal)) return false;
  for (const community of principal.communities) if (isCommunityId(community)) return true;
  return false;
}
