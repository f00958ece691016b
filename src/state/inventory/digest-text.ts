/** Digests as lock files write them, in the words and digits of an SBOM. */
import type { Hash } from '../sbom/index.ts';

const WORDS: Readonly<Record<string, string>> = {
  md5: 'MD5',
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};
const DIGITS: Readonly<Record<string, number>> = {
  MD5: 32,
  'SHA-1': 40,
  'SHA-256': 64,
  'SHA-384': 96,
  'SHA-512': 128,
};

/** A digest in hexadecimal; none where word or length do not fit. */
export function hexDigest(algorithm: string, digits: string): readonly Hash[] {
  const key = algorithm.toLowerCase().replaceAll('-', '');
  const word = Object.hasOwn(WORDS, key) ? WORDS[key] : undefined;
  if (word === undefined || digits.length !== DIGITS[word]) return [];
  return /^[0-9a-f]+$/i.test(digits) ? [{ algorithm: word, value: digits.toLowerCase() }] : [];
}

/** `sha256:HEX`, as Python, Cargo and others write it. */
export function colonDigest(text: string): readonly Hash[] {
  const colon = text.indexOf(':');
  return colon < 0 ? [] : hexDigest(text.slice(0, colon), text.slice(colon + 1));
}

/** Digests of Subresource Integrity: `sha512-BASE64`, several behind blanks, options behind `?`. */
export function integrityDigests(text: string): readonly Hash[] {
  return text
    .split(/\s+/)
    .slice(0, 8)
    .flatMap((each) => {
      const dash = each.indexOf('-');
      const digits = dash < 0 ? null : hexOfBase64(each.slice(dash + 1).split('?')[0] ?? '');
      return digits === null ? [] : hexDigest(each.slice(0, dash), digits);
    });
}

/** Base64 (RFC 4648 §4) as hexadecimal digits; null where it is none. */
export function hexOfBase64(text: string): string | null {
  if (text.length > 1_024 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) {
    return null;
  }
  let digits = '';
  for (const char of atob(text)) digits += char.charCodeAt(0).toString(16).padStart(2, '0');
  return digits;
}
