/**
 * `cybex/policy`: who may see, and do, what (X.1500 §7.3).
 *
 * ```ts
 * import { decide, explain } from 'cybex/policy';
 * const label = { tlp: 'AMBER', audience: null, owner: 'org-a', unknown: [] } as const;
 * const reader = { kind: 'person', id: 'p', organisation: 'org-b', communities: [], roles: [] } as const;
 * const decision = decide(reader, 'read', label, { channel: 'interactive', time: '2026-11-21T00:00:00Z' });
 * console.log(decision.allow, explain(decision, 'en')); // false, [ 'Denied.', 'R5-amber: …' ]
 * ```
 */

export { accessKey } from './access/key.ts';
export { isCommunityId } from './access/relation.ts';
export { WRITING_ROLES } from './access/roles.ts';
export { POLICY_CONFORMANCE, type PolicyConformanceRow } from './conformance.ts';
export {
  answerDecide,
  type DecideAnswer,
  type DecideArgs,
  parseDecideArgs,
} from './decide/arguments.ts';
export { decide } from './decide/decide.ts';
export { explain, type Language } from './decide/explain.ts';
export {
  ACTIONS,
  type Action,
  type Decision,
  type DecisionContext,
  type Effect,
  type SpokenRule,
} from './decide/question.ts';
export { sees } from './decide/sees.ts';
export { POLICY_DIVERGENCES, type PolicyDivergence } from './divergences.ts';
export { effectiveIep, iepInForce, mergeIep } from './iep/merge.ts';
export {
  IEP_ACTIONS,
  type IepAction,
  type IepPolicy,
  type ParsedIep,
  parseIep,
} from './iep/policy.ts';
export { POLICY_ISSUES, type PolicyIssueCode, type PolicyIssueText } from './issues.ts';
export { canonicalLabel, normaliseLabel } from './marking/canonical.ts';
export {
  type AppliedRule,
  type Interpretation,
  type InterpretContext,
  interpret,
} from './marking/interpret.ts';
export { type Floor, joinFloor, joinLabels } from './marking/join.ts';
export { type Bilingual, POLICY_RULES, type PolicyRule, type RuleId } from './rules.ts';
export { papRank, stricterPap, stricterTlp, tlpRank } from './tlp/levels.ts';
export {
  type OfficialMarking,
  officialMarking,
  PAP_MARKINGS,
  PAP_WHITE_MARKING,
  TLP1_MARKINGS,
  TLP2_MARKINGS,
} from './tlp/markings.ts';
export { parsePap, parseTlp, TLP1_LEVELS, type Tlp1, toTlp1, writeTlp } from './tlp/text.ts';
