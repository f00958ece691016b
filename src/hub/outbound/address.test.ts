import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from './address.ts';

test('only what the open Internet routes is public, in whatever notation', () => {
  const open = ['8.8.8.8', '1.1.1.1', '2001:4860:4860::8888', '2606:4700::1111', '::ffff:8.8.8.8'];
  for (const address of open) assert.ok(isPublicAddress(address), address);
  const closed = [
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.1.2.3', '169.254.169.254'],
    ...[
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1'],
    ...['::ffff:127.0.0.1', '::FFFF:10.0.0.1', '0:0:0:0:0:ffff:127.0.0.1', '::ffff:7f00:1'],
    ...['::127.0.0.1', '::7f00:1', '::ffff:0:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::'],
    ...['2001:0:1::', '2001:db8::1', '3fff::1', '5f00::1', '100::1', '4000::1'],
    ...['', 'localhost', '0x7f.1', '2130706433', '127.1', '8.8.8.8 ', '8.8.8', '[2606:4700::1111]'],
  ];
  for (const address of closed) assert.ok(!isPublicAddress(address), address);
});
