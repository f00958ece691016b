/**
 * 6.2.42: what the branches of a product say and what its CPE and package URLs say. Each category
 * has a counterpart in a helper; what a helper cannot say is left out of the comparison.
 */
import { splitCpe } from '../schema/patterns.ts';
import type { Product } from './products.ts';
import { eachText, textOf } from './values.ts';

export interface HelperFault {
  /** Place below the helper, e.g. `cpe`, `purls/1`. */
  readonly member: string;
  readonly message: string;
}

/** Names of the branches of a product by category. */
type Categories = ReadonlyMap<string, string>;

export function helperFaults(product: Product): HelperFault[] {
  const categories = new Map<string, string>();
  for (const { category, name } of product.branch?.line ?? []) categories.set(category, name);
  const faults: HelperFault[] = [];
  const cpe = textOf(product.helper.cpe);
  if (cpe !== undefined) {
    const message = cpeFault(cpe, categories);
    if (message !== null) faults.push({ member: 'cpe', message });
  }
  eachText(product.helper.purls, (purl, i) => {
    const message = purlFault(purl, categories);
    if (message !== null) faults.push({ member: `purls/${i}`, message });
  });
  return faults;
}

const ATTRIBUTES = [
  'part',
  'vendor',
  'product',
  'version',
  'update',
  'edition',
  'language',
  'sw_edition',
  'target_sw',
  'target_hw',
  'other',
] as const;

type Attributes = ReadonlyMap<string, string>;

/** `*` where the CPE says nothing; a URI of 2.2 ends after its seventh component. */
function attributesOf(cpe: string): Attributes {
  const formatted = cpe.startsWith('cpe:2.3:');
  const parts = formatted ? splitCpe(cpe.slice(8)) : cpe.slice(5).split(':').map(decode);
  return new Map(ATTRIBUTES.map((name, i) => [name, parts[i] || '*']));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Which categories say what a CPE attribute says. */
const CPE_COUNTERPARTS: readonly (readonly [attribute: string, categories: readonly string[]])[] = [
  ['vendor', ['vendor']],
  ['product', ['product_name', 'product_family']],
  ['version', ['product_version', 'product_version_range']],
  ['update', ['patch_level', 'service_pack']],
  ['edition', ['specification']],
  ['language', ['language']],
  ['sw_edition', ['specification']],
  ['target_sw', ['platform', 'host_name']],
  ['target_hw', ['architecture', 'platform']],
  ['other', ['specification']],
];

/** Categories that a CPE can always say, with the attribute in which it does. */
const CPE_NEEDED: readonly (readonly [category: string, attribute: string])[] = [
  ['vendor', 'vendor'],
  ['product_name', 'product'],
  ['product_version', 'version'],
  ['patch_level', 'update'],
  ['service_pack', 'update'],
  ['language', 'language'],
  ['architecture', 'target_hw'],
];

function cpeFault(cpe: string, categories: Categories): string | null {
  const attributes = attributesOf(cpe);
  const of = (name: string) => attributes.get(name) ?? '*';
  for (const [category, attribute] of CPE_NEEDED) {
    const value = of(attribute);
    const name = categories.get(category);
    if (name === undefined) continue;
    if (value === '*' || value === '-')
      return `The CPE does not say the ${category} in ${attribute}.`;
    if (hasWildcard(value) && !/[*?]/.test(name)) {
      return `The CPE has a wildcard in ${attribute}; the ${category} has none.`;
    }
  }
  const version = categories.get('product_version');
  if (version !== undefined && !aligns(version, of('version'), of('update'))) {
    return `The version of the CPE (${of('version')}) is not that of the branch (${version}).`;
  }
  for (const [attribute, known] of CPE_COUNTERPARTS) {
    const value = of(attribute);
    if (value === '*' || value === '-' || known.some((category) => categories.has(category)))
      continue;
    return `The CPE says ${attribute} ${value}, which no branch says.`;
  }
  return null;
}

/** Wildcards that no backslash escapes. */
function hasWildcard(value: string): boolean {
  return /[*?]/.test(value.replace(/\\./g, ''));
}

function aligns(branch: string, version: string, update: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/\\(.)/g, '$1')
      .toLowerCase()
      .replace(/^v(?=\d)/, '');
  const stated = plain(branch);
  const exact = plain(version);
  if (stated === exact) return true;
  const joined = update === '*' || update === '-' ? exact : `${exact}${plain(update)}`;
  return stated.replace(/[^a-z0-9]/g, '') === joined.replace(/[^a-z0-9]/g, '') && joined !== exact;
}

/** Types whose packages have a namespace; for others a vendor cannot be said. */
const NAMESPACED: ReadonlySet<string> = new Set(
  'alpm apk bitbucket composer deb github golang huggingface maven rpm swift'.split(' '),
);

function purlFault(purl: string, categories: Categories): string | null {
  const plain = purl.split('#')[0]?.split('?') ?? [];
  const path = (plain[0] ?? '').replace(/^pkg:\/*/, '');
  const at = path.lastIndexOf('@');
  const version = at < 0 ? '' : decode(path.slice(at + 1));
  const [type = '', ...segments] = (at < 0 ? path : path.slice(0, at)).split('/');
  const namespace = segments.slice(0, -1).join('/');
  if (categories.has('vendor') && NAMESPACED.has(type.toLowerCase()) && namespace === '') {
    return 'The package URL has no namespace, which would say the vendor.';
  }
  const stated = categories.get('product_version');
  if (stated !== undefined && version === '') return 'The package URL does not say the version.';
  if (stated !== undefined && !aligns(stated, version, '*') && !withoutEpoch(stated, version)) {
    return `The version of the package URL (${version}) is not that of the branch (${stated}).`;
  }
  return null;
}

/** An epoch stands in a qualifier of the package URL. */
function withoutEpoch(stated: string, version: string): boolean {
  return stated.replace(/^\d+:/, '').toLowerCase() === version.toLowerCase();
}
