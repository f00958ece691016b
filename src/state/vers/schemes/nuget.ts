/** NuGet: semantic versions with a fourth number and without case. */
import { compareNumerals, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';
import { compareIdentifierLists } from './semver.ts';

interface NugetKey {
  readonly numbers: readonly [Numeral, Numeral, Numeral, Numeral];
  readonly pre: readonly (Numeral | string)[];
}

const VERSION =
  /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;

function parseNuget(text: string): NugetKey | null {
  const match = VERSION.exec(text.trim().replace(/^[vV](?=\d)/, ''));
  if (match === null) return null;
  const [, major = '0', minor = '0', patch = '0', revision = '0', pre] = match;
  return {
    numbers: [numeral(major), numeral(minor), numeral(patch), numeral(revision)],
    pre: pre === undefined ? [] : pre.toLowerCase().split('.').map(identifier),
  };
}

function identifier(text: string): Numeral | string {
  return /^\d+$/.test(text) ? numeral(text) : text;
}

function compareNuget(a: NugetKey, b: NugetKey): number {
  for (let index = 0; index < 4; index++) {
    const order = compareNumerals(a.numbers[index] as Numeral, b.numbers[index] as Numeral);
    if (order !== 0) return order;
  }
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length;
  return compareIdentifierLists(a.pre, b.pre);
}

/** "Normalized version numbers": no leading zeros, no fourth zero, no metadata. */
function normalNuget(text: string): string {
  const key = parseNuget(text);
  if (key === null) return text;
  const [major, minor, patch, revision] = key.numbers;
  const release = [major, minor, patch, ...(revision === 0 ? [] : [revision])].join('.');
  const pre = text.split('+')[0]?.split('-').slice(1).join('-') ?? '';
  return pre === '' ? release : `${release}-${pre}`;
}

export const NUGET: VersionScheme = defineScheme<NugetKey>({
  name: 'nuget',
  clause: 'NuGet, "Package versioning"',
  parse: parseNuget,
  compare: compareNuget,
  strict: (text) => /^\d/.test(text),
  normal: normalNuget,
});
