/** OpenVEX as CSAF 2.1 of the profile VEX. */
import type { JsonObject, JsonValue } from '../../core/json/value.ts';
import { URI } from '../../core/shape/form.ts';
import { compareTimestamps } from '../../core/timestamp.ts';
import { Ledger, lossesOf, rowTree, Source } from '../mapping/index.ts';
import { cleaned } from '../projection/index.ts';
import { claimsOf } from './claims.ts';
import { OPENVEX_CSAF_MAPPING } from './mapping.table.ts';
import { isTime } from './time.ts';
import type { DocumentContext, MadeDocument } from './to-openvex.ts';
import { ProductTree } from './tree.ts';
import { vulnerabilitiesOf } from './vulnerabilities.ts';

const ROWS = rowTree(OPENVEX_CSAF_MAPPING.rows);

/** A document of OpenVEX 0.2.0 or 0.0.1; nothing where no statement is about a product. */
export function openVexToCsaf(source: JsonValue, context: DocumentContext): MadeDocument {
  const ledger = new Ledger();
  const root = new Source(source, ledger);
  const tree = new ProductTree();
  const vulnerabilities = vulnerabilitiesOf(claimsOf(root, tree, context.now));
  if (vulnerabilities.length === 0) return { losses: lossesOf(source, new Ledger(), ROWS) };
  const document: JsonObject = {
    $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json',
    document: headOf(root, context.now),
    product_tree: tree.written(),
    vulnerabilities: [...vulnerabilities],
  };
  return { document, losses: lossesOf(source, ledger, ROWS) };
}

function headOf(root: Source, now: string): JsonObject {
  const id = root.textIf('@id', isTrackingId) ?? 'openvex';
  const author = root.text('author') ?? 'unnamed';
  return cleaned({
    category: 'csaf_vex',
    csaf_version: '2.1',
    // OpenVEX does not say who may see it, and CSAF must: what is unmarked is not public.
    distribution: { tlp: { label: 'AMBER' } },
    publisher: cleaned({
      category: 'other',
      name: author,
      namespace: namespaceOf(root.seeText('@id')),
      issuing_authority: root.text('role'),
    }),
    title: `VEX of ${author}`,
    tracking: trackingOf(root, id, now),
  }) as JsonObject;
}

/** CSAF 2.1 §3.2.2.12.4: no line break, no white space at the ends. */
function isTrackingId(text: string): boolean {
  return text.length < 2_000 && !/[\r\n]/.test(text) && text.trim() === text;
}

/** The publisher's namespace: where the document comes from, as far as its id says. */
function namespaceOf(id = ''): string {
  const origin = /^https?:\/\/[^/?#]+/.exec(id)?.[0] ?? id;
  return URI.test(origin) ? origin : 'urn:openvex:unnamed';
}

/** One revision for each date that the document states; its own count stands in the last. */
function trackingOf(root: Source, id: string, now: string): JsonObject {
  const issued = root.textIf('timestamp', isTime) ?? now;
  const later = (text: string) => isTime(text) && compareTimestamps(text, issued) > 0;
  const updated = root.textIf('last_updated', later);
  const count = root.see('version');
  const counted = typeof count === 'number' && Number.isSafeInteger(count);
  if (counted) root.carry('version');
  const summary = `Converted from OpenVEX${counted ? `, version ${count}` : ''}.`;
  const dates = updated === undefined ? [issued] : [issued, updated];
  const tooling = root.text('tooling');
  return cleaned({
    current_release_date: dates.at(-1),
    generator: tooling === undefined ? undefined : { engine: { name: tooling } },
    id,
    initial_release_date: issued,
    revision_history: dates.map((date, i) => ({
      date,
      number: String(i + 1),
      summary: i === dates.length - 1 ? summary : 'Issued.',
    })),
    status: 'final',
    version: String(dates.length),
  }) as JsonObject;
}
