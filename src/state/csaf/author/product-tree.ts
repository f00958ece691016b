/** The product tree: vendors, their products, their versions; what stands in what. */
import type { CsafVersion } from '../model/model.ts';
import { type Draft, type DraftValue, draftOf, Losses } from './draft.ts';
import type { CsafCombinedInput, CsafProductInput } from './input.ts';

export interface CsafBuiltTree {
  /** Absent where no product was given. */
  readonly tree?: Draft;
  /** Product id of each key. */
  readonly ids: ReadonlyMap<string, string>;
  readonly losses: Losses;
}

/** The key of a product that has none of its own. */
export function productKey({ key, vendor, name, version, range }: CsafProductInput): string {
  if (key !== undefined) return key;
  const stated = version ?? range;
  return stated === undefined ? `${vendor}/${name}` : `${vendor}/${name}@${stated}`;
}

/** Builds `product_tree`; ids count up as `CSAFPID-0001`, in the order of the input. */
export function buildProductTree(
  version: CsafVersion,
  products: readonly CsafProductInput[],
  combined: readonly CsafCombinedInput[] = [],
): CsafBuiltTree {
  const builder = new TreeBuilder(version);
  for (const [i, product] of products.entries()) builder.product(product, `/products/${i}`);
  for (const [i, item] of combined.entries()) builder.combine(item, `/combined/${i}`);
  return builder.built();
}

class TreeBuilder {
  readonly #version: CsafVersion;
  readonly #losses = new Losses();
  readonly #ids = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #vendors: Draft[] = [];
  readonly #loose: Draft[] = [];
  readonly #combined: Draft[] = [];
  /** Branches by their path, so that each is found at once. */
  readonly #branches = new Map<string, Draft>();

  constructor(version: CsafVersion) {
    this.#version = version;
  }

  product(input: CsafProductInput, path: string): void {
    const key = productKey(input);
    if (this.#ids.has(key)) {
      this.#losses.note(path, `The product ${key} was given before; it was taken once.`);
      return;
    }
    const stated = input.version ?? input.range;
    const title = input.title ?? [input.vendor, input.name, stated].filter(Boolean).join(' ');
    const product = this.#fullName(key, title, this.#helper(input, path));
    if (input.version !== undefined && input.range !== undefined) {
      this.#losses.note(
        `${path}/range`,
        'A product has a version or a range; the version was taken.',
      );
    }
    this.#place(input, product);
  }

  combine(input: CsafCombinedInput, path: string): void {
    const [part, whole] = [this.#ids.get(input.part), this.#ids.get(input.whole)];
    if (part === undefined || whole === undefined) {
      const missing = part === undefined ? input.part : input.whole;
      this.#losses.note(path, `No product has the key ${missing}; the combination was left out.`);
      return;
    }
    const category = input.category ?? 'installed_on';
    const names = [this.#names.get(input.part), this.#names.get(input.whole)];
    const title = input.title ?? names.join(` ${category.replaceAll('_', ' ')} `);
    const product = this.#fullName(input.key ?? `${input.part} on ${input.whole}`, title);
    this.#combined.push(
      this.#version === '2.0'
        ? {
            category,
            full_product_name: product,
            product_reference: part,
            relates_to_product_reference: whole,
          }
        : {
            beginning_product_reference: part,
            full_product_name: product,
            subpaths: [{ category, next_product_reference: whole }],
          },
    );
  }

  built(): CsafBuiltTree {
    const tree: Draft = {};
    if (this.#vendors.length > 0) tree.branches = this.#vendors;
    if (this.#loose.length > 0) tree.full_product_names = this.#loose;
    if (this.#combined.length > 0) {
      tree[this.#version === '2.0' ? 'relationships' : 'product_paths'] = this.#combined;
    }
    const found = Object.keys(tree).length > 0 ? { tree } : {};
    return { ...found, ids: this.#ids, losses: this.#losses };
  }

  #fullName(key: string, name: string, helper?: Draft): Draft {
    const id = `CSAFPID-${String(this.#ids.size + 1).padStart(4, '0')}`;
    this.#ids.set(key, id);
    this.#names.set(key, name);
    return {
      name,
      product_id: id,
      ...(helper === undefined ? {} : { product_identification_helper: helper }),
    };
  }

  #helper({ cpe, purls = [], helper }: CsafProductInput, path: string): Draft | undefined {
    const made: Draft = helper === undefined ? {} : (draftOf(helper) as Draft);
    if (cpe !== undefined) made.cpe = cpe;
    if (purls.length > 0 && this.#version === '2.1') made.purls = [...new Set(purls)];
    if (purls.length > 0 && this.#version === '2.0') {
      made.purl = purls[0] as string;
      if (purls.length > 1) {
        this.#losses.note(`${path}/purls`, 'CSAF 2.0 has one package URL; the first was taken.');
      }
    }
    return Object.keys(made).length === 0 ? undefined : made;
  }

  /** A branch holds either branches or a product (§3.1.2): what has both stands beside the tree. */
  #place(input: CsafProductInput, product: Draft): void {
    const vendor = this.#branch(this.#vendors, '', 'vendor', input.vendor);
    const stated = input.version ?? input.range;
    if (stated === undefined) {
      const path = pathOf(`${pathOf('', 'vendor', input.vendor)}`, 'product_name', input.name);
      if (this.#branches.has(path) || vendor === null) this.#loose.push(product);
      else this.#leaf(listIn(vendor), path, 'product_name', input.name, product);
      return;
    }
    const above = pathOf('', 'vendor', input.vendor);
    const named =
      vendor === null ? null : this.#branch(listIn(vendor), above, 'product_name', input.name);
    const category = input.version === undefined ? 'product_version_range' : 'product_version';
    const path = pathOf(pathOf(above, 'product_name', input.name), category, stated);
    if (named === null || this.#branches.has(path)) this.#loose.push(product);
    else this.#leaf(listIn(named), path, category, stated, product);
  }

  /** The branch that others hang on; null where a product hangs on it already. */
  #branch(into: DraftValue[], above: string, category: string, name: string): Draft | null {
    const path = pathOf(above, category, name);
    let branch = this.#branches.get(path);
    if (branch === undefined) {
      branch = { category, name, branches: [] };
      into.push(branch);
      this.#branches.set(path, branch);
    }
    return branch.product === undefined ? branch : null;
  }

  #leaf(into: DraftValue[], path: string, category: string, name: string, product: Draft): void {
    const leaf: Draft = { category, name, product };
    into.push(leaf);
    this.#branches.set(path, leaf);
  }
}

function listIn(branch: Draft): DraftValue[] {
  return branch.branches as DraftValue[];
}

function pathOf(above: string, category: string, name: string): string {
  return `${above}\n${category} ${JSON.stringify(name)}`;
}
