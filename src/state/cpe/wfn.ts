/** Well-formed names (NISTIR 7695 §5): eleven attributes, each a logical value or a string. */

/** In the order of the formatted string; the first seven are those of the URI. */
export const ATTRIBUTES = [
  'part',
  'vendor',
  'product',
  'version',
  'update',
  'edition',
  'language',
  'sw_edition',
  'target_sw',
  'target_hw',
  'other',
] as const;

export type Attribute = (typeof ATTRIBUTES)[number];

/**
 * A string in the quoting of well-formed names, in lower case. The logical values are the two texts
 * that no such string can be: a lone asterisk for ANY and an unquoted hyphen for NA.
 */
export type CpeValue = string;

export const ANY: CpeValue = '*';
export const NA: CpeValue = '-';

/** A name; what is not stated is ANY. */
export type Wfn = Readonly<Record<Attribute, CpeValue>>;

/** A name in which everything is ANY, save what is given. */
export function wfn(values: Readonly<Partial<Record<Attribute, CpeValue>>> = {}): Wfn {
  return {
    part: ANY,
    vendor: ANY,
    product: ANY,
    version: ANY,
    update: ANY,
    edition: ANY,
    language: ANY,
    sw_edition: ANY,
    target_sw: ANY,
    target_hw: ANY,
    other: ANY,
    ...values,
  };
}

/** The text of a string without its quoting; of ANY and NA their sign. */
export function plain(value: CpeValue): string {
  return value.includes('\\') ? value.replace(/\\(.)/gs, '$1') : value;
}

/** Quotes a text, so that nothing in it is a wildcard: `8.0*` becomes `8\.0\*`. */
export function quote(text: string): CpeValue {
  return text.toLowerCase().replace(/[^a-z0-9_]/g, '\\$&');
}

/** Whether the string has an unquoted * or ?; ANY is no string. */
export function hasWildcard(value: CpeValue): boolean {
  if (value === ANY || value === NA) return false;
  for (let at = 0; at < value.length; at++) {
    const character = value[at];
    if (character === '\\') at++;
    else if (character === '*' || character === '?') return true;
  }
  return false;
}
