/** What an OpenVEX document holds in the end: of each vulnerability and product the newest. */
import { compareTimestamps } from '../../core/timestamp.ts';
import type { Source } from '../mapping/index.ts';
import { isTime } from './time.ts';
import type { ProductTree } from './tree.ts';

/** One statement, with the products for which no newer one speaks. */
export interface Claim {
  readonly statement: Source;
  readonly vulnerability: string;
  readonly products: readonly string[];
  /** Time of the statement itself, where it has one. */
  readonly date: string | undefined;
}

const STATUSES = new Set(['not_affected', 'affected', 'fixed', 'under_investigation']);

interface Read {
  readonly statement: Source;
  readonly vulnerability: string;
  readonly ids: readonly string[];
  readonly time: string;
}

/**
 * OpenVEX 0.2.0, "Updating Statements": statements are in order of time, and the later overrides
 * the earlier. One that is overridden for every product carries nothing.
 */
export function claimsOf(root: Source, tree: ProductTree, now: string): Claim[] {
  const cascaded = root.seeText('last_updated') ?? root.seeText('timestamp') ?? now;
  const scratch: Read[] = [];
  for (const statement of root.items('statements')) {
    const vulnerability = nameOf(statement);
    if (vulnerability === undefined || !STATUSES.has(statement.seeText('status') ?? '')) continue;
    const time = statement.seeText('last_updated') ?? statement.seeText('timestamp') ?? cascaded;
    scratch.push({ statement, vulnerability, ids: keysOf(statement), time });
  }
  const last = new Map<string, Read>();
  for (const read of [...scratch].sort((a, b) => compareTimestamps(a.time, b.time))) {
    for (const id of read.ids) last.set(`${read.vulnerability}\n${id}`, read);
  }
  return scratch.flatMap((read) => {
    const holds = (id: string) => last.get(`${read.vulnerability}\n${id}`) === read;
    const products = [...new Set(entered(read, holds, tree))];
    if (products.length === 0) return [];
    return [{ ...read, products, date: dateOf(read.statement) }];
  });
}

function dateOf(statement: Source): string | undefined {
  const own = statement.seeText('last_updated') ?? statement.seeText('timestamp');
  return own !== undefined && isTime(own) ? own : undefined;
}

/** 0.2.0 has an object, 0.0.1 a text. */
function nameOf(statement: Source): string | undefined {
  const struct = statement.at('vulnerability');
  return statement.seeText('vulnerability') ?? struct.seeText('name') ?? struct.seeText('@id');
}

/** Which products the statement is about, so that statements on the same can be told. */
function keysOf(statement: Source): string[] {
  const products = statement.see('products');
  if (!Array.isArray(products)) return [];
  return (products as readonly unknown[]).map((product) => JSON.stringify(product));
}

function entered(read: Read, holds: (id: string) => boolean, tree: ProductTree): string[] {
  const { statement } = read;
  const plain = statement.texts('products', (text) => holds(JSON.stringify(text)));
  const structured = statement
    .items('products')
    .filter((product) => holds(JSON.stringify(product.value)));
  return [
    ...plain.map((text) => tree.enterText(text)),
    ...structured.flatMap((product) => tree.enter(product)),
  ];
}
