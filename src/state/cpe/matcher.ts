/**
 * Finds, among many criteria, those that mean an asset, without comparing it with each: by part,
 * vendor and product together, so that it makes no difference how many vendors share a name.
 */
import { type Criterion, isWithin, matchCriterion } from './criterion.ts';
import { type CpeVersion, compareCpeVersions, versionOfName } from './version.ts';
import { ANY, ATTRIBUTES, type CpeValue, hasWildcard, NA, type Wfn } from './wfn.ts';

interface Entry<T> {
  readonly criterion: Criterion;
  readonly value: T;
  /** Nothing but part, vendor, product and the range has to be looked at. */
  readonly simple: boolean;
}

/** Criteria of one product. */
interface Product<T> {
  /** By the exact version, where the criterion has one. */
  readonly byVersion: Map<CpeValue, Entry<T>[]>;
  /** With a range, or for every version; sorted by the end of the range when it is first asked. */
  ranged: Entry<T>[];
  sorted: boolean;
}

/** An asset's name with what every question needs, worked out once. */
export interface CpeAsset {
  readonly name: Wfn;
  /** Null when part, vendor or product are not definite. */
  readonly key: string | null;
  /** Null when the version is unknown, NA or a pattern. */
  readonly version: CpeVersion | null;
}

/** Prepares a name, for many questions about it. */
export function prepareAsset(name: Wfn): CpeAsset {
  const { part, vendor, product, version, update } = name;
  const unknown = version === ANY || version === NA || hasWildcard(version);
  return {
    name,
    key: isWide(part) || isWide(vendor) || isWide(product) ? null : keyOf(name),
    version: unknown ? null : versionOfName(version, update),
  };
}

/** Attributes beyond version: where all are ANY, they exclude nothing. */
const REST = ATTRIBUTES.slice(ATTRIBUTES.indexOf('version') + 1);

export class CpeMatcher<T> {
  readonly #products = new Map<string, Product<T>>();
  /** Criteria whose part, vendor or product is ANY or has wildcards. */
  readonly #wide: Entry<T>[] = [];
  #size = 0;

  /** Number of criteria. */
  get size(): number {
    return this.#size;
  }

  /** Adds a criterion with what is given back for it. */
  add(criterion: Criterion, value: T): void {
    this.#size++;
    const { name } = criterion;
    const entry = { criterion, value, simple: REST.every((attribute) => name[attribute] === ANY) };
    if (isWide(name.part) || isWide(name.vendor) || isWide(name.product)) {
      this.#wide.push(entry);
      return;
    }
    const product = this.#product(keyOf(name));
    if (name.version === ANY || hasWildcard(name.version)) {
      product.ranged.push(entry);
      product.sorted = false;
    } else {
      const list = product.byVersion.get(name.version);
      if (list === undefined) product.byVersion.set(name.version, [entry]);
      else list.push(entry);
    }
  }

  /** Values of the criteria that mean the asset. */
  match(asset: Wfn): T[] {
    const found: T[] = [];
    this.each(prepareAsset(asset), (value) => found.push(value));
    return found;
  }

  /** Calls `visit` for every criterion that means the asset. */
  each(asset: CpeAsset, visit: (value: T, criterion: Criterion) => void): void {
    const { name, key } = asset;
    for (const { criterion, value } of this.#wide) {
      if (matchCriterion(criterion, name) === 'yes') visit(value, criterion);
    }
    // An asset without a definite product can only be meant by criteria that are as wide.
    const product = key === null ? undefined : this.#products.get(key);
    if (product === undefined) return;
    const exact = product.byVersion.get(name.version);
    if (exact !== undefined) {
      for (const { criterion, value, simple } of exact) {
        if (isPlain(criterion, simple) || matchCriterion(criterion, name) === 'yes') {
          visit(value, criterion);
        }
      }
    }
    if (product.ranged.length > 0) eachRanged(product, asset, visit);
  }

  #product(key: string): Product<T> {
    let product = this.#products.get(key);
    if (product === undefined) {
      product = { byVersion: new Map(), ranged: [], sorted: true };
      this.#products.set(key, product);
    }
    return product;
  }
}

function isWide(value: CpeValue): boolean {
  return value === ANY || hasWildcard(value);
}

/** Values contain no line feed. */
function keyOf({ part, vendor, product }: Wfn): string {
  return `${part}\n${vendor}\n${product}`;
}

/** The exact version is right already, and nothing else is asked. */
function isPlain({ start, end }: Criterion, simple: boolean): boolean {
  return simple && start === null && end === null;
}

/** Criteria whose range ends before the asset's version are passed over by halving. */
function eachRanged<T>(
  product: Product<T>,
  asset: CpeAsset,
  visit: (value: T, criterion: Criterion) => void,
): void {
  if (!product.sorted) sortByEnd(product);
  const { ranged } = product;
  const { version } = asset;
  const first = version === null ? 0 : firstNotEnded(ranged, version);
  for (let index = first; index < ranged.length; index++) {
    const { criterion, value, simple } = ranged[index] as Entry<T>;
    const { name, start, end } = criterion;
    const means =
      simple && name.version === ANY && version !== null
        ? isWithin(version, start, end)
        : matchCriterion(criterion, asset.name) === 'yes';
    if (means) visit(value, criterion);
  }
}

function sortByEnd<T>(product: Product<T>): void {
  product.ranged.sort((a, b) => compareEnds(a.criterion, b.criterion));
  product.sorted = true;
}

/** An open end comes last. */
function compareEnds(a: Criterion, b: Criterion): number {
  if (a.end === null || b.end === null) return (a.end === null ? 1 : 0) - (b.end === null ? 1 : 0);
  return compareCpeVersions(a.end.version, b.end.version);
}

function firstNotEnded<T>(ranged: readonly Entry<T>[], version: CpeVersion): number {
  let low = 0;
  let high = ranged.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { end } = (ranged[middle] as Entry<T>).criterion;
    if (end !== null && compareCpeVersions(end.version, version) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
