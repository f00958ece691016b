/** Mandatory tests on product ids, groups and branches. */
import type { JsonObject, JsonValue } from '../../../core/json/index.ts';
import type { CsafModel } from '../model/model.ts';
import type { Combined } from '../model/products.ts';
import { eachObject, eachText, textOf } from '../model/values.ts';
import { STATUS_GROUPS } from '../model/vulnerability.ts';
import type { Report } from './test.ts';

/** Lists of a vulnerability whose items may name products and groups, by version. */
const NAMING_20 = ['flags', 'remediations', 'threats'] as const;
const NAMING_21 = [
  'first_known_exploitation_dates',
  'flags',
  'ids',
  'involvements',
  'notes',
  'remediations',
  'threats',
] as const;

type Visit = (item: JsonObject, path: string) => void;

/** Every item that may carry `product_ids` and `group_ids`. */
export function eachNamingItem(model: CsafModel, visit: Visit): void {
  if (model.version === '2.1') {
    eachObject(model.document.notes, (note, i) => visit(note, `/document/notes/${i}`));
  }
  const lists = model.version === '2.1' ? NAMING_21 : NAMING_20;
  for (const { value, path } of model.vulnerabilities) {
    for (const name of lists) {
      eachObject(value[name], (item, i) => visit(item, `${path}/${name}/${i}`));
    }
  }
}

/** A product id, the place of its list, and its index there; -1 where it stands alone. */
type VisitReference = (id: string, path: string, index: number) => void;

/** Every reference to a product id that is not a definition. */
export function eachReference(model: CsafModel, visit: VisitReference): void {
  const all = (list: JsonValue | undefined, path: string) =>
    eachText(list, (id, i) => visit(id, path, i));
  for (const { products, path } of model.tree.groups) {
    all(products, `${path}/product_ids`);
  }
  for (const { parts } of model.tree.combined) {
    for (const part of parts) visit(part.id, part.path, -1);
  }
  eachNamingItem(model, (item, path) => {
    if (item.product_ids !== undefined) all(item.product_ids, `${path}/product_ids`);
  });
  for (const { value, status, path } of model.vulnerabilities) {
    for (const [name] of STATUS_GROUPS) {
      if (status[name] !== undefined) all(status[name], `${path}/product_status/${name}`);
    }
    for (const name of ['scores', 'metrics']) {
      eachObject(value[name], (item, j) => {
        all(item.products, `${path}/${name}/${j}/products`);
      });
    }
  }
}

/** 6.1.1: every product id that is used is defined. */
export function missingDefinitionOfProductId(model: CsafModel, report: Report): void {
  eachReference(model, (id, path, index) => {
    if (model.products.has(id)) return;
    const place = index < 0 ? path : `${path}/${index}`;
    report(place, `The product id ${quote(id)} is not defined.`);
  });
}

/** 6.1.2: no product id is defined twice. */
export function multipleDefinitionOfProductId(model: CsafModel, report: Report): void {
  for (const product of model.tree.products) {
    if (product.id === '' || model.products.get(product.id) === product) continue;
    const message = `The product id ${quote(product.id)} was already defined.`;
    report(`${product.path}/product_id`, message);
  }
}

/** 6.1.3: a product made of others is not made of itself, at any distance. */
export function circularDefinitionOfProductId(model: CsafModel, report: Report): void {
  const made = new Map<string, Combined>();
  for (const combined of model.tree.combined) {
    if (combined.product !== null && !made.has(combined.product.id)) {
      made.set(combined.product.id, combined);
    }
  }
  for (const id of inCircles(made)) {
    const { product } = made.get(id) as Combined;
    const message = `The product id ${quote(id)} is defined by itself.`;
    report(`${product?.path}/product_id`, message);
  }
}

/** Names that lie on a circle: Tarjan's strongly connected components, without recursion. */
function inCircles(made: ReadonlyMap<string, Combined>): string[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const onPile = new Set<string>();
  const pile: string[] = [];
  const found: string[] = [];
  const partsOf = (id: string) => (made.get(id) as Combined).parts.filter((p) => made.has(p.id));
  const open = (id: string) => {
    order.set(id, order.size);
    low.set(id, order.get(id) as number);
    pile.push(id);
    onPile.add(id);
    return { id, parts: partsOf(id), at: 0 };
  };
  const close = (id: string) => {
    if (low.get(id) !== order.get(id)) return;
    const members: string[] = [];
    for (;;) {
      const member = pile.pop() as string;
      onPile.delete(member);
      members.push(member);
      if (member === id) break;
    }
    const alone = members.length === 1 && !partsOf(id).some((part) => part.id === id);
    if (!alone) found.push(...members.reverse());
  };
  for (const start of made.keys()) {
    if (order.has(start)) continue;
    const frames = [open(start)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const part = frame.parts[frame.at++];
      if (part === undefined) {
        frames.pop();
        close(frame.id);
        const above = frames.at(-1);
        if (above !== undefined) lower(low, above.id, low.get(frame.id) as number);
      } else if (!order.has(part.id)) frames.push(open(part.id));
      else if (onPile.has(part.id)) lower(low, frame.id, order.get(part.id) as number);
    }
  }
  return found;
}

function lower(low: Map<string, number>, id: string, value: number): void {
  if (value < (low.get(id) as number)) low.set(id, value);
}

/** 6.1.4: every product group id that is used is defined. */
export function missingDefinitionOfGroupId(model: CsafModel, report: Report): void {
  eachNamingItem(model, (item, path) => {
    eachText(item.group_ids, (id, i) => {
      if (model.groups.has(id)) return;
      report(`${path}/group_ids/${i}`, `The product group id ${quote(id)} is not defined.`);
    });
  });
}

/** 6.1.5: no product group id is defined twice. */
export function multipleDefinitionOfGroupId(model: CsafModel, report: Report): void {
  for (const group of model.tree.groups) {
    if (model.groups.get(group.id) === group) continue;
    report(
      `${group.path}/group_id`,
      `The product group id ${quote(group.id)} was already defined.`,
    );
  }
}

/** 6.1.25: one item of hashes has one value per algorithm. */
export function sameHashAlgorithm(model: CsafModel, report: Report): void {
  for (const product of model.tree.products) {
    eachObject(product.helper.hashes, (hash, i) => {
      const seen = new Set<string>();
      eachObject(hash.file_hashes, ({ algorithm }) => {
        const name = textOf(algorithm);
        if (name === undefined) return;
        if (seen.has(name)) {
          const place = `${product.path}/product_identification_helper/hashes/${i}/file_hashes`;
          report(place, `The hash algorithm ${quote(name)} is used more than once.`);
        }
        seen.add(name);
      });
    });
  }
}

/** Words that state a range; a part of a word (after-eight) does not. */
const RANGE_WORDS = ['after', 'all', 'before', 'earlier', 'later', 'prior', 'versions'] as const;

/** 6.1.31: a product version is one version, no range. */
export function versionRangeInProductVersion(model: CsafModel, report: Report): void {
  for (const branch of model.tree.branches) {
    if (branch.category !== 'product_version') continue;
    const name = branch.name.toLowerCase();
    const words = new Set(name.split(/\s+/));
    const word = RANGE_WORDS.find((candidate) => words.has(candidate));
    const found = /[<>]=?/.exec(name)?.[0] ?? word;
    if (found === undefined) continue;
    report(`${branch.path}/name`, `${quote(branch.name)} states a version range (${found}).`);
  }
}

const MOST_BRANCHES = 30;

/** 6.1.34: a path to a product holds `branches` at most 30 times. */
export function branchesRecursionDepth(model: CsafModel, report: Report): void {
  for (const { branch, path } of model.tree.products) {
    if (branch === null || branch.depth <= MOST_BRANCHES) continue;
    report(path, `The path contains ${branch.depth} times branches; ${MOST_BRANCHES} are allowed.`);
  }
}

/** 6.1.57: along a path every category stands once, save product_family. */
export function stackedBranchCategories(model: CsafModel, report: Report): void {
  const reported = new Set<object>();
  for (const { branch } of model.tree.products) {
    const seen = new Set<string>();
    for (const step of branch?.line ?? []) {
      const { category } = step;
      if (category === 'product_family' || !seen.has(category)) seen.add(category);
      else if (!reported.has(step)) {
        reported.add(step);
        report(`${step.path}/category`, `The category ${category} stands twice along the path.`);
      }
    }
  }
}

/** 6.1.58: a path has a product version or a range of them, not both. */
export function versionInPathWithRange(model: CsafModel, report: Report): void {
  const reported = new Set<object>();
  for (const { branch } of model.tree.products) {
    const line = branch?.line ?? [];
    const steps = line.filter(({ category }) => VERSION_CATEGORIES.has(category));
    if (new Set(steps.map(({ category }) => category)).size < 2) continue;
    const last = steps.at(-1);
    if (last === undefined || reported.has(last)) continue;
    reported.add(last);
    const message = 'product_version and product_version_range are used along one path.';
    report(`${last.path}/category`, message);
  }
}

const VERSION_CATEGORIES: ReadonlySet<string> = new Set([
  'product_version',
  'product_version_range',
]);

/** §3.1.3.3: `*` stands for any characters; escaped with a backslash it is itself. */
export function unescapedStars(text: string): number {
  let stars = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '*') stars++;
  }
  return stars;
}

export function multipleStars(member: 'model_numbers' | 'serial_numbers' | 'skus') {
  return (model: CsafModel, report: Report): void => {
    for (const product of model.tree.products) {
      eachText(product.helper[member], (value, i) => {
        const stars = unescapedStars(value);
        if (stars < 2) return;
        const place = `${product.path}/product_identification_helper/${member}/${i}`;
        report(place, `${quote(value)} contains ${stars} unescaped stars.`);
      });
    }
  };
}

export function quote(value: string): string {
  return JSON.stringify(value.length > 120 ? `${value.slice(0, 120)}…` : value);
}

/** An object's own list of ids is there: at least one of `group_ids` and `product_ids`. */
export function namesProducts(item: JsonObject): boolean {
  return item.product_ids !== undefined || item.group_ids !== undefined;
}
