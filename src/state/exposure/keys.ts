/** Under which texts statements and components meet: equal keys mean "perhaps about it". */

import { ANY, hasWildcard, NA, type Wfn } from '../cpe/index.ts';
import { foldedName } from '../cve/index.ts';
import { baseOf } from '../osv/index.ts';
import { ecosystemOf, nameKey, type Purl, packageOfPurl } from '../purl/index.ts';

/** A package of OSV, in all releases. */
export function packageKey(ecosystem: string, name: string): string {
  const rule = ecosystemOf(ecosystem)?.names;
  return `o\n${baseOf(ecosystem)}\n${rule === undefined ? name : nameKey(rule, name)}`;
}

/** A package by its package URL, whatever its version and qualifiers. */
export function purlKey(purl: Purl): string {
  const found = packageOfPurl(purl);
  const { type, namespace, name } = purl;
  if (found === null || found.ecosystem.namespaces !== undefined) {
    return `p\n${type}\n${namespace ?? ''}\n${name}`;
  }
  return `p\n${type}\n${found.key}`;
}

/** A product by the names that people write. */
export function productKey(vendor: string, product: string): string {
  return `v\n${foldedName(vendor)}\n${foldedName(product)}`;
}

/** A product of a CPE name; null where part, vendor or product leave it open. */
export function cpeKey({ part, vendor, product }: Wfn): string | null {
  return isOpen(part) || isOpen(vendor) || isOpen(product)
    ? null
    : `c\n${part}\n${vendor}\n${product}`;
}

/** Criteria that mean many products. */
export const WIDE = 'w';

function isOpen(value: string): boolean {
  return value === ANY || value === NA || hasWildcard(value);
}

export function hashKey(algorithm: string, value: string): string {
  return `h\n${algorithm.toLowerCase().replaceAll(/[-_]/g, '')}:${value.toLowerCase()}`;
}

/** A device, by `serial`, `model` or `sku`; patterns are looked at for every device. */
export function deviceKey(kind: string, value: string): string {
  return /[*?]/.test(value) ? `d\n${kind}` : `d\n${kind}\n${value}`;
}
