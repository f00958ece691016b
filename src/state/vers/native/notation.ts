/** What a notation gives: alternatives, each a list of terms that all must hold. */
import type { Comparator } from '../range.ts';
import type { Term } from './interval.ts';

/** Alternatives of terms; an alternative without terms is every version. */
export type Alternatives = readonly (readonly Term[])[];

export interface NotationResult {
  readonly alternatives: Alternatives;
  /** What the range says and VERS cannot. */
  readonly remarks?: readonly string[];
}

/** Either the meaning or a sentence on what could not be read. */
export type Reading = NotationResult | { readonly fault: string };

export type Notation = (text: string) => Reading;

export const term = (comparator: Comparator, version: string): Term => ({ comparator, version });

/** From the first version up to, and without, the second. */
export function between(lower: string, upper: string): Term[] {
  return [term('>=', lower), term('<', upper)];
}

/** Satisfied by no version of any scheme of numbers. */
export const NOTHING: readonly Term[] = [term('<', '0'), term('>', '0')];

/** `1.2.3` with its number at `index` one higher and the later ones dropped: bump('1.2.3', 1) = `1.3`. */
export function bump(numbers: readonly string[], index: number): string {
  const next = BigInt(numbers[index] ?? '0') + 1n;
  return [...numbers.slice(0, index), String(next)].join('.');
}

/**
 * Reads one alternative after the other; the first that cannot be read is the answer. `read` gives
 * the terms of one, or a sentence.
 */
export function eachAlternative(
  parts: readonly string[],
  read: (part: string) => readonly Term[] | string,
  remarks: readonly string[] = [],
): Reading {
  const alternatives: (readonly Term[])[] = [];
  for (const part of parts) {
    const terms = read(part.trim());
    if (typeof terms === 'string') return { fault: terms };
    alternatives.push(terms);
  }
  return { alternatives, remarks };
}

/** Terms of the parts of one alternative, all of which must hold. */
export function allTerms(
  parts: readonly string[],
  read: (part: string) => readonly Term[] | string,
): Term[] | string {
  const terms: Term[] = [];
  for (const part of parts) {
    const found = read(part.trim());
    if (typeof found === 'string') return found;
    terms.push(...found);
  }
  return terms;
}
