import { isIPv4 } from 'node:net';

/** Whether an address is this machine itself; a local socket has none. */
export function isLoopback(address: string | undefined): boolean {
  if (address === undefined || address === '::1' || address === 'localhost') return true;
  const plain = address.replace(/^::ffff:/, '');
  return isIPv4(plain) && plain.startsWith('127.');
}
