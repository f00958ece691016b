import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBase64, isHashValue, isHex } from './encodings.ts';

test('§2.8: hex is an even number of digits, at least two', () => {
  for (const text of ['00', 'ff', 'FFff09', 'a'.repeat(64)]) assert.ok(isHex(text), text);
  for (const text of ['', '0', '000', '0x00', 'gg', '0 ', 'é0', '٠٠'])
    assert.ok(!isHex(text), text);
});

test('RFC 4648 §4: base64 with its padding', () => {
  for (const text of [
    'AA==',
    'AAA=',
    'AAAA',
    '+/+/',
    'VBORw0KGgoAAAANSUhEUgAAADI==='.slice(0, 24),
  ]) {
    assert.ok(isBase64(text), text);
  }
  for (const text of [
    '',
    'A',
    'AA',
    'AAA',
    'A===',
    '====',
    'AA=A',
    'A=AA',
    '-_-_',
    'AA A',
    'AAAA\n',
  ]) {
    assert.ok(!isBase64(text), text);
  }
});

test('any bytes in base64 and in hex are read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (bytes) => {
      assert.ok(isBase64(Buffer.from(bytes).toString('base64')));
      assert.ok(isHex(Buffer.from(bytes).toString('hex')));
    }),
  );
});

test('§10.7: a hash has the length that its algorithm gives', () => {
  const lengths: readonly (readonly [string, number])[] = [
    ['MD5', 32],
    ['SHA-1', 40],
    ['SHA-256', 64],
    ['SHA-512', 128],
    ['SHA3-256', 64],
    ['SHA3-512', 128],
  ];
  for (const [algorithm, length] of lengths) {
    assert.ok(isHashValue(algorithm, 'a'.repeat(length)), algorithm);
    assert.ok(isHashValue(algorithm, 'A'.repeat(length)), algorithm);
    assert.ok(!isHashValue(algorithm, 'a'.repeat(length - 1)), algorithm);
    assert.ok(!isHashValue(algorithm, 'a'.repeat(length + 1)), algorithm);
    assert.ok(!isHashValue(algorithm, 'g'.repeat(length)), algorithm);
  }
  assert.ok(isHashValue('x-own', 'anything at all'));
});

test('§10.7: fuzzy hashes', () => {
  const ssdeep = '3:AXGBicFlgVNhBGcL6wCrFQEv:AXGHsNhxLsr2C';
  assert.ok(isHashValue('SSDEEP', ssdeep));
  for (const text of ['', 'a b', 'a'.repeat(149), '3:é:a']) {
    assert.ok(!isHashValue('SSDEEP', text), text.slice(0, 10));
  }
  const digits = '6FF02BEF718027B0160B4391212923ED7F1A463D563B1549B86CF62973B197AD2731F8';
  assert.equal(digits.length, 70);
  assert.ok(isHashValue('TLSH', digits));
  assert.ok(isHashValue('TLSH', `T1${digits}`));
  for (const text of ['', 'T1', `T2${digits}`, digits.slice(1), `T1${digits}00`]) {
    assert.ok(!isHashValue('TLSH', text), text);
  }
});
