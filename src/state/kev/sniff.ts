/** Tells a catalogue of exploited vulnerabilities from its first bytes. */
import type { FormatSign } from '../../core/codec.ts';

const decoder = new TextDecoder();

/** 0 no … 1 sure: the members that stand before the list in CISA's form. */
function sniff(head: Uint8Array): number {
  const text = decoder.decode(head.subarray(0, 4096));
  if (!/^\uFEFF?\s*\{/.test(text)) return 0;
  return /"catalogVersion"\s*:/.test(text) && /"dateReleased"\s*:/.test(text) ? 0.95 : 0;
}

export const KEV_SIGN: FormatSign = {
  format: 'kev',
  mediaTypes: ['application/vnd.kev+json'],
  sniff,
};
