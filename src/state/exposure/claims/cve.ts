/** What CVE records say of a component, by package URL or by vendor and product of its CPE. */
import type { JsonObject } from '../../../core/json/index.ts';
import { objectsOf, textOf } from '../../../core/json/view.ts';
import { type EntryStatus, entryStatus, type VersionOrder } from '../../cve/index.ts';
import { combineEntries } from '../../cve/status/answer.ts';
import { schemeOf } from '../../cve/status/order.ts';
import { type VersionKey, type VersionScheme, versionScheme } from '../../vers/index.ts';
import type { Subject } from '../inventory.ts';
import type { Claim, ClaimStatus, Undecided } from '../model.ts';
import type { RecordHead } from '../statement.ts';
import type { Stored } from '../store.ts';

/** By what the component was found: its package URL, or a name that people write. */
export interface CveName {
  readonly basis: 'purl' | 'cpe' | 'guess';
  /** Null where it is not known. */
  readonly version: string | null;
}

/**
 * The claims of one record, one for each of its sources; sources are never combined. Without
 * `explain`, what is plainly outside of every range is not told.
 */
export function cveClaims(
  head: RecordHead,
  statements: readonly Stored[],
  name: CveName,
  subject: Subject,
  explain: boolean,
): Claim[] {
  const { version } = name;
  if (!explain && version !== null && statements.every((each) => isOutside(each, version))) {
    return [];
  }
  const sources = new Map<string, JsonObject[]>();
  for (const { body } of statements) {
    const source = textOf(body, 'source') ?? '';
    const known = sources.get(source);
    if (known === undefined) sources.set(source, [body]);
    else known.push(body);
  }
  return [...sources].flatMap(([source, bodies]) => {
    const said = version === null ? unversioned(bodies) : versioned(bodies, version);
    return said === null ? [] : [claimOf(head, `cve:${source}`, said, name, subject)];
  });
}

/** Ranges that are affected, in one scheme; everything else is unaffected. */
interface Plain {
  readonly scheme: VersionScheme;
  readonly name: string;
  readonly ranges: readonly { readonly start: VersionKey | null; readonly end: VersionKey }[];
}

/** True where a plain entry decides that the version is well; false: look more closely. */
function isOutside(stored: Stored, version: string): boolean {
  stored.compiled ??= plainOf(stored.body) ?? 'other';
  if (stored.compiled === 'other') return false;
  const { scheme, name, ranges } = stored.compiled as Plain;
  const key = keyOf(name, version);
  if (key === null) return false;
  return ranges.every(
    ({ start, end }) =>
      scheme.compare(key, end) > 0 || (start !== null && scheme.compare(key, start) < 0),
  );
}

/** Null where an entry has anything but ranges of one scheme: the algorithm of the format decides. */
function plainOf(body: JsonObject): Plain | null {
  const entries = objectsOf(body, 'versions');
  const name = schemeOf(textOf(entries[0], 'versionType'));
  const scheme = name === null ? null : versionScheme(name);
  if (name === null || scheme === null || textOf(body, 'defaultStatus') !== 'unaffected') {
    return null;
  }
  const ranges = entries.map((entry) => {
    const [start = '', end = ''] = [textOf(entry, 'version'), textOf(entry, 'lessThan')];
    const plain =
      textOf(entry, 'status') === 'affected' &&
      entry.changes === undefined &&
      schemeOf(textOf(entry, 'versionType')) === name;
    const last = plain ? keyOf(name, end) : null;
    const first = start === '0' ? null : keyOf(name, start);
    return last === null || (first === null && start !== '0') ? null : { start: first, end: last };
  });
  const readable = ranges.filter((range) => range !== null);
  return readable.length === ranges.length ? { scheme, name, ranges: readable } : null;
}

interface Said {
  readonly status: ClaimStatus;
  readonly reason?: Undecided;
  readonly fixedIn: readonly string[];
  readonly why: readonly string[];
}

/** Without a version only what holds for all versions is decided. */
function unversioned(bodies: readonly JsonObject[]): Said {
  const all = bodies.some(
    (body) =>
      textOf(body, 'defaultStatus') === 'affected' && objectsOf(body, 'versions').length === 0,
  );
  const why = all ? 'Every version is affected.' : 'Its version is not known.';
  if (all) return { status: 'affected', fixedIn: [], why: [why] };
  return { status: 'undecidable', reason: 'version', fixedIn: [], why: [why] };
}

/** Null where nothing is said of this version: no entry holds it and there is no defaultStatus. */
function versioned(bodies: readonly JsonObject[], version: string): Said | null {
  const entries = bodies.map((body) => named(body, entryStatus(body, version, ORDER)));
  const { status, why } = combineEntries(entries);
  if (status === 'unknown') {
    const stated = bodies.some(
      (body, i) => entries[i]?.basis === 'listed' || textOf(body, 'defaultStatus') === 'unknown',
    );
    return stated ? { status: 'undecidable', reason: 'unknown', fixedIn: [], why } : null;
  }
  if (status === 'undecidable') {
    return { status, reason: causeOf(bodies), fixedIn: [], why };
  }
  if (status === 'affected') return { status, fixedIn: fixesOf(bodies, version), why };
  return { status: isMended(bodies, version) ? 'fixed' : 'not_affected', fixedIn: [], why };
}

function named(body: JsonObject, found: EntryStatus): EntryStatus {
  return { ...found, why: found.why.map((each) => `affected[${String(body.index)}]: ${each}`) };
}

/** Versions of records are compared often: each is read once. */
const READ = new Map<string, VersionKey | null>();
const MOST_READ = 100_000;

const ORDER: VersionOrder = (name, a, b) => {
  const scheme = versionScheme(name);
  if (scheme === null) return null;
  const [x, y] = [keyOf(name, a), keyOf(name, b)];
  return x === null || y === null ? null : scheme.compare(x, y);
};

function keyOf(name: string, version: string): VersionKey | null {
  const text = `${name} ${version}`;
  const known = READ.get(text);
  if (known !== undefined) return known;
  const key = versionScheme(name)?.parse(version) ?? null;
  if (READ.size >= MOST_READ) READ.clear();
  READ.set(text, key);
  return key;
}

function causeOf(bodies: readonly JsonObject[]): Undecided {
  const ranges = bodies
    .flatMap((body) => objectsOf(body, 'versions'))
    .filter((each) => textOf(each, 'lessThan') ?? textOf(each, 'lessThanOrEqual') ?? each.changes);
  return ranges.some((each) => schemeOf(textOf(each, 'versionType')) === null)
    ? 'order'
    : 'version';
}

/** Ends of affected ranges, and changes to unaffected, that are above the version. */
function fixesOf(bodies: readonly JsonObject[], version: string): string[] {
  const found = eachEnd(bodies).filter(({ at, scheme }) => {
    const order = scheme === null ? null : ORDER(scheme, at, version);
    return at !== version && order !== -1 && order !== 0;
  });
  return [...new Set(found.map(({ at }) => at))];
}

/** A change to unaffected at or below the version, within a range that is affected. */
function isMended(bodies: readonly JsonObject[], version: string): boolean {
  return eachEnd(bodies).some(
    ({ at, scheme, change }) =>
      change && (at === version || (scheme !== null && (ORDER(scheme, at, version) ?? 1) <= 0)),
  );
}

interface End {
  readonly at: string;
  readonly scheme: string | null;
  readonly change: boolean;
}

function eachEnd(bodies: readonly JsonObject[]): End[] {
  return bodies.flatMap((body) =>
    objectsOf(body, 'versions').flatMap((entry): End[] => {
      if (textOf(entry, 'status') !== 'affected') return [];
      const scheme = schemeOf(textOf(entry, 'versionType'));
      const end = textOf(entry, 'lessThan');
      const changes = objectsOf(entry, 'changes').filter(
        (each) => textOf(each, 'status') === 'unaffected',
      );
      return [
        ...(end === undefined || end.includes('*') ? [] : [{ at: end, scheme, change: false }]),
        ...changes.map((each) => ({ at: textOf(each, 'at') ?? '', scheme, change: true })),
      ];
    }),
  );
}

const CONFIDENCE = { purl: 'high', cpe: 'medium', guess: 'low' } as const;

function claimOf(
  head: RecordHead,
  source: string,
  said: Said,
  { basis }: CveName,
  { component, identity }: Subject,
): Claim {
  return {
    component,
    record: head.id,
    source,
    aliases: head.aliases,
    upstream: head.upstream,
    candidate: identity?.distribution === true,
    basis,
    confidence: CONFIDENCE[basis],
    state: said.status !== 'affected' ? null : said.fixedIn.length > 0 ? 'fixed-in' : 'unfixed',
    remedies: [],
    ...said,
  };
}
