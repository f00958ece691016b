/** Findings of the policy cluster on what it is given. */
import type { Issue, Severity } from '../core/issue.ts';

export type PolicyIssueCode =
  | 'iep-unknown-value'
  | 'iep-bad-date'
  | 'iep-nothing-stated'
  | 'decide-not-object'
  | 'decide-missing'
  | 'decide-wrong-type'
  | 'decide-unknown-value'
  | 'decide-unknown-member'
  | 'decide-ignored-value'
  | 'decide-bad-time'
  | 'decide-too-many'
  | 'decide-too-deep'
  | 'decide-community-form';

export interface PolicyIssueText {
  readonly severity: Severity;
  readonly clause: string;
  readonly meaning: string;
  readonly remedy: string;
}

/** What each finding means and what would be right. */
export const POLICY_ISSUES: Record<PolicyIssueCode, PolicyIssueText> = {
  'iep-unknown-value': {
    severity: 'warning',
    clause: 'IEP 2.0 policy statements',
    meaning: 'The IEP member has a value that IEP 2.0 does not know.',
    remedy: 'The strictest value is applied; correct the policy to relax it.',
  },
  'iep-bad-date': {
    severity: 'warning',
    clause: 'IEP 2.0 start_date, end_date',
    meaning: 'The date is not an RFC 3339 timestamp.',
    remedy: 'The policy counts as not in force; write the date like 2026-11-21T00:00:00Z.',
  },
  'iep-nothing-stated': {
    severity: 'warning',
    clause: 'IEP 2.0 policy reference',
    meaning: 'The IEP statement carries no policy, at most a reference to one elsewhere.',
    remedy: 'Nothing is fetched: send the policy itself.',
  },
  'decide-not-object': {
    severity: 'error',
    clause: 'policy.decide',
    meaning: 'A JSON object is needed here.',
    remedy: 'Give an object with the members that policy.decide describes.',
  },
  'decide-missing': {
    severity: 'error',
    clause: 'policy.decide',
    meaning: 'A required member is missing.',
    remedy: 'State it; an audience that nobody was named in is null, no unknown markings are [].',
  },
  'decide-wrong-type': {
    severity: 'error',
    clause: 'policy.decide',
    meaning: 'The member has another JSON type than the one asked for.',
    remedy: 'Give the type that policy.decide describes.',
  },
  'decide-unknown-value': {
    severity: 'error',
    clause: 'policy.decide',
    meaning: 'The value is none of the known ones.',
    remedy: 'Use one of the values that policy.decide lists.',
  },
  'decide-unknown-member': {
    severity: 'error',
    clause: 'policy.decide',
    meaning: 'A label, floor or context must not have members that are not understood.',
    remedy: 'Correct the name; a misspelt restriction would otherwise be lost.',
  },
  'decide-ignored-value': {
    severity: 'warning',
    clause: 'policy.decide',
    meaning: 'The value is none of the known ones and gives no right.',
    remedy: 'It is ignored; use one of the values that policy.decide lists.',
  },
  'decide-bad-time': {
    severity: 'error',
    clause: 'RFC 3339 §5.6',
    meaning: 'The text is not a timestamp.',
    remedy: 'Write it like 2026-11-21T09:30:00Z.',
  },
  'decide-too-many': {
    severity: 'error',
    clause: 'policy.decide',
    meaning: 'The list is longer, or the text in it larger, than the bound.',
    remedy: 'Shorten it.',
  },
  'decide-too-deep': {
    severity: 'error',
    clause: 'policy.decide',
    meaning: 'The IEP statement nests deeper than the bound.',
    remedy: 'IEP policies are flat: send the policy itself.',
  },
  'decide-community-form': {
    severity: 'warning',
    clause: 'R20',
    meaning: 'A community is named by a UUID; any other id names nobody.',
    remedy: 'Use the UUID of the community, never a local number or its name.',
  },
};

/** One finding at a JSON pointer; `detail` says what stood there. */
export function policyIssue(
  code: PolicyIssueCode,
  path: string,
  detail = '',
): Issue<PolicyIssueCode> {
  const { severity, clause, meaning, remedy } = POLICY_ISSUES[code];
  const found = detail === '' ? '' : ` (${detail})`;
  return { code, severity, clause, path, message: `${meaning}${found} ${remedy}` };
}
