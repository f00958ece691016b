/** What a role is good for here: writing. No role gives a right to read (R22). */
import type { Principal, Role } from '../../core/principal.ts';

/** Roles that may write records for their own organisation. */
export const WRITING_ROLES: ReadonlySet<Role> = new Set<Role>(['contributor', 'org-admin']);

/** Roles that run the hub or its directory; they see what their organisation sees, no more. */
export const RUNNING_ROLES: ReadonlySet<Role> = new Set<Role>(['operator', 'site-admin']);

/** The principal holds one of these roles. */
export function holds(principal: Principal, roles: ReadonlySet<Role>): boolean {
  return principal.roles.some((role) => roles.has(role));
}
