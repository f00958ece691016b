/** Which products are versions of the same thing (tests 6.1.27.13 and 6.2.39.1). */
import type { CsafModel } from './model.ts';
import type { Branch, Combined } from './products.ts';
import type { Vulnerability } from './vulnerability.ts';

/** Categories that tell versions apart, not products. */
const VERSIONING: ReadonlySet<string> = new Set([
  'patch_level',
  'product_version',
  'product_version_range',
  'service_pack',
]);

const MOST_DEPTH = 16;

/** Families of a product: it corresponds to whatever shares one. */
type Families = (id: string) => readonly string[];

/**
 * Tells whether a product has a counterpart in a status group of the vulnerability. The family of
 * a branch is its path without versions; that of a product path is the families of its parts; a
 * path with `installed_with` also belongs to the family of the part before it. Products that stand
 * in no branch have no family that could be read, and correspond to each other.
 */
export function hasCounterpart(
  model: CsafModel,
  vulnerability: Vulnerability,
  group: number,
): (id: string) => boolean {
  const families = familiesOf(model);
  const known = new Set<string>();
  for (const [id, groups] of vulnerability.groups) {
    if ((groups & group) === 0) continue;
    for (const family of families(id)) known.add(family);
  }
  return (id) => families(id).some((family) => known.has(family));
}

const READ = new WeakMap<CsafModel, Families>();

function familiesOf(model: CsafModel): Families {
  let families = READ.get(model);
  if (families === undefined) {
    families = makeFamilies(model);
    READ.set(model, families);
  }
  return families;
}

function makeFamilies(model: CsafModel): Families {
  const memory = new Map<string, readonly string[]>();
  const combined = new Map<string, Combined>();
  const installed = new Map<string, string[]>();
  for (const item of model.tree.combined) {
    if (item.product !== null && !combined.has(item.product.id))
      combined.set(item.product.id, item);
    item.categories.forEach((category, i) => {
      const part = item.parts[i + 1];
      if (category === 'installed_with' && part !== undefined && i === 0) {
        const before = item.parts[0]?.id ?? '';
        installed.set(part.id, [...(installed.get(part.id) ?? []), before]);
      }
    });
  }
  const of = (id: string, depth: number): readonly string[] => {
    const known = memory.get(id);
    if (known !== undefined) return known;
    const item = combined.get(id);
    const found = item && depth > 0 ? ofParts(item, depth) : [single(model, id)];
    // What is installed with a product (a hotfix) stands for that product, fixed.
    const hosts = depth > 0 ? (installed.get(id) ?? []).slice(0, 8) : [];
    const all = [...found, ...hosts.flatMap((host) => (host === id ? [] : of(host, depth - 1)))];
    memory.set(id, all);
    return all;
  };
  const ofParts = (item: Combined, depth: number): string[] => {
    const names: string[] = [];
    let text = '';
    item.parts.forEach((part, i) => {
      const category = i === 0 ? '' : (item.categories[i - 1] ?? '');
      if (category === 'installed_with') names.push(text);
      text = `${text}(${category} ${of(part.id, depth - 1)[0] ?? ''})`;
      if (i === 0) text = of(part.id, depth - 1)[0] ?? '';
    });
    names.push(text);
    return names;
  };
  return (id) => of(id, MOST_DEPTH);
}

function single(model: CsafModel, id: string): string {
  const branch = model.products.get(id)?.branch ?? null;
  return branch === null ? 'unknown' : nameOf(branch);
}

function nameOf(branch: Branch): string {
  return JSON.stringify(
    branch.line
      .filter(({ category }) => !VERSIONING.has(category))
      .map(({ category, name }) => [category, name]),
  );
}
