/** Events of OSV ranges (OSV schema, "affected[].ranges[].events fields"). */
import type { VersionKey, VersionScheme } from '../scheme.ts';
import type { Term } from './interval.ts';
import { type Alternatives, term } from './notation.ts';

export interface OsvEvent {
  readonly introduced?: string;
  readonly fixed?: string;
  readonly last_affected?: string;
  readonly limit?: string;
}

type Kind = 'introduced' | 'fixed' | 'last_affected' | 'limit';

interface Step {
  readonly kind: Kind;
  readonly version: string;
  /** Null for `introduced: "0"`, which is before every version. */
  readonly key: VersionKey | null;
}

const KINDS: readonly Kind[] = ['fixed', 'introduced', 'last_affected', 'limit'];

/** The intervals as terms; a text is the version that could not be read. */
export function osvAlternatives(
  scheme: VersionScheme,
  events: readonly OsvEvent[],
): Alternatives | string {
  const steps: Step[] = [];
  const limits: Step[] = [];
  for (const event of events) {
    for (const kind of KINDS) {
      const version = event[kind];
      if (typeof version !== 'string') continue;
      if (kind === 'limit' && version === '*') continue;
      const first = kind === 'introduced' && version === '0';
      const key = first ? null : scheme.parse(version);
      if (key === null && !first) return version;
      (kind === 'limit' ? limits : steps).push({ kind, version, key });
    }
  }
  const unlimited = events.some(({ limit }) => limit === '*') || limits.length === 0;
  const intervals = openAndClose(scheme, inOrder(scheme, steps));
  if (unlimited) return intervals;
  const last = limits.reduce((a, b) => (compareSteps(scheme, a, b) < 0 ? b : a));
  return intervals.map((terms) => [...terms, term('<', last.version)]);
}

function compareSteps(scheme: VersionScheme, a: Step, b: Step): number {
  if (a.key === null || b.key === null) return (a.key === null ? 0 : 1) - (b.key === null ? 0 : 1);
  return scheme.compare(a.key, b.key);
}

function inOrder(scheme: VersionScheme, steps: readonly Step[]): Step[] {
  return [...steps].sort(
    (a, b) => compareSteps(scheme, a, b) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
  );
}

/** What is introduced and never closed stays open: an omitted fix does not make anything clean. */
function openAndClose(scheme: VersionScheme, steps: readonly Step[]): (readonly Term[])[] {
  const intervals: (readonly Term[])[] = [];
  let open: Step | null = null;
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'introduced') {
      // Introduced and fixed at once, with nothing open before: an empty interval.
      const fixed = steps[index - 1];
      const empty =
        open === null &&
        fixed?.kind === 'fixed' &&
        compareSteps(scheme, fixed, step) === 0 &&
        !closes(scheme, intervals, fixed);
      if (!empty) open ??= step;
    } else if (open !== null) {
      const bound = term(step.kind === 'fixed' ? '<' : '<=', step.version);
      intervals.push([...lowerTerm(open), bound]);
      open = null;
    }
  }
  if (open !== null) intervals.push(lowerTerm(open));
  return intervals;
}

function closes(
  scheme: VersionScheme,
  intervals: readonly (readonly Term[])[],
  step: Step,
): boolean {
  const last = intervals.at(-1)?.at(-1);
  const key = last === undefined ? null : scheme.parse(last.version);
  return key !== null && step.key !== null && scheme.compare(key, step.key) === 0;
}

function lowerTerm({ key, version }: Step): Term[] {
  return key === null ? [] : [term('>=', version)];
}
