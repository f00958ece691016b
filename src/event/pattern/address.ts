/** IPv4 and IPv6 addresses and CIDR blocks as strings (STIX 2.1 §6.9, §6.10). */

/** 4 or 6 for an address or CIDR block of that family, null for anything else. */
export function addressFamily(text: string): 4 | 6 | null {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const family = isIpv4(address) ? 4 : isIpv6(address) ? 6 : null;
  if (family === null || slash < 0) return family;
  return isPrefix(text.slice(slash + 1), family === 4 ? 32 : 128) ? family : null;
}

function isPrefix(text: string, most: number): boolean {
  return /^(?:0|[1-9]\d{0,2})$/.test(text) && Number(text) <= most;
}

function isIpv4(text: string): boolean {
  const parts = text.split('.', 5);
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
}

/** RFC 4291 §2.2: eight groups, one run of zeros as `::`, an IPv4 tail in place of two groups. */
function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const halves = text.split('::', 3);
  if (halves.length > 2) return false;
  const [head = '', tail] = halves;
  const left = groups(head, tail === undefined);
  if (left === null) return false;
  if (tail === undefined) return left === 8;
  const right = groups(tail, true);
  return right !== null && left + right < 8;
}

/** How many 16-bit groups the text stands for; null when one of them is none. */
function groups(text: string, mayEndInIpv4: boolean): number | null {
  if (text === '') return 0;
  const parts = text.split(':');
  let count = 0;
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1;
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) count += 1;
    else if (last && mayEndInIpv4 && isIpv4(part)) count += 2;
    else return null;
  }
  return count;
}
