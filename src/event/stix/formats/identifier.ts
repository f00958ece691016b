/** STIX identifiers (STIX 2.1 §2.9): `object-type--UUID`, the UUID of RFC 4122. */

/** Index of the UUID in an identifier, or -1 where the text has not the form `type--UUID`. */
export function uuidStart(text: string): number {
  const start = text.length - 36;
  if (start < 3 || text.charCodeAt(start - 1) !== 45 || text.charCodeAt(start - 2) !== 45) {
    return -1;
  }
  return isTypeName(text, start - 2) && isUuid(text, start) ? start : -1;
}

/** The type part of an identifier, empty where there is no `--`. */
export function typeOf(identifier: string): string {
  const at = identifier.indexOf('--');
  return at < 1 ? '' : identifier.slice(0, at);
}

/** UUID version digit (1–5) of an identifier, 0 where the text is no identifier. */
export function uuidVersion(identifier: string): number {
  const start = uuidStart(identifier);
  return start < 0 ? 0 : identifier.charCodeAt(start + 14) - 48;
}

/** Type names (§3.1, §11.2.1): lower-case ASCII letters, digits and single hyphens, a letter first. */
export function isTypeName(text: string, length = text.length): boolean {
  if (length === 0) return false;
  const first = text.charCodeAt(0);
  if (first < 97 || first > 122) return false;
  let previous = first;
  for (let i = 1; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 45) {
      if (previous === 45) return false;
    } else if ((code < 97 || code > 122) && (code < 48 || code > 57)) {
      return false;
    }
    previous = code;
  }
  return true;
}

/** RFC 4122: 8-4-4-4-12 hexadecimal digits, version 1–5, variant 10x. */
export function isUuid(text: string, start = 0): boolean {
  for (let i = 0; i < 36; i++) {
    const code = text.charCodeAt(start + i);
    if (i === 8 || i === 13 || i === 18 || i === 23) {
      if (code !== 45) return false;
    } else if (!isHexDigit(code)) {
      return false;
    }
  }
  const version = text.charCodeAt(start + 14);
  if (version < 49 || version > 53) return false;
  const variant = text.charCodeAt(start + 19) | 32;
  return variant === 56 || variant === 57 || variant === 97 || variant === 98;
}

function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}
