/** What the tests need from other standards and from outside; every part can be replaced. */

/** What a CVSS vector stands for, named as in FIRST's JSON. */
export type CvssJson = Readonly<Record<string, string | number>>;

export interface CvssPort {
  /** Scores and severities; null when the text is no vector of a known version. */
  scores(vector: string): CvssJson | null;
  /** Version and metrics, `NOT_DEFINED` where none is written; null as above. */
  metrics(vector: string): CvssJson | null;
}

export interface PurlPort {
  /** What is wrong with a package URL; null when it is valid. */
  fault(purl: string): string | null;
  /** The package URL without its qualifiers, in canonical form; null when it is invalid. */
  withoutQualifiers(purl: string): string | null;
}

/** One constraint of a version range. */
export interface VersionConstraint {
  readonly comparator: '<' | '<=' | '=' | '>=' | '>' | '!=' | '*';
  readonly version: string;
}

export interface VersPort {
  /** Version schemes (VERS types) that are officially registered. */
  isRegistered(scheme: string): boolean;
  /** Schemes whose versions can be compared here. */
  isSupported(scheme: string): boolean;
  /** Null when one of the versions is none of the scheme. */
  compare(scheme: string, a: string, b: string): -1 | 0 | 1 | null;
}

export type CweUsage = 'Allowed' | 'Allowed-with-Review' | 'Discouraged' | 'Prohibited';

export interface CweEntry {
  readonly name: string;
  readonly deprecated: boolean;
  /** Absent before CWE 4.12. */
  readonly usage?: CweUsage;
}

export interface CwePort {
  /** The weakness in a release; null when there is none (categories and views are none). */
  weakness(id: string, version: string): CweEntry | null;
  /** Releases with their dates (YYYY-MM-DD), oldest first. */
  readonly releases: readonly { readonly version: string; readonly date: string }[];
}

export interface SsvcDecisionPoint {
  readonly name: string;
  readonly values: readonly { readonly key: string; readonly name: string }[];
}

export interface SsvcPort {
  /** True for a base namespace that the SSVC project has registered. */
  isRegistered(base: string): boolean;
  /** True when decision points of the namespace are known here. */
  isKnown(base: string): boolean;
  decisionPoint(base: string, key: string, version: string): SsvcDecisionPoint | null;
  /** Versions of a decision point, oldest first. */
  versions(base: string, key: string): readonly string[];
}

/** Answers that need the network or a dictionary; without one, its tests are `notRun`. */
export interface OutsidePorts {
  /** HTTP status of a URL; null when it does not resolve. */
  readonly status?: (url: string) => Promise<number | null>;
  /** Words of a text that a spell check of the language does not know; null: language unsupported. */
  readonly misspelled?: (text: string, language: string) => Promise<readonly string[] | null>;
  /** Faults of grammar; null: language unsupported. */
  readonly grammar?: (text: string, language: string) => Promise<readonly string[] | null>;
}

export interface Ports extends OutsidePorts {
  readonly cvss?: CvssPort;
  readonly purl?: PurlPort;
  readonly vers?: VersPort;
  readonly cwe?: CwePort;
  readonly ssvc?: SsvcPort;
  /** The present, RFC 3339; tests on the past and the future are `notRun` without. */
  readonly now?: string;
}
