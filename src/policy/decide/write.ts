/**
 * Who may write what carries a label (R2): a contributor, for his own organisation. Writing needs
 * no right to read: a RED record is delivered over a feed and never read back over one. Whether a
 * collection takes writes from the organisation at all is the collection's grant, not the label's.
 */
import { isAuthenticated, isOwner } from '../access/relation.ts';
import { holds, WRITING_ROLES } from '../access/roles.ts';
import { needsNoOwner } from '../marking/canonical.ts';
import { allow, deny, type Rule } from './question.ts';

/** R2: writing is a role of its own, and an organisation answers for what is written. */
const role: Rule = ({ principal }) =>
  isAuthenticated(principal) && holds(principal, WRITING_ROLES) ? null : deny('R2-role');

/** R2: only the source changes what is his; what is open to everyone has no owner to guard it. */
const owner: Rule = ({ principal, label }) =>
  isOwner(principal, label) || (label.owner === '' && needsNoOwner(label))
    ? allow('R2')
    : deny('R2-owner');

/** In the order in which they are explained. */
export const WRITE_RULES: readonly Rule[] = [role, owner];
