/** Cabal's version ranges without parentheses. */

import type { Term } from './interval.ts';
import { allTerms, between, bump, eachAlternative, type Notation, term } from './notation.ts';

const CONSTRAINT = /^(\^>=|==|>=|<=|<|>)\s*(\d+(?:\.\d+)*)(\.\*)?$/;

/** Package Versioning Policy: the first two numbers are the major version. */
function readConstraint(text: string): readonly Term[] | string {
  if (text === '-any' || text === '*' || text === '') return [];
  const match = CONSTRAINT.exec(text);
  if (match === null) return `"${text.slice(0, 60)}" is no constraint`;
  const [, operator, version = '', wildcard] = match;
  const numbers = version.split('.');
  if (wildcard !== undefined) {
    return operator === '=='
      ? between(version, bump(numbers, numbers.length - 1))
      : '.* follows ==';
  }
  if (operator === '^>=') {
    return between(version, bump(numbers.length < 2 ? [...numbers, '0'] : numbers, 1));
  }
  return [term(operator === '==' ? '=' : (operator as '>=' | '<=' | '<' | '>'), version)];
}

export const readHackage: Notation = (text) =>
  eachAlternative(text.split('||'), (part) => allTerms(part.split('&&'), readConstraint));
