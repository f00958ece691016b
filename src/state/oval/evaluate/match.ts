/** Which items of a system an object means, and what sets and filters make of them. */
import { LIMITS } from '../../../core/limits.ts';
import type { OvalCollected, OvalItem } from '../characteristics.ts';
import type { OvalDocument, OvalFilter, OvalObject, OvalSet } from '../model.ts';
import { definitionType, testsOf } from '../schema/component.ts';
import type { OvalFlag, OvalResult } from '../words.ts';
import { type Comparison, itemSatisfies, valueSatisfied } from './state.ts';
import { setFlag } from './truth.ts';

const NOTHING: OvalCollected = { flag: 'does not exist', items: [], messages: [] };

/** What an object was found to be, from the items of a document that does not say it. */
export function matchItems(
  object: OvalObject,
  items: readonly OvalItem[],
  how: Comparison,
): OvalCollected {
  const types = testsOf(`${object.component}.${object.name}`).map(({ item }) => item);
  if (definitionType(object.component, object.name) === undefined) {
    return { flag: 'not collected', items: [], messages: [] };
  }
  const found: OvalItem[] = [];
  let doubtful = false;
  for (const item of items) {
    if (!types.includes(`${item.component}.${item.name}`)) continue;
    const result = isMeant(object, item, how);
    if (result === 'true') found.push(item);
    else if (result !== 'false') doubtful = true;
  }
  const exists = found.some(({ status }) => status !== 'does not exist');
  if (doubtful) return { flag: exists ? 'incomplete' : 'error', items: found, messages: [] };
  // Nothing was collected for it, as far as the document tells.
  if (found.length === 0) return { flag: 'not collected', items: [], messages: [] };
  return { flag: exists ? 'complete' : 'does not exist', items: found, messages: [] };
}

/** Whether an item is what the entities of an object say. */
function isMeant(object: OvalObject, item: OvalItem, how: Comparison): OvalResult {
  for (const entity of object.entities) {
    if (entity.nil) continue;
    const found = item.entities.filter(({ name }) => name === entity.name);
    if (found.length === 0) return 'unknown';
    const results = found.map((each) =>
      each.status === 'does not exist' && entity.value === each.value
        ? 'true'
        : valueSatisfied(each, entity, how),
    );
    if (!results.includes('true')) return results.includes('false') ? 'false' : 'error';
  }
  return 'true';
}

/** Items less those that a filter excludes. */
export function filtered(
  items: readonly OvalItem[],
  filters: readonly OvalFilter[],
  document: OvalDocument,
  how: Comparison,
): { readonly items: readonly OvalItem[]; readonly failed: boolean } {
  let failed = false;
  const kept = items.filter((item) => {
    for (const { state: id, action } of filters) {
      const state = document.states.get(id);
      const result = state === undefined ? 'error' : itemSatisfies(item, state, how);
      if (result === 'error') failed = true;
      if ((result === 'true') !== (action === 'include')) return false;
    }
    return true;
  });
  return { items: kept, failed };
}

/** Finds what a set of objects is. Recursion ends at the depth of the document. */
export function collectSet(
  set: OvalSet,
  document: OvalDocument,
  collected: (object: string) => OvalCollected | null,
  how: Comparison,
): OvalCollected {
  const parts = [
    ...set.sets.map((each) => collectSet(each, document, collected, how)),
    ...set.objects.map((id) => part(collected(id), set, document, how)),
  ];
  const [first, second] = parts;
  if (first === undefined) return { ...NOTHING, flag: 'error' };
  if (second === undefined) return first;
  const items = combined(set, first.items, second.items);
  if (items.length > LIMITS.oval.itemsPerObject) {
    return { flag: 'error', items: [], messages: ['More items than the bound.'] };
  }
  return {
    flag: settled(setFlag(set.operator, first.flag, second.flag), items),
    items,
    messages: [...first.messages, ...second.messages],
  };
}

/** An object of a set, filtered. */
function part(
  found: OvalCollected | null,
  { filters }: OvalSet,
  document: OvalDocument,
  how: Comparison,
): OvalCollected {
  if (found === null) return { ...NOTHING, flag: 'not collected' };
  if (filters.length === 0) return found;
  const { items, failed } = filtered(found.items, filters, document, how);
  if (failed) return { ...found, flag: 'error', items: [] };
  return { ...found, flag: settled(found.flag, items), items };
}

/** A complete set that came out empty does not exist. */
function settled(flag: OvalFlag, items: readonly OvalItem[]): OvalFlag {
  return flag === 'complete' && items.length === 0 ? 'does not exist' : flag;
}

function combined(
  { operator }: OvalSet,
  first: readonly OvalItem[],
  second: readonly OvalItem[],
): readonly OvalItem[] {
  const others = new Set(second.map(({ id }) => id));
  if (operator === 'INTERSECTION') return first.filter(({ id }) => others.has(id));
  if (operator === 'COMPLEMENT') return first.filter(({ id }) => !others.has(id));
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !known.has(id))];
}
