/** Agreement with the corpus stix-patterns. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors } from '../src/core/issue.ts';
import {
  checkPattern,
  inspect,
  type PatternVersion,
  parsePattern,
} from '../src/event/pattern/index.ts';
import { matchPattern } from '../src/event/pattern/match/index.ts';
import { type CaseList, compare } from './agreement.ts';

interface SyntaxCase {
  readonly id: string;
  readonly pattern: string;
  readonly expected: string;
}

interface InspectionCase {
  readonly id: string;
  readonly pattern: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

interface MatchingCase {
  readonly id: string;
  readonly pattern: string;
  readonly observed: string;
  readonly expected: string;
}

export function patternAgreement(corpora: string): CaseList[] {
  const versions: readonly PatternVersion[] = ['2.1', '2.0'];
  return [
    ...versions.map((version) => syntax(corpora, version)),
    ...versions.map((version) => inspection(corpora, version)),
    matching(corpora),
  ];
}

const VERDICTS = new Map<boolean | null, string>([
  [true, 'match'],
  [false, 'nomatch'],
  [null, 'error'],
]);

function matching(corpora: string): CaseList {
  const folder = join(corpora, 'stix-patterns', 'observations.json');
  const observations = existsSync(folder)
    ? (JSON.parse(readFileSync(folder, 'utf8')) as Record<string, unknown[]>)
    : {};
  return compare<MatchingCase>(
    corpora,
    'stix-patterns/matching.json',
    ({ expected }) => expected,
    ({ pattern, observed }) => {
      const { matched } = matchPattern(pattern, observations[observed] ?? []);
      return VERDICTS.get(matched) ?? '';
    },
  );
}

function syntax(corpora: string, version: PatternVersion): CaseList {
  return compare<SyntaxCase>(
    corpora,
    `stix-patterns/syntax-${version}.json`,
    ({ expected }) => expected,
    ({ pattern }) => (hasErrors(checkPattern(pattern, { version })) ? 'invalid' : 'valid'),
  );
}

function inspection(corpora: string, version: PatternVersion): CaseList {
  return compare<InspectionCase>(
    corpora,
    `stix-patterns/inspection-${version}.json`,
    ({ expected }) => JSON.stringify(expected),
    ({ pattern, expected }) => JSON.stringify(inspected(pattern, version, Object.keys(expected))),
  );
}

/** The facts that a case asks for, in its words. */
function inspected(pattern: string, version: PatternVersion, asked: readonly string[]): unknown {
  const parsed = parsePattern(pattern, { version });
  if (!parsed.ok) return 'invalid';
  const { comparisons, operators, qualifiers } = inspect(parsed.value);
  const byType = [...comparisons].map(([type, list]) => [
    type,
    list.map(({ path, operator, value }) => [path, operator, value]),
  ]);
  const facts: Readonly<Record<string, unknown>> = {
    comparisons: Object.fromEntries(byType),
    observation_ops: operators,
    qualifiers,
  };
  return Object.fromEntries(asked.map((name) => [name, facts[name]]));
}
