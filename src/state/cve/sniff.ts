/** Tells a CVE record from its first bytes. */
import type { FormatSign } from '../../core/codec.ts';

const decoder = new TextDecoder();

/** 0 no … 1 sure. */
function sniff(head: Uint8Array): number {
  const text = decoder.decode(head.subarray(0, 4096));
  if (!/^\uFEFF?\s*[[{]/.test(text)) return 0;
  if (/"dataType"\s*:\s*"CVE_RECORD"/.test(text)) return 1;
  if (/"(?:cna|adp)Container"\s*:\s*\{/.test(text)) return 0.9;
  return /"cveMetadata"\s*:\s*\{/.test(text) ? 0.9 : 0;
}

export const CVE_SIGN: FormatSign = {
  format: 'cve',
  mediaTypes: ['application/vnd.cve+json'],
  sniff,
};
