/** One delivery on its way through the stages, and what its sender is told. */
import type { ByteSource, CodecOptions } from '../core/codec.ts';
import type { Issue } from '../core/issue.ts';
import type { Label, Tlp } from '../core/label.ts';
import type { ItemOutcome, ParcelHead } from '../store/port.ts';

export interface Delivery {
  readonly head: ParcelHead;
  readonly source: ByteSource;
  /** Recognised from the first bytes when absent. */
  readonly format?: string;
  readonly options?: CodecOptions;
  /** Only a TAXII envelope is taken (TAXII 2.1 §3.7): not a list, not a lone object. */
  readonly envelope?: boolean;
  /** Embargo and expiry for every record of the delivery (RFC 3339). */
  readonly from?: string;
  readonly until?: string;
  /** Nothing is stored: every stage up to `decide` runs. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: DeliveryProgress) => void;
  /** Told of the end; the journey waits for what it makes durable beside the parcel's closing. */
  readonly onReport?: (report: DeliveryReport) => Promise<void>;
  /** Told of every record as soon as its outcome is durable. */
  readonly onItem?: (item: DeliveredItem) => void;
}

export interface DeliveryProgress {
  readonly bytes: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly refused: number;
}

export interface DeliveredItem {
  readonly id: string;
  readonly version: string;
  readonly path: string;
  readonly outcome: ItemOutcome['kind'] | 'checked';
  readonly conflict: boolean;
  readonly label?: Label;
  readonly issues: readonly Issue[];
}

export interface DeliveryReport {
  /** Empty for a dry run. */
  readonly parcel: string;
  readonly status: 'stored' | 'partial' | 'quarantined' | 'checked';
  readonly format: string;
  readonly bytes: number;
  /** SHA-256 of the delivery, hexadecimal. */
  readonly digest: string;
  readonly stored: number;
  readonly duplicate: number;
  readonly relabelled: number;
  readonly refused: number;
  readonly conflicts: number;
  /** How many accepted records carry which TLP after the decision. */
  readonly labels: ReadonlyMap<Tlp, number>;
  /** How many were unmarked and took the default. */
  readonly unmarked: number;
  /** Findings on the delivery as a whole. */
  readonly issues: readonly Issue[];
}
