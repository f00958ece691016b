import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatIpv4, formatIpv6, isMac, parseIpv4, parseIpv6 } from './address.ts';

function ipv4(text: string): string | null {
  const cidr = parseIpv4(text);
  return cidr === null ? null : formatIpv4(cidr);
}

function ipv6(text: string): string | null {
  const cidr = parseIpv6(text);
  return cidr === null ? null : formatIpv6(cidr);
}

test('§6.8: addresses and blocks; a /32 is the address', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['198.51.100.3', '198.51.100.3'],
    ['198.51.100.3/32', '198.51.100.3'],
    ['198.51.100.0/24', '198.51.100.0/24'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['255.255.255.255', '255.255.255.255'],
    ['256.1.1.1', null],
    ['1.1.1', null],
    ['1.1.1.1.1', null],
    ['1.1.1.1/33', null],
    ['1.1.1.1/', null],
    ['1.1.1.1/024', null],
    ['1.1.1.1/-1', null],
    // An octal reading would make another address of it.
    ['010.1.1.1', null],
    ['0x1.1.1.1', null],
    ['1.1.1.1 ', null],
    ['', null],
    ['1..1.1', null],
    ['１.1.1.1', null],
  ];
  for (const [text, normal] of rows) assert.equal(ipv4(text), normal, text);
});

test('§6.9 and RFC 5952: every spelling of an address has one normal form', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['2001:0db8:85a3:0000:0000:8a2e:0370:7334', '2001:db8:85a3::8a2e:370:7334'],
    ['2001:DB8::1', '2001:db8::1'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['2001:db8::1/128', '2001:db8::1'],
    ['::/0', '::/0'],
    // §4.2.2: one group of zeros is not shortened; §4.2.3: the first of the longest runs is.
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['::ffff:192.0.2.1', '::ffff:c000:201'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['1:2:3:4:5:6:7', null],
    ['1:2:3:4:5:6:7:8:9', null],
    ['1::2::3', null],
    [':::', null],
    [':1:2:3:4:5:6:7', null],
    ['12345::', null],
    ['g::', null],
    ['1:2:3:4:5:6:7::8', null],
    ['fe80::1%eth0', null],
    ['::/129', null],
    ['::1.2.3.4:5', null],
    ['::1.2.3', null],
    ['', null],
    ['1.2.3.4', null],
  ];
  for (const [text, normal] of rows) assert.equal(ipv6(text), normal, text);
});

test('an address in normal form is its own normal form', () => {
  const groups = fc.array(fc.constantFrom(0, 0, 1, 0xffff, 0x0db8), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(groups, fc.integer({ min: 0, max: 128 }), (values, prefix) => {
      const long = `${values.map((group) => group.toString(16).padStart(4, '0')).join(':')}/${prefix}`;
      const once = ipv6(long);
      assert.ok(once !== null);
      assert.equal(ipv6(once), once);
      assert.deepEqual(parseIpv6(once), parseIpv6(long));
      assert.ok(!/(^|:)0[0-9a-f]/.test(once), once);
    }),
  );
  fc.assert(fc.property(fc.ipV4(), (text) => assert.equal(ipv4(text), text)));
  fc.assert(fc.property(fc.ipV6(), (text) => assert.ok(parseIpv6(text) !== null, text)));
});

test('§6.10: MAC addresses are six lower-case pairs', () => {
  assert.ok(isMac('d2:fb:49:24:37:18'));
  for (const text of [
    '',
    'D2:FB:49:24:37:18',
    'd2-fb-49-24-37-18',
    'd2:fb:49:24:37',
    'd2:fb:49:24:37:18:00:00',
    'd2fb49243718',
    'd:fb:49:24:37:181',
    'g2:fb:49:24:37:18',
  ]) {
    assert.ok(!isMac(text), text);
  }
});
