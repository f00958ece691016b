/** Tells CSAF from its first bytes. */
import type { FormatSign } from '../../core/codec.ts';

const decoder = new TextDecoder();

/** 0 no … 1 sure. The keys of a document are sorted, so that its version stands near the start. */
export function sniffCsaf(head: Uint8Array): number {
  const text = decoder.decode(head.subarray(0, 4096));
  if (!/^\uFEFF?\s*\{/.test(text)) return 0;
  if (/"csaf_version"\s*:\s*"2\.[01]"/.test(text)) return 1;
  if (/"\$schema"\s*:\s*"https:\/\/docs\.oasis-open\.org\/csaf\/csaf\/v2\.[01]\//.test(text)) {
    return /"document"\s*:/.test(text) ? 0.95 : 0.7;
  }
  const document = /^\uFEFF?\s*\{\s*"document"\s*:\s*\{/.test(text);
  if (document && /"category"\s*:\s*"csaf_/.test(text)) return 0.9;
  return document && /"(?:tracking|publisher|aggregate_severity|acknowledgments)"/.test(text)
    ? 0.6
    : 0;
}

/** CSAF 2.0 and 2.1. */
export const CSAF_SIGN: FormatSign = {
  format: 'csaf',
  mediaTypes: ['application/csaf+json'],
  sniff: sniffCsaf,
};
