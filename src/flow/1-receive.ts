/**
 * Stage 1. A delivery becomes a parcel: opened durably before anything of it is stored, digested and
 * counted as it streams past. Its first records are read while the disk syncs the parcel's opening. Error exit: the source breaks → the parcel stays open; the same
 * delivery sent again starts anew and finds every stored record a duplicate.
 */
import { createHash } from 'node:crypto';
import type { ByteSource } from '../core/codec.ts';
import type { Issue } from '../core/issue.ts';
import type { Delivery } from './delivery.ts';
import type { FlowHouse } from './house.ts';

const HEAD_BYTES = 4096;

export const NOT_AN_ENVELOPE: Issue = {
  code: 'not-an-envelope',
  severity: 'error',
  clause: 'TAXII 2.1 §3.7',
  path: '',
  message: 'This is no envelope. Send {"objects": [ … ]}, with the STIX objects in the list.',
};

/** White space of RFC 8259 §2, then `{`. */
function opensObject(head: Uint8Array): boolean {
  const first = head.find(
    (byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d,
  );
  return first === 0x7b;
}

export interface Received {
  readonly delivery: Delivery;
  /** Resolves when the parcel is durable; empty for a dry run: nothing is opened. */
  readonly parcel: Promise<string>;
  /** The first bytes, for recognition; the stream still starts at byte 0. */
  readonly head: Uint8Array;
  /** Findings that the first bytes allow. */
  readonly issues: readonly Issue[];
  readonly stream: AsyncIterable<Uint8Array>;
  /** What has streamed past so far; the digest is the delivery's once the stream has ended. */
  tally(): { readonly bytes: number; digest(): Buffer };
}

export async function receive(delivery: Delivery, house: FlowHouse): Promise<Received> {
  const parcel = delivery.dryRun ? Promise.resolve('') : opened(delivery, house);
  // Who waits for the parcel hears of its failure; a source that breaks first is the one error told.
  parcel.catch(() => {});
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = passing(delivery.source, delivery.signal, (piece) => {
    hash.update(piece);
    bytes += piece.length;
  });
  const { head, stream } = await peek(counted, HEAD_BYTES);
  const issues = delivery.envelope && !opensObject(head) ? [NOT_AN_ENVELOPE] : [];
  const tally = () => ({ bytes, digest: () => hash.copy().digest() });
  return { delivery, parcel, head, issues, stream, tally };
}

async function opened({ head }: Delivery, { writer }: FlowHouse): Promise<string> {
  return (await writer.receive(head)).id;
}

async function* passing(
  source: ByteSource,
  signal: AbortSignal | undefined,
  see: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    signal?.throwIfAborted();
    see(piece);
    yield piece;
  }
}

/** Looks at the first bytes without taking them from the stream. */
async function peek(
  source: AsyncGenerator<Uint8Array>,
  wanted: number,
): Promise<{ head: Uint8Array; stream: AsyncIterable<Uint8Array> }> {
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < wanted) {
    const next = await source.next();
    if (next.done) break;
    taken.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(taken, length).subarray(0, wanted);
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield* taken.splice(0);
    yield* source;
  }
  return { head, stream: stream() };
}
