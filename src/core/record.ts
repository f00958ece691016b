/** One piece of information out of a parcel, in one variant. */

/** Names the format of a record, e.g. `stix`. Formats are known to codecs only. */
export type Format = string;

export interface RecordIdentity {
  readonly format: Format;
  /** The source's own id, exactly as written. */
  readonly id: string;
  /** Object type within the format, e.g. `indicator`. */
  readonly type: string;
  /** Version of the format, e.g. `2.1`. */
  readonly specVersion: string;
  /**
   * The version of the information as written (for STIX `modified`, else `created`, else empty:
   * the store then uses the time it was first added, TAXII 2.1 §3.4).
   */
  readonly version: string;
  /**
   * Sort key of `version`: compares bytewise like the instants compare, whatever the precision
   * as written; empty where there is no version.
   */
  readonly versionKey: string;
  readonly creator?: string;
  readonly created?: string;
  /** True when the source has withdrawn it (for STIX `revoked`). */
  readonly withdrawn: boolean;
}

/** What a codec says of one record, beside its exact bytes. */
export interface DecodedRecord {
  readonly identity: RecordIdentity;
  /** The exact slice of the input, never altered. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the RFC 8785 form, or of the bytes where there is no such form. */
  readonly contentDigest: Uint8Array;
  readonly facts: Facts;
  readonly markings: DeclaredMarkings;
}

/** What the index knows of a record. */
export interface Facts {
  readonly title: string;
  /** Other names of the same thing. */
  readonly aliases: readonly string[];
  /** Ids in other systems: `CVE-2021-44228`, `CAPEC-66`, … */
  readonly external: readonly string[];
  readonly edges: readonly Edge[];
  readonly observables: readonly Observable[];
  /** Free text for search, already joined; the store's tokeniser cuts it. */
  readonly text: string;
}

export interface Edge {
  /** Name of the relation or of the property, e.g. `created_by_ref`, `uses`. */
  readonly kind: string;
  /** Id that the edge points at. */
  readonly target: string;
}

export interface Observable {
  /** Path class, e.g. `ipv4-addr:value`, `file:hashes.'SHA-256'`. */
  readonly kind: string;
  /** Normal form, e.g. lower-case hexadecimal. */
  readonly value: string;
}

/**
 * The markings that a record declares. Codecs declare, policy interprets: nothing here says what
 * an id means.
 */
export interface DeclaredMarkings {
  /** Ids of marking definitions that apply to the whole record. */
  readonly object: readonly string[];
  /** Granular markings: what part carries which further id. */
  readonly granular: readonly { readonly marking: string; readonly selectors: readonly string[] }[];
  /** Granular selectors that point at nothing: the record then takes the strictest label found. */
  readonly unresolvedSelectors: boolean;
  /** When the record is itself a marking definition: what it defines. */
  readonly defines?: MarkingDefinition;
}

export interface MarkingDefinition {
  readonly id: string;
  /** `tlp`, `statement`, or whatever else the source wrote. */
  readonly kind: string;
  /** The level text of a TLP definition as written. */
  readonly tlp?: string;
  readonly pap?: string;
  readonly iep?: Readonly<Record<string, unknown>>;
}
