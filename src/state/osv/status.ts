/** Whether a version of a package is affected (§Evaluation). */
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json/value.ts';
import { entriesOf, member, objectsOf, textOf, textsOf } from '../../core/json/view.ts';
import { ecosystemOf, formatPurl, nameKey, packageOfPurl, parsePurl } from '../purl/index.ts';
import {
  compileVers,
  type OsvEvent,
  type VersionKey,
  type VersionScheme,
  versContains,
  versFromOsvEvents,
  versionScheme,
} from '../vers/index.ts';
import { schemeOfRange } from './range.ts';
import { baseOf } from './rules.ts';

/** The package asked for: by ecosystem (with its release, as in `Debian:12`) and name, or by purl. */
export interface OsvPackage {
  readonly ecosystem?: string;
  readonly name?: string;
  /** The version in it is not compared. */
  readonly purl?: string;
}

export interface OsvAnswer {
  /** `unaffected` where the record speaks of the package and not of this version. */
  readonly status: 'affected' | 'unaffected' | 'undecidable';
  readonly why: readonly string[];
}

/** The record's answer; null where it does not speak of the package, or is withdrawn. */
export function osvStatus(record: JsonValue, asked: OsvPackage, version: string): OsvAnswer | null {
  if (!isJsonObject(record) || textOf(record, 'withdrawn') !== undefined) return null;
  const answers = objectsOf(record, 'affected')
    .map((entry, i) => ({ entry, i }))
    .filter(({ entry }) => speaksOf(entry, asked))
    .map(({ entry, i }) => readOsvExtent(entry, `affected[${i}]`).answer(version));
  if (answers.length === 0) return null;
  const rank = ['affected', 'undecidable', 'unaffected'] as const;
  const status = rank.find((each) => answers.some((answer) => answer.status === each));
  return { status: status ?? 'undecidable', why: answers.flatMap(({ why }) => why) };
}

/** affected.package == pkg, by the name rule of the ecosystem. */
export function speaksOf(entry: JsonObject, asked: OsvPackage): boolean {
  const named = member(entry, 'package');
  const ecosystem = textOf(named, 'ecosystem');
  const name = textOf(named, 'name');
  if (asked.purl !== undefined && matchesPurl(textOf(named, 'purl'), ecosystem, name, asked.purl)) {
    return true;
  }
  if (asked.ecosystem === undefined || asked.name === undefined) return false;
  if (ecosystem === undefined || name === undefined) return false;
  return sameEcosystem(ecosystem, asked.ecosystem) && sameName(ecosystem, name, asked.name);
}

/** Without a colon it is about all releases and repositories; with one about that one alone. */
function sameEcosystem(stated: string, asked: string): boolean {
  return stated === asked || (!stated.includes(':') && stated === baseOf(asked));
}

function sameName(ecosystem: string, stated: string, asked: string): boolean {
  const rule = ecosystemOf(ecosystem)?.names;
  return rule === undefined ? stated === asked : nameKey(rule, stated) === nameKey(rule, asked);
}

function matchesPurl(
  stated: string | undefined,
  ecosystem: string | undefined,
  name: string | undefined,
  asked: string,
): boolean {
  const purl = parsePurl(asked);
  if (!purl.ok) return false;
  const own = stated === undefined ? null : parsePurl(stated);
  const bare = { version: null, qualifiers: {}, subpath: null };
  if (own?.ok && formatPurl({ ...own.value, ...bare }) === formatPurl({ ...purl.value, ...bare })) {
    return true;
  }
  const found = packageOfPurl(purl.value);
  if (found === null || ecosystem === undefined || name === undefined) return false;
  // Of a distribution the package URL alone does not say which release is meant.
  if (found.ecosystem.releases === true && ecosystem.includes(':')) return false;
  return (
    found.ecosystem.osv === baseOf(ecosystem) && nameKey(found.ecosystem.names, name) === found.key
  );
}

/** What one entry says of versions, read once and asked often. */
export interface OsvExtent {
  /** `cause` tells why it is undecidable; `mended`: at or above a version that fixes it. */
  answer(version: string): OsvExtentAnswer;
}

export interface OsvExtentAnswer extends OsvAnswer {
  readonly cause?: 'version' | 'order' | 'extent';
  readonly mended: boolean;
}

/** Reads `ranges` and `versions` of an entry; its place begins every sentence. */
export function readOsvExtent(entry: JsonObject, place: string): OsvExtent {
  const ecosystem = textOf(member(entry, 'package'), 'ecosystem');
  const listed = new ListedVersions(textsOf(entry, 'versions'), ecosystem);
  const ranges = entriesOf(entry, 'ranges').map((range) => readRange(range, ecosystem));
  return { answer: (version) => entryAnswer(listed, ranges, version, place) };
}

function entryAnswer(
  listed: ListedVersions,
  ranges: readonly Range[],
  version: string,
  place: string,
): OsvExtentAnswer {
  if (listed.has(version)) {
    return {
      status: 'affected',
      mended: false,
      why: [`${place}: versions lists ${version}.`],
    };
  }
  const answers = ranges.map((range) => range(version));
  const within = answers.find((answer) => answer.within === true);
  if (within !== undefined) {
    return { status: 'affected', mended: false, why: [`${place}: ${within.why}`] };
  }
  const open = answers.filter(({ within: decided }) => decided === null);
  if (open.length > 0) {
    const cause = open.some((each) => each.cause === 'order') ? 'order' : 'version';
    const why = open.map((each) => `${place}: ${each.why}`);
    return { status: 'undecidable', cause, mended: false, why };
  }
  const aside = answers.length > 0 && answers.every(({ within: decided }) => decided === 'aside');
  if (listed.size === 0 && (aside || answers.length === 0)) {
    const why = aside
      ? 'ranges number commits, and no versions are listed'
      : 'no ranges, no versions';
    return { status: 'undecidable', cause: 'extent', mended: false, why: [`${place}: ${why}.`] };
  }
  return {
    status: 'unaffected',
    mended: answers.some(({ mended }) => mended),
    why: [`${place}: no range and no listed version holds ${version}.`],
  };
}

/** The listed versions by their texts, and by their order once a text is not among them. */
class ListedVersions {
  readonly #texts: ReadonlySet<string>;
  readonly #scheme: VersionScheme | null;
  #keys: VersionKey[] | null = null;

  constructor(texts: readonly string[], ecosystem: string | undefined) {
    const name = schemeOfRange('ECOSYSTEM', ecosystem);
    this.#texts = new Set(texts);
    this.#scheme = name === null ? null : versionScheme(name);
  }

  get size(): number {
    return this.#texts.size;
  }

  has(version: string): boolean {
    if (this.#texts.has(version)) return true;
    const scheme = this.#scheme;
    if (scheme === null || this.#texts.size === 0) return false;
    const key = scheme.parse(version);
    this.#keys ??= keysOf(scheme, [...this.#texts]);
    return key !== null && this.#keys.some((each) => scheme.compare(each, key) === 0);
  }
}

/** Keys may be lists themselves: they are not to be flattened. */
function keysOf(scheme: VersionScheme, texts: readonly string[]): VersionKey[] {
  return texts.map((text) => scheme.parse(text)).filter((key) => key !== null);
}

interface RangeAnswer {
  /** null: cannot be known; `aside`: the range numbers commits and the version is none. */
  readonly within: boolean | null | 'aside';
  readonly cause?: 'version' | 'order';
  readonly mended: boolean;
  readonly why: string;
}

type Range = (version: string) => RangeAnswer;

const COMMIT = /^[0-9a-f]{7,64}$/i;

function readRange(range: JsonValue, ecosystem: string | undefined): Range {
  const events = objectsOf(range, 'events') as readonly OsvEvent[];
  const type = textOf(range, 'type');
  if (type === 'GIT') return (version) => commitAnswer(events, version);
  const text = rangeText(events);
  const name = schemeOfRange(type, ecosystem);
  const scheme = name === null ? null : versionScheme(name);
  if (name === null || scheme === null) {
    const why = `${text}: versions of ${ecosystem ?? 'it'} have no order that is known.`;
    return () => ({ within: null, cause: 'order', mended: false, why });
  }
  const parsed = versFromOsvEvents(name, events);
  const matcher = parsed.ok ? compileVers(parsed.value) : null;
  const fixed = events.flatMap((event) => (typeof event.fixed === 'string' ? event.fixed : []));
  // Fixed in 0 is what is written for "never affected".
  const fixes = keysOf(
    scheme,
    fixed.filter((each) => each !== '0'),
  );
  return (version) => {
    const key = scheme.parse(version);
    if (matcher === null || key === null) {
      const fault = parsed.ok ? versContains(parsed.value, version) : parsed;
      const message = fault.issues[0]?.message ?? '';
      return { within: null, cause: 'version', mended: false, why: `${text}: ${message}` };
    }
    const within = matcher.containsKey(key);
    return {
      within,
      mended: !within && fixes.some((fix) => scheme.compare(fix, key) <= 0),
      why: `${text} ${within ? 'holds' : 'does not hold'} ${version}.`,
    };
  };
}

/** The order of commits is in the repository alone; its ends are known all the same. */
function commitAnswer(events: readonly OsvEvent[], version: string): RangeAnswer {
  if (!COMMIT.test(version)) return { within: 'aside', mended: false, why: 'a range of commits' };
  for (const { introduced, fixed, last_affected, limit } of events) {
    if (introduced === version || last_affected === version) {
      const why = `${version} is an end of the range that is affected.`;
      return { within: true, mended: false, why };
    }
    if (fixed === version || limit === version) {
      return { within: false, mended: true, why: `${version} fixes it.` };
    }
  }
  const why = 'the order of commits is in the repository alone.';
  return { within: null, cause: 'order', mended: false, why };
}

/** Members of events are what the record has there: an object need not become a text. */
function told(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function rangeText(events: readonly OsvEvent[]): string {
  const parts = events.slice(0, 6).map(({ introduced, fixed, last_affected, limit }) => {
    if (introduced !== undefined) return `from ${told(introduced)}`;
    if (fixed !== undefined) return `fixed in ${told(fixed)}`;
    return last_affected !== undefined ? `last ${told(last_affected)}` : `limit ${told(limit)}`;
  });
  return parts.join(', ').slice(0, 200);
}
