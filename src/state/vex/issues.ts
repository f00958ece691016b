/** Findings on VEX documents. */
import type { Issue, Severity } from '../../core/issue.ts';

export type VexIssueCode =
  | 'vex-unrecognised'
  | 'vex-context'
  | 'vex-older'
  | 'vex-justification'
  | 'vex-action'
  | 'vex-products'
  | 'vex-time'
  | 'vex-last-updated'
  | 'vex-justification-place'
  | 'vex-contradiction'
  | 'vex-product-unknown';

interface Row {
  readonly clause: string;
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

export const VEX_ISSUES: Record<VexIssueCode, Row> = {
  'vex-unrecognised': {
    clause: 'CYBEX',
    severity: 'error',
    meaning: 'The document carries no VEX: it is neither OpenVEX nor CSAF nor CycloneDX.',
    remedy: 'Give one of these.',
  },
  'vex-context': {
    clause: 'OpenVEX 0.2.0, Document',
    severity: 'error',
    meaning: '@context is not that of OpenVEX.',
    remedy: 'Write https://openvex.dev/ns/v0.2.0.',
  },
  'vex-older': {
    clause: 'OpenVEX 0.2.0, Document',
    severity: 'warning',
    meaning:
      'The document is of OpenVEX 0.0.1 or breaks the schema of 0.2.0; it is read all the same.',
    remedy: 'Write it anew in 0.2.0.',
  },
  'vex-justification': {
    clause: 'OpenVEX 0.2.0, Statement',
    severity: 'error',
    meaning: 'not_affected is said without a reason.',
    remedy: 'Give one of the five justifications or an impact_statement.',
  },
  'vex-action': {
    clause: 'OpenVEX 0.2.0, Statement',
    severity: 'error',
    meaning: 'affected is said without what to do.',
    remedy: 'Give an action_statement.',
  },
  'vex-products': {
    clause: 'OpenVEX 0.2.0, Statement',
    severity: 'warning',
    meaning: 'The statement names no product: it says nothing about anything.',
    remedy: 'Name the products.',
  },
  'vex-time': {
    clause: 'OpenVEX 0.2.0, Statement',
    severity: 'error',
    meaning: 'Neither the statement nor the document says when it holds.',
    remedy: 'Give a timestamp.',
  },
  'vex-last-updated': {
    clause: 'OpenVEX 0.2.0, Document',
    severity: 'warning',
    meaning: 'It was updated before it was issued.',
    remedy: 'Correct one of the times.',
  },
  'vex-justification-place': {
    clause: 'OpenVEX 0.2.0, Statement',
    severity: 'warning',
    meaning: 'A justification stands with a status that needs none.',
    remedy: 'Justifications belong to not_affected only.',
  },
  'vex-contradiction': {
    clause: 'CISA minimum requirements for VEX',
    severity: 'warning',
    meaning: 'Two statements of one author and time contradict each other.',
    remedy: 'Ask the author; until then the question is open.',
  },
  'vex-product-unknown': {
    clause: 'CSAF 2.0 §3.2.2',
    severity: 'warning',
    meaning: 'A status names a product that the document does not define.',
    remedy: 'Define it in the product tree.',
  },
};

/** A finding with the clause and severity of its row; `detail` comes first. */
export function vexIssue(code: VexIssueCode, path: string, detail: string): Issue<VexIssueCode> {
  const { clause, severity, meaning, remedy } = VEX_ISSUES[code];
  return { code, severity, clause, path, message: `${detail}: ${meaning} ${remedy}` };
}
