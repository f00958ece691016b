/** ISSUBSET and ISSUPERSET (STIX 2.1 §9.6.1): addresses and CIDR blocks of IPv4 and IPv6. */

/** A block of addresses: its bits above the prefix count. */
export interface Block {
  readonly family: 4 | 6;
  /** One 32-bit word for IPv4, four for IPv6. */
  readonly words: readonly number[];
  readonly prefix: number;
}

/** Reads an address or a CIDR block; null for anything else. */
export function parseBlock(text: string): Block | null {
  if (text.length > 49) return null;
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const words = address.includes(':') ? ipv6Words(address) : ipv4Words(address);
  if (words === null) return null;
  const family = words.length === 1 ? 4 : 6;
  const most = family === 4 ? 32 : 128;
  if (slash < 0) return { family, words, prefix: most };
  const prefix = text.slice(slash + 1);
  if (!/^(?:0|[1-9]\d{0,2})$/.test(prefix) || Number(prefix) > most) return null;
  return { family, words, prefix: Number(prefix) };
}

/** Every address of `inner` is in `outer`; never so between the two families. */
export function isSubset(inner: Block, outer: Block): boolean {
  if (inner.family !== outer.family || inner.prefix < outer.prefix) return false;
  return outer.words.every((word, i) => {
    const bits = Math.min(32, Math.max(0, outer.prefix - 32 * i));
    // A shift by 32 is one by 0, so that an empty mask is a case of its own.
    return bits === 0 || (word ^ (inner.words[i] as number)) >>> (32 - bits) === 0;
  });
}

/** Dotted decimal: four numbers below 256. */
function ipv4Words(text: string): number[] | null {
  let word = 0;
  let value = -1;
  let parts = 0;
  let length = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) {
      if (++length > 3) return null;
      value = (value < 0 ? 0 : value) * 10 + code - 0x30;
      continue;
    }
    if (value < 0 || value > 255 || (i < text.length && code !== 0x2e)) return null;
    word = ((word << 8) | value) >>> 0;
    parts++;
    value = -1;
    length = 0;
  }
  return parts === 4 ? [word] : null;
}

/** RFC 4291 §2.2: eight groups, one run of zeros as `::`, an IPv4 tail in place of two groups. */
function ipv6Words(text: string): number[] | null {
  const halves = text.split('::', 3);
  if (halves.length > 2) return null;
  const [head = '', tail] = halves;
  const left = groups(head, tail === undefined);
  const right = tail === undefined ? [] : groups(tail, true);
  if (left === null || right === null) return null;
  const zeros = 8 - left.length - right.length;
  if (tail === undefined ? zeros !== 0 : zeros < 1) return null;
  const all = [...left, ...new Array<number>(zeros).fill(0), ...right];
  return [0, 2, 4, 6].map((i) => (((all[i] as number) << 16) | (all[i + 1] as number)) >>> 0);
}

function groups(text: string, mayEndInIpv4: boolean): number[] | null {
  if (text === '') return [];
  const found: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) {
      found.push(Number.parseInt(part, 16));
      continue;
    }
    const word = mayEndInIpv4 && i === parts.length - 1 ? ipv4Words(part)?.[0] : undefined;
    if (word === undefined) return null;
    found.push(word >>> 16, word & 0xffff);
  }
  return found;
}

/** RFC 5952 §4: the one text of an address; a prefix that is not the whole length stays. */
export function formatBlock(block: Block): string {
  const whole = block.family === 4 ? 32 : 128;
  const address = block.family === 4 ? dotted(block.words[0] as number) : ipv6Text(block.words);
  return block.prefix === whole ? address : `${address}/${block.prefix}`;
}

function dotted(word: number): string {
  return [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255].join('.');
}

/** RFC 5952 §4.2: the longest run of two or more zero groups, the first of equals, is `::`. */
function ipv6Text(words: readonly number[]): string {
  const all = words.flatMap((word) => [word >>> 16, word & 0xffff]);
  let start = -1;
  let length = 1;
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && all[end] === 0) end++;
    if (end - i > length) {
      start = i;
      length = end - i;
    }
    if (end > i) i = end - 1;
  }
  const hex = all.map((group) => group.toString(16));
  if (start < 0) return hex.join(':');
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`;
}
