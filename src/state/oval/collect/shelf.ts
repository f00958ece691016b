/** Items that were collected: the same thing found twice is one item. */
import { LIMITS } from '../../../core/limits.ts';
import type { OvalItem, OvalItemEntity } from '../characteristics.ts';
import type { OvalStatus } from '../words.ts';

export class Shelf {
  readonly #items = new Map<string, OvalItem>();

  item(
    component: string,
    name: string,
    entities: readonly OvalItemEntity[],
    status: OvalStatus = 'exists',
    messages: readonly string[] = [],
  ): OvalItem {
    const key = JSON.stringify([component, name, status, entities]);
    const known = this.#items.get(key);
    if (known !== undefined) return known;
    const id = String(this.#items.size + 1);
    const item = { id, component, name, status, messages, entities };
    if (this.#items.size < LIMITS.oval.names) this.#items.set(key, item);
    return item;
  }

  all(): readonly OvalItem[] {
    return [...this.#items.values()];
  }
}
