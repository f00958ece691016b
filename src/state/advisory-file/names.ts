/**
 * Under which names a record is looked up, and a component asks. Names are coarser than the rules
 * by which a statement meets a component: what is found under a name is a candidate, and the engine
 * decides; what is not found there could not have been decided otherwise.
 */
import type { JsonObject, JsonValue } from '../../core/json/index.ts';
import { entriesOf, member, objectsOf, textOf, textsOf } from '../../core/json/view.ts';
import { parseCpe, plain } from '../cpe/index.ts';
import { containersOf } from '../cve/index.ts';
import { type Identity, identify, readSystem } from '../exposure/index.ts';
import { kindOf } from '../exposure-report/index.ts';
import { nvdMatches } from '../nvd/index.ts';
import { baseOf } from '../osv/index.ts';
import { packageOfPurl, parsePurl } from '../purl/index.ts';
import type { Component } from '../sbom/index.ts';
import { type ProductNames, readVexDocument } from '../vex/index.ts';

/** Names of a record, the first of them the one beside whose others it is kept. */
export function namesOfRecord(record: JsonObject): readonly string[] {
  switch (kindOf(record)) {
    case 'osv':
      return distinct(osvNames(record));
    case 'cve':
      return distinct(cveNames(record));
    case 'nvd':
      return distinct(nvdMatches(record).flatMap(({ criteria }) => cpeNames(criteria)));
    case 'csaf':
      return distinct(csafNames(record));
    case 'vex':
      return distinct(vexNames(record));
    default:
      return [];
  }
}

/** Every name under which something may be said of a component. */
export function namesOfComponent(component: Component, distro: string | null): readonly string[] {
  const { purl, cpes, hashes, identifiers, name, swid } = component;
  const identified = identify(component, distro === null ? null : readSystem(distro));
  const packages = identified.ok ? packageNames(identified.identity) : [];
  const others = identifiers.map(({ value }) => value);
  return distinct([
    ...packages,
    ...[purl ?? '', ...others].flatMap(purlNames),
    ...[...cpes, ...others].flatMap(cpeNames),
    ...hashes.map(({ value }) => `h\n${value.toLowerCase()}`),
    ...[purl, ...cpes, swid, ...others].flatMap((each) => (each ? [`i\n${each}`] : [])),
    `n\n${coarse(name)}`,
  ]);
}

/** Source packages and module paths among them; advisories name them by package URL, too. */
function packageNames({ ecosystem, names, purl }: Identity): readonly string[] {
  return names.flatMap(({ name }) => [
    ...(ecosystem === null ? [] : [packageName(ecosystem, name)]),
    `p\n${purl.type}\n${coarse(name)}`,
    `n\n${coarse(name)}`,
  ]);
}

/** The vulnerability whose record it is; null for documents of many. */
export function ownIdOf(record: JsonObject): string | null {
  return textOf(member(record, 'cveMetadata'), 'cveId') ?? textOf(record, 'id') ?? null;
}

/**
 * Vulnerabilities whose own records belong to this one: by other names, in what it is made of, and
 * in place of a rejected one. Their state and their severity count wherever they are named.
 */
export function linksOf(record: JsonObject): readonly string[] {
  const own = ownIdOf(record);
  return distinct([
    ...(own === null ? [] : [own]),
    ...textsOf(record, 'aliases'),
    ...textsOf(record, 'upstream'),
    ...textsOf(member(member(record, 'containers'), 'cna'), 'replacedBy'),
    ...objectsOf(record, 'vulnerabilities').flatMap((each) => textOf(each, 'cve') ?? []),
    ...objectsOf(record, 'statements').flatMap(
      (each) => textOf(member(each, 'vulnerability'), 'name') ?? [],
    ),
  ]);
}

/** What makes two texts editions of one record: its format, publisher and id. */
export function identityOf(record: JsonObject): string | null {
  const kind = kindOf(record);
  const document = member(record, 'document');
  const id =
    textOf(member(record, 'cveMetadata'), 'cveId') ??
    textOf(member(document, 'tracking'), 'id') ??
    textOf(record, 'id') ??
    textOf(record, '@id') ??
    textOf(record, 'serialNumber');
  if (id === undefined || kind === 'other') return null;
  const publisher = textOf(member(document, 'publisher'), 'namespace') ?? '';
  return [kind, publisher, id].join('\n');
}

/** When the edition was made, as it says itself; empty where it does not. */
export function editionOf(record: JsonObject): string {
  const tracking = member(member(record, 'document'), 'tracking');
  const text =
    textOf(member(record, 'cveMetadata'), 'dateUpdated') ??
    textOf(tracking, 'current_release_date') ??
    textOf(record, 'modified') ??
    textOf(record, 'lastModified') ??
    textOf(record, 'last_updated') ??
    textOf(record, 'timestamp') ??
    '';
  return text === '' || /[zZ]$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`;
}

function osvNames(record: JsonObject): readonly string[] {
  return objectsOf(record, 'affected').flatMap((entry) => {
    const named = member(entry, 'package');
    const ecosystem = textOf(named, 'ecosystem') ?? '';
    const name = textOf(named, 'name');
    const own = name === undefined ? [] : [packageName(ecosystem, name)];
    return [...own, ...purlNames(textOf(named, 'purl') ?? '')];
  });
}

function cveNames(record: JsonObject): readonly string[] {
  return containersOf(record).flatMap(({ value }) => [
    ...objectsOf(value, 'affected').flatMap((entry) => [
      ...productName(textOf(entry, 'vendor'), textOf(entry, 'product')),
      ...purlNames(textOf(entry, 'packageURL') ?? ''),
      ...[textOf(entry, 'packageName') ?? []].flat().map((name) => `n\n${coarse(name)}`),
      ...textsOf(entry, 'cpes').flatMap(cpeNames),
    ]),
    ...nvdMatches({ configurations: entriesOf(value, 'cpeApplicability') }).flatMap(
      ({ criteria }) => cpeNames(criteria),
    ),
  ]);
}

/** Whatever a product tree calls its products, however they are put together. */
function csafNames(record: JsonObject): readonly string[] {
  const names: string[] = [];
  const next: JsonValue[] = [member(record, 'product_tree') ?? null];
  for (let each = next.pop(); each !== undefined; each = next.pop()) {
    if (Array.isArray(each)) next.push(...(each as readonly JsonValue[]));
    else if (typeof each === 'object' && each !== null) {
      const node = each as JsonObject;
      helperNames(member(node, 'product_identification_helper'), names);
      const category = textOf(node, 'category');
      const name = textOf(node, 'name');
      if (name !== undefined && (category === 'product_name' || category === undefined)) {
        names.push(`n\n${coarse(name)}`);
      }
      for (const [key, value] of Object.entries(node)) {
        if (key !== 'product_identification_helper' && typeof value === 'object') next.push(value);
      }
    }
  }
  return names;
}

function helperNames(helper: JsonValue | undefined, into: string[]): void {
  if (helper === undefined) return;
  const purls = [...textsOf(helper, 'purls'), textOf(helper, 'purl') ?? ''];
  into.push(...purls.flatMap(purlNames), ...cpeNames(textOf(helper, 'cpe') ?? ''));
  for (const hashes of objectsOf(helper, 'hashes')) {
    for (const each of objectsOf(hashes, 'file_hashes')) {
      into.push(`h\n${(textOf(each, 'value') ?? '').toLowerCase()}`);
    }
  }
  for (const list of ['model_numbers', 'serial_numbers', 'skus']) {
    into.push(...textsOf(helper, list).map((each) => `i\n${each}`));
  }
}

function vexNames(record: JsonObject): readonly string[] {
  const { statements } = readVexDocument(record);
  return statements.flatMap(({ product, subcomponents }) =>
    [product, ...subcomponents].flatMap(productNames),
  );
}

function productNames({ id, purls, cpes, hashes }: ProductNames): readonly string[] {
  return [
    `i\n${id}`,
    ...[id, ...purls].flatMap(purlNames),
    ...[id, ...cpes].flatMap(cpeNames),
    ...hashes.map((hash) => `h\n${hash.slice(hash.indexOf(':') + 1).toLowerCase()}`),
  ];
}

function packageName(ecosystem: string, name: string): string {
  return `o\n${baseOf(ecosystem)}\n${coarse(name)}`;
}

/** A package URL by its type and name; and as the package of the ecosystem that it is of. */
function purlNames(text: string): readonly string[] {
  if (!text.startsWith('pkg:')) return [];
  const parsed = parsePurl(text);
  if (!parsed.ok) return [];
  const found = packageOfPurl(parsed.value);
  const own = found === null ? [] : [packageName(found.ecosystem.osv, found.name)];
  return [...own, `p\n${parsed.value.type}\n${coarse(parsed.value.name)}`];
}

function cpeNames(text: string): readonly string[] {
  if (!text.startsWith('cpe:')) return [];
  const parsed = parseCpe(text);
  return parsed.ok ? productName(plain(parsed.value.vendor), plain(parsed.value.product)) : [];
}

function productName(vendor: string | undefined, product: string | undefined): readonly string[] {
  if (!vendor || !product) return [];
  return [`c\n${underscored(vendor)}\n${underscored(product)}`];
}

function underscored(name: string): string {
  return folded(name).replace(/[\s_]+/g, '_');
}

/**
 * The last word of a name, without what any rule of names may fold or leave out: scope or group,
 * the suffix of a Go major version, case, and which of `-`, `_`, `.` separates.
 */
function coarse(name: string): string {
  const whole = folded(name)
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .replace(/[/.]v[0-9]+$/, '');
  const last = whole.slice(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf(':')) + 1);
  return (last === '' ? whole : last).replace(/[-_.\s]+/g, '-');
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
