/** Findings on a delivery as a whole, before any standard has a word. */
import type { Codec } from '../core/codec.ts';
import type { Issue } from '../core/issue.ts';

export type FlowIssueCode = 'format-unknown' | 'not-an-envelope';

export const FLOW_ISSUES: Readonly<
  Record<
    FlowIssueCode,
    { readonly clause: string; readonly meaning: string; readonly remedy: string }
  >
> = {
  'format-unknown': {
    clause: 'X.1500 §6',
    meaning: 'The text begins like no format that is known here, or is not in UTF-8.',
    remedy:
      'Name the format with --format, or convert the text to UTF-8 (iconv -f SHIFT_JIS -t UTF-8).',
  },
  'not-an-envelope': {
    clause: 'TAXII 2.1 §3.7',
    meaning: 'What was posted is no object of JSON.',
    remedy: 'Send {"objects": [ … ]} with the STIX objects in the list.',
  },
};

/** No codec takes it; `named` is the format that the sender asked for. */
export function formatUnknown(codecs: readonly Codec[], named?: string): Issue<FlowIssueCode> {
  const known = codecs.map(({ format }) => format).join(', ');
  const message =
    named === undefined
      ? `No format is recognised in it. Known here: ${known}.`
      : `There is no format ${named} here. Known: ${known}.`;
  const { clause } = FLOW_ISSUES['format-unknown'];
  return { code: 'format-unknown', severity: 'error', clause, path: '', message };
}
