/** LIKE (STIX 2.1 §9.6.1): % is any text, _ one character; the whole value, after NFC. */

/** A test of one value. The value is normalised by the caller. */
export type TextTest = (value: string) => boolean;

/** What a pattern of LIKE accepts; `steps` of it for a value are at most `likeCost`. */
export function compileLike(pattern: string): TextTest {
  const parts = pattern.split('%');
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return (value) => matchAt(value, 0, first) === value.length;
  const last = rest.pop() as string;
  const middle = rest.filter((part) => part !== '');
  return (value) => {
    let at = matchAt(value, 0, first);
    if (at < 0) return false;
    const end = matchBack(value, last);
    if (end < at) return false;
    for (const part of middle) {
      at = search(value, at, part);
      if (at < 0 || at > end) return false;
    }
    return true;
  };
}

/** Steps that a test of a value may take: each part of the pattern may be tried at each place. */
export function likeCost(pattern: string, value: string): number {
  const plain = !pattern.includes('_');
  return plain ? value.length : value.length * Math.max(1, longestPart(pattern));
}

function longestPart(pattern: string): number {
  return pattern.split('%').reduce((most, part) => Math.max(most, part.length), 0);
}

/** Index after the part when it stands at `at`, else -1. */
function matchAt(value: string, at: number, part: string): number {
  if (!part.includes('_')) return value.startsWith(part, at) ? at + part.length : -1;
  let place = at;
  for (const char of part) {
    if (place >= value.length) return -1;
    if (char === '_') place += widthAt(value, place);
    else if (value.startsWith(char, place)) place += char.length;
    else return -1;
  }
  return place;
}

/** Index where the part begins when the value ends in it, else -1. */
function matchBack(value: string, part: string): number {
  if (!part.includes('_')) return value.endsWith(part) ? value.length - part.length : -1;
  let place = value.length;
  for (const char of [...part].reverse()) {
    if (place <= 0) return -1;
    if (char === '_') place -= widthBefore(value, place);
    else if (value.endsWith(char, place)) place -= char.length;
    else return -1;
  }
  return place;
}

/** Index after the first place of the part from `at` on, else -1. */
function search(value: string, at: number, part: string): number {
  if (!part.includes('_')) {
    const found = value.indexOf(part, at);
    return found < 0 ? -1 : found + part.length;
  }
  for (let place = at; place < value.length; place += widthAt(value, place)) {
    const after = matchAt(value, place, part);
    if (after >= 0) return after;
  }
  return -1;
}

/** One character may be two UTF-16 code units. */
function widthAt(value: string, at: number): number {
  return (value.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

function widthBefore(value: string, at: number): number {
  return at >= 2 && (value.codePointAt(at - 2) as number) > 0xffff ? 2 : 1;
}
