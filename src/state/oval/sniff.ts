/** Tells the documents of OVAL 5 from their first bytes. */
import type { FormatSign } from '../../core/codec.ts';

const decoder = new TextDecoder('latin1');
const ROOT =
  /<(?:[\w.-]+:)?oval_(?:definitions|system_characteristics|results|variables|directives)[\s>/]/;

/** 0 no … 1 sure. */
function sniff(head: Uint8Array): number {
  const text = decoder.decode(head.subarray(0, 4096)).replaceAll('\u0000', '');
  if (!ROOT.test(text)) return 0;
  return text.includes('http://oval.mitre.org/XMLSchema/oval-') ? 1 : 0.9;
}

export const OVAL_SIGN: FormatSign = {
  format: 'oval',
  mediaTypes: ['application/oval+xml'],
  sniff,
};
