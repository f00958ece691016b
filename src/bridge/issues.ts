/** Why a document is not converted. */
import type { Issue } from '../core/issue.ts';

export type BridgeIssueCode =
  | 'bridge-unrecognised'
  | 'bridge-format'
  | 'bridge-pair'
  | 'bridge-empty';

/** What each finding means and what would be right. */
export const BRIDGE_ISSUES: Record<
  BridgeIssueCode,
  { readonly clause: string; readonly meaning: string; readonly remedy: string }
> = {
  'bridge-unrecognised': {
    clause: 'CYBEX conversions',
    meaning: 'The document is of no format that a conversion begins with.',
    remedy: 'Give a CVE record, an OSV record, a CSAF document or an OpenVEX document.',
  },
  'bridge-format': {
    clause: 'CYBEX conversions',
    meaning: 'The document is not of the format that was named.',
    remedy: 'Name the right format, or none: it is recognised.',
  },
  'bridge-empty': {
    clause: 'CYBEX conversions',
    meaning: 'The document says nothing that the target format could say.',
    remedy: 'The report of losses names every part of it.',
  },
  'bridge-pair': {
    clause: 'CYBEX conversions',
    meaning: 'There is no conversion between these two formats.',
    remedy: 'docs/conversions.md lists every pair.',
  },
};

/** An error on the whole document; `detail` comes first. */
export function bridgeIssue(code: BridgeIssueCode, detail: string): Issue<BridgeIssueCode> {
  const { clause, meaning } = BRIDGE_ISSUES[code];
  const message = detail === '' ? meaning : `${detail}: ${meaning}`;
  return { code, severity: 'error', clause, path: '', message };
}
