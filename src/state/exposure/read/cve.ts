/** CVE records as statements: one for each entry of `affected` and each applicability of a container. */
import type { JsonObject } from '../../../core/json/index.ts';
import { entriesOf, member, objectsOf, textOf, textsOf } from '../../../core/json/view.ts';
import { timestampKey } from '../../../core/timestamp.ts';
import { containersOf } from '../../cve/containers.ts';
import { buildPurl, ECOSYSTEMS, type Purl, packageOfPurl, parsePurl } from '../../purl/index.ts';
import { productKey, purlKey } from '../keys.ts';
import { type ReadRecord, type Statement, silent } from '../statement.ts';
import { configurationsOf } from './nvd.ts';

export function isCveRecord(document: JsonObject): boolean {
  return member(document, 'cveMetadata') !== undefined;
}

export function readCve(record: JsonObject): ReadRecord {
  const metadata = member(record, 'cveMetadata');
  const id = textOf(metadata, 'cveId') ?? '';
  const identity = `cve:${id}`;
  const revision = timestampKey(zoned(textOf(metadata, 'dateUpdated') ?? ''));
  const head = { id, source: 'cve', aliases: [id], upstream: [] };
  if (textOf(metadata, 'state') === 'REJECTED') {
    const cna = member(member(record, 'containers'), 'cna');
    return silent(identity, revision, head, textsOf(cna, 'replacedBy'));
  }
  const covers = new Set<string>();
  const statements: Statement[] = [];
  for (const { source, value } of containersOf(record)) {
    objectsOf(value, 'affected').forEach((entry, index) => {
      const statement = entryStatement(entry, index, source, covers);
      if (statement !== null) statements.push(statement);
    });
    statements.push(...configurationsOf(entriesOf(value, 'cpeApplicability'), source));
  }
  return {
    identity,
    revision,
    head,
    withdrawn: false,
    replacedBy: [],
    unanalysed: false,
    statements,
    covers: [...covers].map((ecosystem) => ({ ecosystem, release: null })),
  };
}

/** Times of CVE records may leave out the zone: it is then GMT. */
function zoned(time: string): string {
  return /[zZ]$|[+-][0-9]{2}:[0-9]{2}$/.test(time) || time === '' ? time : `${time}Z`;
}

function entryStatement(
  entry: JsonObject,
  index: number,
  source: string,
  covers: Set<string>,
): Statement | null {
  const keys: string[] = [];
  const stated = parsePurl(textOf(entry, 'packageURL') ?? '');
  for (const purl of [stated.ok ? stated.value : null, collectionPurl(entry)]) {
    if (purl === null) continue;
    keys.push(purlKey(purl));
    const found = packageOfPurl(purl)?.ecosystem;
    // What upstream says of a distribution's package is no data of the distribution.
    if (found !== undefined && found.releases !== true) covers.add(found.osv);
  }
  const [vendor, product] = [nameOf(entry, 'vendor'), nameOf(entry, 'product')];
  if (vendor !== null && product !== null) keys.push(productKey(vendor, product));
  if (keys.length === 0) return null;
  return { kind: 'cve', keys, body: bodyOf(entry, index, source) };
}

/** "n/a" is what is written where no name is known: it is the name of nothing. */
function nameOf(entry: JsonObject, member: 'vendor' | 'product'): string | null {
  const name = textOf(entry, member);
  return name === undefined || /^(?:n\/a|unknown|unspecified|\s*)$/i.test(name) ? null : name;
}

/** Registries that records name as collectionURL, and the package URL types of their packages. */
const COLLECTIONS: readonly (readonly [host: RegExp, type: string])[] = [
  [/^(?:registry\.npmjs\.org|(?:www\.)?npmjs\.com)$/, 'npm'],
  [/^(?:www\.)?pypi\.(?:org|python\.org)$/, 'pypi'],
  [
    /^(?:repo\d?\.maven\.apache\.org|repo1?\.maven\.org|central\.sonatype\.com|mvnrepository\.com)$/,
    'maven',
  ],
  [/^(?:www\.)?crates\.io$/, 'cargo'],
  [/^(?:www\.)?rubygems\.org$/, 'gem'],
  [/^(?:www\.|api\.)?nuget\.org$/, 'nuget'],
  [/^(?:repo\.)?packagist\.org$/, 'composer'],
  [/^(?:pkg\.go\.dev|proxy\.golang\.org)$/, 'golang'],
  [/^(?:www\.)?hex\.pm$|^repo\.hex\.pm$/, 'hex'],
  [/^(?:www\.)?pub\.dev$/, 'pub'],
];

function collectionPurl(entry: JsonObject): Purl | null {
  const name = textOf(entry, 'packageName');
  const host = /^https?:\/\/([^/:?#]+)/i.exec(textOf(entry, 'collectionURL') ?? '')?.[1];
  if (name === undefined || host === undefined) return null;
  const type = COLLECTIONS.find(([hosts]) => hosts.test(host.toLowerCase()))?.[1];
  const row = ECOSYSTEMS.find((each) => each.type === type);
  if (type === undefined || row === undefined) return null;
  const at = row.join === undefined ? -1 : name.lastIndexOf(row.join);
  const built = buildPurl({
    type,
    namespace: at < 0 ? null : name.slice(0, at),
    name: at < 0 ? name : name.slice(at + 1),
  });
  return built.ok ? built.value : null;
}

function bodyOf(entry: JsonObject, index: number, source: string): JsonObject {
  const body: Record<string, JsonObject[string]> = { source, index };
  for (const name of ['versions', 'defaultStatus', 'platforms', 'modules', 'cpes']) {
    const value = member(entry, name);
    if (value !== undefined) body[name] = value;
  }
  return body;
}
