/** What the given records say of a vulnerability itself: severity, weakness, words, addresses. */
import type { JsonObject } from '../../core/json/index.ts';
import { member, objectsOf, textOf, textsOf } from '../../core/json/view.ts';
import { compareTimestamps, timestampFault } from '../../core/timestamp.ts';
import { containersOf } from '../cve/index.ts';
import { cvssSeverity, scoreCvss } from '../cvss/index.ts';
import type { EpssDay } from '../epss/index.ts';
import { type KevCatalogue, lookupKev } from '../kev/index.ts';
import type { Rating, VulnerabilityFacts } from './model.ts';

/** Records by the vulnerabilities that they name; asked by all names of one at once. */
export class VulnerabilityBook {
  readonly #records = new Map<string, JsonObject[]>();
  readonly #pages = new Map<JsonObject, Page>();
  readonly #kev: readonly KevCatalogue[];
  readonly #epss: EpssDay | null;

  constructor(
    records: Iterable<JsonObject>,
    { kev = [], epss = null }: { kev?: readonly KevCatalogue[]; epss?: EpssDay | null } = {},
  ) {
    this.#kev = kev;
    this.#epss = epss;
    for (const record of records) for (const id of idsOf(record)) this.#put(id, record);
  }

  /**
   * What is known under any of the names; of several records the first word counts. A CSAF document
   * rates its own products: it counts where it is among the `sources`.
   */
  about(ids: readonly string[], sources: readonly string[] = []): VulnerabilityFacts {
    const names = [...new Set(ids)];
    const records = new Set(names.flatMap((id) => this.#records.get(id) ?? []));
    const pages = [...records].flatMap((record) => {
      const tracking = trackingOf(record);
      if (tracking === null) return [this.#page(record)];
      return sources.some((each) => each.endsWith(`:${tracking}`)) ? [csafPage(record, names)] : [];
    });
    const times = pages.flatMap(({ modified }) => (modified === null ? [] : [modified]));
    const cves = names.filter((id) => id.startsWith('CVE-'));
    const scores = cves.flatMap((cve) => this.#epss?.get(cve) ?? []);
    return {
      summary: pages.find(({ summary }) => summary !== null)?.summary ?? null,
      ratings: distinct(pages.flatMap(({ ratings }) => ratings)),
      cwes: [...new Set(pages.flatMap(({ cwes }) => cwes))].sort(),
      references: [...new Set(pages.flatMap(({ references }) => references))].filter(isWebAddress),
      published: pages.find(({ published }) => published !== null)?.published ?? null,
      modified: times.sort(compareTimestamps).at(-1) ?? null,
      kev: this.#kev.length === 0 ? null : cves.flatMap((cve) => this.#marks(cve)),
      epss: scores.sort((a, b) => b.score - a.score)[0] ?? null,
    };
  }

  #page(record: JsonObject): Page {
    const known = this.#pages.get(record) ?? pageOf(record);
    this.#pages.set(record, known);
    return known;
  }

  #marks(cve: string) {
    return lookupKev(this.#kev, cve).listed.map(({ source, entry: { added, ransomware } }) => ({
      source,
      added,
      ransomware,
    }));
  }

  #put(id: string, record: JsonObject): void {
    const known = this.#records.get(id);
    if (known === undefined) this.#records.set(id, [record]);
    else if (!known.includes(record)) known.push(record);
  }
}

type Page = Omit<VulnerabilityFacts, 'kev' | 'epss'>;

/** Ids of the vulnerabilities of which a record is the record. */
function idsOf(record: JsonObject): readonly string[] {
  const cve = textOf(member(record, 'cveMetadata'), 'cveId');
  if (cve !== undefined) return [cve];
  const id = textOf(record, 'id');
  if (id !== undefined) return [id];
  return objectsOf(record, 'vulnerabilities').flatMap((each) => textOf(each, 'cve') ?? []);
}

/** The id of a CSAF document; null for every other record. */
function trackingOf(record: JsonObject): string | null {
  const document = member(record, 'document');
  return textOf(member(document, 'tracking'), 'id') ?? null;
}

function pageOf(record: JsonObject): Page {
  if (member(record, 'cveMetadata') !== undefined) return cvePage(record);
  if (member(record, 'metrics') !== undefined || member(record, 'vulnStatus') !== undefined) {
    return nvdPage(record);
  }
  return osvPage(record);
}

function osvPage(record: JsonObject): Page {
  const id = textOf(record, 'id') ?? '';
  const stated = [record, ...objectsOf(record, 'affected')].flatMap((each) =>
    objectsOf(each, 'severity'),
  );
  const specific = member(record, 'database_specific');
  return {
    summary: textOf(record, 'summary') ?? firstLine(textOf(record, 'details')),
    ratings: stated.flatMap((each) => osvRating(each, `osv:${id}`)),
    cwes: textsOf(specific, 'cwe_ids').filter(isCwe),
    references: addressesOf(objectsOf(record, 'references')),
    published: timeOf(record, 'published'),
    modified: timeOf(record, 'modified'),
  };
}

/** OSV §severity: `CVSS_V2`, `CVSS_V3`, `CVSS_V4` have vectors, other types words. */
function osvRating(stated: JsonObject, source: string): readonly Rating[] {
  const type = textOf(stated, 'type') ?? '';
  const score = textOf(stated, 'score') ?? '';
  if (type.startsWith('CVSS_')) return vectorRating(score, source);
  const severity = score.toLowerCase().slice(0, 32);
  return type === '' || severity === ''
    ? []
    : [{ scheme: type, score: null, severity, vector: null, source }];
}

function cvePage(record: JsonObject): Page {
  const containers = containersOf(record);
  const descriptions = containers.flatMap(({ value }) => objectsOf(value, 'descriptions'));
  const titles = containers.flatMap(({ value }) => textOf(value, 'title') ?? []);
  const metadata = member(record, 'cveMetadata');
  const problems = containers
    .flatMap(({ value }) => objectsOf(value, 'problemTypes'))
    .flatMap((each) => objectsOf(each, 'descriptions'));
  return {
    summary: titles[0] ?? firstLine(inEnglish(descriptions)),
    ratings: containers.flatMap(({ value, source }) =>
      objectsOf(value, 'metrics').flatMap((metric) => cveRatings(metric, `cve:${source}`)),
    ),
    cwes: problems.flatMap((each) => textOf(each, 'cweId') ?? []).filter(isCwe),
    references: addressesOf(containers.flatMap(({ value }) => objectsOf(value, 'references'))),
    published: timeOf(metadata, 'datePublished'),
    modified: timeOf(metadata, 'dateUpdated'),
  };
}

function cveRatings(metric: JsonObject, source: string): readonly Rating[] {
  return ['cvssV4_0', 'cvssV3_1', 'cvssV3_0', 'cvssV2_0'].flatMap((name) =>
    statedRating(member(metric, name) as JsonObject | undefined, source),
  );
}

function nvdPage(record: JsonObject): Page {
  const metrics = member(record, 'metrics');
  const weaknesses = objectsOf(record, 'weaknesses').flatMap((each) =>
    objectsOf(each, 'description'),
  );
  return {
    summary: firstLine(inEnglish(objectsOf(record, 'descriptions'))),
    ratings: ['cvssMetricV40', 'cvssMetricV31', 'cvssMetricV30', 'cvssMetricV2'].flatMap((name) =>
      objectsOf(metrics, name).flatMap((each) =>
        statedRating(
          member(each, 'cvssData') as JsonObject | undefined,
          `nvd:${textOf(each, 'source') ?? ''}`,
        ),
      ),
    ),
    cwes: weaknesses.flatMap((each) => textOf(each, 'value') ?? []).filter(isCwe),
    references: addressesOf(objectsOf(record, 'references')),
    published: timeOf(record, 'published'),
    modified: timeOf(record, 'lastModified'),
  };
}

/** CSAF 2.0 has `scores`, 2.1 `metrics`; only the vulnerabilities that are asked for count. */
function csafPage(record: JsonObject, names: readonly string[]): Page {
  const tracking = member(member(record, 'document'), 'tracking');
  const source = `csaf:${textOf(tracking, 'id') ?? ''}`;
  const meant = objectsOf(record, 'vulnerabilities').filter((each) =>
    names.includes(textOf(each, 'cve') ?? ''),
  );
  const scores = meant.flatMap((each) => [
    ...objectsOf(each, 'scores'),
    ...objectsOf(each, 'metrics').flatMap((metric) => member(metric, 'content') ?? []),
  ]);
  return {
    summary: meant.flatMap((each) => textOf(each, 'title') ?? [])[0] ?? null,
    ratings: scores.flatMap((each) =>
      ['cvss_v4', 'cvss_v3', 'cvss_v2'].flatMap((name) =>
        statedRating(member(each, name) as JsonObject | undefined, source),
      ),
    ),
    cwes: [],
    references: addressesOf(meant.flatMap((each) => objectsOf(each, 'references'))),
    published: timeOf(tracking, 'initial_release_date'),
    modified: timeOf(tracking, 'current_release_date'),
  };
}

/** FIRST's JSON form: the vector counts; a score without a vector is taken as it is stated. */
function statedRating(stated: JsonObject | undefined, source: string): readonly Rating[] {
  const vector = textOf(stated, 'vectorString');
  if (vector !== undefined) {
    const read = vectorRating(vector, source);
    if (read.length > 0) return read;
  }
  const score = member(stated, 'baseScore');
  const version = textOf(stated, 'version');
  if (typeof score !== 'number' || !isCvssVersion(version)) return [];
  const severity = cvssSeverity(score, version).toLowerCase();
  return [{ scheme: `CVSS ${version}`, score, severity, vector: null, source }];
}

/** Many records have the same vector: each is scored once. */
const scored = new Map<string, Omit<Rating, 'source'> | null>();
const SCORED_KEPT = 10_000;

function vectorRating(vector: string, source: string): readonly Rating[] {
  let rating = scored.get(vector);
  if (rating === undefined) {
    rating = ratingOf(vector);
    if (scored.size >= SCORED_KEPT) scored.clear();
    scored.set(vector, rating);
  }
  return rating === null ? [] : [{ ...rating, source }];
}

function ratingOf(vector: string): Omit<Rating, 'source'> | null {
  const read = scoreCvss(vector);
  if (!read.ok) return null;
  const { version, score, severity } = read.value;
  return { scheme: `CVSS ${version}`, score, severity: severity.toLowerCase(), vector };
}

type Version = '2.0' | '3.0' | '3.1' | '4.0';

function isCvssVersion(text: string | undefined): text is Version {
  return text === '2.0' || text === '3.0' || text === '3.1' || text === '4.0';
}

function inEnglish(descriptions: readonly JsonObject[]): string | undefined {
  const english = descriptions.find((each) => /^en\b/i.test(textOf(each, 'lang') ?? ''));
  return textOf(english ?? descriptions[0], 'value');
}

const SUMMARY_CHARS = 240;

function firstLine(text: string | undefined): string | null {
  const line = text
    ?.split(/\r?\n/, 50)
    .find((each) => each.trim() !== '')
    ?.trim();
  if (line === undefined) return null;
  const characters = [...line.slice(0, 2 * SUMMARY_CHARS)];
  return characters.length <= SUMMARY_CHARS
    ? line
    : `${characters.slice(0, SUMMARY_CHARS - 1).join('')}…`;
}

function addressesOf(references: readonly JsonObject[]): readonly string[] {
  return references.flatMap((each) => textOf(each, 'url') ?? []);
}

/** A report is opened by people: an address that is no web page is no link. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(text) && URL.canParse(text);
}

function isCwe(text: string): boolean {
  return /^CWE-[1-9][0-9]{0,5}$/.test(text);
}

/** A time that can be compared; NVD writes none with a zone and means UTC. */
function timeOf(value: Parameters<typeof textOf>[0], name: string): string | null {
  const text = textOf(value, name);
  if (text === undefined) return null;
  const zoned = /[zZ]$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`;
  return timestampFault(zoned, { offsets: true }) === null ? zoned : null;
}

function distinct(ratings: readonly Rating[]): readonly Rating[] {
  if (ratings.length < 2) return ratings;
  const seen = new Map<string, Rating>();
  for (const rating of ratings) seen.set(JSON.stringify(rating), rating);
  return [...seen.values()];
}
