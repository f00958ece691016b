/** Tells SBOMs from their first bytes. */
import type { FormatSign } from '../../core/codec.ts';

const decoder = new TextDecoder('latin1');

const CYCLONEDX =
  /"bomFormat"\s*:\s*"CycloneDX"|"specVersion"\s*:\s*"1\.[2-9]"|http:\/\/cyclonedx\.org\/schema\/bom\//;
const SPDX = /"spdxVersion"\s*:\s*"SPDX-|^SPDXVersion:\s*SPDX-|"https:\/\/spdx\.org\/rdf\/3/m;

export const CYCLONEDX_SIGN: FormatSign = {
  format: 'cyclonedx',
  mediaTypes: ['application/vnd.cyclonedx+json', 'application/vnd.cyclonedx+xml'],
  sniff: (head) => (CYCLONEDX.test(decoder.decode(head)) ? 1 : 0),
};

export const SPDX_SIGN: FormatSign = {
  format: 'spdx',
  mediaTypes: ['application/spdx+json', 'application/spdx3+json', 'text/spdx'],
  sniff: (head) => (SPDX.test(decoder.decode(head)) ? 1 : 0),
};
