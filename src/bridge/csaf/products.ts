/** The product tree of a CSAF document: every product by its id, with its names. */
import type { Source } from '../mapping/index.ts';

/** What the branches above a product, or the product itself, call it. */
export interface BranchNames {
  readonly vendor?: string;
  readonly product_name?: string;
  readonly product_version?: string;
}

/** One full product name. */
export interface CsafProduct {
  readonly id: string;
  /** The full product name; reading of it carries nothing yet. */
  readonly source: Source;
  /** Branches from the root of the tree to it. */
  readonly branches: readonly Source[];
  /** For a product within others (2.0 relationships, 2.1 product paths): where it is defined. */
  readonly path?: Source;
}

/** Products by id, in the order of the document; the first of an id stays. */
export function productsOf(document: Source): ReadonlyMap<string, CsafProduct> {
  const tree = document.at('product_tree');
  const products = new Map<string, CsafProduct>();
  const enter = (source: Source, branches: readonly Source[], path?: Source) => {
    const id = source.seeText('product_id');
    if (id === undefined || products.has(id)) return;
    products.set(id, { id, source, branches, ...(path === undefined ? {} : { path }) });
  };
  const work = tree.items('branches').map((branch): readonly Source[] => [branch]);
  work.reverse();
  for (let way = work.pop(); way !== undefined; way = work.pop()) {
    const branch = way.at(-1) as Source;
    enter(branch.at('product'), way);
    const inner = branch.items('branches');
    for (let i = inner.length - 1; i >= 0; i--) work.push([...way, inner[i] as Source]);
  }
  for (const source of tree.items('full_product_names')) enter(source, []);
  for (const list of ['relationships', 'product_paths']) {
    for (const path of tree.items(list)) enter(path.at('full_product_name'), [], path);
  }
  return products;
}

const NAMING = new Set(['vendor', 'product_name', 'product_version']);

/** Names out of the branches, which the result carries. */
export function branchNames(product: CsafProduct): BranchNames {
  const names: Record<string, string> = {};
  for (const branch of product.branches) {
    const category = branch.textIf('category', (text) => NAMING.has(text));
    const name = category === undefined ? undefined : branch.text('name');
    if (category !== undefined && name !== undefined) names[category] = name;
  }
  return names;
}

/** Package URLs: one in 2.0, several in 2.1. */
export function purlsOf(product: CsafProduct, fits: (purl: string) => boolean): string[] {
  const helper = product.source.at('product_identification_helper');
  const one = helper.textIf('purl', fits);
  return [...(one === undefined ? [] : [one]), ...helper.texts('purls', fits)];
}

/** The first package URL; the result carries no other. */
export function firstPurlOf(
  product: CsafProduct,
  fits: (purl: string) => boolean,
): string | undefined {
  let found = false;
  return purlsOf(product, (purl) => {
    if (found || !fits(purl)) return false;
    found = true;
    return true;
  })[0];
}

/** Groups of products by their ids. */
export function groupsOf(document: Source): ReadonlyMap<string, Source> {
  const groups = new Map<string, Source>();
  for (const group of document.at('product_tree').items('product_groups')) {
    const id = group.seeText('group_id');
    if (id !== undefined && !groups.has(id)) groups.set(id, group);
  }
  return groups;
}

/** The version of CSAF that the document states; 2.0 where it does not say. */
export function csafVersionOf(document: Source): '2.0' | '2.1' {
  return document.at('document').seeText('csaf_version') === '2.1' ? '2.1' : '2.0';
}
