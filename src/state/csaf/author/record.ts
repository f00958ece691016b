/** What a CVE or OSV record says of a vulnerability and of products, as input of an advisory. */
import type { JsonObject } from '../../../core/json/index.ts';
import { member, objectsOf, textOf, textsOf } from '../../../core/json/view.ts';
import { ecosystemOf } from '../../purl/index.ts';
import { formatVers, type OsvEvent, versFromOsvEvents } from '../../vers/index.ts';
import { Losses } from './draft.ts';
import type { CsafNoteInput, CsafProductInput, CsafVulnerabilityInput } from './input.ts';

export interface CsafRecordInput {
  /** Format of the record; null where it is neither. */
  readonly format: 'cve' | 'osv' | null;
  readonly id: string;
  readonly vulnerability: CsafVulnerabilityInput;
  /** Products that the record calls affected; a list of the author's own goes before them. */
  readonly products: readonly CsafProductInput[];
  readonly losses: Losses;
}

/** Reads a record of the CVE Program or of OSV; never throws, whatever it is given. */
export function fromRecord(record: JsonObject): CsafRecordInput {
  if (textOf(member(record, 'cveMetadata'), 'cveId') !== undefined) return fromCve(record);
  if (textOf(record, 'id') !== undefined && textOf(record, 'modified') !== undefined) {
    return fromOsv(record);
  }
  const losses = new Losses();
  losses.note('', 'It is neither a CVE record nor one of OSV.');
  return { format: null, id: '', vulnerability: {}, products: [], losses };
}

const CWE = /^CWE-[1-9][0-9]{0,5}$/;
const CVE = /^CVE-[0-9]{4}-[0-9]{4,19}$/;

function fromCve(record: JsonObject): CsafRecordInput {
  const losses = new Losses();
  const metadata = member(record, 'cveMetadata');
  const containers = member(record, 'containers');
  // The CNA speaks first; what others add stands behind.
  const all = [member(containers, 'cna'), ...objectsOf(containers, 'adp')].filter(
    (each) => each !== undefined,
  );
  const id = textOf(metadata, 'cveId') ?? '';
  const title = textOf(all[0], 'title');
  const published = zoned(textOf(metadata, 'datePublished'));
  const problems = all.flatMap((each) => objectsOf(each, 'problemTypes'));
  const cwes = problems
    .flatMap((problem) => objectsOf(problem, 'descriptions'))
    .map((entry) => textOf(entry, 'cweId') ?? '')
    .filter((text) => CWE.test(text));
  const metrics = all.flatMap((each) => objectsOf(each, 'metrics'));
  const vulnerability: CsafVulnerabilityInput = {
    cve: id,
    ...(title === undefined ? {} : { title }),
    cwes: [...new Set(cwes)],
    cvss: [...new Set(metrics.flatMap(vectorsIn))],
    notes: notesOf(objectsOf(all[0], 'descriptions')),
    references: all
      .flatMap((each) => objectsOf(each, 'references'))
      .map((entry) => ({ url: textOf(entry, 'url') ?? '', summary: textOf(entry, 'name') ?? '' }))
      .filter(({ url }) => url !== ''),
    ...(published === undefined ? {} : { disclosed: published }),
  };
  const products = objectsOf(all[0], 'affected').flatMap((entry, i) =>
    cveProducts(entry, `/containers/cna/affected/${i}`, losses),
  );
  return { format: 'cve', id, vulnerability, products, losses };
}

/** CVE records may leave the zone out, which then is UTC. */
function zoned(time: string | undefined): string | undefined {
  return time === undefined || /(?:[Zz]|[+-]\d\d:\d\d)$/.test(time) ? time : `${time}Z`;
}

function vectorsIn(metric: JsonObject): string[] {
  return ['cvssV4_0', 'cvssV3_1', 'cvssV3_0', 'cvssV2_0'].flatMap((name) => {
    const vector = textOf(member(metric, name), 'vectorString');
    return vector === undefined ? [] : [vector];
  });
}

function notesOf(descriptions: readonly JsonObject[]): CsafNoteInput[] {
  return descriptions.flatMap((entry) => {
    const text = textOf(entry, 'value');
    if (text === undefined || text === '') return [];
    const lang = textOf(entry, 'lang') ?? '';
    const foreign = lang !== '' && !/^en\b/i.test(lang);
    return [
      { category: 'description', text, ...(foreign ? { title: `Description (${lang})` } : {}) },
    ];
  });
}

function cveProducts(entry: JsonObject, path: string, losses: Losses): CsafProductInput[] {
  const vendor = textOf(entry, 'vendor') ?? textOf(entry, 'collectionURL');
  const name = textOf(entry, 'product') ?? textOf(entry, 'packageName');
  if (!vendor || !name) {
    losses.note(path, 'It names no vendor and product.');
    return [];
  }
  const cpe = textsOf(entry, 'cpes')[0];
  const shared = { vendor, name, ...(cpe === undefined ? {} : { cpe }) };
  const versions = objectsOf(entry, 'versions');
  if (versions.length === 0) {
    if (textOf(entry, 'defaultStatus') !== 'affected') return [];
    return [{ ...shared, status: 'known_affected' }];
  }
  return versions.flatMap((version, i): CsafProductInput[] => {
    const place = `${path}/versions/${i}`;
    if (textOf(version, 'status') !== 'affected') return [];
    if (textOf(version, 'versionType') === 'git') {
      losses.note(place, 'Commits have no order that a version range could state.');
      return [];
    }
    const range = cveRange(version);
    const stated = textOf(version, 'version') ?? '';
    if (range === null && (stated === '' || stated === '*')) {
      return [{ ...shared, status: 'known_affected' }];
    }
    // A CPE of the product says nothing of a single version.
    return range === null
      ? [{ vendor, name, version: stated, status: 'known_affected' }]
      : [{ ...shared, range, status: 'known_affected' }];
  });
}

const NO_BEGINNING: ReadonlySet<string> = new Set(['', '0', '*', 'n/a', 'unspecified']);

/** The range as CSAF writes it: VERS for Semantic Versioning, else comparators. */
function cveRange(version: JsonObject): string | null {
  const start = textOf(version, 'version') ?? '';
  const below = textOf(version, 'lessThan');
  const upTo = textOf(version, 'lessThanOrEqual');
  const end = below ?? upTo;
  if (end === undefined) return null;
  const low = NO_BEGINNING.has(start) ? [] : [`>=${start}`];
  const high = end === '*' ? [] : [`${below === undefined ? '<=' : '<'}${end}`];
  const steps = [...low, ...high];
  if (steps.length === 0) return null;
  const semantic = textOf(version, 'versionType') === 'semver';
  return semantic ? `vers:semver/${steps.join('|')}` : steps.join('|');
}

function fromOsv(record: JsonObject): CsafRecordInput {
  const losses = new Losses();
  const id = textOf(record, 'id') ?? '';
  const names = [...new Set([id, ...textsOf(record, 'aliases')])];
  const cves = names.filter((name) => CVE.test(name));
  if (cves.length > 1) losses.note('/aliases', `It has several CVE ids; ${cves[0]} was taken.`);
  const [title, details] = [textOf(record, 'summary'), textOf(record, 'details')];
  const published = textOf(record, 'published');
  const withdrawn = textOf(record, 'withdrawn');
  if (withdrawn !== undefined) losses.note('/withdrawn', `The record was withdrawn ${withdrawn}.`);
  const text = details ?? title;
  const vulnerability: CsafVulnerabilityInput = {
    ...(cves[0] === undefined ? {} : { cve: cves[0] }),
    ids: names
      .filter((name) => !CVE.test(name))
      .map((name) => ({ system_name: systemOf(name), text: name })),
    ...(title === undefined ? {} : { title }),
    cwes: textsOf(member(record, 'database_specific'), 'cwe_ids').filter((name) => CWE.test(name)),
    cvss: [
      ...new Set(objectsOf(record, 'severity').map((item) => textOf(item, 'score') ?? '')),
    ].filter(Boolean),
    notes: text === undefined ? [] : [{ category: 'description', text }],
    references: objectsOf(record, 'references')
      .map((entry) => ({ url: textOf(entry, 'url') ?? '' }))
      .filter(({ url }) => url !== ''),
    ...(published === undefined ? {} : { disclosed: published }),
  };
  const products = objectsOf(record, 'affected').flatMap((entry, i) =>
    osvProducts(entry, `/affected/${i}`, losses),
  );
  return { format: 'osv', id, vulnerability, products, losses };
}

/** Names under which people know the databases. */
function systemOf(id: string): string {
  const prefix = id.slice(0, id.indexOf('-'));
  return SYSTEMS.get(prefix) ?? (prefix === '' ? 'OSV' : prefix);
}

const SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['GHSA', 'GitHub Security Advisory'],
  ['PYSEC', 'Python Packaging Advisory Database'],
  ['RUSTSEC', 'RustSec Advisory Database'],
  ['GO', 'Go Vulnerability Database'],
  ['JVNDB', 'JVN iPedia'],
]);

function osvProducts(entry: JsonObject, path: string, losses: Losses): CsafProductInput[] {
  const named = member(entry, 'package');
  const [ecosystem, name] = [textOf(named, 'ecosystem'), textOf(named, 'name')];
  if (!ecosystem || !name) {
    losses.note(path, 'It names no package.');
    return [];
  }
  const purl = textOf(named, 'purl');
  const shared = { vendor: ecosystem, name, ...(purl === undefined ? {} : { purls: [purl] }) };
  const found: CsafProductInput[] = [];
  objectsOf(entry, 'ranges').forEach((range, i) => {
    const place = `${path}/ranges/${i}`;
    const events = objectsOf(range, 'events') as unknown as readonly OsvEvent[];
    if (textOf(range, 'type') === 'GIT') {
      losses.note(place, 'Commits have no order that a version range could state.');
      return;
    }
    const made = versFromOsvEvents(schemeOf(ecosystem), events);
    if (!made.ok) {
      losses.note(place, made.issues[0]?.message ?? 'The range cannot be stated as VERS.');
      return;
    }
    found.push({ ...shared, range: formatVers(made.value), status: 'known_affected' });
    for (const { fixed } of events) {
      if (typeof fixed === 'string')
        found.push({ vendor: ecosystem, name, version: fixed, status: 'fixed' });
    }
  });
  if (found.length > 0) return found;
  return textsOf(entry, 'versions').map((version) => ({
    vendor: ecosystem,
    name,
    version,
    status: 'known_affected',
  }));
}

function schemeOf(ecosystem: string): string {
  return ecosystemOf(ecosystem)?.scheme ?? ecosystem.toLowerCase();
}
