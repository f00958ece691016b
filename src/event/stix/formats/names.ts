/** Names within STIX content: properties, dictionary keys, hash algorithms, terms. */

/** Custom property names (§3.1, §7.3.2, §11.1.1): a-z first, then a-z, 0-9 and `_`; 3–250 long. */
export function isPropertyName(text: string): boolean {
  if (text.length < 3 || text.length > 250) return false;
  const first = text.charCodeAt(0);
  if (first < 97 || first > 122) return false;
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 97 || code > 122) && (code < 48 || code > 57) && code !== 95) return false;
  }
  return true;
}

/** Dictionary keys (§2.3): ASCII letters, digits, `-` and `_`, at most 250. */
export function isDictionaryKey(text: string): boolean {
  if (text.length > 250) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    if (!letter && (code < 48 || code > 57) && code !== 45 && code !== 95) return false;
  }
  return text.length > 0;
}

/** True when the text has an upper-case ASCII letter. */
export function hasUpperCase(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) return true;
  }
  return false;
}

/** Own terms of an open vocabulary and kill chain names (§2.11, §2.14): lower case, hyphens between words. */
export function isTerm(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 95) return false;
  }
  return text === text.toLowerCase();
}

/** `x_` followed by a source identifier, an underscore and the name (§11.1.1). */
export function hasSourcePrefix(name: string, separator: '_' | '-'): boolean {
  if (!name.startsWith(`x${separator}`)) return false;
  const next = name.indexOf(separator, 2);
  return next > 2 && next < name.length - 1;
}
