/**
 * The way of the information (X.1500 §6) as one function: a parcel passes nine stages or stops
 * with a reason that its sender gets and the operator sees. docs/lifecycle.md has the error exits.
 */
import type { Piece } from '../core/codec.ts';
import { LIMITS } from '../core/limits.ts';
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
export { CHECKED, CODECS, codecByName, codecBySniff, mediaTypeOf } from './codecs.ts';
export type { DeliveredItem, Delivery, DeliveryProgress, DeliveryReport } from './delivery.ts';
export type { FlowHouse } from './house.ts';
export { FLOW_ISSUES, type FlowIssueCode, formatUnknown } from './issues.ts';
export type { ProjectionAuthor } from './projection/derive.ts';

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
  for await (const chunk of ahead(chunks(decoded.pieces, delivery, received.parcel))) {
    // Read ahead of the abort: it is not stored any more.
    delivery.signal?.throwIfAborted();
    const decideNow = () => decide(chunk, delivery, known, house);
    const { chunk: decided, outcomes } = delivery.dryRun
      ? { chunk: await decideNow(), outcomes: [] }
      : await store(decideNow, house);
    account.chunk(chunk, decided, outcomes, received.tally().bytes);
  }
  const report = account.report(received, await received.parcel, decoded.format);
  if (!delivery.dryRun) {
    const digest = Buffer.from(report.digest, 'hex');
    const closed = house.writer.close(report.parcel, digest, report.bytes, account.status());
    // Both wait for the same sync of the disk.
    await Promise.all([closed, delivery.onReport?.(report)]);
  }
  exchange(report, delivery.head.collection, offer);
  return report;
}

/** The next chunk is read while this one is stored; never more than one. */
async function* ahead<Item>(source: AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    for (let next = source.next(); ; ) {
      const { done, value } = await next;
      if (done) return;
      next = source.next();
      // Told where it is awaited, if the present chunk has not failed before.
      next.catch(() => {});
      yield value;
    }
  } finally {
    // Not awaited: a source that has gone quiet must not hold back the error of a chunk.
    source.return(undefined).catch(() => {});
  }
}

/** Gathers pieces until a chunk is full by count or by bytes; the last one carries the end. */
async function* chunks(
  pieces: AsyncIterable<Piece>,
  delivery: Delivery,
  opened: Promise<string>,
): AsyncGenerator<Undecided> {
  let items: Validated[] = [];
  let bytes = 0;
  let sequence = 0;
  let closing: Validated | null = null;
  for await (const piece of pieces) {
    // What is around the records may be the end: it is one only when no record follows.
    const validated: Validated = validate(
      closing ? following(closing.piece, piece) : piece,
      delivery,
    );
    closing = validated.kind === 'around' ? validated : null;
    if (closing === null) items.push(validated);
    bytes += piece.gap.length + (piece.bytes?.length ?? 0);
    if (items.length < LIMITS.chunk.records && bytes < LIMITS.chunk.bytes) continue;
    yield { parcel: await opened, sequence, items };
    sequence++;
    items = [];
    bytes = 0;
  }
  yield { parcel: await opened, sequence, items, closing: closing?.piece };
}

/** Skeleton before a piece belongs to that piece's gap; its findings go with it. */
function following(around: Piece, piece: Piece): Piece {
  const gap = Buffer.concat([around.gap, piece.gap]);
  return { ...piece, gap, issues: [...around.issues, ...piece.issues] };
}
