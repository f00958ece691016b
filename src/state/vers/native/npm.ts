/** node-semver's ranges ("Ranges", "Advanced Range Syntax"), Cargo's requirements and pub's. */

import type { Term } from './interval.ts';
import {
  allTerms,
  between,
  bump,
  eachAlternative,
  NOTHING,
  type Notation,
  term,
} from './notation.ts';

/** A version of which the last numbers may be missing, x or *. */
interface Partial {
  /** What is written: one to three numbers, none for `*`. */
  readonly numbers: readonly string[];
  /** With its hyphen, or empty. */
  readonly pre: string;
}

const PARTIAL =
  /^[vV=\s]*(?:(\d+|[xX*])(?:\.(\d+|[xX*])(?:\.(\d+|[xX*])(?:-?([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?)?)?)?(?:\+[0-9A-Za-z.-]+)?$/;

function readPartial(text: string): Partial | null {
  const match = PARTIAL.exec(text);
  if (match === null) return null;
  const numbers: string[] = [];
  for (const part of match.slice(1, 4)) {
    if (part === undefined || /[xX*]/.test(part)) break;
    numbers.push(part);
  }
  return { numbers, pre: numbers.length === 3 && match[4] !== undefined ? `-${match[4]}` : '' };
}

/** Missing numbers as 0. */
function full({ numbers, pre }: Partial): string {
  return [numbers[0] ?? '0', numbers[1] ?? '0', numbers[2] ?? '0'].join('.') + pre;
}

/** The first version after all that begin like this one: 1.2 → 1.3.0. */
function after(partial: Partial, index = partial.numbers.length - 1): string {
  return full({ numbers: bump(partial.numbers, index).split('.'), pre: '' });
}

/** "X-Ranges": what the missing numbers leave open. */
function xRange(partial: Partial): readonly Term[] {
  if (partial.numbers.length === 0) return [];
  if (partial.numbers.length === 3) return [term('=', full(partial))];
  return between(full(partial), after(partial));
}

/** "Tilde Ranges": the last number that is written may grow, save the first two. */
function tilde(partial: Partial): readonly Term[] {
  if (partial.numbers.length === 0) return [];
  return between(full(partial), after(partial, Math.min(partial.numbers.length - 1, 1)));
}

/** "Caret Ranges": what stands after the leftmost number that is not 0 may grow. */
function caret(partial: Partial): readonly Term[] {
  const { numbers } = partial;
  if (numbers.length === 0) return [];
  const first = numbers.findIndex((number) => !/^0+$/.test(number));
  return between(full(partial), after(partial, first < 0 ? numbers.length - 1 : first));
}

/** Comparators with a partial version compare with all that begin like it. */
function compared(operator: string, partial: Partial): readonly Term[] {
  const { numbers } = partial;
  const whole = numbers.length === 3;
  if (numbers.length === 0) return operator === '<' || operator === '>' ? NOTHING : [];
  if (operator === '>=' || operator === '<') return [term(operator, full(partial))];
  if (operator === '>') return [whole ? term('>', full(partial)) : term('>=', after(partial))];
  return [whole ? term('<=', full(partial)) : term('<', after(partial))];
}

const OPERATOR = /^(~>|~=?|\^|>=|<=|>|<|=|)\s*(.*)$/s;

function readComparator(text: string, bare: 'exact' | 'caret'): readonly Term[] | string {
  const match = OPERATOR.exec(text);
  const operator = match?.[1] ?? '';
  const partial = readPartial(match?.[2] ?? '');
  if (partial === null) return `"${text.slice(0, 60)}" is no comparison`;
  if (operator === '^' || (operator === '' && bare === 'caret' && !/[xX*]/.test(text))) {
    return caret(partial);
  }
  if (operator.startsWith('~')) return tilde(partial);
  if (operator === '' || operator === '=') return xRange(partial);
  return compared(operator, partial);
}

/** "Hyphen Ranges": a partial second version means all that begin like it. */
function readHyphen(text: string): readonly Term[] | string | null {
  const match = /^(\S+) - (\S+)$/.exec(text);
  if (match === null) return null;
  const lower = readPartial(match[1] as string);
  const upper = readPartial(match[2] as string);
  if (lower === null || upper === null) return `"${text.slice(0, 60)}" is no hyphen range`;
  return [...compared('>=', lower), ...compared('<=', upper)];
}

/** Operators may stand apart from their versions: `>= 1.2.3` is one comparator. */
function words(text: string): string[] {
  const joined = text.replace(/([~^<>=]{1,2}) /g, '$1').trim();
  return joined === '' ? [''] : joined.split(' ');
}

export const readNpm: Notation = (text) =>
  eachAlternative(
    text.split('||'),
    (part) =>
      readHyphen(part.trim()) ??
      allTerms(words(part), (comparator) => readComparator(comparator, 'exact')),
  );

/** The Cargo Book: a comma joins, and a version without an operator is a caret requirement. */
export const readCargo: Notation = (text) =>
  eachAlternative([text], (part) =>
    allTerms(part.split(','), (comparator) => readComparator(words(comparator).join(''), 'caret')),
  );

/** Dart, "Package dependencies": any, caret, comparators joined by blanks; a bare version is exact. */
export const readPub: Notation = (text) =>
  eachAlternative([text.trim() === 'any' ? '*' : text], (part) =>
    allTerms(words(part), (comparator) => readComparator(comparator, 'exact')),
  );
