/** Every clause of the table and the function that looks at it. */
import { AUTH, RIGHTS } from './access.ts';
import { POST, STATUS } from './adding.ts';
import type { Check } from './bench.ts';
import type { ClauseId } from './clauses.ts';
import { DELETE } from './deleting.ts';
import { ADDED_AFTER, FILTER, QUERY } from './filtering.ts';
import { FORMS } from './forms.ts';
import { API_ROOT, COLLECTIONS, DISCOVERY } from './information.ts';
import { ACCEPT, METHOD, PATH } from './negotiation.ts';
import { LIMIT, PAGING } from './paging.ts';
import { HEADERS_EQUAL, MANIFEST, OBJECT, OBJECTS, VERSIONS } from './reading.ts';
import { ANSWER_RULE_IDS, type AnswerRuleId } from './rules.ts';

export const CHECKS: Readonly<Record<Exclude<ClauseId, AnswerRuleId>, Check>> = {
  ...DISCOVERY,
  ...API_ROOT,
  ...COLLECTIONS,
  ...ACCEPT,
  ...METHOD,
  ...PATH,
  ...AUTH,
  ...RIGHTS,
  ...POST,
  ...STATUS,
  ...OBJECTS,
  ...OBJECT,
  ...MANIFEST,
  ...VERSIONS,
  'headers.equal': HEADERS_EQUAL,
  ...ADDED_AFTER,
  ...FILTER,
  ...FORMS,
  ...QUERY,
  ...LIMIT,
  ...PAGING,
  ...DELETE,
};

/** True for the rows that are watched over the whole run. */
export function isAnswerRule(id: ClauseId): id is AnswerRuleId {
  return (ANSWER_RULE_IDS as readonly ClauseId[]).includes(id);
}
