/** Fixes in the product tree. */
import { type Draft, type DraftValue, draftIn, draftsOf, isDraft } from '../author/draft.ts';
import { type FixContext, sameValue } from './context.ts';

/** Every product (full_product_name_t) with its place; a list of work, so that depth costs no stack. */
function eachProduct(root: Draft, visit: (product: Draft, path: string) => void): void {
  const tree = draftIn(root.product_tree);
  eachBranch(tree, (branch, path) => {
    if (isDraft(branch.product)) visit(branch.product, `${path}/product`);
  });
  draftsOf(tree.full_product_names).forEach((product, i) => {
    visit(product, `/product_tree/full_product_names/${i}`);
  });
  for (const name of ['relationships', 'product_paths']) {
    draftsOf(tree[name]).forEach((item, i) => {
      const path = `/product_tree/${name}/${i}/full_product_name`;
      if (isDraft(item.full_product_name)) visit(item.full_product_name, path);
    });
  }
}

function eachBranch(tree: Draft, visit: (branch: Draft, path: string) => void): void {
  const work: [branch: Draft, path: string][] = [];
  const enter = (value: DraftValue | undefined, path: string) => {
    if (!Array.isArray(value)) return;
    value.forEach((branch, i) => {
      if (isDraft(branch)) work.push([branch, `${path}/branches/${i}`]);
    });
  };
  enter(tree.branches, '/product_tree');
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    visit(...next);
    enter(next[0].branches, next[1]);
  }
}

function eachHashes(root: Draft, visit: (file: Draft, path: string) => void): void {
  eachProduct(root, (product, path) => {
    const helper = draftIn(product.product_identification_helper);
    draftsOf(helper.hashes).forEach((file, i) => {
      visit(file, `${path}/product_identification_helper/hashes/${i}`);
    });
  });
}

/** Names as OpenSSL writes them, by what is left without hyphens, in lower case. */
const ALGORITHMS: ReadonlyMap<string, string> = new Map(
  [
    ...['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-224', 'sha512-256'],
    ...['sha3-224', 'sha3-256', 'sha3-384', 'sha3-512', 'shake128', 'shake256', 'ripemd160'],
    ...['blake2b512', 'blake2s256', 'sm3'],
  ].map((name) => [name.replaceAll('-', ''), name]),
);

/** 6.2.52 and the schema of 2.1: `SHA-256` is written sha256. */
export function hashAlgorithm({ root, note }: FixContext): void {
  eachHashes(root, (file, path) => {
    draftsOf(file.file_hashes).forEach((hash, i) => {
      const before = hash.algorithm;
      if (typeof before !== 'string') return;
      const after = ALGORITHMS.get(
        before
          .trim()
          .toLowerCase()
          .replaceAll(/[-_/\s]/g, ''),
      );
      if (after === undefined || after === before) return;
      hash.algorithm = after;
      note(`${path}/file_hashes/${i}/algorithm`, `${before} became ${after}.`);
    });
  });
}

/** 6.1.25: equal hashes of one file are one; two values of one algorithm are for a person. */
export function repeatedHash({ root, note }: FixContext): void {
  eachHashes(root, (file, path) => {
    const hashes = draftsOf(file.file_hashes);
    const kept = hashes.filter(
      (hash, i) => hashes.findIndex((other) => sameValue(other, hash)) === i,
    );
    if (kept.length === hashes.length) return;
    file.file_hashes = kept;
    note(`${path}/file_hashes`, `${hashes.length - kept.length} equal hashes were left out.`);
  });
}

/** 6.3.11: the category says already that the name is a version. */
export function versionIndicator({ root, note }: FixContext): void {
  eachBranch(draftIn(root.product_tree), (branch, path) => {
    const before = branch.name;
    if (branch.category !== 'product_version' || typeof before !== 'string') return;
    if (!/^[vV]\d/.test(before)) return;
    branch.name = before.slice(1);
    note(`${path}/name`, `${before} became ${before.slice(1)}.`);
  });
}
