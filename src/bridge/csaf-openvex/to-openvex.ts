/** CSAF VEX as OpenVEX 0.2.0. */
import type { Loss } from '../../core/issue.ts';
import type { JsonObject, JsonValue } from '../../core/json/value.ts';
import { compareTimestamps } from '../../core/timestamp.ts';
import { uuidV5 } from '../../core/uuid.ts';
import { groupsOf, productsOf } from '../csaf/products.ts';
import { groupsByProduct } from '../csaf/reasons.ts';
import { Ledger, lossesOf, rowTree, Source } from '../mapping/index.ts';
import { cleaned } from '../projection/index.ts';
import { CSAF_OPENVEX_MAPPING } from './mapping.table.ts';
import { OpenVexProducts } from './products.ts';
import { statementsOf } from './statements.ts';
import { isTime } from './time.ts';

/** What a document is made with. */
export interface DocumentContext {
  /** UUID in which the id of the document is made (UUIDv5). */
  readonly namespace: string;
  /** Time for what the source does not date, RFC 3339. */
  readonly now: string;
}

export interface MadeDocument {
  /** Absent where the source says nothing that the target could say. */
  readonly document?: JsonObject;
  readonly losses: readonly Loss[];
}

const ROWS = rowTree(CSAF_OPENVEX_MAPPING.rows);

/** The states of products in any CSAF document, whatever its profile; nothing where it has none. */
export function csafToOpenVex(source: JsonValue, context: DocumentContext): MadeDocument {
  const ledger = new Ledger();
  const root = new Source(source, ledger);
  const products = new OpenVexProducts(productsOf(root));
  const groups = groupsByProduct(groupsOf(root));
  const statements = root
    .items('vulnerabilities')
    .flatMap((item) => statementsOf(item, products, groups));
  if (statements.length === 0) return { losses: lossesOf(source, new Ledger(), ROWS) };
  const document = { ...headOf(root, context), statements: unique(statements) };
  return { document, losses: lossesOf(source, ledger, ROWS) };
}

function headOf(root: Source, { namespace, now }: DocumentContext): JsonObject {
  const head = root.at('document');
  const publisher = head.at('publisher');
  const tracking = head.at('tracking');
  const place = publisher.seeText('namespace') ?? '';
  const key = `openvex:${place} ${tracking.seeText('id') ?? ''}`;
  const issued = tracking.textIf('initial_release_date', isTime) ?? now;
  const updated = tracking.textIf(
    'current_release_date',
    (text) => isTime(text) && compareTimestamps(text, issued) >= 0,
  );
  const engine = tracking.at('generator').at('engine');
  const tooling = [engine.text('name'), engine.text('version')].filter((text) => text);
  return cleaned({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': `urn:uuid:${uuidV5(namespace, key)}`,
    author: publisher.text('name') ?? (place === '' ? 'unnamed' : place),
    role: publisher.text('category'),
    timestamp: issued,
    last_updated: updated,
    version: versionOf(tracking),
    tooling: tooling.length === 0 ? undefined : tooling.join(' '),
  }) as JsonObject;
}

/** OpenVEX counts documents from 1; CSAF numbers them as whole numbers or as semver. */
function versionOf(tracking: Source): number {
  const whole = tracking.textIf('version', (text) => /^[1-9][0-9]{0,14}$/.test(text));
  return whole === undefined
    ? Math.max(1, tracking.items('revision_history').length)
    : Number(whole);
}

function unique(statements: readonly JsonObject[]): JsonObject[] {
  return [...new Map(statements.map((each) => [JSON.stringify(each), each])).values()];
}
