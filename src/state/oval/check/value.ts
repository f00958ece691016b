/** Whether a text is a value of a datatype (OVAL Common Schema, SimpleDatatypeEnumeration). */
import type { OvalDatatype } from '../words.ts';

const FORMS: Partial<Record<OvalDatatype, RegExp>> = {
  binary: /^(?:[0-9a-fA-F]{2})*$/,
  boolean: /^(?:true|false|1|0)$/,
  // XML Schema 1.0 part 2, §3.2.4 and §3.3.13.
  float: /^(?:[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|NaN|INF|-INF)$/,
  int: /^[+-]?[0-9]+$/,
  evr_string: /^[^:-]*:[^:-]*-[^:-]*$/,
  debian_evr_string: /^(?:[0-9]+:)?[A-Za-z0-9.+~:-]+$/,
  version: /^[0-9]+(?:[^0-9][0-9]+)*$/,
  ipv4_address: /^[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:\/[0-9.]{1,15})?$/,
  ipv6_address: /^[0-9A-Fa-f:.]{2,45}(?:\/[0-9]{1,3})?$/,
};

/** Longest text that is looked at; a longer one is a string and nothing else. */
const VALUE_CHARS = 4_096;

/** White space around a number or word is not part of it, as in XML Schema. */
export function hasForm(value: string, datatype: OvalDatatype): boolean {
  const form = FORMS[datatype];
  if (form === undefined) return true;
  const text = value.trim();
  if (datatype === 'int' || datatype === 'binary') return form.test(text);
  return text.length <= VALUE_CHARS && form.test(text);
}
