/**
 * Weaknesses of CWE by release. cybex/cwe reads them from a file beside the package; this table goes
 * with the checker into a browser. A test compares the two.
 */
import type { CweEntry, CwePort, CweUsage } from '../ports.ts';
import { CWE_RELEASES, CWE_WEAKNESSES } from './cwe.table.ts';

interface Change<T> {
  /** Number of the release from which it holds. */
  readonly from: number;
  readonly value: T;
}

interface Weakness {
  readonly names: readonly Change<string>[];
  readonly states: readonly Change<string>[];
}

const USAGES: ReadonlyMap<string, CweUsage> = new Map([
  ['A', 'Allowed'],
  ['R', 'Allowed-with-Review'],
  ['D', 'Discouraged'],
  ['P', 'Prohibited'],
]);

const NUMBERS: ReadonlyMap<string, number> = new Map(
  CWE_RELEASES.map(([version], number) => [version, number]),
);

let read: ReadonlyMap<string, Weakness> | undefined;

/** Read when first asked: most of what is checked names no weakness. */
function weaknesses(): ReadonlyMap<string, Weakness> {
  read ??= new Map(
    CWE_WEAKNESSES.trim()
      .split('\n')
      .map((line) => {
        const [id = '', states = '', ...names] = line.split('\t');
        return [`CWE-${id}`, { names: names.map(nameOf), states: statesOf(states) }];
      }),
  );
  return read;
}

function nameOf(text: string): Change<string> {
  const colon = text.indexOf(':');
  return { from: Number(text.slice(0, colon)), value: text.slice(colon + 1) };
}

function statesOf(text: string): Change<string>[] {
  return [...text.matchAll(/(\d+)([ARDP-]x?)/g)].map(([, from, value]) => ({
    from: Number(from),
    value: value ?? '',
  }));
}

function at<T>(changes: readonly Change<T>[], release: number): T | undefined {
  let found: T | undefined;
  for (const { from, value } of changes) if (from <= release) found = value;
  return found;
}

function weakness(id: string, version: string): CweEntry | null {
  const release = NUMBERS.get(version);
  const found = weaknesses().get(id);
  if (release === undefined || found === undefined) return null;
  const name = at(found.names, release);
  if (name === undefined || name === '') return null;
  const state = at(found.states, release) ?? '-';
  const usage = USAGES.get(state[0] ?? '');
  return { name, deprecated: state.endsWith('x'), ...(usage === undefined ? {} : { usage }) };
}

export const CWE_LIST: CwePort = {
  weakness,
  releases: CWE_RELEASES.map(([version, date]) => ({ version, date })),
};
