/** Classes of characters of the pattern language. */

export const APOSTROPHE = 0x27;
export const BACKSLASH = 0x5c;

const SPACE = 1;
const DIGIT = 2;
const LETTER = 4;
const UNDERSCORE = 8;
const HYPHEN = 16;

const CLASSES = new Uint8Array(128);
for (const code of [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20]) CLASSES[code] = SPACE;
for (let code = 0x30; code <= 0x39; code++) CLASSES[code] = DIGIT;
for (let code = 0x41; code <= 0x5a; code++) CLASSES[code] = LETTER;
for (let code = 0x61; code <= 0x7a; code++) CLASSES[code] = LETTER;
CLASSES[0x5f] = UNDERSCORE;
CLASSES[0x2d] = HYPHEN;

/** White space is what Unicode calls so (WSpace=Y; STIX 2.1 §9.4). */
export function isSpace(code: number): boolean {
  return code < 128 ? CLASSES[code] === SPACE : isUnicodeSpace(code);
}

function isUnicodeSpace(code: number): boolean {
  if (code === 0x85 || code === 0xa0 || code === 0x1680 || code === 0x3000) return true;
  if (code < 0x2000 || code > 0x205f) return false;
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function startsName(code: number): boolean {
  return code < 128 && ((CLASSES[code] as number) & (LETTER | UNDERSCORE)) !== 0;
}

/** Names of object types may contain hyphens; those of properties may not, unless quoted. */
export function continuesName(code: number): boolean {
  return code < 128 && (CLASSES[code] as number) > SPACE;
}
