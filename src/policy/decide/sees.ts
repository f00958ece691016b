/** The answer to "may he read this?" without its reasons: asked once per label and view. */
import type { Micros } from '../../core/clock.ts';
import type { Audience, Label } from '../../core/label.ts';
import type { Channel, Principal } from '../../core/principal.ts';
import { isAuthenticated, isCommunityId } from '../access/relation.ts';
import { inWindow } from './question.ts';

/**
 * Equal to `decide(principal, 'read', label, {channel, time: now}).allow`, without a list of
 * rules and without allocation. Without `now` the label's window is left to the caller (the store
 * tests it row by row, because it opens and shuts while views are cached).
 */
export function sees(principal: Principal, label: Label, channel: Channel, now?: Micros): boolean {
  const known = isAuthenticated(principal);
  const owner = known && label.owner !== '' && principal.organisation === label.owner;
  if (!owner && label.unknown.length > 0) return false;
  if (!owner && now !== undefined && !inWindow(label, now)) return false;
  const { audience } = label;
  switch (label.tlp) {
    case 'RED':
      return (
        known && (channel === 'interactive' || channel === 'rid') && person(principal, audience)
      );
    case 'AMBER+STRICT':
      return owner || (known && addressedStrictly(principal, audience));
    case 'AMBER':
    case 'GREEN':
    case 'CLEAR':
      if (audience !== null) return owner || (known && addressed(principal, audience));
      if (label.tlp === 'CLEAR') return true;
      if (owner || (label.tlp === 'GREEN' && known && anyCommunity(principal))) return true;
      return known && clientOf(principal, label.owner);
    default:
      return false;
  }
}

function person(principal: Principal, audience: Audience | null): boolean {
  if (audience === null || principal.kind !== 'person' || principal.id === '') return false;
  return audience.persons.includes(principal.id);
}

function addressedStrictly(principal: Principal, audience: Audience | null): boolean {
  if (audience === null) return false;
  return audience.organisations.includes(principal.organisation) || person(principal, audience);
}

function addressed(principal: Principal, audience: Audience): boolean {
  if (addressedStrictly(principal, audience)) return true;
  for (const id of audience.communities) {
    // Membership first: it is rare, and the form of an id is the dearer question.
    if (principal.communities.includes(id) && isCommunityId(id)) return true;
  }
  for (const id of audience.organisations) if (clientOf(principal, id)) return true;
  return false;
}

function clientOf(principal: Principal, organisation: string): boolean {
  return organisation !== '' && principal.clients?.includes(organisation) === true;
}

function anyCommunity(principal: Principal): boolean {
  for (const id of principal.communities) if (isCommunityId(id)) return true;
  return false;
}
