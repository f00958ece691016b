/** One text per set of principals who see the same: what a cache of views is keyed by (R14). */
import type { Principal } from '../../core/principal.ts';
import { isAuthenticated, isCommunityId } from './relation.ts';

/**
 * Everything of a principal that `sees` depends on, and nothing else: equal keys see equal labels
 * on every channel. Roles, token and assurance do not stand in it; a person's id does, because a
 * label can name persons.
 */
export function accessKey(principal: Principal): string {
  if (!isAuthenticated(principal)) return 'anonymous';
  const communities = sorted(principal.communities.filter(isCommunityId));
  const clients = sorted((principal.clients ?? []).filter((organisation) => organisation !== ''));
  const person = principal.kind === 'person' ? principal.id : '';
  return JSON.stringify([principal.organisation, communities, clients, person]);
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
