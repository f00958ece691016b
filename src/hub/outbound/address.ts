/**
 * Which addresses an outgoing connection may reach. Checked when the connection is made, on the
 * address that is really connected to: names that resolve to something else the second time, and
 * literal addresses in odd notations, arrive here all the same.
 */
import { BlockList, isIP } from 'node:net';

/** IANA special-purpose registries (RFC 6890 and updates): nothing of it is a public peer. */
const NOT_PUBLIC_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/**
 * The part of IPv6 that is given out for the open Internet (RFC 4291 §2.4). All else is refused
 * whole, IPv4 in its many IPv6 clothes included (`::7f00:1`, `::ffff:0:7f00:1`, 64:ff9b::/96).
 */
const GLOBAL_V6 = '2000::/3';
const NOT_PUBLIC_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const NOT_PUBLIC = new BlockList();
const GLOBAL = new BlockList();
for (const range of NOT_PUBLIC_V4) addRange(NOT_PUBLIC, range, 'ipv4');
for (const range of NOT_PUBLIC_V6) addRange(NOT_PUBLIC, range, 'ipv6');
addRange(GLOBAL, GLOBAL_V6, 'ipv6');

function addRange(list: BlockList, range: string, family: 'ipv4' | 'ipv6'): void {
  const [network = '', prefix = ''] = range.split('/');
  list.addSubnet(network, Number(prefix), family);
}

/** True for an address that the open Internet routes; IPv4 inside IPv6 is looked at as IPv4. */
export function isPublicAddress(address: string): boolean {
  const plain = address.split('%')[0] ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped) return isPublicAddress(mapped);
  const family = isIP(plain);
  if (family === 0) return false;
  if (family === 4) return !NOT_PUBLIC.check(plain, 'ipv4');
  return GLOBAL.check(plain, 'ipv6') && !NOT_PUBLIC.check(plain, 'ipv6');
}
