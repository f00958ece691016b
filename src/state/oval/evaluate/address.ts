/** IPv4 and IPv6 addresses and prefixes as numbers (OVAL Common Schema, ipv4_address, ipv6_address). */

export interface Prefix {
  /** Bits behind the prefix are 0. */
  readonly address: bigint;
  readonly length: number;
  readonly bits: 32 | 128;
}

/** `a.b.c.d`, with `/length` or `/a.b.c.d`; null where it is none. */
export function readIpv4(text: string): Prefix | null {
  const [address = '', suffix, ...more] = text.trim().split('/');
  const value = dotted(address);
  if (value === null || more.length > 0) return null;
  const length = suffix === undefined ? 32 : ipv4Length(suffix);
  return length === null ? null : masked(value, length, 32);
}

function dotted(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let value = 0n;
  for (const part of parts) {
    if (!/^[0-9]{1,3}$/.test(part) || Number(part) > 255) return null;
    value = value * 256n + BigInt(part);
  }
  return value;
}

function ipv4Length(text: string): number | null {
  if (/^[0-9]{1,2}$/.test(text)) return Number(text) <= 32 ? Number(text) : null;
  const mask = dotted(text);
  if (mask === null) return null;
  const bits = mask.toString(2).padStart(32, '0');
  return /^1*0*$/.test(bits) ? bits.replaceAll('0', '').length : null;
}

/** An address of RFC 4291 §2.2, with `/length`; null where it is none. */
export function readIpv6(text: string): Prefix | null {
  const [address = '', suffix, ...more] = text.trim().split('/');
  if (more.length > 0 || (suffix !== undefined && !/^[0-9]{1,3}$/.test(suffix))) return null;
  const length = suffix === undefined ? 128 : Number(suffix);
  const groups = ipv6Groups(address);
  if (groups === null || length > 128) return null;
  const value = groups.reduce((sum, group) => sum * 65_536n + BigInt(group), 0n);
  return masked(value, length, 128);
}

function ipv6Groups(text: string): number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head = '', tail = ''] = halves;
  const first = groupsOf(head);
  const last = groupsOf(tail);
  if (first === null || last === null) return null;
  const missing = 8 - first.length - last.length;
  if (halves.length === 1) return missing === 0 ? first : null;
  return missing < 1 ? null : [...first, ...new Array<number>(missing).fill(0), ...last];
}

function groupsOf(text: string): number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    const quad = i === parts.length - 1 && part.includes('.') ? dotted(part) : null;
    if (quad !== null) groups.push(Number(quad >> 16n), Number(quad & 0xffffn));
    else if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}

function masked(value: bigint, length: number, bits: 32 | 128): Prefix {
  const rest = BigInt(bits - length);
  return { address: (value >> rest) << rest, length, bits };
}

/** Every address of `a` is in `b`. */
export function isSubset(a: Prefix, b: Prefix): boolean {
  const rest = BigInt(b.bits - b.length);
  return a.length >= b.length && a.address >> rest === b.address >> rest;
}
