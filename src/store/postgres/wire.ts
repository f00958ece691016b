/**
 * Values on the way to PostgreSQL and back. Many rows travel as arrays in the binary form of the
 * protocol (one parameter a column, taken apart by `unnest`): no quoting, and bytes stay bytes.
 */
import { CybexError } from '../../core/error.ts';

const OID = { bool: 16, bytea: 17, int8: 20, int4: 23, text: 25 } as const;

/** Array of bigint; the values are safe integers. */
export function int8s(values: readonly (number | null)[]): Buffer {
  return fixed(OID.int8, 8, values, (into, value, at) => {
    into.writeInt32BE(Math.floor(value / 0x1_0000_0000), at);
    into.writeUInt32BE(value - Math.floor(value / 0x1_0000_0000) * 0x1_0000_0000, at + 4);
  });
}

/** Array of integer. */
export function int4s(values: readonly (number | null)[]): Buffer {
  return fixed(OID.int4, 4, values, (into, value, at) => {
    into.writeInt32BE(value, at);
  });
}

/** Array of boolean. */
export function bools(values: readonly boolean[]): Buffer {
  return fixed(
    OID.bool,
    1,
    values.map((value) => (value ? 1 : 0)),
    (into, value, at) => {
      into[at] = value;
    },
  );
}

/** Array of bytea. */
export function byteas(values: readonly (Uint8Array | null)[]): Buffer {
  return variable(OID.bytea, values);
}

/** Array of text, without the character that PostgreSQL has no place for. */
export function texts(values: readonly (string | null)[]): Buffer {
  return variable(
    OID.text,
    values.map((value) => (value === null ? null : Buffer.from(storable(value)))),
  );
}

/**
 * PostgreSQL's text cannot hold U+0000. It becomes U+2400 (SYMBOL FOR NULL) in what is indexed and
 * shown; the record's own bytes are bytes and keep what they have. Queries pass here too.
 */
export function storable(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\u2400') : text;
}

function fixed(
  oid: number,
  width: number,
  values: readonly (number | null)[],
  write: (into: Buffer, value: number, at: number) => void,
): Buffer {
  const into = Buffer.allocUnsafe(20 + values.length * (4 + width));
  let at = header(into, oid, values.length);
  for (const value of values) {
    into.writeInt32BE(value === null ? -1 : width, at);
    at += 4;
    if (value === null) continue;
    write(into, value, at);
    at += width;
  }
  return into.subarray(0, at);
}

function variable(oid: number, values: readonly (Uint8Array | null)[]): Buffer {
  const size = values.reduce((sum, value) => sum + 4 + (value?.length ?? 0), 20);
  const into = Buffer.allocUnsafe(size);
  let at = header(into, oid, values.length);
  for (const value of values) {
    into.writeInt32BE(value?.length ?? -1, at);
    at += 4;
    if (value === null) continue;
    into.set(value, at);
    at += value.length;
  }
  return into.subarray(0, at);
}

/** Dimensions, "may hold nulls", element type, length, lower bound. An empty array has no dimension. */
function header(into: Buffer, oid: number, length: number): number {
  into.writeInt32BE(length === 0 ? 0 : 1, 0);
  into.writeInt32BE(1, 4);
  into.writeInt32BE(oid, 8);
  if (length === 0) return 12;
  into.writeInt32BE(length, 12);
  into.writeInt32BE(1, 16);
  return 20;
}

/** Reads the columns of an answer; given to each connection. Everything else comes as text. */
export const PARSERS = {
  getTypeParser(oid: number): (value: string) => unknown {
    return PARSER_BY_OID.get(oid) ?? asText;
  },
};

const asText = (value: string) => value;

const PARSER_BY_OID = new Map<number, (value: string) => unknown>([
  [16, (value) => value === 't'],
  [17, bytesOf],
  [20, safeInteger],
  [21, Number],
  [23, Number],
  [114, JSON.parse],
  [700, Number],
  [701, Number],
  [1005, numbersOf],
  [1007, numbersOf],
  [1016, numbersOf],
  [1700, safeInteger],
]);

/** bytea in the text form `\x…`. */
function bytesOf(value: string): Buffer {
  return Buffer.from(value.slice(2), 'hex');
}

function safeInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new CybexError('internal', `${value} is beyond the safe integers`);
  }
  return number;
}

/** Array of integers in the text form `{1,2,NULL}`; NULL becomes -1, which no column of ours holds. */
function numbersOf(value: string): number[] {
  if (value.length <= 2) return [];
  const list = value.slice(1, -1);
  return JSON.parse(`[${list.includes('N') ? list.replaceAll('NULL', '-1') : list}]`) as number[];
}
