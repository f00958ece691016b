import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressFamily } from './address.ts';
import { canonicalDecimal, constantBytes, isBase64 } from './literals.ts';
import { regexFault } from './regex.ts';

test('octets of constants', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const hex = Buffer.from(bytes).toString('hex');
      const base64 = Buffer.from(bytes).toString('base64');
      assert.ok(isBase64(base64));
      assert.deepEqual(constantBytes({ kind: 'hex', at: 0, hex }), bytes);
      assert.deepEqual(constantBytes({ kind: 'binary', at: 0, base64 }), bytes);
    }),
  );
});

test('a canonical decimal keeps the value and is its own canonical form', () => {
  for (const [text, canonical] of [
    ['7.0', '7.0'],
    ['.5', '0.5'],
    ['-.50', '-0.5'],
    ['+007.500', '7.5'],
    ['0.0', '0.0'],
    ['-0.0', '-0.0'],
    ['100.001', '100.001'],
  ] as const) {
    assert.equal(canonicalDecimal(text), canonical);
    assert.equal(canonicalDecimal(canonical), canonical);
    assert.ok(Object.is(Number(canonical), Number(text)));
  }
});

test('addresses and CIDR blocks', () => {
  const families: Readonly<Record<string, 4 | 6 | null>> = {
    '198.51.100.1': 4,
    '0.0.0.0/0': 4,
    '255.255.255.255/32': 4,
    '198.51.100.1/24': 4,
    '198.51.100.1/33': null,
    '198.51.100.1.': null,
    '198.51.100': null,
    '256.1.1.1': null,
    '::': 6,
    '::/0': 6,
    '::1': 6,
    '1::': 6,
    '2001:db8::8:800:200c:417a': 6,
    '2001:0db8:0000:0000:0008:0800:200c:417a/128': 6,
    '::ffff:198.51.100.1': 6,
    '1:2:3:4:5:6:198.51.100.1': 6,
    '1:2:3:4:5:6:7::': 6,
    '1:2:3:4:5:6:7:8::': null,
    '198.51.100.1::': null,
    '1:2:3:4:5:6:7:198.51.100.1': null,
    ':::': null,
    ':1': null,
    '1:': null,
    'g::': null,
    '': null,
    '/24': null,
  };
  for (const [text, family] of Object.entries(families)) {
    assert.equal(addressFamily(text), family, text);
  }
});

test('regular expressions that no PCRE accepts, and those that one does', () => {
  const good = [
    ...['', 'a', 'a*', '(a|b)+?', '[a-z]+', '[]]', '[^]]', '[\\]]', '[[:digit:]x]', '[[:]', '\\('],
    ...['\\Q(\\E', '\\Q(', '(?:a)', '(?=a)', '(*UTF8)a', '(?#()', '^*', 'a{2}', '{', '(?x)a#('],
    ...['a||b', '\\\\', '[[.x.]]', '[\\Q]\\E]', '(?i:a|b)?', '()'],
  ];
  for (const regex of good) assert.equal(regexFault(regex), null, regex);
  const bad = [
    ...['(', ')', 'a)', '((a)', '[', '[a', '[]', '[^]', '*', '+a', '(?', '|*', '(+)', 'a|?'],
    ...['\\', 'a\\\\\\', '(?#', '[\\]', '[[:alpha:]', '[\\Qa]'],
  ];
  for (const regex of bad) assert.notEqual(regexFault(regex), null, regex);
});
