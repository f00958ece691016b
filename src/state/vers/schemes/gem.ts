/** RubyGems (Gem::Version) and CocoaPods, which took it over. */
import { compareNumerals, comparePadded, compareText, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

type Segment = Numeral | string;

const VERSION = /^\d+(?:\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/** Platforms that follow a version in file names and lock files: 1.15.4-x86_64-linux-gnu. */
const PLATFORM =
  /-(?:x86|x64|x86_64|i[3-6]86|amd64|arm|armv\d[a-z]*|arm64|aarch64|ppc64le|powerpc64le|s390x|riscv64|universal|java|jruby|mswin\d*|mingw\d*|dalvik\d*|dotnet\d*)(?:[-_][0-9A-Za-z_-]+)?$/;

/** The segments that count; an empty version is 0. */
function parseGem(text: string): readonly Segment[] | null {
  const trimmed = text.trim();
  if (trimmed === '') return [0];
  const plain = trimmed.replace(PLATFORM, '');
  if (!VERSION.test(plain)) return null;
  const segments = (plain.replaceAll('-', '.pre.').match(/\d+|[A-Za-z]+/g) ?? []).map(segment);
  const firstWord = segments.findIndex((part) => typeof part === 'string');
  const split = firstWord < 0 ? segments.length : firstWord;
  return [...withoutZeros(segments.slice(0, split)), ...withoutZeros(segments.slice(split))];
}

function segment(text: string): Segment {
  return /^\d/.test(text) ? numeral(text) : text;
}

function withoutZeros(segments: readonly Segment[]): Segment[] {
  let end = segments.length;
  while (end > 0 && segments[end - 1] === 0) end--;
  return segments.slice(0, end);
}

/** A word makes a pre-release: it comes before every number, also before a missing one. */
function compareSegments(a: Segment, b: Segment): number {
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : -1;
  return typeof b === 'string' ? 1 : compareNumerals(a, b);
}

const gem = (name: string, clause: string): VersionScheme =>
  defineScheme<readonly Segment[]>({
    name,
    clause,
    parse: parseGem,
    compare: (a, b) => comparePadded(a, b, 0, compareSegments),
    strict: (text) => VERSION.test(text),
  });

export const GEM = gem('gem', 'RubyGems, Gem::Version');
export const COCOAPODS = gem('cocoapods', 'CocoaPods, Pod::Version');
