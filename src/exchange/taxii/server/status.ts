/** The status resource (TAXII 2.1 §4.3.1). */

import { microsToTimestamp } from '../../../core/timestamp.ts';
import type { TaxiiStatus, TaxiiStatusItem } from '../port.ts';

/**
 * A list is never empty (§2) and never cut: clients compare its length with its count, and refuse
 * the whole status when they differ. A house that cannot give the whole list leaves it out.
 */
function whole(items: readonly TaxiiStatusItem[] | undefined, count: number) {
  if (items === undefined || items.length === 0 || items.length !== count) return undefined;
  return items.map(({ id, version, message }) => ({ id, version, message }));
}

/** Members that are undefined do not appear in the JSON. */
export function statusResource(status: TaxiiStatus): Record<string, unknown> {
  return {
    id: status.id,
    status: status.status,
    request_timestamp: microsToTimestamp(status.requested),
    total_count: status.total,
    success_count: status.successCount,
    successes: whole(status.successes, status.successCount),
    failure_count: status.failureCount,
    failures: whole(status.failures, status.failureCount),
    pending_count: status.pendingCount,
    pendings: whole(status.pendings, status.pendingCount),
  };
}
