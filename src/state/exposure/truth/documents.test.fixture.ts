/** The statements of the truth table as the documents that they are short for. */
import type { JsonObject, JsonValue } from '../../../core/json/index.ts';

/** `ECOSYSTEM > NAME > RANGES`; without the first two those of the head. */
export function osvDocument(statement: string, ecosystem: string, name: string): JsonObject {
  const parts = statement.split(' > ');
  const [eco, pkg, said] = parts.length === 3 ? parts : [ecosystem, name, statement];
  const words = (said ?? '').split(' ').filter((word) => word !== '');
  const withdrawn: JsonObject =
    words[0] === 'withdrawn' ? { withdrawn: '2026-02-01T00:00:00Z' } : {};
  const ranges = words.filter((word) => word !== 'withdrawn' && !word.startsWith('{'));
  const listed = words.find((word) => word.startsWith('{'));
  return {
    id: 'OSV-1',
    modified: '2026-01-01T00:00:00Z',
    ...withdrawn,
    affected: [
      {
        package: { ecosystem: eco as string, name: pkg as string },
        ...(ranges.length > 0 ? { ranges: ranges.map(osvRange) } : {}),
        ...(listed === undefined ? {} : { versions: listed.slice(1, -1).split(',') }),
      },
    ],
  };
}

function osvRange(text: string): JsonObject {
  const type = text.startsWith('#') ? 'GIT' : text.startsWith('~') ? 'SEMVER' : 'ECOSYSTEM';
  const [introduced = '0', end = ''] = text.replace(/^[#~]/, '').split('..');
  const last: JsonObject = end.startsWith('=')
    ? { last_affected: end.slice(1) }
    : end.startsWith('<')
      ? { limit: end.slice(1) }
      : { fixed: end };
  return { type, events: end === '' ? [{ introduced }] : [{ introduced }, last] };
}

/** Parts between `;`; `adp` begins another container. */
export function cveDocument(statement: string): JsonObject {
  const containers: Record<string, JsonValue>[] = [{ affected: [] }];
  let state = 'PUBLISHED';
  for (const part of statement.split(';').map((each) => each.trim())) {
    const container = containers.at(-1) as { affected: JsonObject[] };
    const entry = container.affected.at(-1) as Record<string, JsonValue> | undefined;
    if (part === 'adp') containers.push({ affected: [] });
    else if (part === 'rejected') state = 'REJECTED';
    else if (part.startsWith('default=') && entry !== undefined) {
      entry.defaultStatus = part.slice(8);
    } else if (/^(?:affected|unaffected|unknown) /.test(part) && entry !== undefined) {
      entry.versions = [...((entry.versions as JsonObject[]) ?? []), cveVersion(part)];
    } else container.affected.push(cveProduct(part));
  }
  const [cna, ...adp] = containers;
  return {
    cveMetadata: { cveId: 'CVE-2026-0001', state },
    containers: {
      cna: cna as JsonObject,
      adp: adp.map((each) => ({ ...each, providerMetadata: { shortName: 'other' } })),
    },
  };
}

function cveProduct(part: string): JsonObject {
  const words = part.split(' ');
  const named = new Map(words.map((word) => word.split(/=(.*)/s).slice(0, 2) as [string, string]));
  const purl = named.get('purl');
  if (purl !== undefined) return { packageURL: purl };
  const url = named.get('url');
  if (url !== undefined) return { collectionURL: url, packageName: named.get('name') ?? '' };
  return { vendor: words[0] ?? '', product: words[1] ?? '' };
}

function cveVersion(part: string): JsonObject {
  const words = part.split(' ');
  const [status = '', version = ''] = words;
  const entry: Record<string, JsonValue> = { status, version };
  const end = words.find((word, i) => i > 1 && word.startsWith('<'));
  if (end !== undefined) {
    entry[end.startsWith('<=') ? 'lessThanOrEqual' : 'lessThan'] = end.replace(/^<=?/, '');
    entry.versionType = words[3] ?? '';
  }
  const at = words.indexOf('changes');
  if (at > 0) entry.changes = [{ at: words[at + 1] ?? '', status: words[at + 2] ?? '' }];
  return entry;
}

/** ` || ` between configurations, ` & ` between nodes, ` , ` and ` + ` between matches. */
export function nvdDocument(statement: string): JsonObject {
  const rejected = statement.startsWith('rejected ');
  const said = statement.replace('rejected ', '');
  const configurations = said === 'none' ? [] : said.split(' || ').map(nvdConfiguration);
  return {
    id: 'CVE-2026-0001',
    vulnStatus: rejected ? 'Rejected' : said === 'none' ? 'Awaiting Analysis' : 'Analyzed',
    lastModified: '2026-01-01T00:00:00.000',
    configurations,
  };
}

function nvdConfiguration(text: string): JsonObject {
  const nodes = text.split(' & ').map((node) => {
    const negate = node.startsWith('!');
    const all = node.includes(' + ');
    const matches = node.replace(/^!/, '').split(/ [,+] /);
    return { operator: all ? 'AND' : 'OR', negate, cpeMatch: matches.map(nvdMatch) };
  });
  return { ...(nodes.length > 1 ? { operator: 'AND' } : {}), nodes };
}

function nvdMatch(text: string): JsonObject {
  const [, weak = '', name = '', range] = /^(~?)([^[(]*)([[(].*)?$/.exec(text) ?? [];
  const match: Record<string, JsonValue> = { vulnerable: weak === '', criteria: cpe(name) };
  if (range !== undefined) {
    const [start = '', end = ''] = range.slice(1, -1).split(',');
    const [from, to] = [range.startsWith('['), range.endsWith(']')];
    if (start !== '') match[from ? 'versionStartIncluding' : 'versionStartExcluding'] = start;
    if (end !== '') match[to ? 'versionEndIncluding' : 'versionEndExcluding'] = end;
  }
  return match;
}

/** `part:vendor:product:version[:update]` as a formatted string; anything else as it is. */
export function cpe(short: string): string {
  if (!/^[aoh]:/.test(short)) return short;
  const values = short.replaceAll('\\\\', '\\').split(':');
  return `cpe:2.3:${values.join(':')}${':*'.repeat(11 - values.length)}`;
}

const CATEGORIES = { withdrawn: 'csaf_withdrawn', superseded: 'csaf_superseded' } as const;

/** `status NAME{range} in NAME`, several between ` ; `. */
export function csafDocument(statement: string): JsonObject {
  const [first = ''] = statement.split(' ');
  const marked = Object.hasOwn(CATEGORIES, first) || first === '2.1';
  const said = marked ? statement.slice(first.length + 1) : statement;
  const tree = new CsafTree(first === '2.1');
  const status: Record<string, string[]> = {};
  const remediations: JsonObject[] = [];
  for (const part of said.split(' ; ')) {
    const [body = '', category] = part.split(' ! ');
    const [list = ''] = body.split(' ');
    const names = body.slice(list.length + 1).split(' in ');
    const id = tree.add(names);
    status[list] = [...(status[list] ?? []), id];
    if (category !== undefined) remediations.push({ category, details: 'x', product_ids: [id] });
  }
  return {
    document: {
      category: CATEGORIES[first as keyof typeof CATEGORIES] ?? 'csaf_security_advisory',
      csaf_version: first === '2.1' ? '2.1' : '2.0',
      publisher: { name: 'Publisher', namespace: 'https://publisher.example' },
      tracking: { id: 'ADV-1', current_release_date: '2026-01-01T00:00:00Z', version: '1' },
    },
    product_tree: tree.json(),
    vulnerabilities: [{ cve: 'CVE-2026-0001', product_status: status, remediations }],
  };
}

class CsafTree {
  readonly #paths: boolean;
  readonly #branches: JsonObject[] = [];
  readonly #combined: JsonObject[] = [];
  #ids = 0;

  constructor(paths: boolean) {
    this.#paths = paths;
  }

  add(names: readonly string[]): string {
    const ids = names.map((name) => this.#product(name));
    const [first = '', ...others] = ids;
    if (others.length === 0) return first;
    if (!this.#paths) return others.reduce((part, whole) => this.#relate(part, whole), first);
    const id = this.#next();
    this.#combined.push({
      beginning_product_reference: first,
      subpaths: others.map((each) => ({
        category: 'installed_on',
        next_product_reference: each,
      })),
      full_product_name: { name: id, product_id: id },
    });
    return id;
  }

  json(): JsonObject {
    const list = this.#paths ? 'product_paths' : 'relationships';
    return { branches: this.#branches, [list]: this.#combined };
  }

  #next(): string {
    return `P-${++this.#ids}`;
  }

  #relate(part: string, whole: string): string {
    const id = this.#next();
    this.#combined.push({
      category: 'default_component_of',
      product_reference: part,
      relates_to_product_reference: whole,
      full_product_name: { name: id, product_id: id },
    });
    return id;
  }

  #product(text: string): string {
    const [, name = '', range] = /^(.*?)(?:\{(.*)\})?$/.exec(text) ?? [];
    const id = this.#next();
    const [vendor, product, version] = name.startsWith('name:')
      ? name.slice(5).split('/')
      : ['Vendor', `Product ${id}`, ''];
    const last =
      range !== undefined
        ? { category: 'product_version_range', name: range }
        : version !== undefined && version !== ''
          ? { category: 'product_version', name: version }
          : { category: 'specification', name: 'x' };
    const helper = helperOf(name);
    const full = {
      name: id,
      product_id: id,
      ...(helper === null ? {} : { product_identification_helper: helper }),
    };
    const leaf = { ...last, product: full };
    const middle = { category: 'product_name', name: product ?? '', branches: [leaf] };
    this.#branches.push({ category: 'vendor', name: vendor ?? '', branches: [middle] });
    return id;
  }
}

function helperOf(name: string): JsonObject | null {
  const [, kind = '', value = ''] = /^([a-z]+):(.*)$/s.exec(name) ?? [];
  switch (kind) {
    case 'pkg':
      return { purl: name };
    case 'cpe':
      return { cpe: name };
    case 'hash': {
      const [algorithm = '', digest = ''] = value.split(':');
      return { hashes: [{ filename: 'x', file_hashes: [{ algorithm, value: digest }] }] };
    }
    case 'serial':
      return { serial_numbers: [value] };
    case 'model':
      return { model_numbers: [value] };
    case 'sku':
      return { skus: [value] };
    default:
      return null;
  }
}

export interface VexCase {
  readonly documents: readonly JsonObject[];
  readonly ignores: readonly JsonObject[];
}

/** `AUTHOR STATUS PRODUCT [of PART] [about ID] [at HOUR]`, several between ` ; `, or a rule. */
export function vexCase(statement: string): VexCase {
  if (statement === '-') return { documents: [], ignores: [] };
  if (statement.startsWith('ignore ')) return { documents: [], ignores: [rule(statement)] };
  return { documents: statement.split(' ; ').map(vexDocument), ignores: [] };
}

function vexDocument(text: string, index: number): JsonObject {
  const [author = '', status = '', product = '', ...more] = text.split(' ');
  const option = (name: string) => more[more.indexOf(name) + 1] as string;
  const has = (name: string) => more.includes(name);
  const hour = has('at') ? option('at').padStart(2, '0') : '01';
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': `https://example.test/vex/${index}`,
    author,
    timestamp: `2026-01-01T${hour}:00:00Z`,
    version: 1,
    statements: [
      {
        vulnerability: { name: has('about') ? option('about') : 'CVE-2026-0001' },
        products: [
          { '@id': product, ...(has('of') ? { subcomponents: [{ '@id': option('of') }] } : {}) },
        ],
        status,
        justification: 'component_not_present',
        action_statement: 'update',
      },
    ],
  };
}

function rule(text: string): JsonObject {
  const given = text.split(' ').slice(1);
  const named = Object.fromEntries(given.map((each) => each.split(/=(.*)/s).slice(0, 2)));
  const ends: Readonly<Record<string, string>> = {
    '+': '2027-01-01T00:00:00Z',
    '-': '2026-01-02T00:00:00Z',
  };
  const { expires, ...others } = named as Record<string, string>;
  const end: JsonObject = expires === undefined ? {} : { expires: ends[expires] ?? expires };
  return { reason: 'looked at', author: 'Aoi', ...others, ...end };
}
