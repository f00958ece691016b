/** What the exposure engine is asked and answers. */
import type { Component } from '../sbom/index.ts';

/** How sure it is that a statement is about this component. */
export type Confidence = 'high' | 'medium' | 'low';

/** By what the statement and the component were brought together. */
export type Basis = 'distribution' | 'ecosystem' | 'purl' | 'cpe' | 'vex';

/** One statement of one source about one component. */
export interface Claim {
  readonly component: Component;
  /** Id of the record that says it. */
  readonly record: string;
  /** `osv`, `cve:cna`, `vex:supplier` …: who says it. */
  readonly source: string;
  readonly aliases: readonly string[];
  readonly status: 'affected' | 'undecidable';
  readonly basis: Basis;
  readonly confidence: Confidence;
  readonly fixedIn: readonly string[];
  readonly remediation: readonly string[];
  readonly why: readonly string[];
}

export interface Finding {
  readonly component: Component;
  /** Ways from the subject of the SBOM to the component, by ref, the shortest first. */
  readonly paths: readonly (readonly string[])[];
  /** The CVE id where there is exactly one, else the id of the first record. */
  readonly vulnerability: string;
  readonly aliases: readonly string[];
  readonly status: 'affected' | 'under_investigation';
  readonly fixedIn: readonly string[];
  readonly remediation: readonly string[];
  readonly basis: Basis;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly why: readonly string[];
}

export interface Suppressed extends Omit<Finding, 'status'> {
  readonly status: 'not_affected' | 'fixed' | 'ignored';
  /** The VEX statement or the rule that closes it. */
  readonly by: string;
}

export interface Undecidable extends Omit<Finding, 'status'> {
  readonly status: 'undecidable';
}

/** A component about which nothing can be said, and why. */
export interface Unidentified {
  readonly component: Component;
  readonly reason: 'no-identity' | 'no-version' | 'no-ecosystem' | 'no-data';
  readonly message: string;
}

/** Hides findings that somebody has looked at; never without a reason, an author and an end. */
export interface IgnoreRule {
  readonly vulnerability?: string;
  /** A package URL, without version for all versions. */
  readonly component?: string;
  /** A ref that stands on the way to the component. */
  readonly path?: string;
  readonly reason: string;
  readonly author: string;
  /** RFC 3339; from then on the finding is open again. */
  readonly expires: string;
}
