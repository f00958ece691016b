/** Ranges in the notations of the ecosystems, of advisories and of OSV, as VERS. */
import type { Parsed } from '../../../core/issue.ts';
import { LIMITS } from '../../../core/limits.ts';
import { excerpt, type VersIssueCode, versIssue, versionIssue } from '../issues.ts';
import type { VersRange } from '../range.ts';
import { VERSION_CHARS, type VersionScheme } from '../scheme.ts';
import { versionScheme } from '../schemes/registry.ts';
import { readNginx, readOpenssl } from './advisories.ts';
import { readMaven, readNuget } from './brackets.ts';
import { readComparators, readDebian } from './comparators.ts';
import { readComposer } from './composer.ts';
import { readConan } from './conan.ts';
import { readGem, readHex } from './gem.ts';
import { readHackage } from './hackage.ts';
import { type Interval, rangeOf, satisfyingAll } from './interval.ts';
import type { Notation, Reading } from './notation.ts';
import { readCargo, readNpm, readPub } from './npm.ts';
import { type OsvEvent, osvAlternatives } from './osv.ts';
import { readPypi } from './pypi.ts';

/** Notation of each scheme; the others are written with comparators. */
const NOTATIONS: ReadonlyMap<string, Notation> = new Map([
  ['npm', readNpm],
  ['semver', readNpm],
  ['swift', readNpm],
  ['cargo', readCargo],
  ['pub', readPub],
  ['pypi', readPypi],
  ['maven', readMaven],
  ['nuget', readNuget],
  ['gem', readGem],
  ['cocoapods', readGem],
  ['hex', readHex],
  ['hackage', readHackage],
  ['conan', readConan],
  ['composer', readComposer],
  ['deb', readDebian],
  ['nginx', readNginx],
  ['openssl', readOpenssl],
]);

/**
 * The range that a notation of the scheme writes, simplified: overlapping intervals are one, and
 * what no version satisfies is `vers:none/*`.
 */
export function versFromNative(scheme: string, native: string): Parsed<VersRange, VersIssueCode> {
  return read(scheme, native, (found) => NOTATIONS.get(found.name) ?? readComparators);
}

/** The "vulnerable version range" of GitHub's advisories and their kin: `>= 1.0, < 1.4.2`. */
export function versFromAdvisory(scheme: string, range: string): Parsed<VersRange, VersIssueCode> {
  return read(scheme, range, () => readComparators);
}

function read(
  name: string,
  text: string,
  notationOf: (scheme: VersionScheme) => Notation,
): Parsed<VersRange, VersIssueCode> {
  const scheme = versionScheme(name);
  if (scheme === null) return unknown(name);
  if (text.length > LIMITS.vers.nativeChars) {
    const message = `The range has ${text.length} characters.`;
    return { ok: false, issues: [versIssue('vers-too-large', message)] };
  }
  // Runs of blanks become one: no pattern of a notation has to look at them twice.
  return toRange(scheme, notationOf(scheme)(text.replace(/\s+/g, ' ').trim()));
}

function toRange(scheme: VersionScheme, reading: Reading): Parsed<VersRange, VersIssueCode> {
  if ('fault' in reading) {
    return { ok: false, issues: [versIssue('native-syntax', `${reading.fault}.`)] };
  }
  const intervals: Interval[] = [];
  for (const terms of reading.alternatives) {
    const found = satisfyingAll(scheme, terms);
    if (found === null) {
      const bad = terms.find(({ version }) => scheme.parse(version) === null)?.version ?? '';
      return { ok: false, issues: [versionIssue(scheme.name, bad, VERSION_CHARS)] };
    }
    intervals.push(...found);
  }
  const remarks = (reading.remarks ?? []).map((remark) =>
    versIssue('native-approximate', `In this notation ${remark}.`, 'info'),
  );
  return { ok: true, value: rangeOf(scheme.name, scheme, intervals), issues: remarks };
}

/**
 * Range of OSV events of the types SEMVER and ECOSYSTEM: sorted, each `introduced` opens an
 * interval that the next `fixed` or `last_affected` closes; `introduced: "0"` is before everything.
 */
export function versFromOsvEvents(
  name: string,
  events: readonly OsvEvent[],
): Parsed<VersRange, VersIssueCode> {
  const scheme = versionScheme(name);
  if (scheme === null) return unknown(name);
  const alternatives = osvAlternatives(scheme, events);
  return typeof alternatives === 'string'
    ? { ok: false, issues: [versionIssue(scheme.name, alternatives, VERSION_CHARS)] }
    : toRange(scheme, { alternatives });
}

function unknown(name: string): Parsed<VersRange, VersIssueCode> {
  const message = `The scheme ${excerpt(name)} has no order that is known here.`;
  return { ok: false, issues: [versIssue('vers-type-unknown', message)] };
}
