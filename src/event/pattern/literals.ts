/** Constants as they are written (STIX 2.1 §9.2): pure functions from source text to value. */
import type { BinaryConstant, HexConstant } from './tree.ts';

/** Octets of a binary or hex constant of a tree. */
export function constantBytes(constant: BinaryConstant | HexConstant): Uint8Array {
  if (constant.kind === 'hex') {
    const bytes = new Uint8Array(constant.hex.length / 2);
    for (let i = 0; i < bytes.length; i++) {
      bytes[i] = Number.parseInt(constant.hex.slice(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }
  const binary = atob(constant.base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** §9.2: an even number of hexadecimal digits. */
export function isHex(text: string): boolean {
  return text.length % 2 === 0 && /^[0-9a-fA-F]*$/.test(text);
}

/** §9.2: line feeds in base64 are supported and ignored. */
export function withoutLineFeeds(text: string): string {
  return text.includes('\n') ? text.replace(/\r?\n/g, '') : text;
}

/** RFC 4648 §4 with padding, which §3.2 there requires where nothing else is said. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

/** The form of a float in a tree: no needless zeros, one digit at least on each side. */
export function canonicalDecimal(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const left = trimLeadingZeros(whole);
  const right = trimTrailingZeros(fraction);
  return `${negative ? '-' : ''}${left === '' ? '0' : left}.${right === '' ? '0' : right}`;
}

function trimLeadingZeros(text: string): string {
  let start = 0;
  while (text.charCodeAt(start) === 0x30) start++;
  return text.slice(start);
}

function trimTrailingZeros(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x30) end--;
  return text.slice(0, end);
}
