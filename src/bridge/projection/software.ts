/** Products as observables of type software (STIX 2.1 §6.14). */
import type { Identifier } from '../../event/stix/types.ts';
import { parseCpe } from '../../state/cpe/index.ts';
import { formatPurl, parsePurl } from '../../state/purl/index.ts';
import type { Projector } from './projector.ts';

/** What is known of a product. */
export interface Product {
  readonly name?: string | undefined;
  readonly vendor?: string | undefined;
  readonly version?: string | undefined;
  readonly cpe?: string | undefined;
  readonly purl?: string | undefined;
}

/**
 * The observables of a product, one for each way in which it is named; none where nothing names it.
 * STIX has no place for a package URL, and names of packages repeat between registries: a package is
 * named by its URL without the version, so that two sources that speak of one package have one
 * observable.
 */
export function softwareOf(projector: Projector, product: Product): Identifier[] {
  const found: Identifier[] = [];
  const { name, vendor, version } = product;
  const parsed = product.purl === undefined ? null : parsePurl(product.purl);
  if (parsed?.ok) {
    const bare = formatPurl({ ...parsed.value, version: null });
    const exact = parsed.value.version ?? version;
    found.push(projector.observe('software', { name: bare, version: exact }));
  }
  const cpe = product.cpe !== undefined && isCpe23(product.cpe) ? product.cpe : undefined;
  if (name !== undefined && (found.length === 0 || cpe !== undefined || vendor !== undefined)) {
    found.push(projector.observe('software', { name, cpe, vendor, version }));
  }
  return found;
}

/** `cpe` holds a name of version 2.3. */
export function isCpe23(text: string): boolean {
  return text.startsWith('cpe:2.3:') && parseCpe(text).ok;
}
