/** Version specifiers of PEP 440. */
import { pypiRelease } from '../schemes/pypi.ts';
import type { Term } from './interval.ts';
import { allTerms, between, bump, eachAlternative, type Notation, term } from './notation.ts';

const SPECIFIER = /^(~=|===|==|!=|<=|>=|<|>)\s*(\S+)$/;

/** A comma joins what all must hold; parentheses around the whole are of older metadata. */
export const readPypi: Notation = (text) => {
  const plain = text.trim().replace(/^\((.*)\)$/s, '$1');
  const parts = plain.split(',').filter((part) => part.trim() !== '');
  return eachAlternative([parts.join(',')], (all) =>
    all === '' || all === '*' ? [] : allTerms(all.split(','), readSpecifier),
  );
};

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
  if (operator === '==') return between(lower, upper);
  return operator === '!='
    ? `"!=${prefix.slice(0, 60)}.*" is written as two ranges: <${lower} and >=${upper}`
    : `.* follows == and != only`;
}

function epochPrefix(epoch: number | bigint): string {
  return epoch === 0 ? '' : `${epoch}!`;
}
