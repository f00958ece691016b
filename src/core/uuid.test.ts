import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha1 } from './sha1.ts';
import { formatUuid, isUuid, parseUuid, randomUuid, uuidBytes, uuidV5 } from './uuid.ts';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('SHA-1 equals the platform on every length around the block borders', () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) & 0xff);
    assert.deepEqual(Buffer.from(sha1(bytes)), createHash('sha1').update(bytes).digest());
  }
});

test('property: SHA-1 equals the platform on any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      assert.deepEqual(Buffer.from(sha1(bytes)), createHash('sha1').update(bytes).digest());
    }),
  );
});

test('UUIDv5 gives the value of RFC 9562 appendix A.4', () => {
  assert.equal(uuidV5(DNS, 'www.example.com'), '2ed6657d-e927-568b-95e1-2665a8aea6a2');
  assert.equal(
    uuidV5(DNS.toUpperCase(), new TextEncoder().encode('www.example.com')),
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

test('RFC 9562 §4.1: variants and versions', () => {
  const cases: readonly [string, string, number, boolean][] = [
    ['c232ab00-9414-11ec-b3c8-9f6bdeced846', 'rfc9562', 1, true],
    ['5df41881-3aed-3515-88a7-2f4a814cf09e', 'rfc9562', 3, true],
    ['919108f7-52d1-4320-9bac-f847db4148a8', 'rfc9562', 4, true],
    ['2ed6657d-e927-568b-95e1-2665a8aea6a2', 'rfc9562', 5, true],
    ['1EC9414C-232A-6B00-B3C8-9F6BDECED846', 'rfc9562', 6, true],
    ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', 'rfc9562', 7, true],
    ['2489e9ad-2ee2-8e00-8ec9-32d5f69181c0', 'rfc9562', 8, true],
    ['919108f7-52d1-0320-9bac-f847db4148a8', 'rfc9562', 0, false],
    ['919108f7-52d1-f320-9bac-f847db4148a8', 'rfc9562', 15, false],
    ['919108f7-52d1-4320-7bac-f847db4148a8', 'ncs', 0, false],
    ['919108f7-52d1-4320-dbac-f847db4148a8', 'microsoft', 0, false],
    ['919108f7-52d1-4320-ebac-f847db4148a8', 'future', 0, false],
    ['00000000-0000-0000-0000-000000000000', 'nil', 0, false],
    ['FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', 'max', 0, false],
  ];
  for (const [text, variant, version, valid] of cases) {
    const uuid = parseUuid(text);
    assert.deepEqual(uuid, { text, canonical: text.toLowerCase(), variant, version });
    assert.equal(isUuid(text), valid, text);
  }
});

test('what is no UUID is refused', () => {
  const wrong = [
    '',
    '919108f752d143209bacf847db4148a8',
    '{919108f7-52d1-4320-9bac-f847db4148a8}',
    'urn:uuid:919108f7-52d1-4320-9bac-f847db4148a8',
    '919108f7-52d1-4320-9bac-f847db4148a',
    '919108f7-52d1-4320-9bac-f847db4148a8\n',
    '919108f7-52d1-4320-9bac-f847db4148ag',
    '919108f75-2d1-4320-9bac-f847db4148a8',
    '９19108f7-52d1-4320-9bac-f847db4148a8',
  ];
  for (const text of wrong) {
    assert.equal(parseUuid(text), null, text);
    assert.equal(isUuid(text), false);
    assert.throws(() => uuidBytes(text), RangeError);
  }
});

test('a random UUID is a version 4, and each one another', () => {
  const made = new Set(Array.from({ length: 1000 }, randomUuid));
  assert.equal(made.size, 1000);
  for (const text of made) assert.equal(parseUuid(text)?.version, 4);
});

test('property: bytes and text of a UUID give each other', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      assert.deepEqual(uuidBytes(formatUuid(bytes)), bytes);
    }),
  );
});
