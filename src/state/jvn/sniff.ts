/** Tells JVNRSS and VULDEF from their first bytes. */
import type { FormatSign } from '../../core/codec.ts';

const decoder = new TextDecoder('latin1');

/** 0 no … 1 sure. */
function sniff(head: Uint8Array): number {
  const text = decoder.decode(head.subarray(0, 4096)).replaceAll('\u0000', '');
  if (/<(?:[\w.-]+:)?VULDEF-Document[\s>]/.test(text)) return 1;
  const feed = /<rdf:RDF[\s>]/.test(text) && text.includes('http://purl.org/rss/1.0/');
  return feed && /jvn(?:db)?\.(?:jvn\.)?jp/.test(text) ? 0.95 : 0;
}

export const JVN_SIGN: FormatSign = {
  format: 'jvn',
  mediaTypes: ['application/vnd.jvn+xml'],
  sniff,
};
