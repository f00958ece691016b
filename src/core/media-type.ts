/** Media types (RFC 9110 §8.3.1) as far as content negotiation needs them. */

export interface MediaType {
  /** `type/subtype`, lower case. */
  readonly essence: string;
  /** Parameter names in lower case, values as written without quotes. */
  readonly parameters: ReadonlyMap<string, string>;
}

export const STIX_21 = 'application/stix+json;version=2.1';
export const TAXII_21 = 'application/taxii+json;version=2.1';

/** Null when the text is not a media type. */
export function parseMediaType(text: string): MediaType | null {
  const parts = splitOutsideQuotes(text, ';');
  const essence = (parts[0] ?? '').trim().toLowerCase();
  if (!/^[!#$%&'*+.^_`|~0-9a-z-]+\/[!#$%&'*+.^_`|~0-9a-z-]+$/.test(essence)) return null;
  const parameters = new Map<string, string>();
  for (const part of parts.slice(1)) {
    if (part.trim() === '') continue;
    const equals = part.indexOf('=');
    if (equals < 1) return null;
    const name = part.slice(0, equals).trim().toLowerCase();
    const raw = part.slice(equals + 1).trim();
    const quoted = raw.length >= 2 && raw.startsWith('"') && raw.endsWith('"');
    parameters.set(name, quoted ? raw.slice(1, -1).replace(/\\(.)/g, '$1') : raw);
  }
  return { essence, parameters };
}

export function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '\\' && quoted) i++;
    else if (char === '"') quoted = !quoted;
    else if (char === separator && !quoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
