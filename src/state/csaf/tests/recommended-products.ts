/** Recommended tests on products and their identification. */
import { isJsonObject, type JsonValue } from '../../../core/json/index.ts';
import { hasCounterpart } from '../model/families.ts';
import { helperFaults } from '../model/identification.ts';
import { eachMetric } from '../model/metrics.ts';
import type { CsafModel } from '../model/model.ts';
import { isUpperOpen, readRange } from '../model/ranges.ts';
import { eachObject, eachText, listOf, textOf } from '../model/values.ts';
import { AFFECTED, FIXED } from '../model/vulnerability.ts';
import type { Ports } from '../ports.ts';
import { plainName, profileOf } from '../profiles.ts';
import { canonicalText } from '../schema/same.ts';
import { eachReference, quote } from './mandatory-products.ts';
import { eachRange } from './mandatory-ranges.ts';

import type { Report } from './test.ts';

/** 6.2.1: what is defined is used; an informational advisory need not use its products. */
export function unusedProductId(model: CsafModel, report: Report): void {
  if (profileOf(model.category, model.version) === 'csaf_informational_advisory') return;
  const used = new Set<string>();
  eachReference(model, (id) => used.add(id));
  for (const product of model.tree.products) {
    if (product.id === '' || used.has(product.id)) continue;
    report(`${product.path}/product_id`, `The product id ${quote(product.id)} is not used.`);
  }
}

const AFFECTED_LISTS = ['first_affected', 'known_affected', 'last_affected'] as const;

/** 6.2.2: what is or may be affected has a remediation. */
export function missingRemediation(model: CsafModel, report: Report): void {
  for (const { value, status, path } of model.vulnerabilities) {
    const given = new Set<string>();
    eachObject(value.remediations, (item) => model.productsOf(item, (id) => given.add(id)));
    for (const name of [...AFFECTED_LISTS, 'under_investigation']) {
      eachText(status[name], (id, i) => {
        if (given.has(id)) return;
        report(`${path}/product_status/${name}/${i}`, `${quote(id)} has no remediation.`);
      });
    }
  }
}

/** 6.2.3: what is affected has a score (2.0) or a metric (2.1). */
export function missingMetric(model: CsafModel, report: Report): void {
  for (const vulnerability of model.vulnerabilities) {
    const scored = new Set<JsonValue>();
    eachMetric(model, vulnerability, ({ products }) => {
      for (const id of products) scored.add(id);
    });
    for (const name of AFFECTED_LISTS) {
      eachText(vulnerability.status[name], (id, i) => {
        if (scored.has(id)) return;
        const place = `${vulnerability.path}/product_status/${name}/${i}`;
        report(place, `No score covers the product ${quote(id)}.`);
      });
    }
  }
}

/** 6.2.8 and 6.2.9: a weak algorithm is not the only one of a file. */
export function onlyHashAlgorithm(weak: string) {
  return (model: CsafModel, report: Report): void => {
    for (const product of model.tree.products) {
      eachObject(product.helper.hashes, (hash, i) => {
        const names = listOf(hash.file_hashes).map((item) =>
          isJsonObject(item) ? textOf(item.algorithm)?.toLowerCase().replace('-', '') : undefined,
        );
        if (names.length === 0 || names.some((name) => name !== weak)) return;
        const place = `${product.path}/product_identification_helper/hashes/${i}/file_hashes`;
        report(place, `${weak} is the only hash algorithm of the file.`);
      });
    }
  };
}

/** 6.2.16. */
export function missingHelper(model: CsafModel, report: Report): void {
  for (const product of model.tree.products) {
    if (product.value.product_identification_helper !== undefined) continue;
    report(product.path, `${quote(product.id)} has no product_identification_helper.`);
  }
}

const VERS = /^vers:[a-z.\-+][a-z0-9.\-+]*\/./;

/** 6.2.18. */
export function rangeWithoutVers(model: CsafModel, report: Report): void {
  for (const branch of model.tree.branches) {
    if (branch.category !== 'product_version_range' || VERS.test(branch.name)) continue;
    report(`${branch.path}/name`, `${quote(branch.name)} is no VERS.`);
  }
}

/** 6.2.31: hardware is combined with software by a product path. */
export function hardwareAndSoftware(model: CsafModel, report: Report): void {
  const parts = new Set(model.tree.combined.flatMap((item) => item.parts.map(({ id }) => id)));
  for (const product of model.tree.products) {
    const { helper } = product;
    if (helper.serial_numbers === undefined && helper.model_numbers === undefined) continue;
    if (parts.has(product.id)) continue;
    report(product.path, `No product path refers to the hardware product ${quote(product.id)}.`);
  }
}

const HELPERS = [
  'cpe',
  'hashes',
  'model_numbers',
  'purls',
  'sbom_urls',
  'serial_numbers',
  'skus',
  'x_generic_uris',
] as const;

/** 6.2.32: a helper identifies one product. */
export function sameHelper(model: CsafModel, report: Report): void {
  for (const name of HELPERS) {
    const owners = new Map<string, string>();
    for (const product of model.tree.products) {
      const value = product.helper[name];
      if (value === undefined) continue;
      const items = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
      const path = `${product.path}/product_identification_helper/${name}`;
      items.forEach((item, i) => {
        const key = typeof item === 'string' ? item : helperKey(item);
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, path);
        else if (owner !== path) {
          const place = Array.isArray(value) ? `${path}/${i}` : path;
          report(place, `The same value identifies the product at ${owner} too.`);
        }
      });
    }
  }
}

/** Equal objects have equal keys; the order of the lists in them does not count. */
function helperKey(item: JsonValue): string {
  if (!isJsonObject(item) || !Array.isArray(item.file_hashes)) return canonicalText(item);
  const hashes = (item.file_hashes as readonly JsonValue[]).map(canonicalText).sort();
  return canonicalText({ ...item, file_hashes: hashes });
}

/** 6.2.39.1: what is affected is fixed in another version, unless it is clear that none exists. */
export function missingFixedProduct(model: CsafModel, report: Report): void {
  if (profileOf(model.category, model.version) !== 'csaf_security_advisory') return;
  for (const vulnerability of model.vulnerabilities) {
    const counterpart = hasCounterpart(model, vulnerability, FIXED);
    const without = new Set<string>();
    const fixable = new Set<string>();
    eachObject(vulnerability.value.remediations, (item) => {
      const category = textOf(item.category) ?? '';
      if (NO_FIX.has(category)) model.productsOf(item, (id) => without.add(id));
      if (category === 'vendor_fix') model.productsOf(item, (id) => fixable.add(id));
    });
    for (const [id, groups] of vulnerability.groups) {
      if ((groups & AFFECTED) === 0 || counterpart(id)) continue;
      if (without.has(id) && !fixable.has(id) && !endsBefore(model, id)) continue;
      const message = `No fixed version that corresponds to the affected product ${quote(id)} is listed.`;
      report(`${vulnerability.path}/product_status`, message);
    }
  }
}

const NO_FIX: ReadonlySet<string> = new Set(['fix_planned', 'no_fix_planned', 'none_available']);

/** The product is a range that ends before a version: that version is likely to be fixed. */
function endsBefore(model: CsafModel, id: string): boolean {
  const line = model.products.get(id)?.branch?.line ?? [];
  const branch = line.find(({ category }) => category === 'product_version_range');
  return branch !== undefined && readRange(branch.name).constraints.at(-1)?.comparator === '<';
}

/** 6.2.42. */
export function inconsistentHelper(model: CsafModel, report: Report): void {
  for (const product of model.tree.products) {
    if (product.branch === null) continue;
    for (const { member, message } of helperFaults(product)) {
      report(`${product.path}/product_identification_helper/${member}`, message);
    }
  }
}

/** 6.2.48: "Open Source" is no vendor. */
export function misuseAtVendorName(model: CsafModel, report: Report): void {
  for (const branch of model.tree.branches) {
    if (branch.category !== 'vendor') continue;
    if (plainName(branch.name).replace(/\p{Cf}/gu, '') !== 'opensource') continue;
    report(`${branch.path}/name`, `${quote(branch.name)} names no vendor.`);
  }
}

/** 6.2.49. */
export function upperOpenRange(model: CsafModel, report: Report): void {
  eachRange(model, (range, branch) => {
    if (!isUpperOpen(range)) return;
    report(`${branch.path}/name`, `${quote(branch.name)} has no upper end.`);
  });
}

/** 6.2.51. */
export function unknownVersType(
  model: CsafModel,
  report: Report,
  { vers }: Ports,
): string | undefined {
  if (vers === undefined) return 'No list of VERS types is at hand.';
  eachRange(model, ({ kind, scheme }, branch) => {
    if (kind !== 'vers' || (vers.isRegistered(scheme) && vers.isSupported(scheme))) return;
    const which = vers.isRegistered(scheme)
      ? 'is registered and not supported here'
      : 'is not officially registered';
    report(`${branch.path}/name`, `The VERS type ${quote(scheme)} ${which}.`);
  });
  return undefined;
}

/** Digests of OpenSSL 3.4 as §3.1.10.3.2 lists them. */
export const HASH_ALGORITHMS: ReadonlySet<string> = new Set(
  `blake2b512 blake2s256 md4 md5 md5-sha1 mdc2 ripemd ripemd160 rmd160 sha1 sha224 sha256 sha3-224
   sha3-256 sha3-384 sha3-512 sha384 sha512 sha512-224 sha512-256 shake128 shake256 sm3 ssl3-md5
   ssl3-sha1 whirlpool`.split(/\s+/),
);

/** 6.2.52. */
export function unknownHashAlgorithm(model: CsafModel, report: Report): void {
  for (const product of model.tree.products) {
    eachObject(product.helper.hashes, (hash, i) => {
      eachObject(hash.file_hashes, ({ algorithm }, j) => {
        const name = textOf(algorithm);
        if (name === undefined || HASH_ALGORITHMS.has(name)) return;
        const place = `${product.path}/product_identification_helper/hashes/${i}/file_hashes/${j}/algorithm`;
        report(
          place,
          `The hash algorithm ${quote(name)} is none of those that the standard mentions.`,
        );
      });
    });
  }
}
