/** VEX in a CSAF document: what each vulnerability says of each product, with the names of both. */
import type { Issue } from '../../core/issue.ts';
import { memberOf, objectOf, objectsOf, textOf, textsOf } from '../../core/json/member.ts';
import { isJsonObject, type JsonObject } from '../../core/json/value.ts';
import { type VexIssueCode, vexIssue } from './issues.ts';
import type { ProductNames, VexStatement, VexStatus } from './model.ts';

/** §3.2.3.9: the groups of product_status and what they mean here; the others claim nothing. */
const GROUPS: Readonly<Record<string, VexStatus>> = {
  known_not_affected: 'not_affected',
  known_affected: 'affected',
  first_affected: 'affected',
  last_affected: 'affected',
  fixed: 'fixed',
  first_fixed: 'fixed',
  under_investigation: 'under_investigation',
};

interface Product {
  readonly names: ProductNames;
  /** The part of the product that a relationship is about. */
  readonly part?: ProductNames;
}

export function readCsafVex(document: JsonObject): {
  readonly statements: readonly VexStatement[];
  readonly issues: readonly Issue<VexIssueCode>[];
} {
  const issues: Issue<VexIssueCode>[] = [];
  const statements: VexStatement[] = [];
  const products = productsOf(objectOf(document, 'product_tree'));
  const head = objectOf(document, 'document');
  for (const { entry, path } of objectsOf(document, 'vulnerabilities', '')) {
    const reasons = reasonsOf(entry, path, document);
    for (const [group, status] of Object.entries(GROUPS)) {
      const at = `${path}/product_status/${group}`;
      textsOf(objectOf(entry, 'product_status'), group).forEach((id, i) => {
        const product = products.get(id);
        if (product === undefined) {
          issues.push(vexIssue('vex-product-unknown', `${at}/${i}`, `"${id}"`));
          return;
        }
        statements.push({
          ...headOf(head),
          vulnerability: vulnerabilityOf(entry, path),
          product: product.names,
          subcomponents: product.part === undefined ? [] : [product.part],
          status,
          path: `${at}/${i}`,
          ...reasons(id, status),
        });
      });
    }
  }
  return { statements, issues };
}

function headOf(
  head: JsonObject | undefined,
): Pick<VexStatement, 'format' | 'document' | 'author' | 'time'> {
  const tracking = objectOf(head, 'tracking');
  return {
    format: 'csaf',
    document: textOf(tracking, 'id') ?? '',
    author: textOf(objectOf(head, 'publisher'), 'name') ?? '',
    time: textOf(tracking, 'current_release_date') ?? '',
  };
}

function vulnerabilityOf(entry: JsonObject, path: string): readonly string[] {
  const cve = textOf(entry, 'cve');
  const others = [...objectsOf(entry, 'ids', path)].flatMap(
    ({ entry: id }) => textOf(id, 'text') ?? [],
  );
  return [...(cve === undefined ? [] : [cve]), ...others];
}

/** §3.2.3.5 flags, §3.2.3.12 remediations, §3.2.3.14 threats: for products and for their groups. */
function reasonsOf(
  entry: JsonObject,
  path: string,
  document: JsonObject,
): (id: string, status: VexStatus) => Partial<VexStatement> {
  const groups = groupsOf(objectOf(document, 'product_tree'));
  const speaksOf = (item: JsonObject, id: string) =>
    textsOf(item, 'product_ids').includes(id) ||
    textsOf(item, 'group_ids').some((group) => groups.get(group)?.has(id));
  const first = (list: string, id: string, fits: (item: JsonObject) => boolean) =>
    [...objectsOf(entry, list, path)].find(({ entry: item }) => fits(item) && speaksOf(item, id))
      ?.entry;
  return (id, status) => {
    if (status === 'not_affected') {
      const justification = textOf(
        first('flags', id, () => true),
        'label',
      );
      const impact = textOf(
        first('threats', id, (item) => textOf(item, 'category') === 'impact'),
        'details',
      );
      return { ...(justification ? { justification } : {}), ...(impact ? { impact } : {}) };
    }
    const action = textOf(
      first('remediations', id, () => true),
      'details',
    );
    return action && status === 'affected' ? { action } : {};
  };
}

function groupsOf(tree: JsonObject | undefined): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, ReadonlySet<string>>();
  for (const { entry } of objectsOf(tree, 'product_groups', '')) {
    const id = textOf(entry, 'group_id');
    if (id !== undefined) groups.set(id, new Set(textsOf(entry, 'product_ids')));
  }
  return groups;
}

/** Every product of the tree by its id: branches, full names, relationships. */
function productsOf(tree: JsonObject | undefined): ReadonlyMap<string, Product> {
  const products = new Map<string, Product>();
  const enter = (product: JsonObject | undefined) => {
    const id = textOf(product, 'product_id');
    if (product !== undefined && id !== undefined)
      products.set(id, { names: namesOf(product, id) });
  };
  for (const { entry } of objectsOf(tree, 'full_product_names', '')) enter(entry);
  const work = [...objectsOf(tree, 'branches', '')];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    enter(objectOf(next.entry, 'product'));
    for (const inner of objectsOf(next.entry, 'branches', next.path)) work.push(inner);
  }
  for (const { entry } of objectsOf(tree, 'relationships', '')) {
    const product = objectOf(entry, 'full_product_name');
    const id = textOf(product, 'product_id');
    if (product === undefined || id === undefined) continue;
    products.set(id, related(namesOf(product, id), entry, products));
  }
  return products;
}

/**
 * §3.2.2.4: the part within the whole. A relationship that names itself by purl stands for itself;
 * otherwise the claim is about the part, in this whole only.
 */
function related(
  own: ProductNames,
  relationship: JsonObject,
  products: ReadonlyMap<string, Product>,
): Product {
  if (own.purls.length + own.cpes.length > 0) return { names: own };
  const part = products.get(textOf(relationship, 'product_reference') ?? '');
  const whole = products.get(textOf(relationship, 'relates_to_product_reference') ?? '');
  if (part === undefined || whole === undefined) return { names: own };
  return { names: { ...whole.names, id: own.id }, part: part.names };
}

function namesOf(product: JsonObject, id: string): ProductNames {
  const helper = objectOf(product, 'product_identification_helper');
  const purl = textOf(helper, 'purl');
  const cpe = textOf(helper, 'cpe');
  const hashes: string[] = [];
  for (const { entry, path } of objectsOf(helper, 'hashes', '')) {
    for (const { entry: file } of objectsOf(entry, 'file_hashes', path)) {
      const algorithm = textOf(file, 'algorithm')?.toLowerCase().replaceAll('-', '');
      const value = textOf(file, 'value')?.toLowerCase();
      if (algorithm !== undefined && value !== undefined) hashes.push(`${algorithm}:${value}`);
    }
  }
  return {
    id,
    // 2.0 has one purl, 2.1 a list.
    purls: [...(purl === undefined ? [] : [purl]), ...textsOf(helper, 'purls')],
    cpes: cpe === undefined ? [] : [cpe],
    hashes,
  };
}

/** True for a document of CSAF that says something of products. */
export function isCsaf(document: JsonObject): boolean {
  const head = memberOf(document, 'document');
  return isJsonObject(head) && textOf(head, 'csaf_version') !== undefined;
}
