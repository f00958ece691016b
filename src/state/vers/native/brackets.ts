/** Intervals in brackets: Maven's and NuGet's version ranges. */

import type { Term } from './interval.ts';
import { between, bump, eachAlternative, type Notation, term } from './notation.ts';

const INTERVAL = /^([[(])\s*([^,[\]()\s]*)\s*(?:(,)\s*([^,[\]()\s]*)\s*)?([\])])$/;

/** `[1.0,2.0)` and the like; a lone version only stands between square brackets. */
function readInterval(text: string): readonly Term[] | string {
  const match = INTERVAL.exec(text);
  if (match === null) return `"${text.slice(0, 60)}" is no interval`;
  const [, open, lower = '', comma, upper = '', close] = match;
  if (comma === undefined) {
    return open === '[' && close === ']' && lower !== ''
      ? [term('=', lower)]
      : `"${text.slice(0, 60)}" contains no version`;
  }
  const terms: Term[] = [];
  if (lower !== '') terms.push(term(open === '[' ? '>=' : '>', lower));
  if (upper !== '') terms.push(term(close === ']' ? '<=' : '<', upper));
  return terms;
}

/** Sets are joined by commas between a closing and an opening bracket. */
function intervals(text: string): string[] {
  return text.split(/(?<=[\])]) ?, ?(?=[[(])/);
}

/** POM Reference, "Dependency Version Requirement Specification". */
export const readMaven: Notation = (text) => {
  const plain = text.trim();
  if (/^[[(]/.test(plain)) return eachAlternative(intervals(plain), readInterval);
  if (!/^[^\s,[\]()<>=]+$/.test(plain)) return { fault: `"${plain.slice(0, 60)}" is no interval` };
  return {
    alternatives: [[term('=', plain)]],
    remarks: ['a version without brackets is a wish that Maven may override'],
  };
};

/** NuGet, "Version ranges": a version without brackets is the lowest that is accepted. */
export const readNuget: Notation = (text) => {
  const plain = text.trim();
  if (/^[[(]/.test(plain)) return eachAlternative(intervals(plain), readInterval);
  if (plain === '*') return { alternatives: [[]] };
  const floating = /^(\d+(?:\.\d+)*)\.\*$/.exec(plain);
  if (floating !== null) {
    const numbers = (floating[1] as string).split('.');
    return { alternatives: [between(numbers.join('.'), bump(numbers, numbers.length - 1))] };
  }
  if (!/^[0-9A-Za-z.+-]+$/.test(plain)) return { fault: `"${plain.slice(0, 60)}" is no interval` };
  return { alternatives: [[term('>=', plain)]] };
};
