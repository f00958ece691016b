/** Conan 2's version ranges. */

import type { Term } from './interval.ts';
import { allTerms, between, bump, eachAlternative, type Notation, term } from './notation.ts';

/** An upper bound with an empty pre-release, which comes before every version it begins: `<2-`. */
const before = (version: string) => `${version}-`;

/** Conan reference, "Version ranges": tilde keeps the first two numbers, caret the first not 0. */
function readCondition(text: string): readonly Term[] | string {
  if (text === '' || text === '*' || text === '*-') return [term('>=', '0.0.0')];
  const match = /^(~|\^|>=|<=|>|<|=|)(\S+)$/.exec(text);
  if (match === null) return `"${text.slice(0, 60)}" is no condition`;
  // A hyphen at the end asks for pre-releases; it is no part of the version.
  const version = (match[2] as string).replace(/-$/, '');
  const operator = match[1] as string;
  if (operator === '~' || operator === '^') return growing(operator, version);
  if (/[~^<>=*]/.test(version)) return `"${text.slice(0, 60)}" is no condition`;
  return [term(operator === '' ? '=' : (operator as '>=' | '<=' | '>' | '<' | '='), version)];
}

function growing(operator: '~' | '^', version: string): readonly Term[] | string {
  const numbers = (version.split(/[-+]/)[0] as string).split('.');
  if (!numbers.every((number) => /^\d+$/.test(number))) {
    return `"${version.slice(0, 60)}" has a word where a number must grow`;
  }
  const first = numbers.findIndex((number) => !/^0+$/.test(number));
  const index =
    operator === '~' ? Math.min(numbers.length - 1, 1) : first < 0 ? numbers.length - 1 : first;
  return between(version, before(bump(numbers, index)));
}

export const readConan: Notation = (text) => {
  const [conditions = '', ...options] = text
    .trim()
    .replace(/^\[(.*)\]$/s, '$1')
    .split(',');
  if (conditions.trim() === '') return { alternatives: [[]] };
  const known = options.every((option) =>
    /^\s*(?:include|loose)_?\w*\s*(?:=\s*\w+)?\s*$/.test(option),
  );
  if (!known) return { fault: 'a comma is followed by options only' };
  return eachAlternative(conditions.split('||'), (part) =>
    allTerms(part.replace(/([~^<>=]{1,2}) /g, '$1').split(' '), readCondition),
  );
};
