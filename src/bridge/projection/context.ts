/** What a projection is told from outside: it reads no clock and draws no random number. */
import type { Loss } from '../../core/issue.ts';
import type { Identifier, StixObject } from '../../event/stix/types.ts';

/** Given by the caller; the same source with the same context gives the same bytes. */
export interface ProjectionContext {
  /** UUID in which the ids of the result are made (UUIDv5). */
  readonly namespace: string;
  /** Time of this version of the projection, RFC 3339: `modified`. */
  readonly now: string;
  /** Time of the first projection, RFC 3339: `created`; by default `now`. */
  readonly created?: string | undefined;
  /** Identity that projects, `created_by_ref`; it is not made here. */
  readonly createdBy?: Identifier<'identity'> | undefined;
}

/** The result of a projection to STIX. */
export interface Projection {
  readonly objects: readonly StixObject[];
  /** Every value of the source that no object carries. */
  readonly losses: readonly Loss[];
}
