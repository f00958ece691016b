/**
 * A whole house as rows that mean the same to every store: what a backup of PostgreSQL holds, and
 * what carries a house from one store to another with its positions, labels, epochs, ledger, log
 * and salts. What a store can work out (counts, indexes) is left out.
 */
import { CybexError } from '../core/error.ts';

type Kind = 'text' | 'integer' | 'bytes';
/** A kind with a question mark may be null. */
type Column = Kind | `${Kind}?`;

/** Tables in the order in which they travel: what others name comes before them. */
export const TRANSFER = {
  house: { id: 'text', feedEpoch: 'text', policyEpoch: 'integer', lastPosition: 'integer' },
  secret: { name: 'text', bytes: 'bytes' },
  kept: { name: 'text', value: 'text' },
  directory: { kind: 'text', id: 'text', body: 'text' },
  label: { id: 'integer', digest: 'bytes', text: 'text' },
  parcel: {
    id: 'integer',
    uuid: 'text',
    received: 'integer',
    mediaType: 'text',
    principal: 'text',
    organisation: 'text',
    channel: 'text',
    collection: 'text',
    unmarked: 'text?',
    source: 'text?',
    status: 'text',
    digest: 'bytes?',
    size: 'integer?',
    chunks: 'integer',
    stored: 'integer',
    duplicate: 'integer',
    failed: 'integer',
  },
  chunk: { parcel: 'integer', sequence: 'integer', skeleton: 'bytes', outcomes: 'text' },
  record: {
    id: 'integer',
    format: 'text',
    type: 'text',
    name: 'text',
    spec: 'text',
    version: 'text',
    versionKey: 'text',
    creator: 'text',
    contentDigest: 'bytes',
    bytesDigest: 'bytes',
    withdrawn: 'integer',
    title: 'text',
    /** Null when erased. */
    bytes: 'bytes?',
    /** Tokens of its text, keys of its values and of what it points at, each list spaced. */
    words: 'text',
    values: 'text',
    edges: 'text',
  },
  definition: { marking: 'text', organisation: 'text', record: 'integer' },
  provenance: {
    parcel: 'integer',
    sequence: 'integer',
    ordinal: 'integer',
    record: 'integer',
    bytes: 'bytes?',
  },
  refused: {
    id: 'integer',
    parcel: 'integer',
    sequence: 'integer',
    ordinal: 'integer',
    path: 'text',
    name: 'text',
    version: 'text',
    issues: 'text',
    bytes: 'bytes',
  },
  membership: {
    id: 'integer',
    collection: 'text',
    record: 'integer',
    label: 'integer',
    position: 'integer',
    tie: 'integer',
    since: 'integer',
    preference: 'integer',
    contest: 'integer',
    /** Organisations that added it, as a JSON list. */
    sources: 'text',
  },
  conflict: { format: 'text', type: 'text', name: 'text', versionKey: 'text' },
  tombstone: { collection: 'text', record: 'integer', organisation: 'text', at: 'integer' },
  leaf: {
    index: 'integer',
    kind: 'integer',
    hash: 'bytes',
    salt: 'bytes?',
    digest: 'bytes?',
    record: 'integer?',
    collection: 'text?',
    label: 'integer?',
    parcel: 'integer?',
    policy: 'integer',
    position: 'integer',
  },
  audit: {
    id: 'integer',
    at: 'integer',
    principal: 'text',
    organisation: 'text',
    action: 'text',
    subject: 'text',
    outcome: 'text',
    detail: 'text',
  },
  outbox: { id: 'integer', kind: 'text', subject: 'text', organisation: 'text' },
  ledger: { principal: 'text', collection: 'text', filter: 'text', through: 'integer' },
  status: { id: 'text', requested: 'integer', body: 'text' },
} as const satisfies Record<string, Record<string, Column>>;

export type TransferTable = keyof typeof TRANSFER;

export const TRANSFER_TABLES = Object.keys(TRANSFER) as TransferTable[];

interface Kinds {
  text: string;
  integer: number;
  bytes: Uint8Array;
}

type ValueOf<C> = C extends `${infer K extends Kind}?`
  ? Kinds[K] | null
  : C extends Kind
    ? Kinds[C]
    : never;

/** A row of one table. */
export type TransferRow<T extends TransferTable> = {
  readonly [C in keyof (typeof TRANSFER)[T]]: ValueOf<(typeof TRANSFER)[T][C]>;
};

/** Some rows of one table. */
export type TransferBatch = {
  readonly [T in TransferTable]: { readonly table: T; readonly rows: readonly TransferRow<T>[] };
}[TransferTable];

/** Gives a whole house from one snapshot, table after table. */
export interface TransferSource {
  /** About how many rows there are, for who shows progress. */
  estimate(): Promise<number>;
  batches(): AsyncIterable<TransferBatch>;
}

/** Takes a whole house into an empty place. */
export interface TransferTarget {
  put(batch: TransferBatch): Promise<void>;
  /** Everything has come: works out what was left out and makes it visible. */
  finish(): Promise<void>;
  /** Leaves the place empty. */
  abandon(): Promise<void>;
}

/** The same house under another feed epoch: whoever followed it past the copy must notice. */
export function underEpoch(source: TransferSource, feedEpoch: string): TransferSource {
  return {
    estimate: () => source.estimate(),
    async *batches() {
      for await (const batch of source.batches()) {
        if (batch.table !== 'house') yield batch;
        else yield { table: 'house', rows: batch.rows.map((row) => ({ ...row, feedEpoch })) };
      }
    },
  };
}

/** Copies a house; the target is as empty as before when anything fails. */
export async function transfer(
  source: TransferSource,
  target: TransferTarget,
  progress?: (done: number, total: number) => void,
): Promise<void> {
  const total = Math.max(1, await source.estimate());
  let done = 0;
  try {
    for await (const batch of source.batches()) {
      await target.put(batch);
      done += batch.rows.length;
      progress?.(Math.min(done, total), total);
    }
    await target.finish();
  } catch (error) {
    await target.abandon();
    throw error;
  }
}

const TAG: Readonly<Record<Kind | 'null', number>> = { null: 0, text: 1, integer: 2, bytes: 3 };

/** A row as bytes: for each column a tag and the value. */
export function encodeRow(table: TransferTable, row: TransferRow<TransferTable>): Buffer {
  const columns = TRANSFER[table] as Readonly<Record<string, Column>>;
  const values = row as unknown as Readonly<Record<string, string | number | Uint8Array | null>>;
  const parts: Uint8Array[] = [];
  for (const [name, column] of Object.entries(columns)) {
    const value = values[name] ?? null;
    if (value === null) parts.push(Buffer.from([TAG.null]));
    else if (typeof value === 'number') parts.push(integerField(value));
    else if (typeof value === 'string') parts.push(...bytesField(TAG.text, Buffer.from(value)));
    else parts.push(...bytesField(TAG.bytes, value));
    if (value === null && !column.endsWith('?')) throw damaged(`${table}.${name} is missing`);
  }
  return Buffer.concat(parts);
}

function integerField(value: number): Buffer {
  const field = Buffer.alloc(9);
  field[0] = TAG.integer;
  field.writeBigInt64BE(BigInt(value), 1);
  return field;
}

function bytesField(tag: number, value: Uint8Array): Uint8Array[] {
  const head = Buffer.alloc(5);
  head[0] = tag;
  head.writeUInt32BE(value.length, 1);
  return [head, value];
}

/** Reads what `encodeRow` wrote; throws CybexError `internal` for anything else. */
export function decodeRow<T extends TransferTable>(table: T, bytes: Buffer): TransferRow<T> {
  const row: Record<string, string | number | Buffer | null> = Object.create(null);
  let at = 0;
  for (const [name, column] of Object.entries(TRANSFER[table])) {
    const { value, next } = decodeField(bytes, at);
    const kind = value === null ? 'null' : kindOf(value);
    const allowed = kind === 'null' ? column.endsWith('?') : column.startsWith(kind);
    if (!allowed) throw damaged(`${table}.${name} is ${kind}`);
    row[name] = value;
    at = next;
  }
  if (at !== bytes.length) throw damaged(`a row of ${table} is too long`);
  return row as TransferRow<T>;
}

function kindOf(value: string | number | Buffer): Kind {
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'integer' : 'bytes';
}

function decodeField(bytes: Buffer, at: number) {
  const tag = bytes[at];
  if (tag === TAG.null) return { value: null, next: at + 1 };
  if (tag === TAG.integer && at + 9 <= bytes.length) {
    const value = Number(bytes.readBigInt64BE(at + 1));
    if (!Number.isSafeInteger(value)) throw damaged('a number is beyond the safe integers');
    return { value, next: at + 9 };
  }
  if ((tag !== TAG.text && tag !== TAG.bytes) || at + 5 > bytes.length)
    throw damaged('a bad field');
  const next = at + 5 + bytes.readUInt32BE(at + 1);
  if (next > bytes.length) throw damaged('a field is too long');
  const field = bytes.subarray(at + 5, next);
  return { value: tag === TAG.text ? field.toString('utf8') : field, next };
}

export function damaged(what: string): CybexError {
  return new CybexError('internal', `the copy of the house is damaged: ${what}`, {
    remedy: 'Take another backup.',
  });
}
