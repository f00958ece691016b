/** Composer's constraints ("Versions and constraints"). */

import type { Term } from './interval.ts';
import { allTerms, between, bump, eachAlternative, type Notation, term } from './notation.ts';

const VERSION =
  /^v?(\d+(?:\.\d+){0,3})(?:\.[xX*])?([-._]?(?:alpha|beta|a|b|rc|patch|pl|p|dev)[.-]?\d*)?$/i;

function readConstraint(text: string): readonly Term[] | string {
  const plain = text.replace(/@(?:stable|RC|beta|alpha|dev)$/i, '');
  if (plain === '' || plain === '*' || /^[xX]$/.test(plain)) return [];
  const match = /^(\^|~|!=|<>|<=|>=|==|<|>|=|)\s*(\S+)$/.exec(plain);
  const operator = match?.[1] ?? '';
  const written = match?.[2] ?? '';
  const version = VERSION.exec(written);
  if (version === null) return `"${text.slice(0, 60)}" is no constraint on a numbered version`;
  const numbers = (version[1] as string).split('.');
  const base = (version[1] as string) + (version[2] ?? '');
  if (/\.[xX*]$/.test(written)) return wildcard(operator, numbers);
  if (operator === '^') return caret(base, numbers);
  if (operator === '~') return between(base, bump(numbers, Math.max(numbers.length - 2, 0)));
  if (operator === '' || operator === '==') return [term('=', base)];
  if (operator === '<>') return [term('!=', base)];
  return [term(operator as '!=' | '<=' | '>=' | '<' | '>' | '=', base)];
}

function wildcard(operator: string, numbers: readonly string[]): readonly Term[] | string {
  const lower = numbers.join('.');
  const upper = bump(numbers, numbers.length - 1);
  return operator === '' || operator === '='
    ? between(lower, upper)
    : `an operator does not go with ${lower}.*`;
}

/** "Caret Version Range": the leftmost number that is not 0 stays. */
function caret(base: string, numbers: readonly string[]): readonly Term[] {
  const first = numbers.findIndex((number) => !/^0+$/.test(number));
  return between(base, bump(numbers, first < 0 ? numbers.length - 1 : first));
}

/** "Hyphenated Version Range": a partial second version means all that begin like it. */
function readHyphen(text: string): readonly Term[] | string | null {
  const match = /^(\S+) - (\S+)$/.exec(text);
  if (match === null) return null;
  const lower = VERSION.exec(match[1] as string);
  const upper = VERSION.exec(match[2] as string);
  if (lower === null || upper === null) return `"${text.slice(0, 60)}" is no hyphen range`;
  const numbers = (upper[1] as string).split('.');
  const first = term('>=', (lower[1] as string) + (lower[2] ?? ''));
  const whole = numbers.length >= 3 || upper[2] !== undefined;
  const last = whole
    ? term('<=', (upper[1] as string) + (upper[2] ?? ''))
    : term('<', bump(numbers, numbers.length - 1));
  return [first, last];
}

/** One or two pipes separate, a comma or a blank joins. */
export const readComposer: Notation = (text) =>
  eachAlternative(
    text.split(/ ?\|{1,2} ?/),
    (part) =>
      readHyphen(part) ??
      allTerms(part.replace(/([\^~<>=!]{1,2}) /g, '$1').split(/ ?, ?| /), readConstraint),
  );
