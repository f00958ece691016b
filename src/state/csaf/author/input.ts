/** What an author says of an advisory, in words that hold for CSAF 2.0 and 2.1 alike. */
import type { JsonObject } from '../../../core/json/index.ts';
import type { CsafVersion } from '../model/model.ts';

export type CsafStatusName =
  | 'first_affected'
  | 'first_fixed'
  | 'fixed'
  | 'known_affected'
  | 'known_not_affected'
  | 'last_affected'
  | 'recommended'
  | 'under_investigation'
  | 'unknown';

/** A product; vendor, name and version become branches. */
export interface CsafProductInput {
  /** How statuses and relations call it; default `vendor/name@version`. */
  readonly key?: string;
  readonly vendor: string;
  readonly name: string;
  /** One version; a leading `v` is left as it is. */
  readonly version?: string;
  /** Several versions, as VERS (`vers:npm/>=1.0.0|<1.4.2`) or in the publisher's words. */
  readonly range?: string;
  readonly cpe?: string;
  /** 2.0 keeps the first alone. */
  readonly purls?: readonly string[];
  /** Further members of product_identification_helper: hashes, model_numbers, skus … */
  readonly helper?: JsonObject;
  /** Full name; default vendor, name and version. */
  readonly title?: string;
  /** Status in every vulnerability that says nothing else of it. */
  readonly status?: CsafStatusName;
}

/** A product in another: a relationship (2.0), a product path (2.1). */
export interface CsafCombinedInput {
  readonly key?: string;
  /** Keys of the part and of what it is in or on. */
  readonly part: string;
  readonly whole: string;
  readonly category?:
    | 'default_component_of'
    | 'external_component_of'
    | 'installed_on'
    | 'installed_with'
    | 'optional_component_of';
  readonly title?: string;
  readonly status?: CsafStatusName;
}

export interface CsafNoteInput {
  readonly category: string;
  readonly text: string;
  readonly title?: string;
}

export interface CsafReferenceInput {
  readonly url: string;
  /** Default: the URL. */
  readonly summary?: string;
}

export interface CsafRemediationInput {
  readonly category: string;
  readonly details: string;
  readonly url?: string;
  readonly date?: string;
  /** Keys; default: the affected products. */
  readonly products?: readonly string[];
}

export interface CsafVulnerabilityInput {
  readonly cve?: string;
  /** Ids of other systems. */
  readonly ids?: readonly { readonly system_name: string; readonly text: string }[];
  readonly title?: string;
  /** `CWE-79`; names are added. 2.0 keeps the first alone. */
  readonly cwes?: readonly string[];
  /** CVSS vectors of any version; scores are computed. */
  readonly cvss?: readonly string[];
  readonly notes?: readonly CsafNoteInput[];
  readonly references?: readonly CsafReferenceInput[];
  /** RFC 3339; `release_date` of 2.0, `disclosure_date` of 2.1. */
  readonly disclosed?: string;
  readonly discovered?: string;
  /** Keys of products by status. */
  readonly status?: Readonly<Partial<Record<CsafStatusName, readonly string[]>>>;
  /** Why products are not affected: a code of the VEX justifications, or words. */
  readonly justifications?: readonly {
    readonly label?: string;
    readonly impact?: string;
    /** Default: the products that are known not to be affected. */
    readonly products?: readonly string[];
  }[];
  readonly remediations?: readonly CsafRemediationInput[];
}

export interface CsafAdvisoryInput {
  /** Default 2.0. */
  readonly csaf?: CsafVersion;
  /** Default `csaf_security_advisory`. */
  readonly category?: string;
  readonly id: string;
  readonly title: string;
  readonly publisher: {
    readonly name: string;
    /** A URL under the control of the publisher. */
    readonly namespace: string;
    /** Default `vendor`. */
    readonly category?: string;
    readonly contact_details?: string;
    readonly issuing_authority?: string;
  };
  /** `CLEAR` (default; WHITE in 2.0), `GREEN`, `AMBER`, `AMBER+STRICT` (2.1 alone), `RED`. */
  readonly tlp?: string;
  readonly lang?: string;
  /** SPDX licence expression (2.1). */
  readonly licence?: string;
  /** Default `draft`, which has the version 0; what is released begins with 1. */
  readonly status?: 'draft' | 'interim' | 'final';
  readonly aliases?: readonly string[];
  readonly notes?: readonly CsafNoteInput[];
  readonly references?: readonly CsafReferenceInput[];
  /** Where it will stand: the folder of its year and its file name are added. */
  readonly baseUrl?: string;
  /** Summary of the first item of the revision history; default `Initial version.` */
  readonly summary?: string;
  readonly products?: readonly CsafProductInput[];
  readonly combined?: readonly CsafCombinedInput[];
  readonly vulnerabilities?: readonly CsafVulnerabilityInput[];
}
