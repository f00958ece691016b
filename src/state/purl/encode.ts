/** Percent-encoding of package URLs (ECMA-427 §5.4). */

const PLAIN = /^[A-Za-z0-9.\-_~:]*$/;

/** Letters, digits, . - _ ~ and the colon stay; everything else is encoded as UTF-8. */
export function encode(text: string): string {
  if (PLAIN.test(text)) return text;
  let encoded = '';
  for (const byte of new TextEncoder().encode(text)) {
    const character = String.fromCharCode(byte);
    encoded += PLAIN.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

/** Null when a percent sign begins no triplet or the bytes are no UTF-8. A plus stays a plus. */
export function decode(text: string): string | null {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
