import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sha256 } from '../core/digest.ts';
import { type Leaf, leafHash } from './log-leaf.ts';

const leaf: Leaf = {
  kind: 'record',
  salt: Buffer.alloc(32, 7),
  bytesDigest: sha256('bytes'),
  contentDigest: sha256('content'),
  collection: Buffer.from('91a7b52880eb42eda74dc6fbd5a26116', 'hex'),
  labelDigest: sha256('label'),
  policy: 3,
  parcel: Buffer.from('2a5f5a9c7a6c4bb3a3c42f6a6f0f7f11', 'hex'),
  position: 1_790_000_000_000_000,
};

test('a leaf is the hash of its fields in the documented order', () => {
  const number = (value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(BigInt(value));
    return bytes;
  };
  const expected = createHash('sha256')
    .update(Buffer.of(0, 1, 0))
    .update(leaf.salt)
    .update(sha256('bytes'))
    .update(sha256('content'))
    .update(leaf.collection ?? '')
    .update(sha256('label'))
    .update(number(3))
    .update(leaf.parcel ?? '')
    .update(number(leaf.position))
    .digest();
  assert.deepEqual(leafHash(leaf), expected);
});

test('every field is committed to', () => {
  const changed: Leaf[] = [
    { ...leaf, kind: 'relabel' },
    { ...leaf, salt: Buffer.alloc(32, 8) },
    { ...leaf, bytesDigest: sha256('b') },
    { ...leaf, contentDigest: sha256('c') },
    { ...leaf, collection: Buffer.alloc(16, 1) },
    { ...leaf, labelDigest: sha256('l') },
    { ...leaf, policy: 4 },
    { ...leaf, parcel: Buffer.alloc(16, 2) },
    { ...leaf, position: leaf.position + 1 },
    { kind: 'record', salt: leaf.salt, policy: 0, position: 0 },
  ];
  const hashes = [leaf, ...changed].map((each) => Buffer.from(leafHash(each)).toString('hex'));
  assert.equal(new Set(hashes).size, hashes.length);
});
