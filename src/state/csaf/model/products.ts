/** The product tree, walked once: what is defined where, under which branches, made of what. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/index.ts';
import { eachObject, listOf, objectOf, textOf } from './values.ts';

/** One branch (branches_t): knows its parent, so that a path costs only who asks for it. */
export class Branch {
  readonly parent: Branch | null;
  readonly index: number;
  readonly value: JsonObject;
  /** Instances of `branches` in its path. */
  readonly depth: number;

  constructor(parent: Branch | null, index: number, value: JsonObject) {
    this.parent = parent;
    this.index = index;
    this.value = value;
    this.depth = parent === null ? 1 : parent.depth + 1;
  }

  get category(): string {
    return textOf(this.value.category) ?? '';
  }

  get name(): string {
    return textOf(this.value.name) ?? '';
  }

  get path(): string {
    const above = this.parent === null ? '/product_tree' : this.parent.path;
    return `${above}/branches/${this.index}`;
  }

  /** From the root down to this branch. */
  get line(): readonly Branch[] {
    const line: Branch[] = [];
    for (let branch: Branch | null = this; branch !== null; branch = branch.parent)
      line.push(branch);
    return line.reverse();
  }
}

export type ProductOrigin = 'branches' | 'full_product_names' | 'combined';

/** A full_product_name_t, which defines a product id. */
export class Product {
  readonly id: string;
  readonly value: JsonObject;
  readonly origin: ProductOrigin;
  /** The branch that it hangs on; null elsewhere. */
  readonly branch: Branch | null;
  readonly #place: string;

  constructor(value: JsonObject, origin: ProductOrigin, branch: Branch | null, place: string) {
    this.id = textOf(value.product_id) ?? '';
    this.value = value;
    this.origin = origin;
    this.branch = branch;
    this.#place = place;
  }

  get path(): string {
    return this.branch === null ? this.#place : `${this.branch.path}/product`;
  }

  get name(): string {
    return textOf(this.value.name) ?? '';
  }

  get helper(): JsonObject {
    return objectOf(this.value.product_identification_helper);
  }
}

/** A product made of others: a relationship (2.0) or a product path (2.1). */
export interface Combined {
  readonly product: Product | null;
  readonly path: string;
  /** The parts in their order, with the place that names each. */
  readonly parts: readonly { readonly id: string; readonly path: string }[];
  /** Category between a part and the next. */
  readonly categories: readonly string[];
}

export interface ProductGroup {
  readonly id: string;
  readonly path: string;
  readonly products: readonly JsonValue[];
}

export interface ProductTree {
  readonly branches: readonly Branch[];
  readonly products: readonly Product[];
  readonly combined: readonly Combined[];
  readonly groups: readonly ProductGroup[];
}

/** Reads the product tree; recursion over branches is bounded by the depth of the JSON reader. */
export function readProductTree(tree: JsonObject): ProductTree {
  const branches: Branch[] = [];
  const products: Product[] = [];
  walkBranches(tree.branches, null, branches, products);
  eachObject(tree.full_product_names, (value, i) => {
    const place = `/product_tree/full_product_names/${i}`;
    products.push(new Product(value, 'full_product_names', null, place));
  });
  const combined = [...relationships(tree), ...productPaths(tree)];
  for (const { product } of combined) if (product !== null) products.push(product);
  return { branches, products, combined, groups: groupsOf(tree) };
}

function walkBranches(
  value: JsonValue | undefined,
  parent: Branch | null,
  branches: Branch[],
  products: Product[],
): void {
  eachObject(value, (item, index) => {
    const branch = new Branch(parent, index, item);
    branches.push(branch);
    if (isJsonObject(item.product)) {
      products.push(new Product(item.product, 'branches', branch, ''));
    }
    if (item.branches !== undefined) walkBranches(item.branches, branch, branches, products);
  });
}

function relationships(tree: JsonObject): Combined[] {
  const found: Combined[] = [];
  eachObject(tree.relationships, (item, i) => {
    const path = `/product_tree/relationships/${i}`;
    const parts = [
      { id: textOf(item.product_reference), path: `${path}/product_reference` },
      {
        id: textOf(item.relates_to_product_reference),
        path: `${path}/relates_to_product_reference`,
      },
    ];
    found.push(combine(item, path, parts, [textOf(item.category) ?? '']));
  });
  return found;
}

function productPaths(tree: JsonObject): Combined[] {
  const found: Combined[] = [];
  eachObject(tree.product_paths, (item, i) => {
    const path = `/product_tree/product_paths/${i}`;
    const parts = [
      { id: textOf(item.beginning_product_reference), path: `${path}/beginning_product_reference` },
    ];
    const categories: string[] = [];
    eachObject(item.subpaths, (subpath, j) => {
      const place = `${path}/subpaths/${j}/next_product_reference`;
      parts.push({ id: textOf(subpath.next_product_reference), path: place });
      categories.push(textOf(subpath.category) ?? '');
    });
    found.push(combine(item, path, parts, categories));
  });
  return found;
}

function combine(
  item: JsonObject,
  path: string,
  parts: readonly { readonly id: string | undefined; readonly path: string }[],
  categories: readonly string[],
): Combined {
  const full = item.full_product_name;
  const place = `${path}/full_product_name`;
  return {
    product: isJsonObject(full) ? new Product(full, 'combined', null, place) : null,
    path,
    parts: parts.filter((part): part is { id: string; path: string } => part.id !== undefined),
    categories,
  };
}

function groupsOf(tree: JsonObject): ProductGroup[] {
  const groups: ProductGroup[] = [];
  eachObject(tree.product_groups, (item, i) => {
    const id = textOf(item.group_id);
    if (id === undefined) return;
    groups.push({
      id,
      path: `/product_tree/product_groups/${i}`,
      products: listOf(item.product_ids),
    });
  });
  return groups;
}
