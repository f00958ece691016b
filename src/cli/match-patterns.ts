/** `cybex match`: which patterns match which observations. No network, nothing stored. */
import {
  compilePattern,
  type MatchBinding,
  type MatchIssue,
  type MatchProfile,
  type ObservedSet,
  observationsApart,
  readObserved,
} from '../event/pattern/match/index.ts';
import type { Context } from './context.ts';
import { FindingWriter } from './finding.ts';
import { type GivenPattern, readObservations, readPatterns } from './match-input.ts';
import { matchWords } from './match-words.ts';
import { type ExitCode, localTime, table } from './print.ts';

/** Bindings of one way to satisfy a pattern, with the file of each. */
interface Hit {
  readonly given: GivenPattern;
  readonly bindings: readonly (MatchBinding & { readonly file: string; readonly first: string })[];
}

interface Answer {
  readonly matched: boolean | null;
  readonly bindings: readonly (readonly MatchBinding[])[];
  readonly issues: readonly MatchIssue[];
}

export async function runMatch(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  [word = '', ...paths]: readonly string[],
): Promise<ExitCode> {
  const words = matchWords();
  const profile: MatchProfile = options.profile === 'intel' ? 'intel' : 'strict';
  const { patterns, skipped } = await readPatterns(word);
  const { observed, files } = await readObservations(paths);
  const set = readObserved(observed);
  const findings = await FindingWriter.open();
  for (const { id, reason } of skipped) context.print.note(`${id} ${words.skipped[reason]}`);
  for (const issue of set.findings.issues) {
    const file = files[Number(issue.path.split('/')[1])] ?? paths.join(', ');
    context.print.note(findings.text(file, null, issue));
  }
  const hits: Hit[] = [];
  let unknown = 0;
  for (const given of patterns) {
    const { matched, bindings, issues } = answerOf(given, set, profile);
    const label = given.id ?? given.pattern;
    for (const issue of issues) context.print.note(findings.text(label, null, issue));
    if (matched === null) unknown++;
    for (const way of bindings) hits.push({ given, bindings: placed(way, set, files) });
    if (context.print.json) printPattern(context, given, matched, hits, issues);
  }
  if (!context.print.json && hits.length > 0) {
    context.print.data(null, () => table(words.headings, hits.flatMap(rowsOf)));
  }
  context.print.note(words.counted(hits.length, patterns.length, set.items.length, unknown));
  return exitCode(hits.length, unknown, options.exitZero === true);
}

/** 1 where something matched; 3 where that is all that could not be told. */
function exitCode(hits: number, unknown: number, exitZero: boolean): ExitCode {
  if (hits > 0) return exitZero ? 0 : 1;
  return unknown > 0 ? 3 : 0;
}

/** Where one observation is enough every observation is asked, else all of them together. */
function answerOf(given: GivenPattern, set: ObservedSet, profile: MatchProfile): Answer {
  const matcher = compilePattern(given.pattern, { version: given.version, profile });
  if (!matcher.ok || !matcher.single) {
    const { matched, bindings, issues } = matcher.match(set);
    const own = issues.filter((issue) => !set.findings.issues.includes(issue));
    return { matched, bindings: matched === true ? [bindings] : [], issues: own };
  }
  const found: (readonly MatchBinding[])[] = [];
  const issues = new Map<string, MatchIssue>();
  const keep = (issue: MatchIssue) =>
    issues.set(`${issue.code} ${issue.path} ${issue.message}`, issue);
  for (const issue of matcher.issues) keep(issue);
  let unknown = set.incomplete;
  for (const item of observationsApart(set)) {
    const one = matcher.match(item);
    if (one.matched === true) found.push(one.bindings);
    if (one.matched !== null) continue;
    unknown = true;
    for (const issue of one.issues) keep(issue);
  }
  const matched = found.length > 0 ? true : unknown ? null : false;
  return { matched, bindings: found, issues: [...issues.values()] };
}

function placed(
  bindings: readonly MatchBinding[],
  set: ObservedSet,
  files: readonly string[],
): Hit['bindings'] {
  return bindings.map((binding) => {
    const item = set.items.find(({ index, id }) => index === binding.observed && id === binding.id);
    return { ...binding, file: files[binding.observed] ?? '', first: item?.first ?? '' };
  });
}

function printPattern(
  context: Context,
  given: GivenPattern,
  matched: boolean | null,
  hits: readonly Hit[],
  issues: readonly MatchIssue[],
): void {
  const own = hits.filter((hit) => hit.given === given).map(({ bindings }) => bindings);
  context.print.data({ ...given, matched, hits: own, issues }, () => '');
}

function rowsOf({ given, bindings }: Hit): string[][] {
  return bindings.map(({ file, id, object, first, count, profile }, i) => [
    i === 0 ? (given.name ?? given.id ?? given.pattern) : '',
    id ?? file,
    object,
    localTime(first),
    String(count),
    profile ?? 'strict',
  ]);
}
