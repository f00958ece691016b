/** The "affected" lines of the security pages of nginx and OpenSSL. */

import type { Term } from './interval.ts';
import { between, bump, eachAlternative, type Notation, term } from './notation.ts';

const NUMBERS = /^\d+(?:\.\d+)+$/;

/** `1.4.1+` ends with its branch where the branch is stable, that is even; `a-b` includes both. */
function readNginxPart(text: string): readonly Term[] | string {
  if (text === 'all') return [];
  const plus = /^(\d+(?:\.\d+)+)\+$/.exec(text);
  if (plus !== null) {
    const version = plus[1] as string;
    const numbers = version.split('.');
    const stable = Number(numbers[1]) % 2 === 0;
    return stable ? between(version, `${bump(numbers, 1)}.0`) : [term('>=', version)];
  }
  const [lower = '', upper, ...more] = text.split('-');
  if (!NUMBERS.test(lower) || more.length > 0) return `"${text.slice(0, 60)}" is no nginx version`;
  if (upper === undefined) return [term('=', lower)];
  return NUMBERS.test(upper)
    ? [term('>=', lower), term('<=', upper)]
    : `"${text.slice(0, 60)}" is no nginx range`;
}

export const readNginx: Notation = (text) =>
  text.trim() === 'none' ? { alternatives: [] } : eachAlternative(text.split(','), readNginxPart);

/** A list of versions. */
export const readOpenssl: Notation = (text) =>
  eachAlternative(text.split(','), (part) =>
    /^[0-9A-Za-z.-]+$/.test(part)
      ? [term('=', part)]
      : `"${part.slice(0, 60)}" is no OpenSSL version`,
  );
