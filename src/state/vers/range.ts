/** A version range as VERS writes it. */

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export interface Constraint {
  readonly comparator: Comparator;
  /** Percent-decoded. */
  readonly version: string;
}

export interface VersRange {
  /** Lower case, e.g. `npm`. */
  readonly type: string;
  /** `*` stands for every version; with the type `none` for no version. */
  readonly constraints: '*' | readonly Constraint[];
}

const RESERVED = /[<>=!*|% ]/g;

/** VERS §5.3.3.2: the characters that would be read as something else. */
export function encodeVersion(version: string): string {
  return version
    .replace(RESERVED, (character) => `%${hex(character.charCodeAt(0))}`)
    .replace(/[^\u0021-\u007e]+/gu, encodeText);
}

/** Half of a surrogate pair has no UTF-8 form; U+FFFD stands for it. */
function encodeText(text: string): string {
  let encoded = '';
  for (const byte of new TextEncoder().encode(text)) encoded += `%${hex(byte)}`;
  return encoded;
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

/** The range as text, its constraints in the order in which they stand. */
export function formatVers(range: VersRange): string {
  const { type, constraints } = range;
  if (constraints === '*') return `vers:${type}/*`;
  const segments = constraints.map(
    ({ comparator, version }) => (comparator === '=' ? '' : comparator) + encodeVersion(version),
  );
  return `vers:${type}/${segments.join('|')}`;
}
