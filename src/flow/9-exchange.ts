/**
 * Stage 9. What is stored is offered from its position on; those who are pushed to are told that
 * a collection has something new. Error exit: none; whoever misses the word finds it at the next
 * look, because feeds go by position and not by notice.
 */
import type { DeliveryReport } from './delivery.ts';

export type Offer = (collection: string) => void;

export function exchange(report: DeliveryReport, collection: string, offer: Offer): void {
  if (collection !== '' && report.stored + report.relabelled > 0) offer(collection);
}
