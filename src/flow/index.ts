/**
 * The way of the information (X.1500 §6) as one function: a parcel passes nine stages or stops
 * with a reason that its sender gets and the operator sees. docs/lifecycle.md has the error exits.
 */
import type { Piece } from '../core/codec.ts';
import type { Issue } from '../core/issue.ts';
import { LIMITS } from '../core/limits.ts';
import type { Received } from './1-receive.ts';
import { receive } from './1-receive.ts';
import { decode } from './2-decode.ts';
import type { Validated } from './3-validate.ts';
import { validate } from './3-validate.ts';
import type { KnownDefinitions, Undecided } from './5-decide.ts';
import { decide } from './5-decide.ts';
import { store } from './6-store.ts';
import { Account } from './8-respond.ts';
import type { Offer } from './9-exchange.ts';
import { exchange } from './9-exchange.ts';
import type { Delivery, DeliveryReport } from './delivery.ts';
import type { FlowHouse } from './house.ts';

export { correlate } from './7-correlate.ts';
export { CODECS, codecByName, codecBySniff } from './codecs.ts';
export type { DeliveredItem, Delivery, DeliveryProgress, DeliveryReport } from './delivery.ts';
export type { FlowHouse } from './house.ts';

/** Takes one delivery through the house. Memory does not grow with the delivery. */
export async function journey(
  delivery: Delivery,
  house: FlowHouse,
  offer: Offer = () => {},
): Promise<DeliveryReport> {
  const received = await receive(delivery, house);
  const decoded = decode(received, house);
  const account = new Account(delivery);
  const known: KnownDefinitions = new Map();
  let closing: readonly Issue[] = [];
  for await (const chunk of chunks(decoded.pieces, received)) {
    closing = chunk.closing ?? closing;
    const decideNow = () => decide(chunk, delivery, known, house);
    const { chunk: decided, outcomes } = delivery.dryRun
      ? { chunk: await decideNow(), outcomes: [] }
      : await store(decideNow, house);
    account.chunk(chunk.items, decided, outcomes, received.tally().bytes);
  }
  const report = account.report(received, decoded.format, closing);
  if (!delivery.dryRun) {
    const digest = Buffer.from(report.digest, 'hex');
    await house.writer.close(received.parcel, digest, report.bytes, account.status());
  }
  exchange(report, delivery.head.collection, offer);
  return report;
}

type ChunkInHand = Undecided & { readonly closing?: readonly Issue[] };

/** Gathers pieces until a chunk is full by count or by bytes; the last one carries the end. */
async function* chunks(
  pieces: AsyncIterable<Piece>,
  received: Received,
): AsyncGenerator<ChunkInHand> {
  const { parcel } = received;
  let items: Validated[] = [];
  let bytes = 0;
  let sequence = 0;
  for await (const piece of pieces) {
    const validated = validate(piece);
    if (validated.kind === 'closing') {
      yield { parcel, sequence, items, closingGap: piece.gap, closing: piece.issues };
      return;
    }
    items.push(validated);
    bytes += piece.gap.length + (piece.bytes?.length ?? 0);
    if (items.length < LIMITS.chunk.records && bytes < LIMITS.chunk.bytes) continue;
    yield { parcel, sequence, items };
    sequence++;
    items = [];
    bytes = 0;
  }
}
