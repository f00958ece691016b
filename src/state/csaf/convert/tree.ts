/** Converts /product_tree (CSAF 2.1 §9.1.18). */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/index.ts';
import { readRange, singleVersion } from '../model/ranges.ts';
import { listOf, objectOf, textOf } from '../model/values.ts';
import { isCpe } from '../schema/patterns.ts';
import { unescapedStars } from '../tests/mandatory-products.ts';
import { HASH_ALGORITHMS } from '../tests/recommended-products.ts';
import { type Ledger, mapEach, mapObject } from './ledger.ts';

export function convertTree(tree: JsonObject, ledger: Ledger, complete: boolean): JsonObject {
  const product = (value: JsonValue, path: string) =>
    isJsonObject(value) ? convertProduct(value, path, ledger, complete) : value;
  const { relationships, ...rest } = mapObject(tree, {
    branches: (value) => convertBranches(value, '/product_tree/branches', ledger, product),
    full_product_names: (value) => mapEach(value, '/product_tree/full_product_names', product),
  });
  if (relationships === undefined) return rest;
  const paths = listOf(relationships).map((item, i) =>
    productPath(objectOf(item), `/product_tree/relationships/${i}`, product),
  );
  return { ...rest, product_paths: paths };
}

type Convert = (value: JsonValue, path: string) => JsonValue;

/** A relationship is a product path of one step. */
function productPath(item: JsonObject, path: string, product: Convert): JsonObject {
  return {
    beginning_product_reference: item.product_reference ?? '',
    full_product_name: product(item.full_product_name ?? {}, `${path}/full_product_name`),
    subpaths: [
      {
        category: item.category ?? '',
        next_product_reference: item.relates_to_product_reference ?? '',
      },
    ],
  };
}

/** The depth of branches is bounded by the JSON reader. */
function convertBranches(
  value: JsonValue,
  path: string,
  ledger: Ledger,
  product: Convert,
): JsonValue {
  return mapEach(value, path, (item, place) => {
    if (!isJsonObject(item)) return item;
    const branch = mapObject(item, {
      branches: (inner) => convertBranches(inner, `${place}/branches`, ledger, product),
      product: (inner) => product(inner, `${place}/product`),
    });
    return convertBranch(branch, place, ledger);
  });
}

function convertBranch(branch: JsonObject, path: string, ledger: Ledger): JsonObject {
  if (branch.category === 'legacy') {
    ledger.note(`${path}/category`, 'The category legacy was replaced by product_name.');
    return { ...branch, category: 'product_name' };
  }
  if (branch.category !== 'product_version_range') return branch;
  const name = textOf(branch.name) ?? '';
  const range = readRange(name);
  const single = singleVersion(range);
  const [only, ...more] = range.constraints;
  const open = more.length === 0 && (only?.comparator === '>=' || only?.comparator === '>');
  if (single !== undefined && range.fault?.startsWith('it is a single') !== false) {
    ledger.note(
      path,
      `The range ${name} is the single version ${single}; its category was changed.`,
    );
    return { ...branch, category: 'product_version', name: single };
  }
  if (open && range.fault === null && only !== undefined) {
    ledger.note(path, `The range ${name} has no upper end; it became the version ${only.version}.`);
    return { ...branch, category: 'product_version', name: only.version };
  }
  return branch;
}

function convertProduct(
  product: JsonObject,
  path: string,
  ledger: Ledger,
  complete: boolean,
): JsonObject {
  const place = `${path}/product_identification_helper`;
  return mapObject(product, {
    product_identification_helper: (value) => {
      const helper = convertHelper(objectOf(value), place, ledger, complete);
      return Object.keys(helper).length === 0 ? undefined : helper;
    },
  });
}

function convertHelper(
  helper: JsonObject,
  path: string,
  ledger: Ledger,
  complete: boolean,
): JsonObject {
  const { purl, ...rest } = mapObject(helper, {
    cpe: (value) => {
      if (typeof value !== 'string' || isCpe(value)) return value;
      ledger.note(`${path}/cpe`, `The invalid CPE ${value} was removed.`);
      return undefined;
    },
    hashes: (value) =>
      mapEach(value, `${path}/hashes`, (item, place) => convertHashes(item, place, ledger)),
    ...Object.fromEntries(
      ['model_numbers', 'serial_numbers', 'skus'].map((name) => [
        name,
        (value: JsonValue) => convertNumbers(value, `${path}/${name}`, ledger, complete),
      ]),
    ),
  });
  return purl === undefined ? rest : { ...rest, purls: [purl] };
}

function convertHashes(item: JsonValue, path: string, ledger: Ledger): JsonValue {
  if (!isJsonObject(item)) return item;
  return mapObject(item, {
    file_hashes: (value) =>
      mapEach(value, `${path}/file_hashes`, (hash, place) =>
        isJsonObject(hash)
          ? mapObject(hash, {
              algorithm: (name) => algorithmOf(name, `${place}/algorithm`, ledger),
              value: (text) => (typeof text === 'string' ? text.toLowerCase() : text),
            })
          : hash,
      ),
  });
}

function algorithmOf(value: JsonValue, path: string, ledger: Ledger): JsonValue {
  if (typeof value !== 'string') return value;
  const lower = value.toLowerCase();
  const spelled = [lower, lower.replace(/^sha-(?=[0-9])/, 'sha'), lower.replace(/_/g, '-')];
  const known = spelled.find((name) => HASH_ALGORITHMS.has(name));
  if (known !== undefined) return known;
  ledger.note(path, `The hash algorithm ${value} is unknown; it was written in lower case.`);
  return lower;
}

/** Numbers were open at their end in 2.0; 2.1 says so with a star. */
function convertNumbers(
  value: JsonValue,
  path: string,
  ledger: Ledger,
  complete: boolean,
): JsonValue | undefined {
  const made = mapEach(value, path, (item, place) => {
    if (typeof item !== 'string') return item;
    const escaped = item.replaceAll('\\', '\\\\');
    const starred = complete || escaped.endsWith('*') ? escaped : `${escaped}*`;
    if (unescapedStars(starred) > 1) {
      ledger.note(place, `${item} would have several stars and was removed.`);
      return undefined;
    }
    if (starred !== escaped)
      ledger.note(place, `A star was added to ${item}: it was open at its end.`);
    return starred;
  });
  return Array.isArray(made) && made.length === 0 ? undefined : made;
}
