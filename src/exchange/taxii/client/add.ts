/** Adding objects of any number: envelopes under the server's limit, each waited for (§5.5, §4.3). */
import { TaxiiError } from './error.ts';
import type { Place } from './feed.ts';
import { type ApiRoot, readStatus, type Status, type StatusItem } from './resource.ts';
import type { sleep } from './retry.ts';
import { joinBytes, type Transport } from './transport.ts';
import { below } from './url.ts';

/** An object to send: bytes and text go out exactly as they are. */
export type AddedObject = Uint8Array | string | Readonly<Record<string, unknown>>;

export interface AddOptions {
  /** Objects in one envelope at most. */
  readonly maxObjects?: number;
  /** Bytes in one envelope at most, if the API root allows more. */
  readonly maxBytes?: number;
  /** False: do not wait for pending requests to complete. */
  readonly wait?: boolean;
  /** Longest wait for one request to complete, in milliseconds. */
  readonly waitMs?: number;
  readonly signal?: AbortSignal;
  /** Told after each envelope, for progress. */
  readonly onStatus?: (status: Status) => void;
}

export interface AddReport {
  /** Objects given, in envelopes or refused before. */
  readonly total: number;
  readonly success: number;
  readonly failure: number;
  readonly pending: number;
  /** What failed, as far as the server named it. */
  readonly failures: readonly StatusItem[];
  /** Status ids in the order of sending, to be asked for later. */
  readonly statuses: readonly string[];
}

export interface AddContext {
  readonly transport: Transport;
  readonly apiRoot: () => Promise<ApiRoot>;
  readonly sleep: typeof sleep;
}

const OPEN = new TextEncoder().encode('{"objects":[');
const COMMA = new TextEncoder().encode(',');
const CLOSE = new TextEncoder().encode(']}');
const FRAME = OPEN.byteLength + CLOSE.byteLength;

const DEFAULTS = { maxObjects: 100, maxBytes: 8 * 1024 * 1024, waitMs: 300_000 };
const POLL_MS = { first: 200, longest: 5_000 };

export async function addObjects(
  context: AddContext,
  place: Place,
  objects: Iterable<AddedObject> | AsyncIterable<AddedObject>,
  options: AddOptions = {},
): Promise<AddReport> {
  const { maxContentLength } = await context.apiRoot();
  // §4.2.1: only what is smaller than the limit is promised not to be answered 413.
  const room = Math.min(options.maxBytes ?? DEFAULTS.maxBytes, maxContentLength - 1) - FRAME;
  const sum = { total: 0, success: 0, failure: 0, pending: 0 };
  const failures: StatusItem[] = [];
  const statuses: string[] = [];
  const count = (status: Status) => {
    sum.total += status.success + status.failure + status.pending;
    sum.success += status.success;
    sum.failure += status.failure;
    sum.pending += status.pending;
    failures.push(...status.failures);
    if (status.id !== '') statuses.push(status.id);
    options.onStatus?.(status);
  };
  for await (const batch of envelopes(objects, options.maxObjects ?? DEFAULTS.maxObjects, room)) {
    if (batch.tooLarge) count(refused(batch.objects, `larger than ${maxContentLength} bytes`));
    else for await (const status of post(context, place, batch.objects, options)) count(status);
  }
  return { ...sum, failures, statuses };
}

interface EnvelopeBatch {
  readonly objects: readonly Uint8Array[];
  readonly tooLarge: boolean;
}

async function* envelopes(
  objects: Iterable<AddedObject> | AsyncIterable<AddedObject>,
  maxObjects: number,
  room: number,
): AsyncGenerator<EnvelopeBatch, void, undefined> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const object of objects) {
    const bytes = toBytes(object);
    if (bytes.byteLength > room) {
      yield { objects: [bytes], tooLarge: true };
      continue;
    }
    const grown = size + COMMA.byteLength + bytes.byteLength;
    if (waiting.length === maxObjects || (waiting.length > 0 && grown > room)) {
      yield { objects: waiting, tooLarge: false };
      waiting = [];
      size = 0;
    }
    size += (waiting.length > 0 ? COMMA.byteLength : 0) + bytes.byteLength;
    waiting.push(bytes);
  }
  if (waiting.length > 0) yield { objects: waiting, tooLarge: false };
}

function toBytes(object: AddedObject): Uint8Array {
  if (object instanceof Uint8Array) return object;
  return new TextEncoder().encode(typeof object === 'string' ? object : JSON.stringify(object));
}

/** Sends one envelope; a 413 in spite of the promised limit (a proxy, say) halves it. */
async function* post(
  context: AddContext,
  place: Place,
  objects: readonly Uint8Array[],
  options: AddOptions,
): AsyncGenerator<Status, void, undefined> {
  const url = below(new URL(place.apiRoot), 'collections', place.collection, 'objects');
  const signal = options.signal === undefined ? {} : { signal: options.signal };
  try {
    const request = { method: 'POST' as const, url, body: frame(objects), ...signal };
    const status = await context.transport(request, readStatus);
    yield options.wait === false ? status : await completed(context, place, status, options);
  } catch (error) {
    if (!(error instanceof TaxiiError) || error.status !== 413) throw error;
    if (objects.length === 1) {
      yield refused(objects, error.taxii?.title ?? 'answered 413');
      return;
    }
    const half = Math.ceil(objects.length / 2);
    yield* post(context, place, objects.slice(0, half), options);
    yield* post(context, place, objects.slice(half), options);
  }
}

function frame(objects: readonly Uint8Array[]): Uint8Array {
  const parts = [
    OPEN,
    ...objects.flatMap((bytes, i) => (i === 0 ? [bytes] : [COMMA, bytes])),
    CLOSE,
  ];
  return joinBytes(
    parts,
    parts.reduce((size, part) => size + part.byteLength, 0),
  );
}

/** §5.5: a pending request is asked for until it is complete, §4.3: and never after. */
async function completed(
  context: AddContext,
  place: Place,
  first: Status,
  options: AddOptions,
): Promise<Status> {
  const url = below(new URL(place.apiRoot), 'status', first.id);
  const signal = options.signal === undefined ? {} : { signal: options.signal };
  let status = first;
  let waited = 0;
  let pause = POLL_MS.first;
  while (status.status === 'pending' && waited < (options.waitMs ?? DEFAULTS.waitMs)) {
    await context.sleep(pause, options.signal);
    waited += pause;
    pause = Math.min(pause * 2, POLL_MS.longest);
    status = await context.transport({ method: 'GET', url, ...signal }, readStatus);
  }
  return status;
}

/** A status of our own for objects that could not be sent. */
function refused(objects: readonly Uint8Array[], message: string): Status {
  const failures = objects.map((bytes) => ({ ...identify(bytes), message }));
  return {
    id: '',
    status: 'complete',
    total: failures.length,
    success: 0,
    failure: failures.length,
    pending: 0,
    successes: [],
    failures,
    pendings: [],
  };
}

function identify(bytes: Uint8Array): { id: string; version: string } {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    return { id: String(value.id ?? ''), version: String(value.modified ?? '') };
  } catch {
    return { id: '', version: '' };
  }
}
