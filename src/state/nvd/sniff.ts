/** Tells the pages of NVD API 2.0 from their first bytes. */
import type { FormatSign } from '../../core/codec.ts';

const decoder = new TextDecoder();

function sign(format: string, stated: string): FormatSign {
  const mark = new RegExp(`"format"\\s*:\\s*"${stated}"`);
  return {
    format,
    mediaTypes: [`application/vnd.${format}+json`],
    sniff: (head) => (mark.test(decoder.decode(head.subarray(0, 4096))) ? 1 : 0),
  };
}

export const NVD_SIGN = sign('nvd', 'NVD_CVE');
export const NVD_CPE_SIGN = sign('nvd-cpe', 'NVD_CPE');
export const NVD_MATCH_SIGN = sign('nvd-cpe-match', 'NVD_CPEMatchString');
