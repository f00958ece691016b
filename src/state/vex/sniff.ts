/** Tells an OpenVEX document from its first bytes. */
import type { FormatSign } from '../../core/codec.ts';

const decoder = new TextDecoder('latin1');
const CONTEXT = /"@context"\s*:\s*"https:\/\/openvex\.dev\/ns/;

export const OPENVEX_SIGN: FormatSign = {
  format: 'openvex',
  mediaTypes: ['application/vnd.openvex+json'],
  sniff: (head) => (CONTEXT.test(decoder.decode(head)) ? 1 : 0),
};
