/** Tells a CWE catalogue from its first bytes. */
import type { FormatSign } from '../../core/codec.ts';

const decoder = new TextDecoder('latin1');

/** 0 no … 1 sure. */
function sniff(head: Uint8Array): number {
  const text = decoder.decode(head.subarray(0, 4096)).replaceAll('\u0000', '');
  if (/<(?:\w+:)?Weakness_Catalog[\s>]/.test(text)) return 1;
  return 0;
}

export const CWE_SIGN: FormatSign = {
  format: 'cwe',
  mediaTypes: ['application/vnd.cwe+xml'],
  sniff,
};
