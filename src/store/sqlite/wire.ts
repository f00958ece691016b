/**
 * Messages between the hub's thread and the store's. Bytes of a chunk travel in one buffer that
 * changes hands, and so does the body of a page: neither is copied on the way.
 */

import type { Micros } from '../../core/clock.ts';
import { CybexError, type ErrorCode } from '../../core/error.ts';
import type { Chunk, ChunkItem } from '../port.ts';
import type { ReadCall } from './engine.ts';
import type { Job } from './writer.ts';

export type Role = 'writer' | 'reader';

/** What a worker is started with. */
export interface WorkerStart {
  readonly file: string;
  readonly role: Role;
}

export interface WorkerRequest {
  readonly id: number;
  readonly now: Micros;
  readonly work: WireJob | ReadCall;
  /** All bytes of an `append`, which names them by length in order. */
  readonly bytes?: Uint8Array;
  /** Bodies of earlier answers that are used up; the worker's collector frees them. */
  readonly spent?: readonly ArrayBuffer[];
}

export type WorkerReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: WireError };

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryAfter?: number;
  readonly remedy?: string;
}

/** A job whose chunk has lengths where bytes were. */
export type WireJob = Exclude<Job, { readonly do: 'append' }> | WireAppend;

interface WireAppend {
  readonly do: 'append';
  readonly chunk: unknown;
}

export function wireError({ code, message, retryAfter, remedy }: CybexError): WireError {
  return {
    code,
    message,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(remedy === undefined ? {} : { remedy }),
  };
}

export function readError({ code, message, ...details }: WireError): CybexError {
  return new CybexError(code, message, details);
}

/** A job as it is sent; `bytes` is a buffer that may be given away. */
export function packJob(job: Job): { readonly work: WireJob; readonly bytes?: Uint8Array } {
  if (job.do !== 'append') return { work: job };
  const parts: Uint8Array[] = [];
  const chunk = mapBytes(job.chunk, (bytes) => {
    parts.push(bytes);
    return bytes.length;
  });
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { work: { do: 'append', chunk }, bytes };
}

/** The job that `packJob` packed; its bytes are views of the one buffer. */
export function unpackJob(work: WireJob, bytes: Uint8Array | undefined): Job {
  if (work.do !== 'append' || bytes === undefined) return work as Job;
  let at = 0;
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const chunk = mapBytes<number, Uint8Array>(work.chunk as Carried<number>, take);
  return { do: 'append', chunk: chunk as Chunk };
}

/** A chunk whose bytes are carried as something else. */
type Carried<Bytes> = Omit<Chunk, 'items' | 'closingGap'> & {
  readonly items: readonly CarriedItem<Bytes>[];
  readonly closingGap?: Bytes;
};

type Placed = Extract<ChunkItem, { readonly kind: 'placed' }>;
type Refused = Extract<ChunkItem, { readonly kind: 'refused' }>;
type CarriedItem<Bytes> =
  | (Omit<Placed, 'gap' | 'record'> & {
      readonly gap: Bytes;
      readonly record: Omit<Placed['record'], 'bytes' | 'contentDigest'> & {
        readonly bytes: Bytes;
        readonly contentDigest: Bytes;
      };
    })
  | (Omit<Refused, 'gap' | 'bytes'> & { readonly gap: Bytes; readonly bytes: Bytes });

/** The same chunk with its bytes replaced, always in the same order. */
function mapBytes<From, To>(chunk: Carried<From>, map: (bytes: From) => To): Carried<To> {
  const { closingGap, items, ...rest } = chunk;
  const mapped = items.map((item): CarriedItem<To> => {
    const gap = map(item.gap);
    if (item.kind === 'refused') return { ...item, gap, bytes: map(item.bytes) };
    const { record } = item;
    const bytes = map(record.bytes);
    return { ...item, gap, record: { ...record, bytes, contentDigest: map(record.contentDigest) } };
  });
  const last = closingGap === undefined ? {} : { closingGap: map(closingGap) };
  return { ...rest, items: mapped, ...last };
}

/** Buffers of an answer that belong to nobody else and can be given away. */
export function transferable(value: unknown): ArrayBuffer[] {
  const bytes =
    value instanceof Uint8Array
      ? value
      : typeof value === 'object' && value !== null && 'body' in value
        ? value.body
        : null;
  if (!(bytes instanceof Uint8Array) || bytes.byteLength !== bytes.buffer.byteLength) return [];
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength > 0 ? [bytes.buffer] : [];
}
