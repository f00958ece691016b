/** The document as the tests of clause 6 see it: read once, indexed once. */
import type { JsonObject } from '../../../core/json/index.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { SchemaFault, Walk } from '../schema/walk.ts';
import { type Product, type ProductGroup, type ProductTree, readProductTree } from './products.ts';
import { eachObject, eachText, objectOf, textOf } from './values.ts';
import { Vulnerability } from './vulnerability.ts';

export type CsafVersion = '2.0' | '2.1';

/** Raised inside a test that would take more steps than the bound; the result is then `notRun`. */
export class TooManySteps extends Error {}

export class CsafModel {
  readonly version: CsafVersion;
  readonly root: JsonObject;
  readonly document: JsonObject;
  readonly tracking: JsonObject;
  readonly tree: ProductTree;
  /** First definition of each product id. */
  readonly products: ReadonlyMap<string, Product>;
  readonly groups: ReadonlyMap<string, ProductGroup>;
  readonly vulnerabilities: readonly Vulnerability[];
  readonly schema: Walk;
  #steps = 0;

  constructor(root: JsonObject, version: CsafVersion, schema: Walk) {
    this.root = root;
    this.version = version;
    this.schema = schema;
    this.document = objectOf(root.document);
    this.tracking = objectOf(this.document.tracking);
    this.tree = readProductTree(objectOf(root.product_tree));
    this.products = firstOf(this.tree.products);
    this.groups = firstOf(this.tree.groups);
    const vulnerabilities: Vulnerability[] = [];
    eachObject(root.vulnerabilities, (value, i) => {
      vulnerabilities.push(new Vulnerability(value, i, this));
    });
    this.vulnerabilities = vulnerabilities;
  }

  get category(): string {
    return textOf(this.document.category) ?? '';
  }

  get status(): string {
    return textOf(this.tracking.status) ?? '';
  }

  get tlp(): string {
    return textOf(objectOf(objectOf(this.document.distribution).tlp).label) ?? '';
  }

  /** Faults of the schema in the parts that tests 6.1.8, 6.1.46 and 6.1.60.1 speak of. */
  faults(part: 'cvss' | 'ssvc' | 'extension'): readonly SchemaFault[] {
    return this.schema.parts[part];
  }

  /** Product ids that an item names, alone and through groups (tests on indirect relations). */
  productsOf(item: JsonObject, visit: (id: string) => void): void {
    eachText(item.product_ids, visit);
    eachText(item.group_ids, (id) => {
      const group = this.groups.get(id);
      if (group === undefined) return;
      this.spend(group.products.length);
      eachText(group.products, visit);
    });
  }

  /** Counts steps that are not bounded by the size of the document. */
  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > LIMITS.csaf.steps) throw new TooManySteps();
  }

  /** A test starts with the whole budget. */
  refill(): void {
    this.#steps = 0;
  }
}

function firstOf<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  const first = new Map<string, T>();
  for (const item of items) if (!first.has(item.id)) first.set(item.id, item);
  return first;
}
