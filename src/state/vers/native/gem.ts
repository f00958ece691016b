/** RubyGems' requirements, Elixir's, and what CocoaPods and Hackage write alike. */

import type { Term } from './interval.ts';
import { allTerms, between, bump, eachAlternative, type Notation, term } from './notation.ts';

const REQUIREMENT = /^(~>|!=|<=|>=|==|<|>|=|)\s*([0-9][^\s,<>=~!]*)$/;

/** Gem::Version#bump: the word of a pre-release and the last number go, the one before grows. */
function pessimistic(version: string): readonly Term[] {
  const release = version.split('-')[0]?.split('.') ?? [];
  const word = release.findIndex((part) => !/^\d+$/.test(part));
  const numbers = word < 0 ? release : release.slice(0, word);
  return between(version, bump(numbers, Math.max(numbers.length - 2, 0)));
}

function readRequirement(text: string): readonly Term[] | string {
  const match = REQUIREMENT.exec(text);
  if (match === null) return `"${text.slice(0, 60)}" is no requirement`;
  const [, operator = '', version = ''] = match;
  if (operator === '~>') return pessimistic(version);
  if (operator === '' || operator === '==') return [term('=', version)];
  return [term(operator as '!=' | '<=' | '>=' | '<' | '>' | '=', version)];
}

/** Gem::Requirement: a comma joins what all must hold. */
export const readGem: Notation = (text) =>
  eachAlternative(text.split('||'), (part) =>
    part === '' || part === '*' ? [] : allTerms(part.split(','), readRequirement),
  );

/** Elixir Version: `and` joins, `or` separates. */
export const readHex: Notation = (text) =>
  eachAlternative(text.split(' or '), (part) =>
    allTerms(part.split(/ and | ?, ?/), readRequirement),
  );
