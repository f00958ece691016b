/** Version specifiers of PEP 440. */
import { pypiRelease } from '../schemes/pypi.ts';
import type { Term } from './interval.ts';
import { allTerms, between, bump, type Notation, term } from './notation.ts';

const SPECIFIER = /^(~=|===|==|!=|<=|>=|<|>)\s*(\S+)$/;

/** `!=1.1.*` leaves two ranges; so many of them in one specifier set are read. */
const MOST_PREFIX_EXCLUSIONS = 8;

/** A comma joins what all must hold; parentheses around the whole are of older metadata. */
export const readPypi: Notation = (text) => {
  const plain = text
    .trim()
    .replace(/^\((.*)\)$/s, '$1')
    .trim();
  if (plain === '' || plain === '*') return { alternatives: [[]] };
  const parts = plain.split(',').map((part) => part.trim());
  const excluded = parts.filter((part) => /^!=\s*\S+\.\*$/.test(part));
  if (excluded.length > MOST_PREFIX_EXCLUSIONS) {
    return { fault: `more than ${MOST_PREFIX_EXCLUSIONS} prefixes are excluded` };
  }
  const common = allTerms(
    parts.filter((part) => part !== '' && !excluded.includes(part)),
    readSpecifier,
  );
  if (typeof common === 'string') return { fault: common };
  let alternatives: (readonly Term[])[] = [common];
  for (const part of excluded) {
    const sides = readExclusion(part);
    if (typeof sides === 'string') return { fault: sides };
    alternatives = alternatives.flatMap((terms) => sides.map((side) => [...terms, side]));
  }
  return { alternatives };
};

/** Below the prefix, or above it. */
function readExclusion(part: string): readonly Term[] | string {
  const terms = readPrefix('==', part.replace(/^!=\s*/, '').slice(0, -2));
  if (typeof terms === 'string') return terms;
  return terms.map(({ comparator, version }) => term(comparator === '<' ? '>=' : '<', version));
}

function readSpecifier(text: string): readonly Term[] | string {
  const match = SPECIFIER.exec(text);
  if (match === null) return `"${text.slice(0, 60)}" is no version specifier`;
  const [, operator, version = ''] = match;
  if (version.endsWith('.*')) return readPrefix(operator as string, version.slice(0, -2));
  switch (operator) {
    case '~=':
      return readCompatible(version);
    case '===':
    case '==':
      return [term('=', version)];
    default:
      return [term(operator as '!=' | '<=' | '>=' | '<' | '>', version)];
  }
}

/** "Compatible release": at least the version, and all but its last number as they are. */
function readCompatible(version: string): readonly Term[] | string {
  const read = pypiRelease(version);
  if (read === null) return `"${version.slice(0, 60)}" is no version`;
  if (read.release.length < 2) return `~=${version.slice(0, 60)} needs two numbers at least`;
  const numbers = read.release.map(String);
  const upper = bump(numbers, numbers.length - 2);
  return between(version, epochPrefix(read.epoch) + upper);
}

/** "Version matching" of a prefix: its development and pre-releases match too. */
function readPrefix(operator: string, prefix: string): readonly Term[] | string {
  const read = pypiRelease(prefix);
  if (read === null || !/^v?(?:\d+!)?\d+(?:\.\d+)*$/i.test(prefix)) {
    return `"${prefix.slice(0, 60)}.*" is no prefix`;
  }
  const numbers = read.release.map(String);
  const epoch = epochPrefix(read.epoch);
  const lower = `${epoch}${numbers.join('.')}.dev0`;
  const upper = `${epoch}${bump(numbers, numbers.length - 1)}.dev0`;
  return operator === '==' ? between(lower, upper) : '.* follows == and != only';
}

function epochPrefix(epoch: number | bigint): string {
  return epoch === 0 ? '' : `${epoch}!`;
}
