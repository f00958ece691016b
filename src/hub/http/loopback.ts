/** Whether an address is this machine itself; a local socket has none. */
export function isLoopback(address: string | undefined): boolean {
  if (address === undefined || address === '::1' || address === 'localhost') return true;
  return address.replace(/^::ffff:/, '').startsWith('127.');
}
