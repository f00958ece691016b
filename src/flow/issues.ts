/** Findings on a delivery as a whole, before any standard has a word. */
import type { Codec, FormatSign } from '../core/codec.ts';
import type { Issue } from '../core/issue.ts';

export type FlowIssueCode = 'format-not-stored' | 'format-unknown' | 'not-an-envelope';

export const FLOW_ISSUES: Readonly<
  Record<
    FlowIssueCode,
    { readonly clause: string; readonly meaning: string; readonly remedy: string }
  >
> = {
  'format-not-stored': {
    clause: 'X.1500 §6',
    meaning: 'The format is known and can be checked, but its records are not kept in collections.',
    remedy: 'Look at it with cybex check, or find what is weak in it with cybex scan.',
  },
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

/** A format that is read here and not stored: an SBOM is its owner's own, and no news for others. */
export function formatNotStored({ format }: FormatSign): Issue<FlowIssueCode> {
  const { clause } = FLOW_ISSUES['format-not-stored'];
  const message = `This is ${format}, which is checked and scanned here but not stored.`;
  return { code: 'format-not-stored', severity: 'error', clause, path: '', message };
}
