/** Every table of issue codes in one place: the page of codes and the remedies of the command line. */
import { BRIDGE_ISSUES } from '../bridge/issues.ts';
import { CANONICAL_ISSUES, JSON_ISSUES } from '../core/json/index.ts';
import { SHAPE_ISSUES } from '../core/shape/index.ts';
import { XML_ISSUES } from '../core/xml/index.ts';
import { PATTERN_ISSUES } from '../event/pattern/index.ts';
import { MATCHING_ISSUES } from '../event/pattern/match/issues.table.ts';
import { STIX_ISSUES } from '../event/stix/index.ts';
import { TAXII_ISSUES } from '../exchange/taxii/index.ts';
import { FLOW_ISSUES } from '../flow/issues.ts';
import { POLICY_ISSUES } from '../policy/index.ts';
import { INDEX_ISSUES } from '../state/advisory-file/index.ts';
import { ALIAS_ISSUES } from '../state/alias/index.ts';
import { CPE_ISSUES } from '../state/cpe/index.ts';
import { CSAF_ISSUES } from '../state/csaf/index.ts';
import { CVE_ISSUES } from '../state/cve/index.ts';
import { CVSS_ISSUES } from '../state/cvss/index.ts';
import { CWE_ISSUES } from '../state/cwe/index.ts';
import { CWSS_ISSUES } from '../state/cwss/index.ts';
import { EPSS_ISSUES } from '../state/epss/index.ts';
import { EXPOSURE_ISSUES } from '../state/exposure/index.ts';
import { INVENTORY_ISSUES } from '../state/inventory/issues.ts';
import { JVN_ISSUES } from '../state/jvn/index.ts';
import { KEV_ISSUES } from '../state/kev/index.ts';
import { NVD_ISSUES } from '../state/nvd/index.ts';
import { OSV_ISSUES } from '../state/osv/index.ts';
import { OVAL_ISSUES } from '../state/oval/index.ts';
import { PURL_ISSUES } from '../state/purl/index.ts';
import { SBOM_ISSUES } from '../state/sbom/index.ts';
import { SSVC_ISSUES } from '../state/ssvc/index.ts';
import { VERS_ISSUES } from '../state/vers/index.ts';
import { VEX_ISSUES } from '../state/vex/index.ts';

export interface IssueMeaning {
  readonly clause?: string;
  readonly meaning?: unknown;
  readonly remedy?: unknown;
}

type Table = Readonly<Record<string, IssueMeaning>>;

/** Titles and tables in the order in which people read them. */
export const ISSUE_TABLES: readonly (readonly [title: string, table: Table])[] = [
  ['Deliveries', FLOW_ISSUES],
  ['Conversions', BRIDGE_ISSUES],
  ['STIX 2.1', STIX_ISSUES],
  ['STIX patterns', PATTERN_ISSUES],
  ['Matching of STIX patterns', MATCHING_ISSUES],
  ['TAXII 2.1', TAXII_ISSUES],
  ['CPE 2.3', CPE_ISSUES],
  ['Package URLs (ECMA-427)', PURL_ISSUES],
  ['Versions and ranges (VERS)', VERS_ISSUES],
  ['SBOM (CycloneDX, SPDX)', SBOM_ISSUES],
  ['What is installed', INVENTORY_ISSUES],
  ['CVE records', CVE_ISSUES],
  ['VEX', VEX_ISSUES],
  ['Exposure', EXPOSURE_ISSUES],
  ['Index of advisories', INDEX_ISSUES],
  ['OSV', OSV_ISSUES],
  ['NVD API 2.0', NVD_ISSUES],
  ['JVN iPedia', JVN_ISSUES],
  ['Aliases', ALIAS_ISSUES],
  ['CWE catalogues', CWE_ISSUES],
  ['OVAL', OVAL_ISSUES],
  ['JSON', JSON_ISSUES],
  ['XML', XML_ISSUES],
  ['Canonical JSON (RFC 8785)', CANONICAL_ISSUES],
  ['Shape of a document', SHAPE_ISSUES],
  ['Policy', POLICY_ISSUES],
  ['CVSS', CVSS_ISSUES],
  ['CSAF 2.0 and 2.1', CSAF_ISSUES],
  ['CWSS', CWSS_ISSUES],
  ['EPSS', EPSS_ISSUES],
  ['KEV', KEV_ISSUES],
  ['SSVC', SSVC_ISSUES],
];

/** What to do about a finding; null when its table says nothing. */
export function remedyOf(code: string): string | null {
  for (const [, table] of ISSUE_TABLES) {
    const remedy = Object.hasOwn(table, code) ? table[code]?.remedy : undefined;
    if (typeof remedy === 'string' && remedy !== '') return remedy;
  }
  return null;
}
