/** The version of what has none. */
import type { Micros } from '../core/clock.ts';
import { microsToTimestamp } from '../core/timestamp.ts';

/**
 * Version that a membership shows: the record's own, else the time at which it first entered the
 * collection ("a value for the version that is consistent to the server", TAXII 2.1 §3.4.1), which
 * a later position does not change. Contents of one unversioned id are versions of it, not
 * variants: each came at its own time, and all stay reachable.
 */
export function shownVersion(version: string, since: Micros): string {
  return version === '' ? microsToTimestamp(since) : version;
}
