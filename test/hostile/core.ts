/** The parsers of src/core under hostile input, each with what must hold of its results. */
import assert from 'node:assert/strict';
import { Cutter } from '../../src/core/json/cutter.ts';
import {
  CANONICAL_ISSUES,
  type CutPiece,
  canonicalize,
  canonicalizeText,
  cutBytes,
  getPointer,
  JSON_ISSUES,
  joinPointer,
  locate,
  parsePointer,
  readFully,
  readJson,
} from '../../src/core/json/index.ts';
import { LIMITS } from '../../src/core/limits.ts';
import { parseMediaType } from '../../src/core/media-type.ts';
import { tokenize, tokenizeQuery } from '../../src/core/text/tokenize.ts';
import {
  compareTimestamps,
  parseTimestamp,
  TIMESTAMP_ISSUES,
  timestampKey,
  timestampToMicros,
} from '../../src/core/timestamp.ts';
import { formatUuid, parseUuid, uuidBytes } from '../../src/core/uuid.ts';
import type { Subject } from './oracle.ts';
import { JSON_SEEDS, TEXT_SEEDS, TIMESTAMP_SEEDS } from './seeds.ts';

const loose = new TextDecoder();
const exact = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What the platform makes of the bytes, or undefined. */
function nativeValue(bytes: Uint8Array): unknown {
  try {
    const text = exact.decode(bytes);
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

const BOUNDS: ReadonlySet<string> = new Set(['json-depth', 'json-keys', 'json-size']);

function feedReader(bytes: Uint8Array): void {
  const read = readJson(bytes);
  const text = loose.decode(bytes);
  for (const issue of read.issues) {
    assert.ok(Object.hasOwn(JSON_ISSUES, issue.code), issue.code);
    assert.ok(issue.message.length < 1000);
    assert.notEqual(parsePointer(issue.path), null, 'the path is no pointer');
    locate(text, issue.path);
  }
  const native = nativeValue(bytes);
  if (!read.ok) {
    const bounded = read.issues.some((issue) => BOUNDS.has(issue.code));
    assert.ok(native === undefined || bounded, 'refused what the platform reads');
    return;
  }
  assert.deepEqual(read.value, native);
  assert.deepEqual(readFully(exact.decode(bytes)), read, 'fast and full reader differ');
  const again = readJson(JSON.stringify(read.value));
  const infinite = read.issues.some((issue) => issue.code === 'json-number-range');
  if (again.ok && !infinite) assert.deepEqual(again.value, JSON.parse(JSON.stringify(native)));
}

function reassemble(pieces: readonly CutPiece[]): Buffer {
  return Buffer.concat(
    pieces.flatMap((piece) => (piece.kind === 'element' ? [piece.gap, piece.bytes] : [piece.gap])),
  );
}

function feedCutter(bytes: Uint8Array): void {
  const whole = cutBytes(bytes);
  assert.ok(reassemble(whole).equals(bytes), 'pieces do not reassemble');
  const cutter = new Cutter({});
  const inChunks: CutPiece[] = [];
  const size = 1 + (bytes.length % 61);
  for (let at = 0; at < bytes.length; at += size) {
    inChunks.push(...cutter.push(bytes.slice(at, at + size)));
  }
  inChunks.push(...cutter.end());
  assert.ok(reassemble(inChunks).equals(bytes), 'pieces of chunks do not reassemble');
  const paths = (pieces: readonly CutPiece[]) =>
    pieces.filter((piece) => piece.kind === 'element').map((piece) => piece.path);
  assert.deepEqual(paths(inChunks), paths(whole));
  assert.deepEqual(inChunks.at(-1), { ...whole.at(-1), gap: inChunks.at(-1)?.gap });
  if (nativeValue(bytes) === undefined) assertRefused(whole);
}

/** What the platform does not read has a finding, in the delivery or in one of its records. */
function assertRefused(pieces: readonly CutPiece[]): void {
  const issues = pieces.flatMap((piece) =>
    piece.kind === 'element' ? readJson(piece.bytes, {}, piece.guard).issues : piece.issues,
  );
  assert.ok(issues.length > 0, 'accepted what the platform does not read');
}

function feedCanonical(bytes: Uint8Array): void {
  const written = canonicalizeText(bytes);
  if (!written.ok) {
    for (const { code } of written.issues) {
      assert.ok(Object.hasOwn(CANONICAL_ISSUES, code) || Object.hasOwn(JSON_ISSUES, code), code);
    }
    return;
  }
  const value: unknown = JSON.parse(written.value);
  const again = canonicalize(value);
  assert.ok(again.ok && again.value === written.value, 'not its own canonical form');
}

function feedTimestamp(bytes: Uint8Array): void {
  const text = loose.decode(bytes);
  const key = timestampKey(text);
  const micros = timestampToMicros(text, 'floor');
  assert.equal(key === '', micros === null);
  assert.equal(compareTimestamps(text, text), 0);
  const read = parseTimestamp(text);
  for (const { code } of read.issues) assert.ok(Object.hasOwn(TIMESTAMP_ISSUES, code));
  if (!read.ok) return;
  assert.equal(read.value.key, key);
  assert.match(key, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d*[1-9])?$/);
  assert.equal(timestampKey(`${key}Z`), key, 'the key is not a timestamp without its Z');
  assert.equal(timestampToMicros(`${key}Z`, 'floor'), micros);
}

function feedTokenizer(bytes: Uint8Array): void {
  const text = loose.decode(bytes);
  const tokens = tokenize(text);
  const found = new Set(tokens);
  assert.equal(found.size, tokens.length);
  assert.ok(tokens.length <= LIMITS.text.tokensPerRecord);
  for (const token of tokens) {
    assert.ok(token.length > 0 && token.length <= LIMITS.text.tokenChars);
    assert.ok(token.isWellFormed() && !token.includes('\u0000'));
  }
  if (tokens.length === LIMITS.text.tokensPerRecord) return;
  for (const token of tokenizeQuery(text)) assert.ok(found.has(token), `${token} not found`);
}

function feedUuid(bytes: Uint8Array): void {
  const text = loose.decode(bytes);
  const uuid = parseUuid(text);
  if (uuid !== null) assert.equal(formatUuid(uuidBytes(text)), uuid.canonical);
}

function feedPointer(bytes: Uint8Array): void {
  const text = loose.decode(bytes);
  const tokens = parsePointer(text);
  if (tokens !== null) assert.equal(joinPointer(tokens), text);
  const value = getPointer({ a: [{ 'b/~': 1 }] }, text);
  if (value === undefined) locate('{"a":[{"b/~":1}]}', text);
  else assert.notEqual(locate('{"a":[{"b/~":1}]}', text), null);
}

function feedMediaType(bytes: Uint8Array): void {
  const type = parseMediaType(loose.decode(bytes));
  if (type !== null) assert.equal(type.essence, type.essence.toLowerCase());
}

const UUID_SEEDS = [
  '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  '919108F7-52D1-4320-9BAC-F847DB4148A8',
  '00000000-0000-0000-0000-000000000000',
];
const POINTER_SEEDS = ['', '/a/0/b~1~0', '/a/-', '/a/00', '/objects/3/~01'];
const MEDIA_SEEDS = [
  'application/taxii+json;version=2.1',
  'application/stix+json; version="2.1" ;charset=utf-8',
  'text/html;q=0.8',
];

export const CORE_SUBJECTS: readonly Subject[] = [
  { name: 'json reader', seeds: JSON_SEEDS, feed: feedReader },
  { name: 'json cutter', seeds: JSON_SEEDS, feed: feedCutter },
  { name: 'canonical json', seeds: JSON_SEEDS, feed: feedCanonical },
  { name: 'timestamp', seeds: TIMESTAMP_SEEDS, feed: feedTimestamp },
  { name: 'tokenizer', seeds: TEXT_SEEDS, feed: feedTokenizer },
  { name: 'uuid', seeds: UUID_SEEDS, feed: feedUuid },
  { name: 'json pointer', seeds: POINTER_SEEDS, feed: feedPointer },
  { name: 'media type', seeds: MEDIA_SEEDS, feed: feedMediaType },
];
