/** Presets of tests (CSAF 2.1 §6.4) and the choice of tests by name, id or group. */
import type { CsafVersion } from './model/model.ts';
import { CSAF_TESTS, type TestCode } from './tests/index.ts';
import { type CsafTest, groupOf } from './tests/test.ts';

/** Name of the check against the JSON schema, beside the ids of the tests. */
export const SCHEMA = 'schema';

const HISTORY = '6.1.14 6.1.18 6.1.19 6.1.21 6.1.22 6.1.37 6.2.4 6.2.5 6.2.6 6.2.21 6.2.33';
const TIMES = '6.1.37 6.1.45 6.1.49 6.1.51 6.1.52 6.1.53';

/** Groups and ids that a preset joins; `schema` is the check against the JSON schema. */
export const PRESETS: Readonly<Record<string, readonly string[]>> = {
  schema: [SCHEMA],
  basic: [SCHEMA, 'mandatory'],
  extended: [SCHEMA, 'mandatory', 'recommended', 'optional'],
  full: [SCHEMA, 'mandatory', 'recommended', 'optional', 'informative'],
  'external-request-free': [SCHEMA, 'mandatory', 'recommended', 'optional', 'informative'],
  'consistent-revision-history': HISTORY.split(' '),
  'consistent-date-times': TIMES.split(' '),
};

/** What the standard leaves out of `external-request-free`. */
const EXTERNAL: ReadonlySet<string> = new Set(['6.3.6', '6.3.7']);

export interface Choice {
  readonly schema: boolean;
  readonly tests: readonly CsafTest<TestCode>[];
  /** Names that are neither preset, group nor id of the version. */
  readonly unknown: readonly string[];
}

const CHOSEN = new Map<string, Choice>();

/** The tests of a version that the names choose: presets, groups, ids, or beginnings of ids. */
export function chooseTests(version: CsafVersion, names: readonly string[]): Choice {
  const [only, ...more] = names;
  const preset = more.length === 0 && only !== undefined && Object.hasOwn(PRESETS, only);
  if (!preset) return choose(version, names);
  // There are few presets, and a choice takes as long as the check of a small document.
  const key = `${version} ${only}`;
  const made = CHOSEN.get(key) ?? choose(version, names);
  CHOSEN.set(key, made);
  return made;
}

function choose(version: CsafVersion, names: readonly string[]): Choice {
  const wanted = new Set<string>();
  // A preset may join tests that only the other version has.
  const named = names.filter((name) => !Object.hasOwn(PRESETS, name));
  for (const name of names) {
    const parts = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined;
    for (const part of parts ?? [name]) wanted.add(part);
  }
  const free = names.includes('external-request-free') && !names.includes('full');
  const offered = CSAF_TESTS.filter(({ versions }) => versions.includes(version));
  const used = new Set<string>();
  const tests = offered.filter(({ id }) => {
    if (free && EXTERNAL.has(id)) return false;
    const by = [id, ...groupNames(id, version), ...prefixes(id)].filter((name) => wanted.has(name));
    for (const name of by) used.add(name);
    return by.length > 0;
  });
  const groups = new Set(['mandatory', 'recommended', 'optional', 'informative', SCHEMA]);
  const unknown = named.filter((name) => !used.has(name) && !groups.has(name));
  return { schema: wanted.has(SCHEMA), tests, unknown };
}

/** What 2.0 calls optional is recommended in 2.1: both words choose it in both. */
function groupNames(id: string, version: CsafVersion): readonly string[] {
  const group = groupOf(id, version);
  return group === 'optional' || group === 'recommended' ? ['optional', 'recommended'] : [group];
}

/** `6.1.27.9` is also chosen by `6.1.27` and `6.1`. */
function prefixes(id: string): string[] {
  const parts = id.split('.');
  return parts.slice(2).map((_, i) => parts.slice(0, i + 2).join('.'));
}
