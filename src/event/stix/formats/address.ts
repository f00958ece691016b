/** Network addresses as SCO values: IPv4 and IPv6 in CIDR notation, MAC. */

export interface Cidr {
  /** Address bytes: 4 or 16. */
  readonly bytes: readonly number[];
  readonly prefix: number;
}

/** IPv4 address with optional `/0`–`/32` (§6.8), or null. */
export function parseIpv4(text: string): Cidr | null {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const prefix = slash < 0 ? 32 : parseDecimal(text, slash + 1, text.length, 32);
  const bytes = ipv4Bytes(address);
  return bytes === null || prefix < 0 ? null : { bytes, prefix };
}

/** IPv6 address with optional `/0`–`/128` (§6.9), or null; zone identifiers are not part of it. */
export function parseIpv6(text: string): Cidr | null {
  if (text.length > 49) return null;
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const prefix = slash < 0 ? 128 : parseDecimal(text, slash + 1, text.length, 128);
  const bytes = ipv6Bytes(address);
  return bytes === null || prefix < 0 ? null : { bytes, prefix };
}

/** §6.10: one colon-delimited lower-case MAC-48 with leading zeros. */
export function isMac(text: string): boolean {
  if (text.length !== 17) return false;
  for (let i = 0; i < 17; i++) {
    const code = text.charCodeAt(i);
    if (i % 3 === 2) {
      if (code !== 58) return false;
    } else if ((code < 48 || code > 57) && (code < 97 || code > 102)) {
      return false;
    }
  }
  return true;
}

/** Dotted form, with the prefix unless it is /32. */
export function formatIpv4(cidr: Cidr): string {
  const text = cidr.bytes.join('.');
  return cidr.prefix === 32 ? text : `${text}/${cidr.prefix}`;
}

/** RFC 5952: lower case, no leading zeros, the longest run of zeros (of two or more) as `::`. */
export function formatIpv6(cidr: Cidr): string {
  const groups: number[] = [];
  for (let i = 0; i < 16; i += 2) {
    groups.push(((cidr.bytes[i] as number) << 8) | (cidr.bytes[i + 1] as number));
  }
  const run = longestZeroRun(groups);
  const text =
    run.length < 2
      ? hexGroups(groups)
      : `${hexGroups(groups.slice(0, run.start))}::${hexGroups(groups.slice(run.start + run.length))}`;
  return cidr.prefix === 128 ? text : `${text}/${cidr.prefix}`;
}

function hexGroups(groups: readonly number[]): string {
  return groups.map((group) => group.toString(16)).join(':');
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let i = 0; i < groups.length; i++) {
    let end = i;
    while (end < groups.length && groups[end] === 0) end++;
    if (end - i > best.length) best = { start: i, length: end - i };
    if (end > i) i = end;
  }
  return best;
}

function ipv4Bytes(text: string): number[] | null {
  const parts = text.length > 15 ? [] : text.split('.');
  if (parts.length !== 4) return null;
  const bytes: number[] = [];
  for (const part of parts) {
    const value = parseDecimal(part, 0, part.length, 255);
    if (value < 0) return null;
    bytes.push(value);
  }
  return bytes;
}

function ipv6Bytes(text: string): number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = groupBytes(halves[0] as string, halves.length === 1);
  if (head === null) return null;
  if (halves.length === 1) return head.length === 16 ? head : null;
  const tail = groupBytes(halves[1] as string, true);
  if (tail === null || head.length + tail.length > 14) return null;
  return [...head, ...new Array<number>(16 - head.length - tail.length).fill(0), ...tail];
}

/** Bytes of colon-separated groups; the last may be an embedded IPv4 address (RFC 4291 §2.2). */
function groupBytes(text: string, mayEndInIpv4: boolean): number[] | null {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as string;
    if (mayEndInIpv4 && i === groups.length - 1 && group.includes('.')) {
      const embedded = ipv4Bytes(group);
      if (embedded === null) return null;
      bytes.push(...embedded);
    } else {
      if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return null;
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    }
  }
  return bytes;
}

/** Decimal digits without a leading zero up to a maximum of at most 255, or -1. */
function parseDecimal(text: string, from: number, to: number, max: number): number {
  if (to - from < 1 || to - from > 3) return -1;
  if (to - from > 1 && text.charCodeAt(from) === 48) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value > max ? -1 : value;
}
