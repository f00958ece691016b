/** Whether a version of a package is affected (§Evaluation). */
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json/value.ts';
import { entriesOf, member, objectsOf, textOf, textsOf } from '../../core/json/view.ts';
import { ecosystemOf, formatPurl, nameKey, packageOfPurl, parsePurl } from '../purl/index.ts';
import { compareVersions, type OsvEvent, versContains, versFromOsvEvents } from '../vers/index.ts';
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
    .map(({ entry, i }) => entryAnswer(entry, version, `affected[${i}]`));
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

function entryAnswer(entry: JsonObject, version: string, place: string): OsvAnswer {
  const ecosystem = textOf(member(entry, 'package'), 'ecosystem');
  if (isListed(entry, ecosystem, version)) {
    return { status: 'affected', why: [`${place}: versions lists ${version}.`] };
  }
  const ranges = entriesOf(entry, 'ranges').map((range) => rangeAnswer(range, ecosystem, version));
  const within = ranges.findIndex((range) => range.within === true);
  if (within >= 0) {
    return { status: 'affected', why: [`${place}: ${ranges[within]?.why ?? ''}`] };
  }
  const open = ranges.filter(({ within: decided }) => decided === null);
  if (open.length > 0) {
    return { status: 'undecidable', why: open.map(({ why }) => `${place}: ${why}`) };
  }
  const listed = entriesOf(entry, 'versions').length > 0;
  const aside = ranges.length > 0 && ranges.every(({ within: decided }) => decided === 'aside');
  if (!listed && (aside || ranges.length === 0)) {
    const why = aside
      ? 'ranges number commits, and no versions are listed'
      : 'no ranges, no versions';
    return { status: 'undecidable', why: [`${place}: ${why}.`] };
  }
  return {
    status: 'unaffected',
    why: [`${place}: no range and no listed version holds ${version}.`],
  };
}

function isListed(entry: JsonObject, ecosystem: string | undefined, version: string): boolean {
  const scheme = schemeOfRange('ECOSYSTEM', ecosystem);
  return textsOf(entry, 'versions').some((listed) => {
    if (listed === version) return true;
    const order = scheme === null ? null : compareVersions(scheme, listed, version);
    return order?.ok === true && order.value === 0;
  });
}

interface RangeAnswer {
  /** null: cannot be known; `aside`: the range numbers commits and the version is none. */
  readonly within: boolean | null | 'aside';
  readonly why: string;
}

const COMMIT = /^[0-9a-f]{7,64}$/i;

function rangeAnswer(
  range: JsonValue,
  ecosystem: string | undefined,
  version: string,
): RangeAnswer {
  const events = objectsOf(range, 'events') as readonly OsvEvent[];
  const type = textOf(range, 'type');
  const text = rangeText(events);
  if (type === 'GIT') return commitAnswer(events, version);
  const scheme = schemeOfRange(type, ecosystem);
  if (scheme === null) {
    return {
      within: null,
      why: `${text}: versions of ${ecosystem ?? 'it'} have no order that is known.`,
    };
  }
  const parsed = versFromOsvEvents(scheme, events);
  if (!parsed.ok) return { within: null, why: `${text}: ${parsed.issues[0]?.message ?? ''}` };
  const within = versContains(parsed.value, version);
  if (!within.ok) return { within: null, why: `${text}: ${within.issues[0]?.message ?? ''}` };
  return {
    within: within.value,
    why: `${text} ${within.value ? 'holds' : 'does not hold'} ${version}.`,
  };
}

/** The order of commits is in the repository alone; its ends are known all the same. */
function commitAnswer(events: readonly OsvEvent[], version: string): RangeAnswer {
  if (!COMMIT.test(version)) return { within: 'aside', why: 'a range of commits' };
  for (const { introduced, fixed, last_affected, limit } of events) {
    if (introduced === version || last_affected === version) {
      return { within: true, why: `${version} is an end of the range that is affected.` };
    }
    if (fixed === version || limit === version) {
      return { within: false, why: `${version} fixes it.` };
    }
  }
  return { within: null, why: 'the order of commits is in the repository alone.' };
}

function rangeText(events: readonly OsvEvent[]): string {
  const parts = events.slice(0, 6).map(({ introduced, fixed, last_affected, limit }) => {
    if (introduced !== undefined) return `from ${introduced}`;
    if (fixed !== undefined) return `fixed in ${fixed}`;
    return last_affected !== undefined ? `last ${last_affected}` : `limit ${limit ?? ''}`;
  });
  return parts.join(', ').slice(0, 200);
}
