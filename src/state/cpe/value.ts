/** What a string of a well-formed name may be (NISTIR 7695 §5.3.2, §5.3.3). */
import { type CpeIssueCode, excerpt } from './issues.ts';
import { ANY, type Attribute, type CpeValue, NA, plain } from './wfn.ts';

export interface Fault {
  readonly code: CpeIssueCode;
  readonly message: string;
}

const fault = (code: CpeIssueCode, message: string): Fault => ({ code, message });

/** Printable ASCII that is neither letter nor digit nor underscore: it must be quoted. */
const PUNCTUATION = /^[!-/:-@[-^`{-~]$/;

/** Most values: nothing in them can be wrong. */
const USUAL = /^(?:[a-z0-9_]|\\[.-])+$/;

/** Checks a string in the quoting of well-formed names; logical values are always right. */
export function checkValue(attribute: Attribute, value: CpeValue): Fault | null {
  if (value === ANY || value === NA) return null;
  const usual = USUAL.test(value) && attribute !== 'part' && attribute !== 'language';
  if (usual) return null;
  return (
    checkCharacters(value) ??
    checkWildcards(value) ??
    (attribute === 'part' ? checkPart(value) : null) ??
    (attribute === 'language' ? checkLanguage(value) : null)
  );
}

/** "All other printable non-alphanumeric characters SHALL be quoted"; no white space. */
function checkCharacters(value: string): Fault | null {
  if (value === '') return fault('cpe-component-empty', 'A value is empty.');
  for (let at = 0; at < value.length; at++) {
    const character = value[at] as string;
    if (character === '\\') {
      const next = value[++at] ?? '';
      if (next === '_') continue;
      if (!PUNCTUATION.test(next)) {
        return fault('cpe-quoting', `"\\${next}" in "${excerpt(value)}" quotes no punctuation.`);
      }
    } else if (!/^[a-z0-9_*?]$/.test(character)) {
      const what = JSON.stringify(character);
      return fault('cpe-character', `${what} in "${excerpt(value)}" may not stand unquoted.`);
    }
  }
  return null;
}

/** One asterisk, or a run of question marks, at the beginning and at the end. */
function checkWildcards(value: string): Fault | null {
  const body = value.replace(/^(?:\*|\?+)/, '');
  const end = wildcardEnd(body);
  const middle = body.slice(0, end);
  if (middle === '' && !/^\?+$/.test(value)) {
    return fault('cpe-wildcard', `"${excerpt(value)}" has nothing but wildcards.`);
  }
  for (let at = 0; at < middle.length; at++) {
    if (middle[at] === '\\') at++;
    else if (middle[at] === '*' || middle[at] === '?') {
      return fault('cpe-wildcard', `"${excerpt(value)}" has a wildcard inside.`);
    }
  }
  return null;
}

/** Where the wildcards at the end begin: one asterisk or a run of question marks, unquoted. */
function wildcardEnd(body: string): number {
  if (body.endsWith('*')) return isQuoted(body, body.length - 1) ? body.length : body.length - 1;
  let end = body.length;
  while (end > 0 && body[end - 1] === '?' && !isQuoted(body, end - 1)) end--;
  return end;
}

/** An odd number of backslashes before a place quotes it. */
export function isQuoted(value: string, at: number): boolean {
  let slashes = 0;
  while (at - slashes > 0 && value[at - slashes - 1] === '\\') slashes++;
  return slashes % 2 === 1;
}

/** §5.3.3.1: a, o or h. */
function checkPart(value: string): Fault | null {
  return /^[aoh]$/.test(value)
    ? null
    : fault('cpe-part', `"${excerpt(value)}" is no part; the parts are a, o and h.`);
}

/** §5.3.3.7: language and region subtags of RFC 5646; wildcards may stand for some of it. */
function checkLanguage(value: string): Fault | null {
  const text = plain(value);
  const valid = /[*?]/.test(text)
    ? /^[a-z*?]{1,3}(?:-[a-z0-9*?]{1,3})?$/.test(text)
    : /^[a-z]{2,3}(?:-(?:[a-z]{2}|\d{3}))?$/.test(text);
  return valid ? null : fault('cpe-language', `"${excerpt(text)}" is no language tag.`);
}
