/** Composer: versions are normalised and then compared as PHP's version_compare does. */
import { compareNumerals, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

type Part = Numeral | string;

const CLASSIC =
  /^v?(\d{1,5})(?:\.(\d+))?(?:\.(\d+))?(?:\.(\d+))?(?:[._-]?(stable|beta|b|rc|alpha|a|patch|pl|p)((?:[.-]?\d+)*))?([.-]?dev)?$/;
const DATED =
  /^v?(\d{4}(?:[.:-]?\d{2}){1,6}(?:[.:-]?\d{1,3}){0,2})(?:[._-]?(stable|beta|b|rc|alpha|a|patch|pl|p)((?:[.-]?\d+)*))?([.-]?dev)?$/;

const STABILITIES: Readonly<Record<string, string>> = {
  a: 'alpha',
  b: 'beta',
  p: 'patch',
  pl: 'patch',
};

/** Null for branches (dev-main, 1.x-dev), which have no order. */
function parseComposer(text: string): readonly Part[] | null {
  const trimmed = text.trim().toLowerCase();
  // Build metadata and the flag of a stability (1.0@beta) are no part of the version.
  const plain = trimmed.replace(/@(?:stable|rc|beta|alpha|dev)$/, '').replace(/\+\S*$/, '');
  const classic = CLASSIC.exec(plain);
  if (classic !== null) {
    const [, a = '0', b = '0', c = '0', d = '0', word, number, dev] = classic;
    return [...[a, b, c, d].map(numeral), ...suffix(word, number, dev)];
  }
  const dated = DATED.exec(plain);
  if (dated === null) return null;
  const [, date = '', word, number, dev] = dated;
  return [...(date.match(/\d+/g) ?? []).map(numeral), ...suffix(word, number, dev)];
}

function suffix(word: string | undefined, number: string | undefined, dev: string | undefined) {
  const parts: Part[] = [];
  if (word !== undefined && word !== 'stable') {
    parts.push(STABILITIES[word] ?? word, ...((number ?? '').match(/\d+/g) ?? []).map(numeral));
  }
  if (dev !== undefined) parts.push('dev');
  return parts;
}

/** PHP manual, version_compare: dev < alpha < beta < rc < any number < patch. */
const FORMS: Readonly<Record<string, number>> = { dev: 0, alpha: 1, beta: 2, rc: 3, patch: 5 };
const NUMBER_FORM = 4;

function form(part: Part): number {
  return typeof part === 'string' ? (FORMS[part] as number) : NUMBER_FORM;
}

function compareComposer(a: readonly Part[], b: readonly Part[]): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const order = compareParts(a[index] as Part, b[index] as Part);
    if (order !== 0) return order;
  }
  if (a.length === b.length) return 0;
  return a.length > b.length ? goesOn(a[shared] as Part) : -goesOn(b[shared] as Part);
}

function compareParts(a: Part, b: Part): number {
  if (typeof a !== 'string' && typeof b !== 'string') return compareNumerals(a, b);
  return form(a) - form(b);
}

/** A version that goes on with a number or a patch is later, with anything else earlier. */
function goesOn(part: Part): number {
  return form(part) < NUMBER_FORM ? -1 : 1;
}

export const COMPOSER: VersionScheme = defineScheme<readonly Part[]>({
  name: 'composer',
  clause: 'Composer, "Versions and constraints"; PHP manual, version_compare',
  parse: parseComposer,
  compare: compareComposer,
});
