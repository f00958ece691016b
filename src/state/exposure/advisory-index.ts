/** Records by the names they speak of: a component meets only those that may be about it. */
import type { JsonObject } from '../../core/json/index.ts';
import { entriesOf, member, objectsOf, textOf } from '../../core/json/view.ts';
import { foldedName, packageOf } from '../cve/index.ts';
import { baseOf } from '../osv/index.ts';
import { ecosystemOf, nameKey } from '../purl/index.ts';
import type { Component } from '../sbom/index.ts';
import type { Identity } from './identity.ts';

export class AdvisoryIndex {
  readonly #osv = new Map<string, JsonObject[]>();
  readonly #cve = new Map<string, JsonObject[]>();
  /** Ecosystems of which at least one record speaks. */
  readonly ecosystems = new Set<string>();
  /** There are CVE records at all. */
  readonly hasCve: boolean;

  constructor(records: readonly JsonObject[]) {
    let cves = 0;
    for (const record of records) {
      if (member(record, 'cveMetadata') !== undefined) {
        cves++;
        this.#addCve(record);
      } else if (Array.isArray(member(record, 'affected'))) this.#addOsv(record);
    }
    this.hasCve = cves > 0;
  }

  osvFor({ ecosystem, names }: Identity): readonly JsonObject[] {
    const found = names.flatMap((name) => this.#osv.get(osvKey(ecosystem, name)) ?? []);
    return [...new Set(found)];
  }

  cveFor({ purl, cpes }: Component): readonly JsonObject[] {
    const keys = [packageOf(purl), ...cpes.map((cpe) => productKey(...vendorAndProduct(cpe)))];
    const found = keys.flatMap((key) => (key === null ? [] : (this.#cve.get(key) ?? [])));
    return [...new Set(found)];
  }

  #addOsv(record: JsonObject): void {
    for (const entry of entriesOf(record, 'affected')) {
      const named = member(entry, 'package');
      const ecosystem = textOf(named, 'ecosystem');
      const name = textOf(named, 'name');
      if (ecosystem === undefined || name === undefined) continue;
      this.ecosystems.add(baseOf(ecosystem));
      enter(this.#osv, osvKey(ecosystem, name), record);
    }
  }

  #addCve(record: JsonObject): void {
    const containers = member(record, 'containers');
    const all = [member(containers, 'cna'), ...objectsOf(containers, 'adp')];
    for (const entry of all.flatMap((each) => objectsOf(each, 'affected'))) {
      const key = packageOf(textOf(entry, 'packageURL'));
      if (key !== null) enter(this.#cve, key, record);
      const product = productKey(textOf(entry, 'vendor'), textOf(entry, 'product'));
      if (product !== null) enter(this.#cve, product, record);
    }
  }
}

/** Vendor and product of a CPE 2.3 name, unescaped; undefined where it names none. */
export function vendorAndProduct(
  cpe: string,
): readonly [vendor: string | undefined, product: string | undefined] {
  // A colon within a component is escaped: it separates nothing.
  const parts = /^cpe:2\.3:[aho]:([^:]+):([^:]+):/.exec(cpe.replaceAll('\\:', '\u0000'));
  return [named(parts?.[1]), named(parts?.[2])];
}

function named(part: string | undefined): string | undefined {
  if (part === undefined || part === '*' || part === '-') return undefined;
  return part.replaceAll('\u0000', ':').replaceAll(/\\(.)/g, '$1');
}

function enter(index: Map<string, JsonObject[]>, key: string, record: JsonObject): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [record]);
  else if (known.at(-1) !== record) known.push(record);
}

function osvKey(ecosystem: string, name: string): string {
  const rule = ecosystemOf(ecosystem)?.names;
  return `${baseOf(ecosystem)}\n${rule === undefined ? name : nameKey(rule, name)}`;
}

function productKey(vendor: string | undefined, product: string | undefined): string | null {
  if (vendor === undefined || product === undefined) return null;
  return `${foldedName(vendor)}\n${foldedName(product)}`;
}
