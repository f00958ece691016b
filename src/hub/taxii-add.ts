/** One TAXII envelope into the house: durable before the 202, its status counting every object. */
import { randomUUID } from 'node:crypto';
import { CybexError } from '../core/error.ts';
import type { Issue } from '../core/issue.ts';
import { STIX_21 } from '../core/media-type.ts';
import type { Principal } from '../core/principal.ts';
import type { TaxiiAddition, TaxiiStatus } from '../exchange/taxii/port.ts';
import type { DeliveredItem, DeliveryReport } from '../flow/index.ts';
import { journey } from '../flow/index.ts';
import type { Collection, StatusItem, StatusRecord } from '../store/port.ts';
import type { Hub } from './hub.ts';

/** TAXII 2.1 §5.5. */
export async function addEnvelope(
  hub: Hub,
  principal: Principal,
  apiRoot: string,
  collection: Collection,
  body: AsyncIterable<Uint8Array>,
): Promise<TaxiiAddition> {
  const { organisation } = principal;
  const wait = hub.quota.take(organisation);
  if (wait > 0) {
    throw new CybexError('quota-exhausted', 'The daily quota of this organisation is used up.', {
      retryAfter: wait,
    });
  }
  const tally = new EnvelopeTally(hub, apiRoot, organisation);
  await journey(
    {
      head: {
        mediaType: STIX_21,
        principal: principal.id,
        organisation,
        channel: 'taxii',
        collection: collection.id,
      },
      source: body,
      format: 'stix',
      envelope: true,
      onItem: (item) => tally.take(item),
      onReport: (report) => tally.close(report),
    },
    hub.flow,
    hub.offer,
  );
  return tally.addition();
}

class EnvelopeTally {
  readonly #hub: Hub;
  readonly #apiRoot: string;
  readonly #organisation: string;
  readonly #requested: number;
  readonly #successes: StatusItem[] = [];
  readonly #failures: StatusItem[] = [];
  /** Findings outside the list of objects: then there was no envelope. */
  readonly #misplaced: Issue[] = [];
  #addition: TaxiiAddition | null = null;

  constructor(hub: Hub, apiRoot: string, organisation: string) {
    this.#hub = hub;
    this.#apiRoot = apiRoot;
    this.#organisation = organisation;
    this.#requested = hub.clock.now();
  }

  take({ id, version, path, outcome, issues }: DeliveredItem): void {
    this.#hub.metrics.records.inc({ outcome });
    if (!path.startsWith('/objects/')) this.#misplaced.push(...issues);
    const named = { id: id || path, version };
    if (outcome === 'refused') this.#failures.push({ ...named, message: why(issues) });
    else this.#successes.push(named);
  }

  /** The status is durable beside the closing of the parcel, before any answer. */
  async close(report: DeliveryReport): Promise<void> {
    const broken = [...report.issues, ...this.#misplaced].filter(isError);
    if (this.#successes.length === 0 && broken.length > 0) {
      this.#addition = { kind: 'unprocessable', issues: broken };
      return;
    }
    this.#hub.quota.charge(this.#organisation, this.#successes.length - 1);
    const record: StatusRecord = {
      id: randomUUID(),
      apiRoot: this.#apiRoot,
      organisation: this.#organisation,
      status: 'complete',
      requested: this.#requested,
      total: this.#successes.length + this.#failures.length,
      successes: this.#successes,
      failures: this.#failures,
      pending: 0,
    };
    await this.#hub.house.writer.saveStatus(record);
    this.#hub.log.info({ parcel: report.parcel, status: report.status }, 'envelope taken');
    this.#addition = { kind: 'accepted', status: statusOf(record) };
  }

  addition(): TaxiiAddition {
    if (this.#addition === null) throw new CybexError('internal', 'The journey did not end.');
    return this.#addition;
  }
}

function isError({ severity }: Issue): boolean {
  return severity === 'error';
}

const REASONS_TOLD = 5;

function why(issues: readonly Issue[]): string {
  return issues
    .filter(isError)
    .slice(0, REASONS_TOLD)
    .map(({ code, clause, path, message }) => `${path || '/'}: ${message} (${code}, ${clause})`)
    .join(' ');
}

export function statusOf(record: StatusRecord): TaxiiStatus {
  const { id, status, requested, total, successes, failures, pending } = record;
  return {
    id,
    status,
    requested,
    total,
    successCount: successes.length,
    failureCount: failures.length,
    pendingCount: pending,
    successes,
    failures,
  };
}
