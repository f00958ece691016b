/** The tables of every bridge, for the page that is made of them. */
import { CSAF_OPENVEX_MAPPING, OPENVEX_CSAF_MAPPING } from './csaf-openvex/index.ts';
import { CSAF_STIX_MAPPING } from './csaf-stix/index.ts';
import { CSAF_CVE_MAPPING, CVE_CSAF_MAPPING } from './cve-csaf/index.ts';
import { CVE_STIX_MAPPING } from './cve-stix/index.ts';
import type { Mapping } from './mapping/index.ts';
import { OSV_STIX_MAPPING } from './osv-stix/index.ts';

/** In the order in which people read them. */
export const CONVERSION_MAPPINGS: readonly Mapping[] = [
  CVE_STIX_MAPPING,
  OSV_STIX_MAPPING,
  CSAF_STIX_MAPPING,
  CVE_CSAF_MAPPING,
  CSAF_CVE_MAPPING,
  CSAF_OPENVEX_MAPPING,
  OPENVEX_CSAF_MAPPING,
];
