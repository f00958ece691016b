/** What a VEX says, whatever its format: one claim per vulnerability, product and component. */

/** The four labels of VEX (CISA minimum requirements for VEX, 2023). */
export const VEX_STATUSES = ['not_affected', 'affected', 'fixed', 'under_investigation'] as const;
export type VexStatus = (typeof VEX_STATUSES)[number];

/** Names of one thing; any of them may be asked for. */
export interface ProductNames {
  /** Identifier or IRI as the document has it; a purl as often as not. */
  readonly id: string;
  readonly purls: readonly string[];
  readonly cpes: readonly string[];
  /** `algorithm:digest`, algorithm in lower case without hyphens. */
  readonly hashes: readonly string[];
}

export interface VexStatement {
  readonly format: 'openvex' | 'csaf' | 'cyclonedx';
  /** Identity of the document, as it names itself. */
  readonly document: string;
  readonly author: string;
  /** Who supplies the product, where the statement says so. */
  readonly supplier?: string;
  /** RFC 3339 as written: of the statement, else of the document. */
  readonly time: string;
  /** Name first, then aliases. */
  readonly vulnerability: readonly string[];
  readonly product: ProductNames;
  /** The claim is about these parts of the product only; empty: about the whole. */
  readonly subcomponents: readonly ProductNames[];
  readonly status: VexStatus;
  readonly justification?: string;
  /** Why it is not affected, in words. */
  readonly impact?: string;
  /** What to do, in words. */
  readonly action?: string;
  /** JSON pointer of the statement in its document. */
  readonly path: string;
}
