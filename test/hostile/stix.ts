/** STIX under hostile input: the codec, the checker, ids. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Piece } from '../../src/core/codec.ts';
import { hasErrors } from '../../src/core/issue.ts';
import { JSON_ISSUES, parsePointer } from '../../src/core/json/index.ts';
import { timestampKey } from '../../src/core/timestamp.ts';
import { isAccepted, stixCodec } from '../../src/event/stix/codec.ts';
import { parseStix, STIX_ISSUES, stixId } from '../../src/event/stix/index.ts';
import type { Subject } from './oracle.ts';
import { JSON_SEEDS } from './seeds.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/stix');
const { valid } = JSON.parse(readFileSync(join(FIXTURES, 'index.json'), 'utf8')) as {
  readonly valid: readonly string[];
};
const SEEDS = [...JSON_SEEDS, ...valid.map((file) => readFileSync(join(FIXTURES, file), 'utf8'))];

async function feedCodec(bytes: Uint8Array): Promise<void> {
  const sure = stixCodec.sniff(bytes.subarray(0, 4096));
  assert.ok(sure >= 0 && sure <= 1);
  const pieces: Piece[] = [];
  for await (const piece of stixCodec.records([bytes])) pieces.push(piece);
  const whole = pieces.flatMap((piece) => [piece.gap, piece.bytes ?? new Uint8Array(0)]);
  assert.ok(Buffer.concat(whole).equals(bytes), 'pieces do not reassemble');
  for (const piece of pieces) {
    for (const { code, path, message } of piece.issues) {
      assert.ok(Object.hasOwn(STIX_ISSUES, code) || Object.hasOwn(JSON_ISSUES, code), code);
      assert.notEqual(parsePointer(path), null, `no pointer: ${path}`);
      assert.ok(message.length < 2000);
    }
    if (piece.record !== undefined) assertRecord(piece);
    else if (piece.bytes !== undefined) assert.ok(hasErrors(piece.issues), 'lost in silence');
  }
  const parsed = parseStix(bytes);
  assert.equal(parsed.ok, !pieces.some((piece) => hasErrors(piece.issues)), 'two verdicts');
  const accepted = pieces.filter(isAccepted).map((piece) => piece.record?.identity.id);
  assert.deepEqual(
    parsed.value.objects.map(({ id }) => id),
    accepted,
  );
}

function assertRecord(piece: Piece): void {
  const { identity, contentDigest, facts } = piece.record ?? assert.fail();
  assert.equal(contentDigest.length, 32);
  assert.equal(identity.versionKey, timestampKey(identity.version));
  assert.ok(identity.id !== '' && identity.type !== '');
  assert.equal(typeof facts.title, 'string');
  for (const { kind, value } of facts.observables) assert.ok(kind !== '' && value !== '');
  if (isAccepted(piece)) assert.equal(identity.id.startsWith(`${identity.type}--`), true);
}

function feedId(bytes: Uint8Array): void {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return;
  }
  const id = stixId(value);
  if (!id.ok) assert.ok(id.issues.every(({ code }) => Object.hasOwn(STIX_ISSUES, code)));
  else
    assert.match(
      id.value,
      /^[a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
}

export const STIX_SUBJECTS: readonly Subject[] = [
  { name: 'stix codec', seeds: SEEDS, feed: feedCodec },
  { name: 'stix id', seeds: SEEDS, feed: feedId },
];
