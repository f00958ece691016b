/** What the exposure engine is asked and answers. */
import type { Component } from '../sbom/index.ts';

/** How sure it is that a statement is about this component. */
export type Confidence = 'high' | 'medium' | 'low';

/** By what the statement and the component were brought together. */
export type Basis =
  | 'distribution'
  | 'ecosystem'
  | 'purl'
  | 'cpe'
  | 'hash'
  | 'device'
  | 'name'
  | 'guess'
  | 'vex';

/** Why a statement decides nothing about a component. */
export type Undecided =
  /** The version, or an end of the range, is none of the scheme, or is not known. */
  | 'version'
  /** The versions of the statement have no order that is known. */
  | 'order'
  /** The release of the distribution is not known. */
  | 'release'
  /** Which stream of a module the statement is about is not said. */
  | 'module'
  /** What the component runs on or with is not known. */
  | 'platform'
  /** The statement gives neither ranges nor versions. */
  | 'extent'
  /** The publisher says that it does not know. */
  | 'unknown'
  /** Statements of one rank contradict each other. */
  | 'contradiction';

export type ClaimStatus =
  | 'affected'
  | 'not_affected'
  | 'fixed'
  | 'under_investigation'
  | 'undecidable';

/** What becomes of the fault in this package, as its publisher says. */
export type FixState = 'fixed-in' | 'unfixed' | 'fix-planned' | 'will-not-fix' | 'end-of-life';

/** What the publisher advises. */
export interface Remedy {
  /** Category of CSAF; `advice` where the source has none. */
  readonly category: string;
  readonly details: string;
  /** CSAF restart_required, e.g. `system`. */
  readonly restart?: string;
  readonly entitlements?: readonly string[];
}

/** One statement of one source about one component. */
export interface Claim {
  readonly component: Component;
  /** Id of the record that says it. */
  readonly record: string;
  /** `osv`, `cve:cna`, `nvd`, `csaf:PUBLISHER`, `vex:AUTHOR`: who says it. */
  readonly source: string;
  readonly aliases: readonly string[];
  /** Vulnerabilities that the record packages or bundles; they join nothing. */
  readonly upstream: readonly string[];
  readonly status: ClaimStatus;
  /** Of another distribution's or of upstream's packages: never a hit. */
  readonly candidate: boolean;
  readonly reason?: Undecided;
  readonly basis: Basis;
  readonly confidence: Confidence;
  readonly fixedIn: readonly string[];
  readonly state: FixState | null;
  readonly remedies: readonly Remedy[];
  readonly why: readonly string[];
  /** For statements that may close: who says it, when, and how exactly it means the component. */
  readonly said?: Said;
}

/** Who says something of a product, when, and how exactly it is meant. */
export interface Said {
  readonly author: string;
  readonly time: string;
  readonly specific: number;
  readonly document: string;
  readonly status: ClaimStatus;
}

export interface Finding {
  readonly component: Component;
  /** Ways from the subject of the SBOM to the component, by ref, the shortest first. */
  readonly paths: readonly (readonly string[])[];
  /** The CVE id where there is exactly one, else the id of the first record. */
  readonly vulnerability: string;
  readonly aliases: readonly string[];
  /** Vulnerabilities that the records package or bundle. */
  readonly upstream: readonly string[];
  readonly status: 'affected' | 'under_investigation';
  readonly fixedIn: readonly string[];
  readonly state: FixState | null;
  readonly remediation: readonly string[];
  readonly remedies: readonly Remedy[];
  readonly basis: Basis;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly why: readonly string[];
  /** What others say of it and does not count: nobody trusts them with this product. */
  readonly beside: readonly string[];
}

export interface Suppressed extends Omit<Finding, 'status'> {
  readonly status: 'not_affected' | 'fixed' | 'ignored';
  /** The VEX statement or the rule that closes it. */
  readonly by: string;
}

export interface Undecidable extends Omit<Finding, 'status'> {
  readonly status: 'undecidable';
  readonly reason: Undecided;
}

/** Upstream says something of what a distribution has packaged: look, but it is no hit. */
export interface Candidate extends Omit<Finding, 'status'> {
  readonly status: 'candidate';
}

/** A record speaks of the component and says that this version is well. */
export interface Cleared extends Omit<Finding, 'status'> {
  readonly status: 'not_affected' | 'fixed';
}

export type UnidentifiedReason = 'no-identity' | 'no-version' | 'no-ecosystem' | 'no-data';

/** A component about which nothing can be said, and why. */
export interface Unidentified {
  readonly component: Component;
  readonly reason: UnidentifiedReason;
  readonly message: string;
}

/** Hides findings that somebody has looked at; never without a reason, an author and an end. */
export interface IgnoreRule {
  readonly vulnerability?: string;
  /** A package URL, without version for all versions. */
  readonly component?: string;
  /** A ref that stands on the way to the component. */
  readonly path?: string;
  /** What the SBOM is about: its package URL, CPE, name, or identity of the document. */
  readonly asset?: string;
  readonly reason: string;
  readonly author: string;
  /** RFC 3339; from then on the finding is open again. */
  readonly expires: string;
}
