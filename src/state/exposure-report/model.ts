/** What a scan found, with all that a reader needs to judge it: one value, several forms. */
import type { Issue } from '../../core/issue.ts';
import type { EpssScore } from '../epss/index.ts';
import type {
  Candidate,
  Finding,
  Suppressed,
  Undecidable,
  Unidentified,
} from '../exposure/index.ts';
import type { Sbom } from '../sbom/index.ts';

/** One score or word of severity, by the scheme in which its source gives it. */
export interface Rating {
  /** `CVSS 2.0`, `CVSS 3.0`, `CVSS 3.1`, `CVSS 4.0`, or the source's own scheme, e.g. `Ubuntu`. */
  readonly scheme: string;
  /** 0 to 10; null where the scheme has words only. */
  readonly score: number | null;
  /** In lower case; `none`, `low`, `medium`, `high`, `critical` for CVSS. */
  readonly severity: string;
  readonly vector: string | null;
  /** Record and its part that says it, e.g. `osv:EXAMPLE-1`, `cve:adp:CISA`. */
  readonly source: string;
}

/** A catalogue that lists the vulnerability as exploited. */
export interface KevMark {
  readonly source: string;
  /** Day, `YYYY-MM-DD`. */
  readonly added: string;
  readonly ransomware: 'known' | 'unknown';
}

/** What is known of a vulnerability itself, whatever component has it. */
export interface VulnerabilityFacts {
  readonly summary: string | null;
  readonly ratings: readonly Rating[];
  readonly cwes: readonly string[];
  /** Addresses, http and https only. */
  readonly references: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  /** Null where no catalogue was asked; empty where none lists it, which is no evidence. */
  readonly kev: readonly KevMark[] | null;
  /** Null where there is no score, which is not 0. */
  readonly epss: EpssScore | null;
}

export type Rated<T> = T & VulnerabilityFacts;

/** One source of statements: what it is, how old and how large. */
export interface DataSource {
  readonly kind: 'osv' | 'cve' | 'nvd' | 'csaf' | 'vex' | 'kev' | 'epss' | 'index' | 'other';
  /** Ecosystem of OSV records, author of a catalogue; empty where the kind says all. */
  readonly name: string;
  /** RFC 3339 time of the newest of it, or when it says that it was made; null when it says none. */
  readonly date: string | null;
  readonly count: number;
}

/** Why a result without findings is not clean. */
export type GapCode =
  | 'data-missing'
  | 'data-empty'
  | 'data-stale'
  | 'data-undated'
  | 'data-unreadable'
  | 'undecidable'
  | 'unidentified'
  | 'subject-incomplete'
  | 'policy-unknown';

export interface Gap {
  readonly code: GapCode;
  readonly message: string;
  /** Components that it concerns; 0 where it concerns no single ones. */
  readonly components: number;
}

/** What a finding is called within its report. */
export interface FindingName {
  readonly vulnerability: string;
  /** Reference of the component. */
  readonly ref: string;
}

export interface PolicyOutcome {
  /** As it was given; `any` by default. */
  readonly policy: string;
  /** Findings that it hits. */
  readonly failing: readonly FindingName[];
  /** Findings for which it cannot be said, and what is not known. */
  readonly unknown: readonly (FindingName & { readonly missing: readonly string[] })[];
}

/** 0 nothing found, 1 findings, 3 nothing found but not everything is known. */
export type ScanExit = 0 | 1 | 3;

export interface ScanReport {
  readonly tool: { readonly name: string; readonly version: string };
  /** RFC 3339. */
  readonly time: string;
  /** What was scanned, as the operator named it. */
  readonly file: string;
  /** SHA-256 of its bytes in hexadecimal; null where it is no single file. */
  readonly sha256: string | null;
  readonly sbom: Sbom;
  readonly matches: readonly Rated<Finding>[];
  readonly suppressed: readonly Rated<Suppressed>[];
  readonly undecidable: readonly Rated<Undecidable>[];
  /** What upstream says of packages that a distribution maintains: to look at, no hits. */
  readonly candidates: readonly Rated<Candidate>[];
  readonly unidentified: readonly Unidentified[];
  /** CVEs that NVD has not analysed: nothing of it says what they apply to. */
  readonly unanalysed: number;
  readonly issues: readonly Issue[];
  readonly sources: readonly DataSource[];
  readonly gaps: readonly Gap[];
  readonly policy: PolicyOutcome;
  readonly exit: ScanExit;
}

export type AnyFinding = Rated<Finding> | Rated<Suppressed> | Rated<Undecidable> | Rated<Candidate>;

/** The findings of a report: open, undecidable, candidates, closed. */
export function findingsOf(report: ScanReport): readonly AnyFinding[] {
  const { matches, undecidable, candidates, suppressed } = report;
  return [...matches, ...undecidable, ...candidates, ...suppressed];
}

/** How people call a component: its package URL, else name and version. */
export function componentName({ name, version, purl }: AnyFinding['component']): string {
  return purl ?? `${name} ${version ?? ''}`.trim();
}
