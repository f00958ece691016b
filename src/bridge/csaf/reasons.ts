/** What a vulnerability of a CSAF document says of single products: by product, and by group. */
import type { Source } from '../mapping/index.ts';

/** More items on one product in one list are not looked at: nobody means so many. */
const MOST_ITEMS = 100;

/** An item that is about a product. */
export interface ItemOnProduct {
  readonly item: Source;
  /** Its place in the list: what tells it from others. */
  readonly order: number;
  /** Says that the result carries that the item is about this product. */
  readonly carry: () => void;
}

/** The groups of each product. */
export function groupsByProduct(
  groups: ReadonlyMap<string, Source>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [group, source] of groups) {
    const products = source.see('product_ids');
    if (!Array.isArray(products)) continue;
    for (const id of products as readonly unknown[]) {
      if (typeof id !== 'string') continue;
      const known = found.get(id);
      if (known === undefined) found.set(id, [group]);
      else if (known.length < MOST_ITEMS) known.push(group);
    }
  }
  return found;
}

/** The items of one list (flags, threats, remediations) by what they are about. */
export class ItemIndex {
  readonly #byProduct = new Map<string, ItemOnProduct[]>();
  readonly #byGroup = new Map<string, ItemOnProduct[]>();
  readonly #groups: ReadonlyMap<string, readonly string[]>;

  constructor(items: readonly Source[], groups: ReadonlyMap<string, readonly string[]>) {
    this.#groups = groups;
    items.forEach((item, order) => {
      enter(this.#byProduct, item, order, 'product_ids');
      enter(this.#byGroup, item, order, 'group_ids');
    });
  }

  of(product: string): readonly ItemOnProduct[] {
    const own = this.#byProduct.get(product) ?? [];
    const found = [...own];
    for (const group of this.#groups.get(product) ?? []) {
      for (const each of this.#byGroup.get(group) ?? []) {
        if (found.length >= MOST_ITEMS) return found;
        if (!found.some(({ item }) => item === each.item)) found.push(each);
      }
    }
    return found;
  }
}

function enter(
  index: Map<string, ItemOnProduct[]>,
  item: Source,
  order: number,
  list: string,
): void {
  const ids = item.see(list);
  if (!Array.isArray(ids)) return;
  (ids as readonly unknown[]).forEach((id, i) => {
    if (typeof id !== 'string') return;
    const known = index.get(id) ?? [];
    if (known.length >= MOST_ITEMS) return;
    known.push({ item, order, carry: () => item.carryEntry(list, i) });
    index.set(id, known);
  });
}
