/** Statements of OpenVEX out of one vulnerability of a CSAF document. */
import type { JsonObject } from '../../core/json/value.ts';
import { ItemIndex, type ItemOnProduct } from '../csaf/reasons.ts';
import type { Source } from '../mapping/index.ts';
import { cleaned } from '../projection/index.ts';
import type { OpenVexProducts } from './products.ts';

/** CSAF 2.0 §3.2.3.9: the groups and what they mean in VEX; the others say nothing there. */
const GROUPS: readonly (readonly [group: string, status: string])[] = [
  ['known_affected', 'affected'],
  ['first_affected', 'affected'],
  ['last_affected', 'affected'],
  ['known_not_affected', 'not_affected'],
  ['fixed', 'fixed'],
  ['first_fixed', 'fixed'],
  ['under_investigation', 'under_investigation'],
];

/** The five labels are the same in both formats; only 2.1 has others. */
const JUSTIFICATIONS = new Set([
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
]);

/** What OpenVEX must say and the document does not. */
const NO_REASON = 'The source does not say why.';
const NO_ACTION = 'The source does not say what to do.';

/** One statement for each status and reason, with all products of which they are said. */
export function statementsOf(
  item: Source,
  products: OpenVexProducts,
  groups: ReadonlyMap<string, readonly string[]>,
): JsonObject[] {
  const reasons = new Reasons(item, groups);
  const found = new Map<string, Said>();
  const status = item.at('product_status');
  const seen = new Set<string>();
  for (const [group, name] of GROUPS) {
    for (const id of status.texts(group, (text) => products.has(text))) {
      if (seen.has(`${name} ${id}`)) continue;
      seen.add(`${name} ${id}`);
      const reason = reasons.of(name, id);
      const statement = found.get(reason.key) ?? { said: reason.said(), products: [] };
      reason.carry();
      statement.products.push(products.componentOf(id));
      found.set(reason.key, statement);
    }
  }
  if (found.size === 0) return [];
  const vulnerability = vulnerabilityOf(item);
  return [...found.values()].map((each) => ({
    vulnerability,
    products: withoutRepetition(each.products),
    ...each.said,
  }));
}

interface Said {
  readonly said: JsonObject;
  readonly products: JsonObject[];
}

function withoutRepetition(products: readonly JsonObject[]): JsonObject[] {
  return [...new Map(products.map((product) => [JSON.stringify(product), product])).values()];
}

/** The CVE, else the first id; the others are aliases. */
function vulnerabilityOf(item: Source): JsonObject {
  const cve = item.text('cve');
  const ids = item.items('ids').flatMap((id) => id.text('text') ?? []);
  const name = cve ?? ids[0] ?? 'unnamed';
  const aliases = [...new Set(ids)].filter((id) => id !== name);
  const described = item
    .items('notes')
    .find((note) => ['description', 'summary'].includes(note.seeText('category') ?? ''));
  return cleaned({ name, description: described?.text('text'), aliases }) as JsonObject;
}

class Reasons {
  readonly #flags: ItemIndex;
  readonly #impacts: ItemIndex;
  readonly #remedies: ItemIndex;

  constructor(item: Source, groups: ReadonlyMap<string, readonly string[]>) {
    const impacts = item.items('threats').filter((each) => each.seeText('category') === 'impact');
    this.#flags = new ItemIndex(item.items('flags'), groups);
    this.#impacts = new ItemIndex(impacts, groups);
    this.#remedies = new ItemIndex(item.items('remediations'), groups);
  }

  of(status: string, product: string): Reason {
    if (status === 'not_affected') return this.#whyNot(product);
    if (status === 'affected') return this.#whatToDo(product);
    return { key: status, said: () => ({ status }), carry: () => {} };
  }

  #whyNot(product: string): Reason {
    const flag = this.#flags
      .of(product)
      .find(({ item }) => JUSTIFICATIONS.has(item.seeText('label') ?? ''));
    const impacts = this.#impacts.of(product);
    const status = 'not_affected';
    return {
      key: `${status} ${flag?.order ?? ''} ${orders(impacts)}`,
      said: () => {
        const justification = flag?.item.text('label');
        const stated = textsOf(impacts) ?? (justification === undefined ? NO_REASON : undefined);
        return cleaned({ status, justification, impact_statement: stated }) as JsonObject;
      },
      carry: () => {
        flag?.carry();
        for (const each of impacts) carryDetailed(each);
      },
    };
  }

  #whatToDo(product: string): Reason {
    const remedies = this.#remedies.of(product);
    const status = 'affected';
    return {
      key: `${status} ${orders(remedies)}`,
      said: () => ({ status, action_statement: textsOf(remedies) ?? NO_ACTION }),
      carry: () => {
        for (const each of remedies) carryDetailed(each);
      },
    };
  }
}

/**
 * Why a product has a status. Products with the same items share a statement: the texts are read
 * once, however many products there are.
 */
interface Reason {
  readonly key: string;
  readonly said: () => JsonObject;
  readonly carry: () => void;
}

function orders(items: readonly ItemOnProduct[]): string {
  return items.map(({ order }) => order).join(',');
}

/** An item without details said nothing that was carried. */
function carryDetailed({ item, carry }: ItemOnProduct): void {
  if (item.seeText('details') !== undefined) carry();
}

/** The details of each, with where to get it. */
function textsOf(items: readonly ItemOnProduct[]): string | undefined {
  const texts = items.flatMap(({ item }) => {
    const details = item.text('details');
    if (details === undefined) return [];
    // That it is an impact is carried by the place where it stands.
    if (item.seeText('category') === 'impact') item.text('category');
    const url = item.text('url');
    return [url === undefined ? details : `${details}\n${url}`];
  });
  return texts.length === 0 ? undefined : texts.join('\n\n');
}
