/**
 * CSAF 2.0 and 2.1 as statements: one for each product that a vulnerability gives a status. A product
 * made of others (relationship, product path) is kept with all its parts.
 */
import type { JsonObject, JsonValue } from '../../../core/json/index.ts';
import { member, objectsOf, textOf, textsOf } from '../../../core/json/view.ts';
import { timestampKey } from '../../../core/timestamp.ts';
import { type Product, type ProductTree, readProductTree } from '../../csaf/model/products.ts';
import { packageOfPurl, parsePurl } from '../../purl/index.ts';
import type { ClaimStatus, Remedy } from '../model.ts';
import { type PartNames, partKeys } from '../part.ts';
import { type ReadRecord, type Statement, silent } from '../statement.ts';

/** Lists of product_status (§3.2.4.9) and what they say; `recommended` says nothing of a fault. */
const STATUSES: Readonly<Record<string, ClaimStatus>> = {
  known_affected: 'affected',
  first_affected: 'affected',
  last_affected: 'affected',
  known_not_affected: 'not_affected',
  fixed: 'fixed',
  first_fixed: 'fixed',
  under_investigation: 'under_investigation',
  unknown: 'undecidable',
};

export function isCsafDocument(document: JsonObject): boolean {
  return textOf(member(document, 'document'), 'csaf_version') !== undefined;
}

export function readCsaf(document: JsonObject): ReadRecord {
  const head = member(document, 'document');
  const tracking = member(head, 'tracking');
  const publisher = member(head, 'publisher');
  const id = textOf(tracking, 'id') ?? '';
  const author = textOf(publisher, 'name') ?? '';
  const time = textOf(tracking, 'current_release_date') ?? '';
  const identity = `csaf:${textOf(publisher, 'namespace') ?? author}:${id}`;
  const revision = `${timestampKey(time)} ${textOf(tracking, 'version') ?? ''}`;
  const named = { id, source: `csaf:${author}`, aliases: [], upstream: [], author, time };
  const covers = coversOf(document);
  // 2.1 §4.6, §4.7: what was withdrawn or superseded is kept for the record only.
  if (/^csaf_(?:withdrawn|superseded)$/.test(textOf(head, 'category') ?? '')) {
    return { ...silent(identity, revision, named), covers };
  }
  return {
    identity,
    revision,
    head: named,
    withdrawn: false,
    replacedBy: [],
    unanalysed: false,
    statements: new Reader(document).statements(),
    covers,
  };
}

/** Ecosystems whose packages the product tree names, in whatever release. */
function coversOf(document: JsonObject): ReadRecord['covers'] {
  const tree = readProductTree(treeOf(document));
  const found = new Set<string>();
  for (const { helper } of tree.products) {
    for (const text of purlsOf(helper)) {
      const purl = parsePurl(text);
      const ecosystem = purl.ok ? packageOfPurl(purl.value)?.ecosystem.osv : undefined;
      if (ecosystem !== undefined) found.add(ecosystem);
    }
  }
  return [...found].map((ecosystem) => ({ ecosystem, release: null }));
}

function treeOf(document: JsonObject): JsonObject {
  const tree = member(document, 'product_tree');
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree)
    ? (tree as JsonObject)
    : {};
}

/** Parts of parts; more than any real product has. */
const MOST_PARTS = 64;

class Reader {
  readonly #document: JsonObject;
  readonly #products = new Map<string, Product>();
  readonly #parts = new Map<string, readonly string[]>();
  readonly #groups = new Map<string, readonly string[]>();

  constructor(document: JsonObject) {
    this.#document = document;
    const tree: ProductTree = readProductTree(treeOf(document));
    for (const product of tree.products) {
      if (!this.#products.has(product.id)) this.#products.set(product.id, product);
    }
    for (const { product, parts } of tree.combined) {
      if (product !== null)
        this.#parts.set(
          product.id,
          parts.map(({ id }) => id),
        );
    }
    for (const { id, products } of tree.groups) {
      this.#groups.set(
        id,
        products.filter((each) => typeof each === 'string'),
      );
    }
  }

  statements(): Statement[] {
    return objectsOf(this.#document, 'vulnerabilities').flatMap((entry, index) =>
      this.#ofVulnerability(entry, index),
    );
  }

  #ofVulnerability(entry: JsonObject, index: number): Statement[] {
    const ids = idsOf(entry);
    const remedies = this.#remediesOf(entry);
    const reasons = this.#reasonsOf(entry);
    const statuses = member(entry, 'product_status');
    return Object.entries(STATUSES).flatMap(([list, status]) =>
      textsOf(statuses, list).flatMap((id): Statement[] => {
        const parts = this.#namesOf(id);
        if (parts.length === 0) return [];
        const body = {
          index,
          ids,
          list,
          status,
          product: id,
          parts,
          ...(remedies.has(id) ? { remedies: remedies.get(id) } : {}),
          ...(reasons.has(id) ? { because: reasons.get(id) } : {}),
        } as unknown as JsonObject;
        return [{ kind: 'csaf', keys: partKeys(parts[0] as PartNames), body }];
      }),
    );
  }

  /** The parts in their order, the component first; none where one is not in the tree. */
  #namesOf(id: string): PartNames[] {
    const flat: string[] = [];
    const seen = new Set<string>();
    const work = [id];
    for (let next = work.shift(); next !== undefined; next = work.shift()) {
      const parts = this.#parts.get(next);
      if (parts === undefined) flat.push(next);
      else if (seen.has(next) || seen.size > MOST_PARTS) return [];
      else {
        seen.add(next);
        work.unshift(...parts);
      }
    }
    const products = flat.map((each) => this.#products.get(each));
    if (products.some((each) => each === undefined)) return [];
    const names = products.map((product) => partOf(product as Product));
    const own = this.#parts.has(id) ? this.#products.get(id) : undefined;
    return own === undefined ? names : withOwn(names, partOf(own));
  }

  /** Products of an item, alone and through groups. */
  #idsOf(item: JsonObject): readonly string[] {
    const groups = textsOf(item, 'group_ids').flatMap((id) => this.#groups.get(id) ?? []);
    return [...textsOf(item, 'product_ids'), ...groups];
  }

  #remediesOf(entry: JsonObject): Map<string, Remedy[]> {
    const found = new Map<string, Remedy[]>();
    for (const item of objectsOf(entry, 'remediations')) {
      const restart = textOf(member(item, 'restart_required'), 'category');
      const entitlements = textsOf(item, 'entitlements');
      const remedy: Remedy = {
        category: textOf(item, 'category') ?? 'advice',
        details: textOf(item, 'details') ?? '',
        ...(restart === undefined ? {} : { restart }),
        ...(entitlements.length > 0 ? { entitlements } : {}),
      };
      for (const id of this.#idsOf(item)) found.set(id, [...(found.get(id) ?? []), remedy]);
    }
    return found;
  }

  /** Flags and impacts: why a product is not affected. */
  #reasonsOf(entry: JsonObject): Map<string, string> {
    const found = new Map<string, string>();
    for (const item of objectsOf(entry, 'threats')) {
      if (textOf(item, 'category') !== 'impact') continue;
      for (const id of this.#idsOf(item)) found.set(id, textOf(item, 'details') ?? '');
    }
    for (const item of objectsOf(entry, 'flags')) {
      for (const id of this.#idsOf(item)) found.set(id, textOf(item, 'label') ?? '');
    }
    return found;
  }
}

/** A name of the whole that identifies the component more closely than its part does. */
function withOwn(parts: readonly PartNames[], own: PartNames): PartNames[] {
  const [first, ...others] = parts;
  if (first === undefined) return [];
  const purls = own.purls.length > 0 ? own.purls : first.purls;
  const hashes = [...first.hashes, ...own.hashes];
  return [{ ...first, purls, hashes }, ...others];
}

/** cve, then those of ids that are ids of vulnerabilities and no numbers of a tracker. */
function idsOf(entry: JsonObject): string[] {
  const cve = textOf(entry, 'cve');
  const others = objectsOf(entry, 'ids').flatMap((each) => textOf(each, 'text') ?? []);
  return [
    ...(cve === undefined ? [] : [cve]),
    ...others.filter((id) => /^[A-Za-z]+-.*\d/.test(id)),
  ];
}

function purlsOf(helper: JsonObject): string[] {
  const purl = textOf(helper, 'purl');
  return [...(purl === undefined ? [] : [purl]), ...textsOf(helper, 'purls')];
}

function partOf({ helper, branch }: Product): PartNames {
  const named = new Map<string, string>();
  for (const { category, name } of branch?.line ?? []) named.set(category, name);
  const cpe = textOf(helper, 'cpe');
  const optional: Record<string, JsonValue | undefined> = {
    vendor: named.get('vendor'),
    product: named.get('product_name'),
    version: named.get('product_version'),
    range: named.get('product_version_range'),
  };
  return {
    purls: purlsOf(helper),
    cpes: cpe === undefined ? [] : [cpe],
    hashes: objectsOf(helper, 'hashes').flatMap((each) =>
      objectsOf(each, 'file_hashes').map((file) => [
        textOf(file, 'algorithm') ?? '',
        textOf(file, 'value') ?? '',
      ]),
    ),
    serials: textsOf(helper, 'serial_numbers'),
    models: textsOf(helper, 'model_numbers'),
    skus: textsOf(helper, 'skus'),
    ...Object.fromEntries(Object.entries(optional).filter(([, each]) => each !== undefined)),
  } as PartNames;
}
