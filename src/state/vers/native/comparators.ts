/** Notations that are comparators and versions: advisories, Debian, RPM, Alpine, Arch, CRAN. */
import type { Comparator } from '../range.ts';
import type { Term } from './interval.ts';
import { allTerms, eachAlternative, type Notation, term } from './notation.ts';

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  '': '=',
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<<': '<',
  '<=': '<=',
  '>': '>',
  '>>': '>',
  '>=': '>=',
};

/** Some databases put versions into quotation marks. */
const TERM = /^([<>=!]*)\s*(["']?)([^\s<>=!,|()"']+)\2$/;

function readTerm(part: string): readonly Term[] | string {
  if (part === '' || part === '*') return [];
  const match = TERM.exec(part.replace(/^\((.*)\)$/, '$1').trim());
  const comparator = match === null ? undefined : COMPARATORS[match[1] as string];
  if (match === null || comparator === undefined) return `"${part.slice(0, 60)}" is no comparison`;
  return [term(comparator, match[3] as string)];
}

/**
 * GitHub's advisories and their kin: `>= 1.0, < 1.4 || = 2.0`. A comma joins what all must hold,
 * two pipes what is enough; between two comparisons a blank is enough too.
 */
export const readComparators: Notation = (text) =>
  eachAlternative(text.split('||'), (alternative) =>
    allTerms(alternative.replace(/([^\s<>=!,|(]) (?=[<>=!])/g, '$1,').split(','), readTerm),
  );

/** Debian Policy §7.1: `(>= 1.0), (<< 2.0) | (= 3.0)`; << and >> are strict, < and > the old forms. */
export const readDebian: Notation = (text) => {
  const old = /(?:^|[(\s,|])[<>](?![<>=])/.test(text);
  return eachAlternative(
    text.split(/\|{1,2}/),
    (alternative) => allTerms(alternative.split(','), readTerm),
    old ? ['a lone < or > means "or equal" in old control files; it is read as strict'] : [],
  );
};
