/** Which entries of `affected` speak of a product. */
import type { JsonObject } from '../../../core/json/value.ts';
import { textOf, textsOf } from '../../../core/json/view.ts';
import { formatPurl, parsePurl } from '../../purl/index.ts';

/** The product asked for: by one of the three names of the format, narrowed by platform and module. */
export interface CveProduct {
  readonly vendor?: string;
  readonly product?: string;
  readonly collectionURL?: string;
  readonly packageName?: string;
  /** With or without version; the version is not compared. */
  readonly packageURL?: string;
  readonly platform?: string;
  readonly module?: string;
}

/** True when the entry is about the product (and platform and module, where they are asked for). */
export function speaksOf(entry: JsonObject, product: CveProduct): boolean {
  return (
    isNamed(entry, product) &&
    covers(entry, 'platforms', product.platform) &&
    covers(entry, 'modules', product.module)
  );
}

function isNamed(entry: JsonObject, product: CveProduct): boolean {
  if (product.packageURL !== undefined && namesPackage(entry, product.packageURL)) return true;
  if (product.packageName !== undefined && product.collectionURL !== undefined) {
    const name = textOf(entry, 'packageName');
    const collection = textOf(entry, 'collectionURL');
    if (name === product.packageName && sameUrl(collection, product.collectionURL)) return true;
  }
  if (product.vendor === undefined || product.product === undefined) return false;
  return (
    sameName(textOf(entry, 'vendor'), product.vendor) &&
    sameName(textOf(entry, 'product'), product.product)
  );
}

function namesPackage(entry: JsonObject, asked: string): boolean {
  const stated = packageOf(textOf(entry, 'packageURL'));
  return stated !== null && stated === packageOf(asked);
}

/** A package URL without what does not tell packages apart; null where it is none. */
export function packageOf(text: string | undefined): string | null {
  const purl = text === undefined ? null : parsePurl(text);
  if (purl === null || !purl.ok) return null;
  return formatPurl({ ...purl.value, version: null, qualifiers: {}, subpath: null });
}

function sameName(stated: string | undefined, asked: string): boolean {
  return stated !== undefined && foldedName(stated) === foldedName(asked);
}

/** Vendors and products are names, written by people: case and outer space do not tell them apart. */
export function foldedName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

function sameUrl(stated: string | undefined, asked: string): boolean {
  return stated !== undefined && bare(stated) === bare(asked);
}

function bare(url: string): string {
  const text = url.endsWith('/') ? url.slice(0, -1) : url;
  const host = /^[a-z]+:\/\/[^/]*/i.exec(text)?.[0] ?? '';
  return host.toLowerCase() + text.slice(host.length);
}

/**
 * Without a list the entry is about all (definition platforms). Who asks for no platform asks for
 * all of them, so that an entry for some still speaks.
 */
function covers(
  entry: JsonObject,
  name: 'platforms' | 'modules',
  asked: string | undefined,
): boolean {
  const listed = textsOf(entry, name);
  if (asked === undefined || listed.length === 0) return true;
  return listed.some((item) => sameName(item, asked));
}
