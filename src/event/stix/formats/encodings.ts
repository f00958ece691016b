/** Encoded values: hexadecimal, base64, hash values. */

/** §2.8: an even number, at least two, of hexadecimal digits. */
export function isHex(text: string): boolean {
  return text.length > 0 && text.length % 2 === 0 && isHexText(text, 0, text.length);
}

/** RFC 4648 §4 base64 with padding, not empty. */
export function isBase64(text: string): boolean {
  const length = text.length;
  if (length === 0 || length % 4 !== 0) return false;
  let end = length;
  if (text.charCodeAt(length - 1) === 61) end -= text.charCodeAt(length - 2) === 61 ? 2 : 1;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    if (!letter && (code < 48 || code > 57) && code !== 43 && code !== 47) return false;
  }
  return true;
}

/** Length in characters of the value of each hash algorithm with a fixed one (§10.7). */
const HEX_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['MD5', 32],
  ['SHA-1', 40],
  ['SHA-224', 56],
  ['SHA-256', 64],
  ['SHA-384', 96],
  ['SHA-512', 128],
  ['SHA3-224', 56],
  ['SHA3-256', 64],
  ['SHA3-384', 96],
  ['SHA3-512', 128],
]);

/** True when the value has the form that its algorithm gives; unknown algorithms take any text. */
export function isHashValue(algorithm: string, value: string): boolean {
  const length = HEX_LENGTHS.get(algorithm);
  if (length !== undefined) {
    return value.length === length && isHexText(value, 0, length);
  }
  if (algorithm === 'SSDEEP') return isSsdeep(value);
  if (algorithm === 'TLSH') return isTlsh(value);
  return true;
}

/** Block size, two signatures, separated by colons: `3072:abc…:def…`, at most 148 characters. */
function isSsdeep(value: string): boolean {
  if (value.length === 0 || value.length > 148) return false;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    // Digits and colon are one range (48–58); `+`, `.`, `/` occur in the signatures.
    if (!letter && (code < 46 || code > 58) && code !== 43) return false;
  }
  return true;
}

/** 35 bytes in hexadecimal, with or without the `T1` of the later versions. */
function isTlsh(value: string): boolean {
  if (value.length === 70) return isHexText(value, 0, 70) || isHexText(value, 2, 70);
  return value.length === 72 && value.startsWith('T1') && isHexText(value, 2, 72);
}

function isHexText(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const letter = code | 32;
    if ((code < 48 || code > 57) && (letter < 97 || letter > 102)) return false;
  }
  return true;
}
