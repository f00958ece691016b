/**
 * Stage 8. The sender is told: every record's outcome as it becomes durable, and at the end what
 * was stored, what not and why, and who may see it.
 */
import type { Issue } from '../core/issue.ts';
import { hasErrors } from '../core/issue.ts';
import type { Tlp } from '../core/label.ts';
import type { Chunk, ItemOutcome } from '../store/port.ts';
import type { Received } from './1-receive.ts';
import type { Validated } from './3-validate.ts';
import type { Undecided } from './5-decide.ts';
import type { DeliveredItem, Delivery, DeliveryReport } from './delivery.ts';

/** Counts up while the delivery is under way. */
export class Account {
  readonly #delivery: Delivery;
  readonly #labels = new Map<Tlp, number>();
  /** Findings on the delivery as a whole. */
  readonly #around: Issue[] = [];
  #stored = 0;
  #duplicate = 0;
  #relabelled = 0;
  #refused = 0;
  #conflicts = 0;
  #unmarked = 0;

  constructor(delivery: Delivery) {
    this.#delivery = delivery;
  }

  /** `outcomes` is empty for a dry run. */
  chunk(
    { items, closing }: Undecided,
    chunk: Chunk,
    outcomes: readonly ItemOutcome[],
    bytes: number,
  ): void {
    if (closing) this.#around.push(...closing.issues);
    chunk.items.forEach((item, index) => {
      const validated = items[index];
      if (validated === undefined) return;
      if (validated.kind === 'around') {
        this.#around.push(...validated.piece.issues);
        return;
      }
      const outcome = outcomes[index];
      const kind = item.kind === 'refused' ? 'refused' : (outcome?.kind ?? 'checked');
      this.#count(kind, outcome);
      if (item.kind === 'placed') {
        this.#labels.set(item.label.tlp, (this.#labels.get(item.label.tlp) ?? 0) + 1);
        // A marking definition is not marked itself: it takes the floor, and nobody is surprised.
        const defines = validated.kind === 'accepted' && validated.record.markings.defines;
        if (item.rules.includes('R6') && !defines) this.#unmarked++;
      }
      this.#delivery.onItem?.(delivered(validated, item, kind, outcome));
    });
    this.#delivery.onProgress?.({
      bytes,
      stored: this.#stored,
      duplicate: this.#duplicate,
      refused: this.#refused,
    });
  }

  #count(kind: DeliveredItem['outcome'], outcome: ItemOutcome | undefined): void {
    if (kind === 'stored' || kind === 'restored') this.#stored++;
    else if (kind === 'duplicate') this.#duplicate++;
    else if (kind === 'relabelled') this.#relabelled++;
    else if (kind === 'refused') this.#refused++;
    if (outcome?.kind === 'stored' && outcome.conflict) this.#conflicts++;
  }

  /** Nothing accepted of something: quarantined. A part: partial. */
  status(): 'stored' | 'partial' | 'quarantined' {
    if (this.#refused === 0 && !hasErrors(this.#around)) return 'stored';
    return this.#stored + this.#duplicate + this.#relabelled > 0 ? 'partial' : 'quarantined';
  }

  report(received: Received, parcel: string, format: string): DeliveryReport {
    const { bytes, digest } = received.tally();
    const issues = [...received.issues, ...this.#around];
    return {
      parcel,
      status: this.#delivery.dryRun ? 'checked' : this.status(),
      format,
      bytes,
      digest: digest().toString('hex'),
      stored: this.#stored,
      duplicate: this.#duplicate,
      relabelled: this.#relabelled,
      refused: this.#refused,
      conflicts: this.#conflicts,
      labels: this.#labels,
      unmarked: this.#unmarked,
      issues,
    };
  }
}

function delivered(
  validated: Validated,
  item: Chunk['items'][number],
  outcome: DeliveredItem['outcome'],
  result: ItemOutcome | undefined,
): DeliveredItem {
  return {
    id: validated.piece.record?.identity.id ?? '',
    version: validated.piece.record?.identity.version ?? '',
    path: validated.piece.path,
    outcome,
    conflict: result?.kind === 'stored' && result.conflict,
    ...(item.kind === 'placed' ? { label: item.label } : {}),
    issues: validated.piece.issues,
  };
}
