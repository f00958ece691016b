/** Names by which assets are looked up: CPE, package URLs, vendor and product, hashes. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/index.ts';
import type { Observable } from '../../../core/record.ts';
import { eachObject, eachText, listOf, objectOf, textOf } from '../model/values.ts';

/** Names of the products of the tree, each once, at most `most`. */
export function productNames(root: JsonObject, most: number): Observable[] {
  const found = new Map<string, Observable>();
  const add = (kind: string, value: string | undefined) => {
    if (value === undefined || value === '' || found.size >= most) return;
    found.set(`${kind} ${value}`, { kind, value });
  };
  const tree = objectOf(root.product_tree);
  eachBranch(tree.branches, (branch, vendor) => {
    if (branch.category === 'product_name' && vendor !== undefined) {
      add('product', `${vendor}/${textOf(branch.name) ?? ''}`.toLowerCase());
    }
    if (isJsonObject(branch.product)) fromProduct(branch.product, add);
  });
  eachObject(tree.full_product_names, (product) => fromProduct(product, add));
  for (const name of ['relationships', 'product_paths']) {
    eachObject(tree[name], (item) => fromProduct(objectOf(item.full_product_name), add));
  }
  return [...found.values()];
}

type Add = (kind: string, value: string | undefined) => void;

function fromProduct(product: JsonObject, add: Add): void {
  const helper = objectOf(product.product_identification_helper);
  add('cpe', textOf(helper.cpe)?.toLowerCase());
  // 2.0 has one, 2.1 a list.
  add('purl', textOf(helper.purl));
  eachText(helper.purls, (purl) => add('purl', purl));
  eachObject(helper.hashes, (file) => {
    eachObject(file.file_hashes, (hash) => {
      const kind = HASHES.get((textOf(hash.algorithm) ?? '').toLowerCase().replaceAll('-', ''));
      if (kind !== undefined) add(kind, textOf(hash.value)?.toLowerCase());
    });
  });
}

/** Algorithms by which files are told apart, under the names of the observables of STIX. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['sha256', "file:hashes.'SHA-256'"],
  ['sha512', "file:hashes.'SHA-512'"],
]);

/** Every branch with the vendor above it; a list of work, so that depth costs no stack. */
function eachBranch(
  branches: JsonValue | undefined,
  visit: (branch: JsonObject, vendor: string | undefined) => void,
): void {
  const work: { readonly branch: JsonObject; readonly vendor: string | undefined }[] = [];
  const enter = (value: JsonValue | undefined, vendor: string | undefined) => {
    const list = listOf(value);
    for (let i = list.length - 1; i >= 0; i--) {
      const branch = list[i];
      if (isJsonObject(branch)) work.push({ branch, vendor });
    }
  };
  enter(branches, undefined);
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { branch } = next;
    const vendor = branch.category === 'vendor' ? textOf(branch.name) : next.vendor;
    visit(branch, vendor);
    enter(branch.branches, vendor);
  }
}
