/**
 * The patterns of the JSON schemas. Those that could back-track on long input are written as
 * functions; the others are linear, because each alternative begins with another character.
 */

/** Document category, CWE name: no white space, hyphen, underscore or full stop at either end. */
export function isTrimmedName(text: string): boolean {
  return (
    text !== '' &&
    !EDGE.test(text[0] as string) &&
    !EDGE.test(text.at(-1) as string) &&
    isLine(text)
  );
}

/** Tracking id: no white space at either end. */
export function isTrimmed(text: string): boolean {
  return (
    text !== '' &&
    !/\s/.test(text[0] as string) &&
    !/\s/.test(text.at(-1) as string) &&
    isLine(text)
  );
}

const EDGE = /[\s\-_.]/;

/** No line terminator but at the ends, as the full stop of a pattern understands it. */
function isLine(text: string): boolean {
  return !/[\n\r\u2028\u2029]/.test(text.slice(1, -1));
}

const INTEGER_VERSION = /^(?:0|[1-9][0-9]*)$/;
const RELEASE = /^(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)/;
const PRERELEASE_PART = /^(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)$/;
const BUILD_PART = /^[0-9a-zA-Z-]+$/;

export function isIntegerVersion(text: string): boolean {
  return INTEGER_VERSION.test(text);
}

/** Semantic Versioning 2.0.0. */
export function isSemanticVersion(text: string): boolean {
  const release = RELEASE.exec(text)?.[0];
  if (release === undefined) return false;
  const rest = text.slice(release.length);
  const plus = rest.indexOf('+');
  const before = plus < 0 ? rest : rest.slice(0, plus);
  if (plus >= 0 && !everyPart(rest.slice(plus + 1), BUILD_PART)) return false;
  if (before === '') return true;
  return before.startsWith('-') && everyPart(before.slice(1), PRERELEASE_PART);
}

function everyPart(text: string, form: RegExp): boolean {
  return text.split('.').every((part) => form.test(part));
}

export function isVersion(text: string): boolean {
  return isIntegerVersion(text) || isSemanticVersion(text);
}

const CVE = /^CVE-[0-9]{4}-[0-9]{4,}$/;
const CWE = /^CWE-[1-9][0-9]{0,5}$/;
const CWE_VERSION = /^[1-9][0-9]*\.(?:[0-9]|[1-9][0-9]+)(?:\.[0-9]+)?$/;
const HASH_20 = /^[0-9a-fA-F]{32,}$/;
const HASH_21 = /^[0-9a-f]{32,}$/;
const ALGORITHM = /^[0-9a-z][0-9a-z-]*$/;
const PURL_20 = /^pkg:[A-Za-z.\-+][A-Za-z0-9.\-+]*\/./;
const PURL_21 = /^pkg:[a-z][a-z0-9.-]*\/./;
const PROBABILITY = /^(?:0\.[0-9]+|1\.0+)$/;
const SHARING_GROUP =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|0{8}-(?:0{4}-){3}0{12}|f{8}-(?:f{4}-){3}f{12})$/;

export const isCve = (text: string) => CVE.test(text);
export const isCwe = (text: string) => CWE.test(text);
export const isCweVersion = (text: string) => CWE_VERSION.test(text);
export const isHash20 = (text: string) => HASH_20.test(text);
export const isHash21 = (text: string) => HASH_21.test(text);
export const isAlgorithm = (text: string) => ALGORITHM.test(text);
export const isPurl20 = (text: string) => PURL_20.test(text);
export const isPurl21 = (text: string) => PURL_21.test(text);
export const isProbability = (text: string) => PROBABILITY.test(text);
export const isSharingGroup = (text: string) => SHARING_GROUP.test(text);

/** RFC 5646 §2.1 as the schema narrows it; subtags are checked one by one. */
export function isLanguageTag(text: string): boolean {
  if (/^i-(?:default|mingo)$/i.test(text)) return true;
  if (text.length > 255) return false;
  return LANGUAGE.test(text);
}

const LANGUAGE =
  /^(?:(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}(?:-[A-Za-z]{3}){0,2})?|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[A-WY-Za-wy-z0-9](?:-[A-Za-z0-9]{2,8})+)*(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?|[Xx](?:-[A-Za-z0-9]{1,8})+)$/;

const CPE_ATTRIBUTE =
  /^(?:[*-]|(?:\?+|\*)?(?:[a-zA-Z0-9\-._]|\\[\\*?!"#$%&'()+,/:;<=>@[\]^`{|}~])+(?:\?+|\*)?)$/;
const CPE_LANGUAGE = /^(?:[*-]|[a-zA-Z]{2,3}(?:-(?:[a-zA-Z]{2}|[0-9]{3}))?)$/;
const CPE_URI = /^[cC][pP][eE]:\/[AHOaho]?(?::[A-Za-z0-9._\-~%]*){0,6}$/;

/** Names without escapes and wildcards within, which nearly all are: one pass, no parts. */
const PLAIN_CPE =
  /^cpe:2\.3:[aho*-](?::(?:\*|[a-zA-Z0-9\-._]+)){5}:(?:[*-]|[a-zA-Z]{2,3})(?::(?:\*|[a-zA-Z0-9\-._]+)){4}$/;

/** CPE 2.2 URI or 2.3 formatted string, as the pattern of the schema has them. */
export function isCpe(text: string): boolean {
  if (PLAIN_CPE.test(text)) return true;
  if (!text.startsWith('cpe:2.3:')) return CPE_URI.test(text);
  const parts = splitCpe(text.slice('cpe:2.3:'.length));
  return (
    parts.length === 11 &&
    /^[aho*-]$/.test(parts[0] as string) &&
    parts.every((part, i) => i === 0 || (i === 6 ? CPE_LANGUAGE : CPE_ATTRIBUTE).test(part))
  );
}

/** Cuts at colons that no backslash escapes. */
export function splitCpe(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === ':') {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
