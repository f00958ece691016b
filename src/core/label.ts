/**
 * The label: who may see a record and what may be done with it. It is made of atoms that the
 * policy interprets; the store interns it, compares digests, and never looks inside.
 */

/** TLP 2.0 (FIRST), least to most restrictive. */
export const TLP_LEVELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Tlp = (typeof TLP_LEVELS)[number];

/** Permissible Actions Protocol, least to most restrictive. */
export const PAP_LEVELS = ['CLEAR', 'GREEN', 'AMBER', 'RED'] as const;
export type Pap = (typeof PAP_LEVELS)[number];

/** Whom the source named. Empty lists everywhere mean nobody; `null` in a label means no one was named. */
export interface Audience {
  readonly organisations: readonly string[];
  readonly communities: readonly string[];
  readonly persons: readonly string[];
}

export interface Label {
  readonly tlp: Tlp;
  readonly audience: Audience | null;
  readonly pap?: Pap;
  /** Organisation whose record it is here: the one that delivered it. */
  readonly owner: string;
  /** The source's own id of the creator, when stated (for STIX: `created_by_ref`). */
  readonly creator?: string;
  /** Ids of markings that nobody here can interpret: owner only while any stands. */
  readonly unknown: readonly string[];
  /** IEP policy statements, kept as they came. */
  readonly iep?: readonly Readonly<Record<string, unknown>>[];
  /** Embargo: nobody but the owner before this instant (RFC 3339). */
  readonly from?: string;
  /** Nobody but the owner from this instant on (RFC 3339). */
  readonly until?: string;
}
