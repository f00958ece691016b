/**
 * What every SBOM says, whatever its format: components, how they relate, and how much of the whole
 * it claims to know. Places are JSON pointers into the document (line numbers for text formats).
 */

export interface Hash {
  /** As the document names it, e.g. `SHA-256`. */
  readonly algorithm: string;
  readonly value: string;
}

export interface Supplier {
  readonly name: string;
  readonly urls: readonly string[];
}

export interface Component {
  /** Unique in the document: bom-ref, SPDXID, IRI, or a made-up one where the format has none. */
  readonly ref: string;
  /** `library`, `application`, `operating-system`, `file` …: the words of CycloneDX. */
  readonly type: string;
  readonly name: string;
  readonly group?: string;
  readonly version?: string;
  /** As written; read it with `cybex/purl`. */
  readonly purl?: string;
  /** As written, 2.2 or 2.3; several where the document gives several. */
  readonly cpes: readonly string[];
  readonly swid?: string;
  readonly hashes: readonly Hash[];
  /** SPDX expressions or names, as written; `NOASSERTION` is left out. */
  readonly licenses: readonly string[];
  readonly supplier?: Supplier;
  /** Who wrote it, where the document says so apart from the supplier. */
  readonly author?: string;
  /** Whether it is needed at run time: `required`, `optional`, `excluded`. */
  readonly scope?: string;
  /** Named by the project itself; absent where the source does not say who names it. */
  readonly direct?: boolean;
  /** Needed to build or to test, and not to run. */
  readonly development?: true;
  /** The file or database in which it was found, for what is made here. */
  readonly source?: string;
  /** Other names for exactly this component: further purls, gitoids, commits. */
  readonly identifiers: readonly { readonly type: string; readonly value: string }[];
  /** Where it stands in the document. */
  readonly path: string;
}

/**
 * How two elements relate, in the direction from → to: `depends-on` (needs it to run or build),
 * `contains` (is made of it), `describes` (the document is about it), or another in the words of
 * SPDX, in lower case with hyphens.
 */
export interface Relation {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly path: string;
}

/** What the document claims about its own completeness. */
export type Completeness =
  | 'complete'
  | 'incomplete'
  /** It says that it does not know, or nothing. */
  | 'unknown';

export interface Sbom {
  /** `inventory`: made here, of lock files, package databases and what else lies installed. */
  readonly format: 'cyclonedx' | 'spdx' | 'inventory';
  readonly version: string;
  /** Serial number with version, document namespace, or the IRI of the document. */
  readonly identity: string | null;
  /** When it was made, as written. */
  readonly created: string | null;
  /** Who or what made it. */
  readonly authors: readonly string[];
  readonly tools: readonly string[];
  /** What the SBOM is about; null where it does not say. */
  readonly root: string | null;
  readonly components: readonly Component[];
  readonly relations: readonly Relation[];
  /** Of the whole, and of single components where the document says it of them. */
  readonly completeness: Completeness;
  readonly completenessOf: ReadonlyMap<string, Completeness>;
  /** Components whose dependencies are stated, an empty list included: no entry means unknown. */
  readonly dependenciesKnown: ReadonlySet<string>;
}
